"""Runs the tests of update evaluation: puts a data set in place, updates it, compares what is there.

Both are operations of one request, since each request costs a new load of the data; the test's own
prologue stands first, where the engine takes it.

The default graph of an update is the graph without a name, which is what the tests mean by it; it
is read back by the Graph Store Protocol (`?default`), the named graphs by a query.
"""

import re
from collections.abc import Iterator

from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad
from rdflib import RDFS, Namespace
from rdflib.term import Node

from tests.serving import TOKEN, Service
from tests.w3c.comparison import assert_same
from tests.w3c.documents import document, insert_data
from tests.w3c.manifest import MF, Entry
from tests.w3c.results import Solutions, read_result, read_triples
from tests.w3c.terms import Term

__all__ = ["run_entry"]

UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_PROLOGUE = re.compile(r"(?:\s|#.*\n|BASE\s*<[^>]*>|PREFIX\s*\w*:\s*<[^>]*>)*", re.IGNORECASE)
_NAMED = "SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } }"


def run_entry(entry: Entry, service: Service) -> None:
    """Carries out the update and compares all quads, up to the names of blank nodes."""
    action, result = entry.value(MF.action), entry.value(MF.result)
    before = ["DROP ALL", *(insert_data(triples, graph) for graph, triples in _graphs(entry, action))]
    request = document(entry.value(MF.action, UT.request)).request()
    prologue = _PROLOGUE.match(request)
    assert prologue is not None
    update = prologue[0] + ";\n".join([*before, request[prologue.end() :]])
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/sparql-update"}
    response = service.post("/update", content=update, headers=headers)
    assert response.status_code == 204, response.text
    expected = [
        Quad(triple.subject, triple.predicate, triple.object, NamedNode(graph) if graph else DefaultGraph())
        for graph, triples in _graphs(entry, result)
        for triple in triples
    ]
    assert_same(expected, _quads(service))


def _graphs(entry: Entry, node: Node | None) -> Iterator[tuple[str | None, list[Quad]]]:
    """The graphs that an action or a result names, None for the default graph."""
    assert node is not None
    for data in entry.graph.objects(node, UT.data):
        yield None, document(data).triples()
    for data in entry.graph.objects(node, UT.graphData):
        name = entry.graph.value(data, RDFS.label)
        yield str(name), document(entry.graph.value(data, UT.graph)).triples()


def _quads(service: Service) -> list[Quad]:
    """All that is in the store."""
    unnamed = service.get("/data?default", headers={"accept": "application/n-triples"})
    assert unnamed.status_code == 200, unnamed.text
    accept = {"accept": "application/sparql-results+json"}
    named = service.post("/sparql", data={"query": _NAMED}, headers=accept)
    assert named.status_code == 200, named.text
    solutions = read_result(named.content, "srj", "")
    assert isinstance(solutions, Solutions)
    quads = [_quad(**row) for row in solutions.rows]
    return [*read_triples(unnamed.content, "nt", service.address), *quads]


def _quad(s: Term, p: Term, o: Term, g: Term) -> Quad:
    assert isinstance(s, NamedNode | BlankNode)
    assert isinstance(p, NamedNode)
    assert isinstance(g, NamedNode)
    return Quad(s, p, o, g)
