"""One service for all tests of this folder, over a small data set; tests that write have one of their own."""

from collections.abc import Iterator

import pytest

from qpgraph.settings import BASE, Settings
from tests.serving import TOKEN, Service, running, write_store

TRIG = f"""
PREFIX id: <{BASE}id/>
PREFIX qp: <{BASE}ontology#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX void: <http://rdfs.org/ns/void#>
GRAPH <{BASE}graph/one> {{
  id:task-đ1 a qp:Task ; rdfs:label "Nhiệm vụ một"@vi, "Task one"@en ; qp:lead id:agency .
  id:agency a qp:Agency ; rdfs:label "Sở Khoa học và Công nghệ"@vi .
}}
GRAPH <{BASE}graph/two> {{
  id:task-2 a qp:Task ; qp:lead id:agency ; qp:quantity [ qp:value 10 ] .
  id:agency a qp:Agency .
  id:dataset a void:Dataset ; rdfs:label "All plans"@en ; void:triples 1 .
}}
"""


@pytest.fixture(scope="session")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service that nobody writes to."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store"), TRIG), token=TOKEN, cache=0)
    with running(settings) as service:
        yield service


@pytest.fixture
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over a store of this test alone, with its token already in the headers."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store"), TRIG), token=TOKEN)
    with running(settings) as service:
        service.headers["authorization"] = f"Bearer {TOKEN}"
        yield service
