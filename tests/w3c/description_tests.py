"""Runs the three tests of the service description: their manifest says in words what is to be shown."""

from rdflib import RDF, BNode, Graph, Namespace, URIRef

from tests.serving import Service
from tests.w3c.manifest import Entry

__all__ = ["run_entry"]

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
_DOMAIN_AND_RANGE = {
    SD.endpoint: (SD.Service, None),
    SD.feature: (SD.Service, {SD.UnionDefaultGraph, SD.BasicFederatedQuery, SD.DereferencesURIs}),
    SD.supportedLanguage: (SD.Service, {SD.SPARQL10Query, SD.SPARQL11Query, SD.SPARQL11Update}),
    SD.resultFormat: (SD.Service, None),
    SD.defaultDataset: (SD.Service, SD.Dataset),
    SD.defaultGraph: (SD.Dataset, SD.Graph),
    SD.namedGraph: (SD.Dataset, SD.NamedGraph),
    SD.name: (SD.NamedGraph, None),
    SD.graph: (SD.NamedGraph, SD.Graph),
}


def run_entry(entry: Entry, service: Service) -> None:
    """Gets the description and checks what the entry names."""
    response = service.get("/sparql", headers={"accept": "text/turtle"})
    assert response.status_code == 200
    assert response.headers["content-type"].startswith("text/turtle")
    graph = Graph().parse(data=response.content, format="turtle")
    match entry.node.fragment:
        case "returns-rdf":
            assert len(graph) > 0
        case "has-endpoint-triple":
            assert (None, SD.endpoint, URIRef(f"{service.address}/sparql")) in graph
        case "conforms-to-schema":
            _check_schema(graph)
        case name:
            raise AssertionError(f"a test that this runner doesn't know: {name}")


def _check_schema(graph: Graph) -> None:
    """Each `sd:` property stands between what its domain and range say (Service Description, 3)."""
    assert len(list(graph.subjects(RDF.type, SD.Service))) == 1
    for subject, predicate, value in graph:
        if not str(predicate).startswith(str(SD)):
            continue
        assert isinstance(predicate, URIRef)
        domain, allowed = _DOMAIN_AND_RANGE[predicate]
        assert (subject, RDF.type, domain) in graph
        if isinstance(allowed, set):
            assert value in allowed
        elif allowed is not None:
            assert (value, RDF.type, allowed) in graph
        else:
            assert isinstance(value, URIRef | BNode)
