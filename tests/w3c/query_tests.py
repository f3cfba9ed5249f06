"""Runs the tests of query evaluation.

All data of all tests lie in one store, each document in the graph of its own address; a test
names its data set by the Protocol's `default-graph-uri` and `named-graph-uri`, or by its FROM.
"""

import re
from collections.abc import Iterable

from rdflib import Namespace

from tests.serving import TOKEN, Service
from tests.w3c.comparison import assert_same
from tests.w3c.documents import Document, document, insert_data, resolve
from tests.w3c.manifest import MF, Entry
from tests.w3c.results import read_result

__all__ = ["NOTHING", "load_data", "run_entry"]

QT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-query#")
NOTHING = "urn:x-qpgraph:nothing"
"""A graph that nothing is in: the default graph of a test without data."""
_FROM = re.compile(r"\bFROM\s+(?:NAMED\s+)?<([^>]*)>", re.IGNORECASE)
_LAST_ORDER = re.compile(r"\bORDER\s+BY\b[^{}]*\Z", re.IGNORECASE)
_ACCEPT = {
    "srx": ("application/sparql-results+xml", "srx"),
    "srj": ("application/sparql-results+json", "srj"),
    "csv": ("text/csv", "csv"),
    "tsv": ("text/tab-separated-values", "tsv"),
}
_ACCEPT_SOLUTIONS = _ACCEPT["srj"]
_ACCEPT_GRAPH = ("text/turtle", "ttl")


def load_data(service: Service, tests: Iterable[Entry]) -> None:
    """Puts the data of all tests into the service's store, by one update."""
    found = {data.address: data for entry in tests for data in _all_data(entry)}
    update = ";\n".join(insert_data(data.triples(), address) for address, data in found.items())
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/sparql-update"}
    service.post("/update", content=update, headers=headers).raise_for_status()


def run_entry(entry: Entry, service: Service) -> None:
    """Sends the query and compares its answer with the expected one."""
    query = document(entry.value(MF.action, QT.query))
    result = document(entry.value(MF.result))
    expected = read_result(result.path.read_bytes(), result.suffix, result.address)
    accept, suffix = _ACCEPT.get(
        result.suffix, _ACCEPT_GRAPH if isinstance(expected, list) else _ACCEPT_SOLUTIONS
    )
    form = {"query": query.request(), **_dataset(entry, query)}
    response = service.post("/sparql", data=form, headers={"accept": accept})
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == accept
    assert_same(
        expected,
        read_result(response.content, suffix, result.address),
        ordered=_LAST_ORDER.search(query.text()) is not None,
        lax=entry.value(MF.resultCardinality) == MF.LaxCardinality,
    )


def _dataset(entry: Entry, query: Document) -> dict[str, list[str]]:
    """The parameters that name the data set; none where the query names it (Protocol, 2.1.4)."""
    if _FROM.search(query.text()):
        return {}
    default, named = _data(entry, "data"), _data(entry, "graphData")
    return {
        "default-graph-uri": [data.address for data in default] or [NOTHING],
        "named-graph-uri": [data.address for data in named],
    }


def _data(entry: Entry, name: str) -> list[Document]:
    action = entry.value(MF.action)
    return [document(node) for node in entry.graph.objects(action, QT[name])]


def _all_data(entry: Entry) -> list[Document]:
    query = document(entry.value(MF.action, QT.query))
    clauses = [resolve(name, query) for name in _FROM.findall(query.text())]
    return [*_data(entry, "data"), *_data(entry, "graphData"), *clauses]
