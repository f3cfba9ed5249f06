"""`qpgraph source`: the lines of a source text that a record cites."""

from pathlib import Path

import click

from qpgraph.cli.options import documents_option
from qpgraph.errors import QpgraphError
from qpgraph.records.base import Lines
from qpgraph.records.documents import read_document

__all__ = ["command"]


@click.command("source")
@click.argument("document")
@click.argument("lines")
@documents_option
def command(document: str, lines: str, documents: Path | None) -> None:
    """Show the lines of a source text, numbered as records cite them.

    DOCUMENT is a document's id, LINES a list like 380-384,389:
    qpgraph source hai-phong-kh-2026-2030 380-384
    """
    try:
        wanted = Lines.parse(lines)
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="LINES") from error
    text = read_document(documents, document)
    if text.beyond(wanted):
        raise QpgraphError(f"{document} has {len(text.lines)} lines; there is no line {text.beyond(wanted)}")
    width = len(str(wanted[-1][1]))
    for number, line in text.numbered(wanted):
        click.echo(f"{number:>{width}}  {line}")
