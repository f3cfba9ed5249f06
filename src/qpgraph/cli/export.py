"""`qpgraph export`: the graph or a part of it, in the format of another tool."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

import click

from qpgraph.cli.options import store_option
from qpgraph.export.base import ExportError
from qpgraph.export.factory import FORMATS, UnknownFormatError, find_format, part_of, write_export
from qpgraph.export.file import whole_file
from qpgraph.export.node_lists import write_folder
from qpgraph.export.selection import DEPTH_MAX, LANGUAGES, YEAR_MAX, YEAR_MIN, Selection
from qpgraph.export.source import open_source
from qpgraph.export.track import Track, untracked
from qpgraph.export.views import VIEWS
from qpgraph.settings import Settings

__all__ = ["command"]

T = TypeVar("T")
_LIST = "\n".join(f"  {each.name:<13} {each.title}" for each in FORMATS.values())
_FOLDERS = ("csv", "neo4j")


@click.command("export", epilog=f"\b\nFormats:\n{_LIST}")
@click.argument("form", metavar="FORMAT")
@click.option(
    "--output", "-o", metavar="FILE", help="Else standard output; csv and neo4j: or a folder, DIR/."
)
@click.option("--plan", "plans", metavar="ID", multiple=True, help="Only this document.")
@click.option("--province", "provinces", metavar="P", multiple=True, help="Only this province: name or id.")
@click.option("--theme", "themes", metavar="T", multiple=True, help="Only this theme: an id or a label.")
@click.option("--class", "classes", metavar="C", multiple=True, help="Only this class, such as Task.")
@click.option("--agency", "agencies", metavar="A", multiple=True, help="Only what this agency takes part in.")
@click.option(
    "--year",
    "years",
    metavar="Y",
    type=click.IntRange(YEAR_MIN, YEAR_MAX),
    multiple=True,
    help="Only what runs, or is due, in this year.",
)
@click.option("--around", metavar="IRI", help="Only what is near this thing (or its end: theme/tfp).")
@click.option(
    "--depth",
    metavar="N",
    type=click.IntRange(0, DEPTH_MAX),
    help=f"With --around: how many links away, 0 to {DEPTH_MAX} (1).",
)
@click.option("--view", type=click.Choice(VIEWS), help="A ready network.")
@click.option("--lang", "language", type=click.Choice(LANGUAGES), default="vi", show_default=True)
@click.option("--measures", is_flag=True, help="Degree, betweenness and community on the nodes.")
@store_option
def command(form: str, output: str | None, depth: int | None, store: Path | None, **filters: Any) -> None:
    """Write the graph, or a part of it, in a FORMAT of another tool.

    A filter that comes more than once fits either value; of different filters all must fit.

    \b
    qpgraph export graphml -o graph.graphml
    qpgraph export svg --view collaboration --province "Hải Phòng" -o who-works-with-whom.svg
    qpgraph export gexf --theme traceability --measures --lang en -o traceability.gexf
    qpgraph export html --around theme/tfp --depth 2 -o tfp.html
    qpgraph export xlsx --plan bac-ninh-kh-2026-2030 -o bac-ninh.xlsx
    """
    try:
        find_format(form)
    except UnknownFormatError as error:
        raise click.UsageError(str(error)) from error
    if depth is not None and not filters["around"]:
        raise click.UsageError("--depth goes with --around")
    selection = Selection(**filters, depth=1 if depth is None else depth)
    if not output:
        _refuse_terminal(form)
    source = open_source(Settings(store=store) if store else Settings())
    with _progress(shown=bool(output)) as track:
        if not output:
            write_export(source, form, selection, sys.stdout.buffer, track)
        elif form in _FOLDERS and (output.endswith("/") or Path(output).is_dir()):
            write_folder(part_of(source, form, selection, track), Path(output), form)
        else:
            with whole_file(Path(output)) as file:
                write_export(source, form, selection, file, track)


def _refuse_terminal(form: str) -> None:
    if sys.stdout.isatty() and find_format(form).binary:
        raise ExportError(f"{form} is nothing for a terminal; name a file with -o")


@contextmanager
def _progress(*, shown: bool) -> Iterator[Track]:
    """A bar on a terminal, nothing elsewhere."""
    if not (shown and sys.stderr.isatty()):
        yield untracked
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:

        def track(rows: Iterable[T], total: int | None, words: str) -> Iterable[T]:
            return progress.track(rows, total=total, description=words)

        yield track
