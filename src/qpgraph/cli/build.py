"""`qpgraph build`: the records into a store."""

from collections.abc import Callable
from pathlib import Path

import click

from qpgraph.cli.options import loaders_option, ontology_option, store_option
from qpgraph.settings import Settings, data_directory

__all__ = ["build_with_progress", "command"]


@click.command("build")
@store_option
@loaders_option
@ontology_option
def command(store: Path | None, loaders: Path | None, ontology: Path | None) -> None:
    """Load the records into a store, validated, with the search index beside it.

    A new version is written aside and switched to in one step; if anything is wrong, all findings are
    shown and the old store goes on serving.
    """
    build_with_progress(store or Settings().store, loaders, ontology)


def build_with_progress(store: Path, loaders: Path | None = None, ontology: Path | None = None) -> None:
    """Builds a store and says on standard error what goes on."""
    from qpgraph.graph.assemble import Sources
    from qpgraph.search.index import build_index
    from qpgraph.store.build import build_store

    sources = Sources(loaders or data_directory("loaders"), ontology or data_directory("ontology"))
    with _status() as progress:
        made = build_store(store, sources, progress, {"search": build_index})
    click.echo(f"qpgraph: {made.quads:,} statements in {store} (version {made.version.name})", err=True)


class _status:  # noqa: N801 - reads as a statement
    """A spinner on a terminal; one line a step elsewhere."""

    def __enter__(self) -> Callable[[str], None]:
        from rich.console import Console

        console = Console(stderr=True)
        self._status = console.status("building") if console.is_terminal else None
        if self._status is None:
            return lambda step: click.echo(f"qpgraph: {step}", err=True)
        self._status.start()
        return lambda step: self._status.update(step) if self._status else None

    def __exit__(self, *failure: object) -> None:
        if self._status:
            self._status.stop()
