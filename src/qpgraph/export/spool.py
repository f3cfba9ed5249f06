"""A network's rows in a temporary SQLite database.

It spills to disk, so that memory stays bounded, and gives rows in an order that stays the same.

Tables: `fact` (what is said of a node other than its links), `facet` (what filters look at), `edge`
(the rows of the view), `thing` (every node with its own class).
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from itertools import groupby, islice
from typing import Any

from pyoxigraph import BlankNode, Literal, NamedNode

from qpgraph.export.source import Row, Source, Term
from qpgraph.export.track import Track, untracked
from qpgraph.export.views import View, export_query
from qpgraph.export.vocabulary import OTHER_CLASS, Vocabulary, short_name
from qpgraph.graph.terms import RDF

__all__ = ["TYPE", "Spool", "key"]

TYPE = RDF.type.value
_BATCH = 5000
_CACHE = 32 << 10  # KiB
_TABLES = f"""
PRAGMA cache_size = -{_CACHE};
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
CREATE TABLE fact(node TEXT, property TEXT, value TEXT, kind TEXT,
  PRIMARY KEY(node, property, value, kind)) WITHOUT ROWID;
CREATE TABLE facet(node TEXT, facet TEXT, value TEXT, PRIMARY KEY(node, facet, value)) WITHOUT ROWID;
CREATE TABLE edge(source TEXT, predicate TEXT, target TEXT, graph TEXT, point TEXT, more TEXT,
  PRIMARY KEY(source, predicate, target, graph, point, more)) WITHOUT ROWID;
CREATE TABLE thing(node TEXT PRIMARY KEY, class TEXT) WITHOUT ROWID;
"""
_COLUMNS = ("source", "predicate", "target", "graph", "point")


class Spool:
    """The rows; `database` is there for SQL."""

    def __init__(self) -> None:
        self.database = sqlite3.connect("", isolation_level=None)
        self.database.executescript(_TABLES)

    def fill(self, source: Source, view: View, vocabulary: Vocabulary, track: Track = untracked) -> None:
        """Reads facts, facets and the view's edges."""
        for table, make, text in (
            ("fact", _fact, export_query("facts").text),
            ("facet", _facet, export_query("facets").text),
            ("edge", _edge, view.query.text),
        ):
            rows = track(source.select(text), None, f"reading: {table}s")
            self.insert(table, (make(row) for row in rows))
        self._classify(vocabulary)

    def insert(self, table: str, rows: Iterable[tuple[str, ...]]) -> None:
        """Adds rows to a table; those that are there already are left out."""
        rows = iter(rows)
        columns = self.count(f"SELECT COUNT(*) FROM pragma_table_info('{table}')")
        statement = f"INSERT OR IGNORE INTO {table} VALUES ({', '.join('?' * columns)})"
        self.database.execute("BEGIN")
        while batch := list(islice(rows, _BATCH)):
            self.database.executemany(statement, batch)
        self.database.execute("COMMIT")

    def rows(self, statement: str, *values: object) -> Iterator[tuple[Any, ...]]:
        """The rows of a SELECT, as they are found."""
        yield from self.database.execute(statement, values)

    def run(self, statement: str, *values: object) -> None:
        """Runs a statement."""
        self.database.execute(statement, values)

    def count(self, statement: str) -> int:
        """The one number that a SELECT gives."""
        return int(self.database.execute(statement).fetchone()[0])

    def close(self) -> None:
        """Frees disk and memory."""
        self.database.close()

    def _classify(self, vocabulary: Vocabulary) -> None:
        self.run("INSERT OR IGNORE INTO thing SELECT DISTINCT node, ? FROM fact", OTHER_CLASS)
        for end in ("source", "target"):
            self.run(f"INSERT OR IGNORE INTO thing SELECT DISTINCT {end}, ? FROM edge", OTHER_CLASS)
        typed = self.rows("SELECT node, value FROM fact WHERE property = ? ORDER BY node", TYPE)
        own = (
            (node, vocabulary.own_class(value for _, value in rows))
            for node, rows in groupby(typed, key=lambda row: row[0])
        )
        self.run("CREATE TABLE own(node TEXT PRIMARY KEY, class TEXT) WITHOUT ROWID")
        self.insert("own", own)
        self.run("UPDATE thing SET class = own.class FROM own WHERE own.node = thing.node")
        self.run("DROP TABLE own")


def key(term: Term) -> str:
    """A node's id: its address, or `_:` and a blank node's label."""
    return str(term) if isinstance(term, BlankNode) else term.value


def _fact(row: Row) -> tuple[str, str, str, str]:
    value = row["value"]
    if isinstance(value, Literal):
        kind = f"@{value.language}" if value.language else short_name(value.datatype.value)
        return key(row["node"]), row["property"].value, value.value, kind
    return key(row["node"]), row["property"].value, key(value), "iri"


def _facet(row: Row) -> tuple[str, str, str]:
    return key(row["node"]), row["facet"].value, _value(row["value"])


def _edge(row: Row) -> tuple[str, ...]:
    more = {name: _value(term) for name, term in row.items() if name not in _COLUMNS}
    point, graph = row.get("point"), row.get("graph")
    return (
        key(row["source"]),
        row["predicate"].value,
        key(row["target"]),
        graph.value if isinstance(graph, NamedNode) else "",
        key(point) if point else "",
        json.dumps(more, ensure_ascii=False, sort_keys=True) if more else "",
    )


def _value(term: Term) -> str:
    return term.value if isinstance(term, Literal) else key(term)
