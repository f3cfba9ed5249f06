"""`qpgraph upload`: the built graph into a remote SPARQL endpoint."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qpgraph.cli.options import store_option
from qpgraph.errors import QpgraphError
from qpgraph.settings import Settings

if TYPE_CHECKING:
    from qpgraph.store.remote.upload import Uploaded

__all__ = ["command"]


@click.command("upload")
@store_option
def command(store: Path | None) -> None:
    """Load the built graph into the SPARQL endpoint that QPGRAPH_ENDPOINT names.

    Each of the project's named graphs there is replaced; other graphs are left alone. Writing needs
    QPGRAPH_ENDPOINT_UPDATE or QPGRAPH_ENDPOINT_DATA, and what the endpoint asks for as authentication
    (see docs/remote-store.md).
    """
    import anyio

    settings = Settings(store=store) if store else Settings()
    if not settings.endpoint:
        raise QpgraphError("no endpoint is named; set QPGRAPH_ENDPOINT to its query address")
    sent = anyio.run(_upload, settings)
    click.echo(
        f"qpgraph: {sent.triples:,} statements in {sent.graphs} graphs sent to {settings.endpoint}", err=True
    )


async def _upload(settings: Settings) -> "Uploaded":
    from rich.console import Console
    from rich.progress import Progress

    from qpgraph.store.factory import open_store
    from qpgraph.store.layout import open_read_only
    from qpgraph.store.remote import RemoteStore

    remote = open_store(settings)
    assert isinstance(remote, RemoteStore)
    quads = sorted(open_read_only(settings.store), key=lambda quad: str(quad.graph_name))
    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("uploading", total=len(quads))
        return await remote.upload(quads, progress=lambda sent: bar.update(task, completed=sent.triples))
