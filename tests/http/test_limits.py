"""Requests that are too large: each limit answers with what it is."""

from collections.abc import Iterator

import httpx
import pytest

from qpgraph.settings import Settings
from tests.serving import TOKEN, Service, running, write_store

QUERY = {"content-type": "application/sparql-query"}
LONG = "ASK {} #" + "x" * 2000


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that takes little."""
    settings = Settings(
        store=write_store(tmp_path_factory.mktemp("store")), token=TOKEN, request_max=1000, upload_max=2000
    )
    with running(settings) as service:
        service.headers["authorization"] = f"Bearer {TOKEN}"
        yield service


def refused(response: httpx.Response, status: int, words: str) -> None:
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert words in response.json()["detail"]


def test_query_that_is_too_long_is_413(small: Service) -> None:
    refused(small.post("/sparql", content=LONG, headers=QUERY), 413, "1000 bytes")
    refused(small.post("/sparql", data={"query": LONG}), 413, "1000 bytes")


def test_query_of_undeclared_length_is_413_as_well(small: Service) -> None:
    response = small.post("/sparql", content=iter([LONG.encode()]), headers=QUERY)
    refused(response, 413, "1000 bytes")


def test_update_and_upload_have_a_limit_of_their_own(small: Service) -> None:
    update = {"content-type": "application/sparql-update"}
    assert small.post("/update", content="CLEAR ALL #" + "x" * 1500, headers=update).status_code == 204
    refused(small.post("/update", content="CLEAR ALL #" + "x" * 3000, headers=update), 413, "2000 bytes")
    turtle = {"content-type": "text/turtle"}
    refused(small.put("/data?default", content="#" + "x" * 3000, headers=turtle), 413, "2000 bytes")


def test_address_that_is_too_long_is_414(small: Service) -> None:
    response = small.get("/sparql?query=ASK%7B%7D%23" + "x" * (40 << 10))
    refused(response, 414, "by POST")


def test_connection_is_of_use_after_a_refusal(small: Service) -> None:
    refused(small.post("/sparql", content=LONG * 100, headers=QUERY), 413, "1000 bytes")
    assert small.post("/sparql", content="ASK {}", headers=QUERY).json()["boolean"] is True
