"""Tables as CSV (RFC 4180): a row a thing, from the queries `queries/export/table-*.rq`."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from io import TextIOWrapper
from typing import BinaryIO

from pyoxigraph import Literal

from qpgraph.export.attributes import Value
from qpgraph.export.base import Part
from qpgraph.export.source import Term
from qpgraph.export.views import export_query, header_of

__all__ = ["TABLES", "Table", "cells", "load_table", "write"]

TABLES = ("tasks", "targets", "agencies")

_BETWEEN = "\x1f"
"""Between the items of a list that a query joins."""
_WHOLE, _BROKEN = ("integer", "gYear", "long", "int"), ("decimal", "double", "float")


@dataclass(frozen=True)
class Table:
    """A table: its name, its title and its columns' titles by language."""

    name: str
    title: dict[str, str]
    columns: dict[str, dict[str, str]]


def load_table(name: str) -> Table:
    """A table of `TABLES`, without its rows."""
    header = header_of(f"table-{name}")
    return Table(name, header["title"], header["columns"])


def cells(part: Part, table: Table) -> Iterator[list[Value]]:
    """The rows of the things that the part holds; numbers as numbers, what is unknown as an empty text."""
    held = None
    if not part.selection.everything or part.selection.view:
        held = {node for (node,) in part.things.spool.rows("SELECT node FROM member")}
    query = export_query(f"table-{table.name}").bind({"lang": part.language})
    for row in part.track(part.source.select(query), None, table.name):
        if held is None or row["iri"].value in held:
            yield [_cell(row.get(column)) for column in table.columns]


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes one table; the columns have their short names, whatever the language of the content."""
    table = load_table(name.removesuffix("-csv"))
    text = TextIOWrapper(output, encoding="utf-8", newline="")
    rows = csv.writer(text)
    rows.writerow(table.columns)
    rows.writerows(
        [str(cell).lower() if isinstance(cell, bool) else cell for cell in row] for row in cells(part, table)
    )
    text.flush()
    text.detach()


def _cell(term: Term | None) -> Value:
    if term is None:
        return ""
    if isinstance(term, Literal):
        kind = term.datatype.value.rpartition("#")[2]
        if kind in _WHOLE:
            return int(term.value)
        if kind in _BROKEN:
            number = float(term.value)
            return int(number) if number.is_integer() else number
        if kind == "boolean":
            return term.value == "true"
    return "; ".join(sorted(term.value.split(_BETWEEN)))
