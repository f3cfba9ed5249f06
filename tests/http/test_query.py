"""Queries at `/sparql`: ways to send one, formats to get the answer in."""

import csv
import io
import json
from xml.etree import ElementTree

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from qpgraph.settings import BASE
from tests.serving import Service

SELECT = f"SELECT ?task {{ ?task a <{BASE}ontology#Task> }} ORDER BY ?task"
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
FORM = {"content-type": "application/x-www-form-urlencoded"}
JSON = "application/sparql-results+json"


def ask(service: Service, query: str, accept: str | None = None, **parameters: str) -> httpx.Response:
    headers = {} if accept is None else {"accept": accept}
    return service.get("/sparql", params={"query": query, **parameters}, headers=headers)


def media_type(response: httpx.Response) -> str:
    return response.headers["content-type"].partition(";")[0]


def test_get_post_form_and_post_direct_give_the_same_answer(service: Service) -> None:
    by_get = ask(service, SELECT)
    by_form = service.post("/sparql", data={"query": SELECT})
    direct = service.post("/sparql", content=SELECT, headers={"content-type": "application/sparql-query"})
    assert by_get.json() == by_form.json() == direct.json()
    assert len(by_get.json()["results"]["bindings"]) == 2


def test_get_query_without_accept_gets_json(service: Service) -> None:
    response = service.get("/sparql", params={"query": SELECT}, headers={"accept": ""})
    assert media_type(response) == JSON


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", JSON),
        ("application/json", "application/json"),
        ("text/csv", "text/csv"),
        ("text/*", "text/csv"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv;q=0.5, text/tab-separated-values;q=0.6", "text/tab-separated-values"),
        ("text/turtle, text/csv;q=0.1", "text/csv"),
        ("TEXT/CSV; header=present; q=1.0", "text/csv"),
        ("*/*;q=0.1, application/sparql-results+json;q=0", "application/sparql-results+xml"),
    ],
)
def test_select_accept(service: Service, accept: str, expected: str) -> None:
    assert media_type(ask(service, SELECT, accept)) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("*/*", "text/turtle"),
        ("application/n-triples", "application/n-triples"),
        ("application/*;q=0.2, application/trig;q=0.1, text/turtle;q=0", "application/n-triples"),
        ("application/sparql-results+json, application/ld+json;q=0.3", "application/ld+json"),
    ],
)
def test_construct_accept(service: Service, accept: str, expected: str) -> None:
    assert media_type(ask(service, CONSTRUCT, accept)) == expected


@pytest.mark.parametrize(
    ("query", "accept"),
    [
        (SELECT, "text/turtle"),
        (CONSTRUCT, "text/csv"),
        (SELECT, "image/png"),
        (SELECT, "*/*;q=0"),
        ("ASK {}", "application/trig"),
    ],
)
def test_nothing_acceptable_is_406(service: Service, query: str, accept: str) -> None:
    response = ask(service, query, accept)
    assert response.status_code == 406
    assert "Accept" in response.json()["detail"]


def test_select_in_all_formats(service: Service) -> None:
    expected = [f"{BASE}id/task-2", f"{BASE}id/task-đ1"]
    rows = list(csv.DictReader(io.StringIO(ask(service, SELECT, "text/csv").content.decode(), newline="")))
    assert [row["task"] for row in rows] == expected
    lines = ask(service, SELECT, "text/tab-separated-values").content.decode().splitlines()
    assert lines == ["?task", *(f"<{iri}>" for iri in expected)]
    xml = ElementTree.fromstring(ask(service, SELECT, "application/sparql-results+xml").content)
    assert [node.text for node in xml.iter("{http://www.w3.org/2005/sparql-results#}uri")] == expected


@pytest.mark.parametrize("accept", ["text/csv", "text/tab-separated-values"])
def test_ask_in_plain_text_formats(service: Service, accept: str) -> None:
    assert ask(service, "ASK { ?s ?p ?o }", accept).text.strip() == "true"


@pytest.mark.parametrize(
    "accept",
    [
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "application/rdf+xml",
        "application/ld+json",
    ],
)
def test_construct_in_all_formats(service: Service, accept: str) -> None:
    query = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{BASE}graph/one> {{ ?s ?p ?o }} }}"
    response = ask(service, query, accept)
    assert len(list(parse(response.content, RdfFormat.from_media_type(accept)))) == 6


@pytest.mark.parametrize(("name", "expected"), [("csv", "text/csv"), ("json", JSON)])
def test_parameter_format_stands_before_accept(service: Service, name: str, expected: str) -> None:
    assert media_type(ask(service, SELECT, "application/sparql-results+xml", format=name)) == expected


def test_unknown_format_is_400(service: Service) -> None:
    response = ask(service, SELECT, format="xls")
    assert response.status_code == 400
    assert "csv" in response.json()["detail"]


def test_default_graph_is_the_union_of_the_named_graphs(service: Service) -> None:
    assert len(service.select("SELECT ?t { ?t ?p ?o . FILTER(ISIRI(?t)) } GROUP BY ?t")) == 4


def test_triple_of_two_graphs_counts_once(service: Service) -> None:
    query = f"SELECT (COUNT(*) AS ?n) {{ <{BASE}id/agency> a ?class }}"
    assert service.select(query) == [{"n": "1"}]
    both = {"default-graph-uri": [f"{BASE}graph/one", f"{BASE}graph/two"]}
    response = service.get("/sparql", params={"query": query, **both})
    assert response.json()["results"]["bindings"][0]["n"]["value"] == "1"


def test_triple_of_two_graphs_counts_once_with_from_clauses(service: Service) -> None:
    query = f"""PREFIX graph: <{BASE}graph/>
        SELECT (COUNT(*) AS ?n) FROM graph:one FROM <{BASE}graph/two> FROM NAMED graph:one
        {{ <{BASE}id/agency> a ?class . GRAPH ?g {{ <{BASE}id/agency> a ?class }} }}"""
    assert service.select(query) == [{"n": "1"}]


def test_from_clause_leaves_other_graphs_out(service: Service) -> None:
    assert len(service.select(f"SELECT * FROM <{BASE}graph/one> {{ ?task a <{BASE}ontology#Task> }}")) == 1


def test_default_graph_uri_leaves_other_graphs_out(service: Service) -> None:
    query = f"SELECT * {{ ?task a <{BASE}ontology#Task> }}"
    assert len(service.select(query, **{"default-graph-uri": f"{BASE}graph/one"})) == 1
    assert service.select(query, **{"named-graph-uri": f"{BASE}graph/one"}) == []


def test_parameters_of_the_data_set_stand_before_from_clauses(service: Service) -> None:
    query = f"SELECT * FROM <{BASE}graph/one> {{ ?task a <{BASE}ontology#Task> }}"
    assert service.select(query, **{"default-graph-uri": "http://example.org/none"}) == []


def test_relative_graph_name_is_400(service: Service) -> None:
    response = ask(service, "ASK {}", **{"default-graph-uri": "plans"})
    assert response.status_code == 400
    assert "plans" in response.json()["detail"]


def test_relative_iri_is_resolved_against_the_endpoint(service: Service) -> None:
    assert service.select("SELECT (<x> AS ?iri) {}") == [{"iri": f"{service.address}/x"}]


def test_head_has_the_headers_and_no_body(service: Service) -> None:
    response = service.head("/sparql", params={"query": SELECT})
    assert response.status_code == 200
    assert media_type(response) == JSON
    assert response.content == b""


def test_options_says_what_is_allowed(service: Service) -> None:
    response = service.options("/sparql")
    assert response.status_code == 204
    assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"


def test_trailing_slash_is_the_same_endpoint(service: Service) -> None:
    assert service.get("/sparql/", params={"query": "ASK {}"}).json() == {"head": {}, "boolean": True}


def test_percent_encoded_and_raw_utf8_forms_are_read(service: Service) -> None:
    raw = 'query=SELECT ("Sở" AS ?name) {}'.encode()
    response = service.post("/sparql", content=raw, headers=FORM)
    assert response.json()["results"]["bindings"][0]["name"]["value"] == "Sở"


def test_answer_tells_caches_what_it_depends_on(service: Service) -> None:
    assert ask(service, SELECT).headers["vary"] == "Accept"


def test_large_answer_comes_whole(service: Service) -> None:
    digits = "VALUES ?d { 0 1 2 3 4 5 6 7 8 9 }"
    query = "SELECT * {" + "".join(f" {{ SELECT (?d AS ?d{i}) {{ {digits} }} }}" for i in range(5)) + " }"
    response = ask(service, query)
    assert "content-length" not in response.headers
    assert len(json.loads(response.content)["results"]["bindings"]) == 100_000
