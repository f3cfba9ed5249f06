"""RDF exports, read back by rdflib and compared statement by statement."""

import json
import warnings
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Quad
from rdflib import OWL, RDF, BNode, Dataset, Graph, URIRef

from qpgraph.export.jsonld import context
from qpgraph.settings import BASE, data_directory
from tests.export.conftest import Exporter

TRIPLES = {"ttl": "turtle", "nt": "nt", "jsonld": "json-ld", "rdfxml": "xml"}
QUADS = {"nq": "nquads", "trig": "trig"}
Statement = tuple[str, ...]


def as_text(term: object) -> str:
    """A term of rdflib or Oxigraph in one notation; all blank nodes look alike."""
    if isinstance(term, BNode | BlankNode):
        return "_:"
    return term.n3() if hasattr(term, "n3") else str(term).replace(f"^^<{XSD_STRING}>", "")


XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


def stated(quads: list[Quad]) -> set[Statement]:
    """The triples of the graph, written out by rdflib from N-Triples, so that both sides escape alike."""
    graph = Graph().parse(data="\n".join(f"{quad.triple} ." for quad in quads), format="nt")
    return read(graph)


def read(graph: Graph) -> set[Statement]:
    return {tuple(as_text(term) for term in triple) for triple in graph}


@pytest.mark.parametrize("name", TRIPLES)
def test_triples_are_all_there(name: str, export: Exporter, quads: list[Quad]) -> None:
    graph = Graph().parse(data=export(name), format=TRIPLES[name])
    assert read(graph) == stated(quads)
    assert len(graph) == len({quad.triple for quad in quads})


@pytest.mark.parametrize("name", QUADS)
def test_quads_are_all_there_in_their_graphs(name: str, export: Exporter, quads: list[Quad]) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        dataset = Dataset()
        dataset.parse(data=export(name), format=QUADS[name])
        found = {graph.identifier: len(graph) for graph in dataset.graphs() if len(graph)}
    wanted: dict[URIRef, int] = {}
    for quad in quads:
        address = URIRef(quad.graph_name.value)  # type: ignore[union-attr]
        wanted[address] = wanted.get(address, 0) + 1
    assert found == wanted


def test_jsonld_is_in_the_published_context(export: Exporter) -> None:
    document = json.loads(export("jsonld"))
    assert document["@context"] == context()["@context"]
    task = next(
        node for node in document["@graph"] if node["@id"].endswith("hai-phong-kh-2026-2030/task/3.1.1")
    )
    assert {"label", "lead", "isPartOf"} <= set(task)
    assert set(task["label"]) == {"vi", "en"}


def test_context_knows_every_link_of_the_ontology() -> None:
    ontology = Graph().parse(Path(data_directory("ontology")) / "qpgraph.ttl")
    known = {
        (definition["@id"] if isinstance(definition, dict) else definition)
        for definition in context()["@context"].values()
        if not isinstance(definition, float)
    }
    links = set(ontology.subjects(RDF.type, OWL.ObjectProperty))
    values = set(ontology.subjects(RDF.type, OWL.DatatypeProperty))
    assert {f"qp:{term.rpartition('#')[2]}" for term in links | values} <= known


def test_filtered_statements_say_all_of_what_they_keep(export: Exporter, quads: list[Quad]) -> None:
    graph = Graph().parse(data=export("nt", themes=("tfp",)), format="nt")
    theme = URIRef(f"{BASE}id/theme/tfp")
    subject = URIRef("http://purl.org/dc/terms/subject")
    about = set(graph.subjects(subject, theme))
    everything = Graph().parse(data="\n".join(f"{quad.triple} ." for quad in quads), format="nt")
    assert about == set(everything.subjects(subject, theme))
    assert about
    for point in about:
        literals = {each for each in everything.predicate_objects(point) if not isinstance(each[1], URIRef)}
        assert literals <= set(graph.predicate_objects(point))
    assert set(graph) < set(everything)


def test_empty_selection_is_an_empty_graph(export: Exporter) -> None:
    assert export("nt", themes=("tfp",), years=(1999,)) == b""
