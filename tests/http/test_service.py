"""What surrounds the endpoint: scripts of other origins, health, figures, descriptions."""

import pytest
from rdflib import RDF, Graph, Literal, URIRef
from rdflib.namespace import VOID

from qpgraph.settings import BASE
from tests.serving import Service

ORIGIN = {"origin": "https://example.org"}


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/sparql?query=ASK", "/health", "/nothing"])
def test_any_origin_may_read_answers_and_errors(service: Service, path: str) -> None:
    response = service.get(path, headers=ORIGIN)
    assert response.headers["access-control-allow-origin"] == "*"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_preflight_allows_a_token_and_a_content_type(service: Service) -> None:
    headers = {
        **ORIGIN,
        "access-control-request-method": "POST",
        "access-control-request-headers": "authorization, content-type",
    }
    response = service.options("/update", headers=headers)
    assert response.status_code == 204
    assert response.headers["access-control-allow-origin"] == "*"
    assert "POST" in response.headers["access-control-allow-methods"]
    assert {"Authorization", "Content-Type"} <= set(
        response.headers["access-control-allow-headers"].split(", ")
    )


def test_health_and_ready(service: Service) -> None:
    assert service.get("/health").json() == {"status": "ok"}
    assert service.get("/ready").json() == {"status": "ready"}


def test_figures_count_requests_by_route_and_status(service: Service) -> None:
    name = 'qpgraph_http_requests_total{method="GET",route="/sparql",status="400"}'
    service.get("/sparql?query=NONSENSE")
    before = service.figure(name)
    service.get("/sparql?query=NONSENSE")
    assert service.figure(name) == before + 1
    assert service.get("/metrics").headers["content-type"].startswith("text/plain; version=0.0.4")


def test_service_description_names_graphs_and_says_union(service: Service) -> None:
    sd = "http://www.w3.org/ns/sparql-service-description#"
    graph = Graph().parse(
        data=service.get("/sparql", headers={"accept": "application/rdf+xml"}).text, format="xml"
    )
    assert (None, URIRef(f"{sd}feature"), URIRef(f"{sd}UnionDefaultGraph")) in graph
    names = {str(name) for name in graph.objects(None, URIRef(f"{sd}name"))}
    assert names == {f"{BASE}graph/one", f"{BASE}graph/two"}


def test_void_describes_the_data_set_with_counts_of_now(service: Service) -> None:
    response = service.get("/.well-known/void", headers={"accept": "text/turtle"})
    graph = Graph().parse(data=response.text, format="turtle")
    dataset = URIRef(f"{BASE}id/dataset")
    assert (dataset, RDF.type, VOID.Dataset) in graph
    assert (dataset, VOID.sparqlEndpoint, URIRef(f"{service.address}/sparql")) in graph
    count = service.select("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }")[0]["n"]
    assert list(graph.objects(dataset, VOID.triples)) == [Literal(int(count))]
    partitions = list(graph.subjects(VOID["class"], URIRef(f"{BASE}ontology#Task")))
    assert [graph.value(partition, VOID.entities) for partition in partitions] == [Literal(2)]


def test_openapi_document_has_the_routes(service: Service) -> None:
    paths = service.get("/openapi.json").json()["paths"]
    assert {"/sparql", "/update", "/data", "/id/{path}", "/health", "/ready", "/metrics"} <= paths.keys()
    assert {"get", "post"} <= paths["/sparql"].keys()
