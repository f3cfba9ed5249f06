"""`/update` and `/data`: who may write, and what comes of it."""

from collections.abc import Iterator

import pytest
from rdflib import Graph

from qpgraph.settings import BASE, Settings
from tests.serving import TOKEN, Service, running, write_store

UPDATE = {"content-type": "application/sparql-update"}
TURTLE = {"content-type": "text/turtle"}
GRAPH = {"graph": "http://example.org/g"}
INSERT = "INSERT DATA { GRAPH <http://example.org/g> { <http://example.org/s> <http://example.org/p> 1 } }"
COUNT = "SELECT (COUNT(*) AS ?n) { GRAPH <http://example.org/g> { ?s ?p ?o } }"


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service without a token."""
    with running(Settings(store=write_store(tmp_path_factory.mktemp("store")), token=None)) as service:
        yield service


@pytest.mark.parametrize(
    "authorization", [None, "Bearer wrong", f"Basic {TOKEN}", "Bearer", f"Bearer {TOKEN}x"]
)
@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/update"), ("PUT", "/data?default"), ("DELETE", "/data?default")]
)
def test_writing_without_the_token_is_401(
    service: Service, authorization: str | None, method: str, path: str
) -> None:
    headers = {"authorization": authorization} if authorization else {}
    response = service.request(method, path, content="", headers=headers)
    assert response.status_code == 401
    assert response.headers["www-authenticate"].startswith("Bearer")


def test_writing_to_a_service_without_a_token_is_403(reading: Service) -> None:
    for headers in ({}, {"authorization": "Bearer"}, {"authorization": "Bearer None"}):
        response = reading.post("/update", content=INSERT, headers={**UPDATE, **headers})
        assert response.status_code == 403


def test_update_is_seen_by_the_next_query(writable: Service) -> None:
    assert writable.select(COUNT) == [{"n": "0"}]
    assert writable.post("/update", content=INSERT, headers=UPDATE).status_code == 204
    assert writable.select(COUNT) == [{"n": "1"}]
    assert writable.post("/update", data={"update": "DROP GRAPH <http://example.org/g>"}).status_code == 204
    assert writable.select(COUNT) == [{"n": "0"}]


def test_update_is_done_as_a_whole_or_not_at_all(writable: Service) -> None:
    response = writable.post(
        "/update", content=f"{INSERT}; CLEAR GRAPH <http://example.org/none>", headers=UPDATE
    )
    assert response.status_code == 400
    assert writable.select(COUNT) == [{"n": "0"}]


def test_update_that_runs_too_long_is_stopped_and_changes_nothing(writable: Service) -> None:
    some = " ".join(f"?s{i} ?p{i} ?o{i} ." for i in range(12))
    count = f"SELECT (COUNT(*) AS ?n) {{ GRAPH ?g {{ {some} }} }}"
    subject = "<http://example.org/s> <http://example.org/p>"
    endless = f"{INSERT}; INSERT {{ {subject} ?n }} WHERE {{ {count} }}"
    response = writable.post("/update", params={"timeout": "1"}, content=endless, headers=UPDATE)
    assert response.status_code == 503
    assert "Nothing was changed" in response.json()["detail"]
    assert writable.select(COUNT) == [{"n": "0"}]


def test_syntax_error_of_an_update_tells_where(writable: Service) -> None:
    response = writable.post("/update", content="CLEAR XYZ", headers=UPDATE)
    assert response.status_code == 400
    assert response.json()["line"] == 1


def test_load_from_elsewhere_is_refused_and_silent_does_nothing(writable: Service) -> None:
    refused = writable.post("/update", content="LOAD <http://127.0.0.1:1/x>", headers=UPDATE)
    assert refused.status_code == 400
    assert "LOAD is off" in refused.json()["detail"]
    silent = f"LOAD SILENT <http://127.0.0.1:1/x> INTO GRAPH <http://example.org/g>; {INSERT}"
    assert writable.post("/update", content=silent, headers=UPDATE).status_code == 204
    assert writable.select(COUNT) == [{"n": "1"}]


def test_using_graph_uri_is_the_data_set_of_the_where_clause(writable: Service) -> None:
    update = "INSERT { GRAPH <http://example.org/g> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    using = {"using-graph-uri": f"{BASE}graph/one"}
    assert writable.post("/update", params=using, content=update, headers=UPDATE).status_code == 204
    assert writable.select(COUNT) == [{"n": "6"}]


def test_put_creates_then_replaces(writable: Service) -> None:
    first = writable.put("/data", params=GRAPH, content="<#a> <#b> 1, 2 .", headers=TURTLE)
    assert first.status_code == 201
    assert writable.select(COUNT) == [{"n": "2"}]
    second = writable.put("/data", params=GRAPH, content="<#a> <#b> 3 .", headers=TURTLE)
    assert second.status_code == 204
    assert writable.select(COUNT) == [{"n": "1"}]


def test_post_adds_and_keeps_blank_nodes_of_different_uploads_apart(writable: Service) -> None:
    for _ in range(2):
        writable.post("/data", params=GRAPH, content="_:x <http://example.org/p> 1 .", headers=TURTLE)
    assert writable.select(COUNT) == [{"n": "2"}]


def test_relative_iris_of_an_upload_are_resolved_against_its_graph(writable: Service) -> None:
    writable.put("/data", params=GRAPH, content="<x> <y> <z> .", headers=TURTLE)
    rows = writable.select("SELECT ?s { GRAPH <http://example.org/g> { ?s ?p ?o } }")
    assert rows == [{"s": "http://example.org/x"}]


def test_post_without_a_graph_makes_one_and_tells_its_address(writable: Service) -> None:
    response = writable.post("/data", content="<#a> <#b> 1 .", headers=TURTLE)
    assert response.status_code == 201
    address = response.headers["location"]
    assert len(Graph().parse(data=writable.get(address).text, format="turtle")) == 1
    assert (
        len(Graph().parse(data=writable.get("/data", params={"graph": address}).text, format="turtle")) == 1
    )


def test_graph_that_is_gone_is_404(writable: Service) -> None:
    assert writable.get("/data", params=GRAPH).status_code == 404
    assert writable.head("/data", params=GRAPH).status_code == 404
    assert writable.delete("/data", params=GRAPH).status_code == 404
    writable.put("/data", params=GRAPH, content="", headers=TURTLE)
    assert writable.get("/data", params=GRAPH).status_code == 200
    assert writable.delete("/data", params=GRAPH).status_code == 204
    assert writable.get("/data", params=GRAPH).status_code == 404


def test_default_is_the_graph_without_a_name(writable: Service) -> None:
    writable.put("/data?default", content="<http://example.org/s> <http://example.org/p> 1 .", headers=TURTLE)
    assert len(Graph().parse(data=writable.get("/data?default").text, format="turtle")) == 1
    assert writable.select("SELECT * { <http://example.org/s> ?p ?o }") != []
    assert writable.delete("/data?default").status_code == 204
    assert len(Graph().parse(data=writable.get("/data?default").text, format="turtle")) == 0


def test_multipart_form_brings_several_documents(writable: Service) -> None:
    files = {
        "one": ("one.ttl", b"<http://example.org/s> <http://example.org/p> _:x .", "text/turtle"),
        "two": ("two.nt", b"_:x <http://example.org/p> <http://example.org/o> .", "application/n-triples"),
    }
    assert writable.post("/data", params=GRAPH, files=files).status_code == 201
    joined = "ASK { GRAPH <http://example.org/g> { ?s <http://example.org/p>/<http://example.org/p> ?o } }"
    assert writable.get("/sparql", params={"query": joined}).json()["boolean"] is False


@pytest.mark.parametrize(
    ("parameters", "content", "content_type", "status"),
    [
        ({}, "", "text/turtle", 400),
        ({**GRAPH, "default": ""}, "", "text/turtle", 400),
        ({"graph": "relative"}, "", "text/turtle", 400),
        (GRAPH, "<a> <b> .", "text/turtle", 400),
        (GRAPH, "", "text/plain", 415),
        (GRAPH, "", "application/trig", 415),
        (
            GRAPH,
            '[{"@id": "http://a/g", "@graph": [{"@id": "http://a/s", "http://a/p": 1}]}]',
            "application/ld+json",
            400,
        ),
    ],
)
def test_wrong_upload(
    writable: Service, parameters: dict[str, str], content: str, content_type: str, status: int
) -> None:
    response = writable.put(
        "/data", params=parameters, content=content, headers={"content-type": content_type}
    )
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert writable.select(COUNT) == [{"n": "0"}]
