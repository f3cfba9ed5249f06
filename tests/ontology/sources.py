"""The ontology's files, read once for all tests."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from rdflib import Graph, Namespace, URIRef
from rdflib.namespace import RDF, SKOS

from qpgraph.settings import data_directory

__all__ = ["FIXTURES", "ONTOLOGY", "QP", "concepts", "graph_of", "shapes", "vocabulary"]

ONTOLOGY = data_directory("ontology")
FIXTURES = Path(__file__).parent / "fixtures"
QP = Namespace("https://w3id.org/qpgraph/ontology#")


@cache
def graph_of(name: str) -> Graph:
    """One file of the ontology folder."""
    return Graph().parse(ONTOLOGY / name)


@cache
def vocabulary() -> Graph:
    """All files but the shapes."""
    whole = Graph()
    for path in sorted(ONTOLOGY.glob("*.ttl")):
        if path.name != "shapes.ttl":
            whole += graph_of(path.name)
    return whole


def shapes() -> Graph:
    """The shapes."""
    return graph_of("shapes.ttl")


def concepts() -> Iterator[URIRef]:
    """All concepts of the thesaurus."""
    for concept in vocabulary().subjects(RDF.type, SKOS.Concept):
        assert isinstance(concept, URIRef)
        yield concept
