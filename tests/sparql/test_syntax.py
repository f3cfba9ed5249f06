"""What the service reads of a query or update before it runs it."""

import pytest

from qpgraph.sparql.syntax import Clauses, dataset_clauses, refuse_service, with_dataset, without_loads
from qpgraph.store.base import BadQueryError, Dataset


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://a/> { ?s ?p ?o } }",
        "select * { service silent <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o . { SERVICE?x{?s ?p ?o} } }",
        "SELECT * { ?s ?p 'it\\'s' . SERVICE <http://a/> { ?s ?p ?o } }",
        '''SELECT * { ?s ?p """a "quote" """ SERVICE <http://a/> { ?s ?p ?o } }''',
        "SELECT * { ?s ?p '#' SERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o # a comment\nSERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { \\u0053ERVICE <http://a/> { ?s ?p ?o } }",
        "SELECT * { BIND(1 AS ?a) FILTER(?a<2)SERVICE#>\n<http://a/>{ ?s ?p ?o } }",
        "DELETE { ?s ?p ?o } WHERE { SERVICE <http://a/> { ?s ?p ?o } }",
    ],
)
def test_service_is_found(query: str) -> None:
    with pytest.raises(BadQueryError, match="SERVICE is off"):
        refuse_service(query)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service ?p ?o }",
        "SELECT * { ?s <http://a/service> ?o }",
        "PREFIX service: <http://a/> SELECT * { ?s service:service ex:SERVICE }",
        "SELECT * { ?s ?p 'SERVICE', \"SERVICE\", '''SERVICE''', \"\"\"SERVICE\"\"\"@en }",
        "SELECT * { ?s ?p ?o } # SERVICE <http://a/>",
        "SELECT * { ?s ?p 'it\\'s SERVICE' }",
        "SELECT * { ?s ?p _:service }",
    ],
)
def test_word_service_elsewhere_is_let_through(query: str) -> None:
    refuse_service(query)


def test_from_clauses_are_read_as_written() -> None:
    query = """PREFIX g: <http://g/> SELECT ?from FROM g:1 from named <http://g/2> FROM <http://g/3>
        { ?from ?p 'FROM' }"""
    assert dataset_clauses(query) == Clauses(
        "PREFIX g: <http://g/> ", ("g:1", "<http://g/3>"), ("<http://g/2>",)
    )


def test_query_without_from_has_no_clauses() -> None:
    assert dataset_clauses("SELECT ?from { ?from <http://a/from> 'from' }") is None


def test_load_is_refused() -> None:
    with pytest.raises(BadQueryError, match="LOAD is off"):
        without_loads("CLEAR ALL; LOAD <http://a/>")


@pytest.mark.parametrize("load", ["LOAD SILENT <http://a/>", "load silent ex:a INTO GRAPH <http://g/>"])
def test_silent_load_becomes_nothing(load: str) -> None:
    update = without_loads(f"CLEAR ALL; {load} ; DROP ALL")
    assert update == "CLEAR ALL; DROP SILENT GRAPH <urn:qpgraph:nothing> ; DROP ALL"


def test_word_load_elsewhere_stays() -> None:
    update = "INSERT DATA { <http://a/load> <http://a/p> 'LOAD <x>' }"
    assert without_loads(update) == update


USING = Dataset(("http://g/1",), ("http://g/2",))
CLAUSES = " USING <http://g/1> USING NAMED <http://g/2> "


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("INSERT { ?s ?p 1 } WHERE { ?s ?p 2 }", f"INSERT {{ ?s ?p 1 }} {CLAUSES}WHERE {{ ?s ?p 2 }}"),
        (
            "DELETE { ?s ?p 1; ?q 2 } WHERE {}; INSERT { ?s ?p 1 } WHERE {}",
            f"DELETE {{ ?s ?p 1; ?q 2 }} {CLAUSES}WHERE {{}}; INSERT {{ ?s ?p 1 }} {CLAUSES}WHERE {{}}",
        ),
        ("DELETE WHERE { ?s ?p 1 }", f"DELETE  {{ ?s ?p 1 }}{CLAUSES}WHERE {{ ?s ?p 1 }}"),
        ("INSERT DATA { <a> <b> 'WHERE' }", "INSERT DATA { <a> <b> 'WHERE' }"),
    ],
)
def test_using_clauses_are_put_in(update: str, expected: str) -> None:
    assert with_dataset(update, USING).split() == expected.split()


@pytest.mark.parametrize(
    "update",
    [
        "WITH <http://g/> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }",
        "INSERT { ?s ?p 1 } USING <http://g/> WHERE { ?s ?p 2 }",
    ],
)
def test_data_set_named_twice_is_refused(update: str) -> None:
    with pytest.raises(BadQueryError, match="only one of them"):
        with_dataset(update, USING)


def test_update_without_a_data_set_is_left_alone() -> None:
    update = "WITH <http://g/> DELETE { ?s ?p 1 } WHERE { ?s ?p 1 }"
    assert with_dataset(update, Dataset()) == update
