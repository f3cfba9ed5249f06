"""`qpgraph search`: what the graph has on a matter, the best first."""

import json
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from qpgraph.cli.options import store_option
from qpgraph.settings import Settings

if TYPE_CHECKING:
    from qpgraph.search.engine import Results

__all__ = ["command"]

_COLUMNS = ("#", "kind", "plan", "ref", "title", "source")
_SOURCES_SHOWN = 2


@click.command("search")
@click.argument("text", nargs=-1, required=True)
@click.option("-k", type=click.IntRange(1, 100), default=10, show_default=True, help="How many hits.")
@click.option("--offset", type=click.IntRange(0, 1000), default=0, help="Leave out the first so many.")
@click.option("--province", metavar="P", multiple=True, help="Of this province, by name or id.")
@click.option("--kind", metavar="K", multiple=True, help="Of this kind: task, target, measure, standard, …")
@click.option("--plan", metavar="ID", multiple=True, help="Of this plan, by its document id.")
@click.option("--theme", metavar="T", multiple=True, help="On this theme, by its id or name.")
@click.option("--agency", metavar="A", multiple=True, help="With this agency.")
@click.option("--standard", metavar="S", multiple=True, help="With this standard or tool.")
@click.option("--year", metavar="Y", multiple=True, help="Of this year.")
@click.option("--group", is_flag=True, help="Put hits that say nearly the same under the best of them.")
@click.option("--format", "-f", "form", type=click.Choice(["table", "json"]), default="table")
@store_option
def command(text: tuple[str, ...], k: int, form: str, store: Path | None, **options: Any) -> None:
    """Search the graph, in Vietnamese (with or without diacritics) or English.

    \b
    qpgraph search "bệnh viện áp dụng 5S"
    qpgraph search truy xuat nguon goc --province "Hải Phòng" --kind task
    qpgraph search "which provinces support ISO 21001" --format json

    An option that is given several times means any of its values.
    """
    from qpgraph.search.engine import Search

    search = Search.open((Settings(store=store) if store else Settings()).store)
    offset, group = options.pop("offset"), options.pop("group")
    found = search.search(" ".join(text), k, offset=offset, filters=options, group=group)
    if found.stale:
        click.echo("qpgraph: the graph was changed since the index was built; run `qpgraph build`", err=True)
    if form == "json":
        json.dump(asdict(found), sys.stdout, ensure_ascii=False, indent=2)
        click.echo()
        return
    _write_table(found, offset)


def _write_table(found: "Results", offset: int) -> None:
    from qpgraph.cli.table import write_table

    for typed, meant in found.corrections:
        click.echo(f"qpgraph: read '{typed}' as '{meant}'", err=True)
    rows = [
        [str(place), *(_cell(hit, name) for name in ("kind", "plan", "ref", "label_vi")), _source(hit)]
        for place, hit in enumerate(found.hits, offset + 1)
    ]
    write_table(_COLUMNS, rows, sys.stdout.buffer)


def _cell(hit: Mapping[str, object], name: str) -> str:
    value = hit[name]
    return "" if value is None else str(value)


def _source(hit: Mapping[str, Any]) -> str:
    sources = [f"{source['document']}: {source['lines']}" for source in hit["source"]]
    more = len(sources) - _SOURCES_SHOWN
    return "; ".join(sources[:_SOURCES_SHOWN]) + (f"; and {more} more" if more > 0 else "")
