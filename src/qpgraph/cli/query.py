"""`qpgraph query`: a named query or a SPARQL file, run once."""

import sys
from pathlib import Path

import click

from qpgraph.cli.answers import FORMATS, write_results
from qpgraph.cli.options import store_option
from qpgraph.errors import QpgraphError
from qpgraph.queries.named import named_query
from qpgraph.queries.once import results_of
from qpgraph.settings import Settings

__all__ = ["command"]


@click.command("query")
@click.argument("query", metavar="NAME-or-FILE")
@click.option(
    "--param", "-p", "parameters", metavar="K=V", multiple=True, help="A parameter of a named query."
)
@click.option(
    "--format",
    "-f",
    "form",
    type=click.Choice(FORMATS),
    help="SELECT and ASK: table (default), json, csv, tsv, xml; CONSTRUCT: ttl (default), jsonld, xml.",
)
@click.option("--timeout", type=click.FloatRange(0, min_open=True), help="The deadline in seconds (30).")
@store_option
def command(
    query: str, parameters: tuple[str, ...], form: str | None, timeout: float | None, store: Path | None
) -> None:
    """Run a named query, a SPARQL file, or (-) what comes on standard input.

    \b
    qpgraph query plans
    qpgraph query agencies-on-theme --param theme=traceability
    qpgraph query tasks --param province="Bắc Ninh" --format csv
    echo 'SELECT * { ?s a qp:Plan }' | qpgraph query -
    """
    settings = Settings(store=store) if store else Settings()
    text = _text(query, _values(parameters))
    with results_of(text, settings, timeout or settings.timeout) as results:
        write_results(results, form, sys.stdout.buffer)


def _values(parameters: tuple[str, ...]) -> dict[str, str]:
    values = {}
    for parameter in parameters:
        name, equals, value = parameter.partition("=")
        if not equals or not name:
            raise click.BadParameter(f"'{parameter}' is not of the form name=value", param_hint="--param")
        values[name] = value
    return values


def _text(query: str, values: dict[str, str]) -> str:
    path = Path(query)
    if query != "-" and not (path.suffix in (".rq", ".sparql") or "/" in query or path.is_file()):
        return named_query(query).bind(values)
    if values:
        raise click.UsageError("--param goes with a named query; a file has its values in its text")
    try:
        return sys.stdin.buffer.read().decode() if query == "-" else path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise QpgraphError(f"{query}: not UTF-8 (byte {error.start}); save it as UTF-8") from error
    except OSError as error:
        raise QpgraphError(f"{query}: can't be read: {error.strerror}") from error
