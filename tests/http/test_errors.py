"""Wrong requests: each gets a problem document (RFC 9457) that says what to do."""

import httpx
import pytest

from tests.serving import Service

QUERY = {"content-type": "application/sparql-query"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


def check(response: httpx.Response, status: int, words: str) -> dict[str, object]:
    """The response is a problem of this status whose detail has these words."""
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem: dict[str, object] = response.json()
    assert {"type", "title", "status", "detail", "instance"} <= problem.keys()
    assert problem["status"] == status
    assert problem["instance"] == response.request.url.path
    assert words in str(problem["detail"])
    return problem


def test_syntax_error_tells_line_and_column(service: Service) -> None:
    response = service.get("/sparql", params={"query": "SELECT *\nWHERE { ?s ?p }"})
    problem = check(response, 400, "line 2, column")
    assert problem["line"] == 2
    assert isinstance(problem["column"], int)


def test_unknown_function_is_400(service: Service) -> None:
    response = service.get("/sparql", params={"query": "SELECT (<http://example.org/f>(1) AS ?x) {}"})
    check(response, 400, "http://example.org/f")


def test_two_queries_are_400(service: Service) -> None:
    check(service.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D"), 400, "`query` comes 2 times")


def test_two_timeouts_are_400(service: Service) -> None:
    check(service.get("/sparql?query=ASK%7B%7D&timeout=1&timeout=2"), 400, "`timeout` comes 2 times")


@pytest.mark.parametrize("timeout", ["0", "-1", "soon", "nan", "inf", "1e9"])
def test_timeout_out_of_bounds_is_400(service: Service, timeout: str) -> None:
    check(service.get("/sparql", params={"query": "ASK {}", "timeout": timeout}), 400, "at most 120")


def test_form_without_a_query_is_400(service: Service) -> None:
    check(service.post("/sparql", data={"quarry": "ASK {}"}), 400, "no `query`")


def test_update_at_the_query_address_is_refused(service: Service) -> None:
    check(service.post("/sparql", data={"update": "CLEAR ALL"}), 400, "/update")
    check(service.get("/sparql", params={"update": "CLEAR ALL"}), 400, "POST to /update")


@pytest.mark.parametrize("content_type", ["text/plain", "application/json", "multipart/form-data", ""])
def test_wrong_content_type_is_415(service: Service, content_type: str) -> None:
    headers = {"content-type": content_type} if content_type else {}
    check(service.post("/sparql", content="ASK {}", headers=headers), 415, "application/sparql-query")


def test_other_charset_is_415(service: Service) -> None:
    headers = {"content-type": "application/sparql-query; charset=UTF-16"}
    check(service.post("/sparql", content="ASK {}".encode("utf-16"), headers=headers), 415, "UTF-8")


def test_bytes_that_are_no_utf8_are_400(service: Service) -> None:
    check(service.post("/sparql", content=b"ASK { } # \xff", headers=QUERY), 400, "byte 10")
    check(service.post("/sparql", content=b"query=%ff", headers=FORM), 400, "UTF-8")
    check(service.get("/sparql?query=%ff"), 400, "UTF-8")


def test_compressed_body_is_415(service: Service) -> None:
    headers = {**QUERY, "content-encoding": "gzip"}
    check(service.post("/sparql", content=b"x", headers=headers), 415, "compressed")


def test_wrong_method_is_405_and_says_which_are_right(service: Service) -> None:
    response = service.put("/sparql", params={"query": "ASK {}"})
    check(response, 405, "GET, HEAD, POST, OPTIONS")
    assert response.headers["allow"] == "GET, HEAD, POST, OPTIONS"
    check(service.get("/update", params={"update": "CLEAR ALL"}), 405, "POST")


def test_unknown_address_is_404(service: Service) -> None:
    check(service.get("/nothing/here"), 404, "/nothing/here")


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { service ?x { ?s ?p ?o } }",
    ],
)
def test_service_is_refused(service: Service, query: str) -> None:
    check(service.get("/sparql", params={"query": query}), 400, "SERVICE is off")


def test_word_service_may_stand_in_a_string(service: Service) -> None:
    assert service.select('SELECT ("public SERVICE" AS ?x) {} # SERVICE') == [{"x": "public SERVICE"}]


@pytest.mark.parametrize("host", ["a b", "<x>", "a/b", 'x"y'])
def test_host_that_is_no_host_name_is_400(service: Service, host: str) -> None:
    check(service.get("/sparql", headers={"host": host}), 400, "Host header")
