"""The ontology: complete labels and definitions, and no own term that it doesn't define."""

import re
from pathlib import Path

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import DCTERMS, OWL, RDF, RDFS, SKOS, VANN

import qpgraph
from qpgraph.graph.terms import PREFIXES
from tests.ontology.sources import ONTOLOGY, QP, graph_of, vocabulary

ONTOLOGY_NODE = URIRef("https://w3id.org/qpgraph/ontology")
GRAPH_CODE = Path(qpgraph.__file__).parent / "graph"
QUERIES = ONTOLOGY.parent / "queries"
OWN = graph_of("qpgraph.ttl")
TERMS = {
    term
    for kind in (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty)
    for term in OWN.subjects(RDF.type, kind)
    if isinstance(term, URIRef)
}


def used_in_graph(graph: Graph) -> set[URIRef]:
    return {
        node
        for triple in graph
        for node in triple
        if isinstance(node, URIRef) and node.startswith(QP) and node != URIRef(QP)
    }


def used_in_text(text: str, pattern: str) -> set[URIRef]:
    return {QP[name] for name in re.findall(pattern, text)}


@pytest.mark.parametrize("term", sorted(TERMS))
def test_term_has_both_labels_and_definitions(term: URIRef) -> None:
    for predicate in (RDFS.label, SKOS.definition):
        languages = [text.language for text in OWN.objects(term, predicate) if isinstance(text, Literal)]
        assert sorted(languages, key=str) == ["en", "vi"], predicate


@pytest.mark.parametrize("path", sorted(ONTOLOGY.glob("*.ttl")), ids=lambda path: path.name)
def test_file_uses_only_defined_terms(path: Path) -> None:
    assert used_in_graph(graph_of(path.name)) <= TERMS


def test_shapes_and_rules_and_queries_use_only_defined_terms() -> None:
    texts = [ONTOLOGY / "shapes.ttl", *(ONTOLOGY / "rules").glob("*.rq"), *QUERIES.glob("*.rq")]
    for path in texts:
        used = used_in_text(path.read_text(encoding="utf-8"), r"\bqp:(\w+)")
        assert used <= TERMS, path.name


def test_mapping_code_writes_only_defined_terms() -> None:
    for path in GRAPH_CODE.glob("*.py"):
        used = used_in_text(path.read_text(encoding="utf-8"), r"\bQP\.(?!address\b)(\w+)")
        assert used <= TERMS, path.name


def test_superclasses_and_superproperties_are_defined_or_of_a_known_vocabulary() -> None:
    known = tuple(PREFIXES.values())
    for predicate in (RDFS.subClassOf, RDFS.subPropertyOf, RDFS.domain, RDFS.range, OWL.inverseOf):
        for above in OWN.objects(None, predicate):
            if isinstance(above, URIRef):
                assert above in TERMS or not above.startswith(QP)
                assert str(above).startswith(known)


def test_metadata_names_version_and_prefix() -> None:
    assert OWN.value(ONTOLOGY_NODE, VANN.preferredNamespacePrefix) == Literal("qp")
    assert OWN.value(ONTOLOGY_NODE, OWL.versionIRI) == URIRef(f"{ONTOLOGY_NODE}/{qpgraph.__version__}")
    assert OWN.value(ONTOLOGY_NODE, DCTERMS.license)


def test_data_set_describes_itself_in_both_languages() -> None:
    node = URIRef("https://w3id.org/qpgraph/id/dataset")
    for predicate in (DCTERMS.title, DCTERMS.description):
        texts = vocabulary().objects(node, predicate)
        assert {text.language for text in texts if isinstance(text, Literal)} == {"vi", "en"}
    assert (node, DCTERMS.license, None) in vocabulary()


def test_data_set_names_every_document_as_its_source() -> None:
    loaders = ONTOLOGY.parent / "loaders"
    documents = {path.parent.name for path in loaders.glob("*/plan.yaml")}
    sources = vocabulary().objects(URIRef("https://w3id.org/qpgraph/id/dataset"), DCTERMS.source)
    assert {str(source).rsplit("/", 1)[1] for source in sources} == documents
