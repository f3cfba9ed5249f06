"""Answers one query from a data set in memory: what a worker does, in one place.

The data set's default graph is already the union of the named graphs (see `load`), each triple
once, so that a triple of two graphs gives one solution, as in any RDF graph.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from pyoxigraph import (
    DefaultGraph,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    Triple,
    serialize,
)

from qpgraph.graph.terms import PREFIXES
from qpgraph.sparql.media_types import choose_media_type
from qpgraph.sparql.syntax import dataset_clauses

__all__ = ["Data", "NoSuchGraphError", "Output", "answer_graph", "answer_query", "load"]


class NoSuchGraphError(Exception):
    """The data set has no graph of that name."""


class Output(Protocol):
    """Where an answer goes: its media type, then its bytes."""

    def begin(self, media_type: str) -> None:
        """The answer will be in this media type."""
        ...

    def write(self, data: bytes) -> int:
        """Takes the next bytes."""
        ...

    def flush(self) -> None:
        """Nothing is kept back on purpose."""
        ...


@dataclass(frozen=True)
class Data:
    """A data set in memory, ready to be asked."""

    store: Store
    """The named graphs; as default graph their union (with `unnamed`), or only `unnamed`."""
    unnamed: Store
    """The triples of the graph without a name."""
    overlaps: bool
    """Whether a triple stands in two graphs."""


def load(database: Path, *, union: bool) -> Data:
    """Reads an Oxigraph database into memory. Raises OSError when there is none."""
    disk = Store.read_only(str(database))
    store, unnamed = Store(), Store()
    store.bulk_extend(disk)
    unnamed.bulk_extend(store.quads_for_pattern(None, None, None, DefaultGraph()))
    for graph in disk.named_graphs():
        store.add_graph(graph)
    quads = len(store)
    if union:
        store.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return Data(store, unnamed, overlaps=not union or len(store) < quads * 2 - len(unnamed))


def answer_query(data: Data, request: dict[str, Any], output: Output) -> None:
    """Runs the query of a request and writes its answer.

    `request` has `text`, `accept`, `base`, and `default` and `named`: lists of graphs, or None for
    the query's own data set (SPARQL 1.1 Protocol, 2.1.4). Raises SyntaxError, ValueError, RuntimeError.
    """
    store, options = _dataset(data, request)
    results = store.query(request["text"], base_iri=request["base"], **options)
    accept: Sequence[str] = request["accept"]
    if isinstance(results, QueryTriples):
        media_type = choose_media_type("graph", accept)
        output.begin(media_type)
        _write_triples(results, media_type, output)
        return
    form = "boolean" if isinstance(results, QueryBoolean) else "solutions"
    media_type = choose_media_type("boolean" if form == "boolean" else "solutions", accept)
    output.begin(media_type)
    _write_solutions(results, media_type, output)


def answer_graph(data: Data, graph: str | None, media_type: str, output: Output) -> None:
    """Writes a named graph, or (None) the graph without a name. Raises `NoSuchGraphError`."""
    name = DefaultGraph() if graph is None else NamedNode(graph)
    store = data.unnamed if graph is None else data.store
    if isinstance(name, NamedNode) and not store.contains_named_graph(name):
        raise NoSuchGraphError(f"There is no graph <{graph}>.")
    output.begin(media_type)
    quads = store.quads_for_pattern(None, None, None, name)
    _write_triples((quad.triple for quad in quads), media_type, output)


def _dataset(data: Data, request: dict[str, Any]) -> tuple[Store, dict[str, Any]]:
    """The store and the options to run a query with, its default graph free of double triples."""
    if request["default"] is not None:
        default = [NamedNode(graph) for graph in request["default"]]
        named = [NamedNode(graph) for graph in request["named"]]
    else:
        clauses = dataset_clauses(request["text"]) if data.overlaps else None
        if clauses is None or len(clauses.default) < 2:
            return data.store, {}
        default = _names(clauses.prologue, clauses.default, request["base"])
        named = _names(clauses.prologue, clauses.named, request["base"])
    if not data.overlaps or len(default) < 2:
        return data.store, {"default_graph": default, "named_graphs": named}
    merged = Store()
    merged.bulk_extend(_triples_of(data.store, default))
    for graph in named:
        merged.bulk_extend(data.store.quads_for_pattern(None, None, None, graph))
    return merged, {"default_graph": DefaultGraph(), "named_graphs": named}


def _names(prologue: str, names: Sequence[str], base: str | None) -> list[NamedNode]:
    """The graphs behind names as a query writes them: the engine resolves prefixes and base."""
    query = f"{prologue} SELECT ?graph {{ VALUES ?graph {{ {' '.join(names)} }} }}"
    solutions = Store().query(query, base_iri=base)
    assert isinstance(solutions, QuerySolutions)
    return [solution["graph"] for solution in solutions if isinstance(solution["graph"], NamedNode)]


def _triples_of(store: Store, graphs: Iterable[NamedNode]) -> Iterable[Quad]:
    for graph in graphs:
        for quad in store.quads_for_pattern(None, None, None, graph):
            yield Quad(quad.subject, quad.predicate, quad.object)


def _write_solutions(results: QuerySolutions | QueryBoolean, media_type: str, output: Output) -> None:
    results.serialize(output, QueryResultsFormat.from_media_type(media_type))  # type: ignore[arg-type]


def _write_triples(triples: Iterable[Triple] | QueryTriples, media_type: str, output: Output) -> None:
    rdf_format = RdfFormat.from_media_type(media_type)
    if rdf_format in (RdfFormat.TURTLE, RdfFormat.TRIG):
        serialize(triples, output, rdf_format, prefixes=PREFIXES)  # type: ignore[arg-type]
    elif isinstance(triples, QueryTriples):
        triples.serialize(output, rdf_format)  # type: ignore[arg-type]
    else:
        serialize(triples, output, rdf_format)  # type: ignore[arg-type]
