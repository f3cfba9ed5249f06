"""Where an export reads from: a store on disk, or a SPARQL endpoint. Rows come as they are found."""

from collections.abc import Iterator
from typing import Protocol

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, QuerySolutions, Store

from qpgraph.graph.terms import PREFIXES
from qpgraph.queries.once import results_of
from qpgraph.settings import Settings
from qpgraph.store.base import BadQueryError
from qpgraph.store.layout import open_read_only

__all__ = ["Row", "Source", "Term", "open_source"]

Term = NamedNode | BlankNode | Literal
Row = dict[str, Term]
"""A solution: variable to term; what is unbound is left out."""

_STATEMENTS = "SELECT ?s ?p ?o ?g WHERE { GRAPH ?g { ?s ?p ?o } }"


class Source(Protocol):
    """A data set that is read from end to end."""

    def select(self, text: str) -> Iterator[Row]:
        """The solutions of a SELECT query, one by one. Raises `BadQueryError`, `StoreUnavailableError`."""
        ...

    def statements(self) -> Iterator[Quad]:
        """Every statement with its graph."""
        ...


def open_source(settings: Settings) -> Source:
    """The endpoint that the settings name, or else the store on disk. Raises `StoreUnavailableError`."""
    if settings.endpoint:
        return _Endpoint(settings)
    return _Disk(open_read_only(settings.store))


class _Disk:
    """An Oxigraph database, read only."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def select(self, text: str) -> Iterator[Row]:
        """See `Source.select`."""
        found = self._store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
        assert isinstance(found, QuerySolutions)
        yield from _rows(found)

    def statements(self) -> Iterator[Quad]:
        """See `Source.statements`."""
        yield from self._store


class _Endpoint:
    """A SPARQL 1.1 endpoint; an answer is read as a whole."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def select(self, text: str) -> Iterator[Row]:
        """See `Source.select`."""
        with results_of(text, self._settings, self._settings.timeout_max) as found:
            if not isinstance(found, QuerySolutions):
                raise BadQueryError("an export is made from SELECT queries only")
            yield from _rows(found)

    def statements(self) -> Iterator[Quad]:
        """See `Source.statements`."""
        for row in self.select(_STATEMENTS):
            subject, predicate, graph = row["s"], row["p"], row.get("g", DefaultGraph())
            assert isinstance(subject, NamedNode | BlankNode)
            assert isinstance(predicate, NamedNode)
            assert isinstance(graph, NamedNode | BlankNode | DefaultGraph)
            yield Quad(subject, predicate, row["o"], graph)


def _rows(solutions: QuerySolutions) -> Iterator[Row]:
    names = [variable.value for variable in solutions.variables]
    for solution in solutions:
        yield {
            name: value
            for name, value in zip(names, solution, strict=True)
            if isinstance(value, NamedNode | BlankNode | Literal)
        }
