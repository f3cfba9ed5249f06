"""Queries of a remote store, against real servers."""

import json

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, parse

from qpgraph.store.base import BadQueryError, Dataset, DeadlineError, ResourcesError, StoreUnavailableError
from qpgraph.store.remote import Options, RemoteStore
from tests.store.asking import JSON, ask, change, read, rows
from tests.store.servers import Server

pytestmark = pytest.mark.anyio

ONE, TWO = "https://example.org/graph/one", "https://example.org/graph/two"
TURTLE = """\
@prefix e: <https://example.org/> .
e:office e:label "Sở Khoa học và Công nghệ"@vi, "Department of Science and Technology"@en ;
  e:count 7 ; e:deadline "--11-30"^^<http://www.w3.org/2001/XMLSchema#gMonthDay> ; e:lead true ;
  e:note "một \\"hai\\"\\tba\\nbốn" ; e:in <https://example.org/Hải-Phòng> ; e:part [ e:label "trống" ] .
"""


@pytest.fixture
async def filled(remote: RemoteStore) -> RemoteStore:
    await remote.write_graph(ONE, TURTLE.encode(), media_type="text/turtle", base=None, replace=True)
    second = b"<https://example.org/office> <https://example.org/size> 3 ."
    await remote.write_graph(TWO, second, media_type="text/turtle", base=None, replace=True)
    return remote


SELECT = "SELECT ?label { ?office <https://example.org/label> ?label FILTER(LANG(?label) = 'vi') }"


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        (JSON, '"Sở Khoa học và Công nghệ"'),
        ("application/sparql-results+xml", ">Sở Khoa học và Công nghệ</literal>"),
        ("text/csv", "label\r\nSở Khoa học và Công nghệ\r\n"),
        ("text/tab-separated-values", '?label\n"Sở Khoa học và Công nghệ"@vi\n'),
    ],
)
async def test_select_in_each_media_type(filled: RemoteStore, media_type: str, expected: str) -> None:
    answer = await ask(filled, SELECT, media_type)
    assert answer.media_type == media_type
    assert expected in await read(answer)


async def test_terms_of_a_solution(filled: RemoteStore) -> None:
    answer = await ask(filled, "SELECT ?p ?o { <https://example.org/office> ?p ?o }", JSON)
    bindings = json.loads(await read(answer))["results"]["bindings"]
    terms = {row["p"]["value"].rpartition("/")[2]: row["o"] for row in bindings}
    xsd = "http://www.w3.org/2001/XMLSchema#"
    assert terms["count"] == {"type": "literal", "value": "7", "datatype": f"{xsd}integer"}
    assert terms["deadline"] == {"type": "literal", "value": "--11-30", "datatype": f"{xsd}gMonthDay"}
    assert terms["lead"] == {"type": "literal", "value": "true", "datatype": f"{xsd}boolean"}
    assert terms["note"] == {"type": "literal", "value": 'một "hai"\tba\nbốn'}
    assert terms["in"] == {"type": "uri", "value": "https://example.org/Hải-Phòng"}
    assert terms["part"]["type"] == "bnode"


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        (JSON, '"boolean":true'),
        ("application/sparql-results+xml", "<boolean>true</boolean>"),
        ("text/csv", "true"),
    ],
)
async def test_ask_in_each_media_type(filled: RemoteStore, media_type: str, expected: str) -> None:
    answer = await ask(filled, "ASK { ?s ?p ?o }", media_type)
    assert answer.media_type == media_type
    assert expected in "".join((await read(answer)).split())


@pytest.mark.parametrize("query", ["CONSTRUCT WHERE { ?s ?p ?o }", "DESCRIBE <https://example.org/office>"])
@pytest.mark.parametrize(
    "media_type",
    [
        "text/turtle",
        "application/n-triples",
        "application/n-quads",
        "application/trig",
        "application/rdf+xml",
        "application/ld+json",
    ],
)
async def test_graph_in_each_media_type(filled: RemoteStore, query: str, media_type: str) -> None:
    answer = await ask(filled, query, "text/csv", media_type)
    assert answer.media_type == media_type
    rdf_format = RdfFormat.from_media_type(media_type)
    assert rdf_format is not None
    found = {(quad.predicate.value, quad.object) for quad in parse(await read(answer), rdf_format)}
    assert ("https://example.org/label", Literal("Sở Khoa học và Công nghệ", language="vi")) in found
    assert ("https://example.org/in", NamedNode("https://example.org/Hải-Phòng")) in found
    assert len({name for name, _ in found}) >= 7


async def test_no_media_type_that_fits_gives_the_forms_default(filled: RemoteStore) -> None:
    boolean = await ask(filled, "ASK {}", "text/turtle")
    graph = await ask(filled, "CONSTRUCT WHERE { ?s ?p ?o }", "text/csv")
    assert (boolean.media_type, graph.media_type) == (JSON, "text/turtle")
    await boolean.close()
    await graph.close()


async def test_the_default_graph_is_the_union_of_the_named_graphs_alone(filled: RemoteStore) -> None:
    assert await rows(filled, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [["10"]]
    assert await rows(filled, "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }") == [[ONE], [TWO]]


async def test_an_empty_store_has_an_empty_default_graph(remote: RemoteStore) -> None:
    assert await rows(remote, "SELECT ?s { ?s ?p ?o }") == []
    assert await rows(remote, "SELECT ?g { GRAPH ?g { ?s ?p ?o } }") == []


async def test_the_data_set_of_the_request(filled: RemoteStore) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
    named = "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"
    dataset = Dataset(default_graphs=(TWO,), named_graphs=(ONE,))
    assert await rows(filled, count, dataset=dataset) == [["1"]]
    assert await rows(filled, named, dataset=dataset) == [[ONE]]


async def test_the_data_set_of_the_query(filled: RemoteStore) -> None:
    assert await rows(filled, f"SELECT (COUNT(*) AS ?n) FROM <{TWO}> {{ ?s ?p ?o }}") == [["1"]]


async def test_base_resolves_relative_addresses(filled: RemoteStore) -> None:
    answer = await filled.query(
        "ASK { <office> <size> 3 }",
        accept=["text/csv"],
        base="https://example.org/",
        dataset=Dataset(),
        timeout=30,
    )
    assert await read(answer) == "true"


async def test_a_query_too_long_for_an_address(filled: RemoteStore) -> None:
    values = " ".join(f"<https://example.org/other/{number}>" for number in range(1000))
    query = f"SELECT ?s {{ VALUES ?s {{ {values} <https://example.org/office> }} ?s ?p 3 }}"
    assert await rows(filled, query) == [["https://example.org/office"]]


async def test_a_syntax_error_names_the_endpoint_and_the_place(filled: RemoteStore, server: Server) -> None:
    with pytest.raises(
        BadQueryError, match=r"127\.0\.0\.1:\d+/\S+ refused it: .*(syntax error|at 1:)"
    ) as caught:
        await ask(filled, "SELECT ?s { ?s ?p }", JSON)
    assert "\n" not in str(caught.value)
    assert "SELECT" not in str(caught.value)


async def test_service_is_refused_before_it_is_sent(filled: RemoteStore) -> None:
    with pytest.raises(BadQueryError, match="SERVICE is off"):
        await ask(filled, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", JSON)


PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
MANY = f"SELECT ?a ?m {{ ?a ?p ?n . VALUES ?m {{ {' '.join(map(str, range(30)))} }} }}"


@pytest.fixture
async def large(remote: RemoteStore) -> RemoteStore:
    lines = "".join(f"<https://example.org/{n}> <https://example.org/n> {n} .\n" for n in range(2000))
    await remote.write_graph(ONE, lines.encode(), media_type="text/turtle", base=None, replace=True)
    return remote


async def test_a_slow_query_ends_at_its_deadline(large: RemoteStore) -> None:
    with pytest.raises(DeadlineError, match="had not finished after 1 s"):
        await read(await ask(large, PRODUCT, JSON, timeout=1))
    assert await rows(large, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [["2000"]]


async def test_an_answer_that_the_server_cuts_off_is_an_error(large: RemoteStore, server: Server) -> None:
    if server.name != "oxigraph":
        pytest.skip("Virtuoso has no limit of its own in the test's configuration")
    with pytest.raises(DeadlineError):
        await read(await ask(large, PRODUCT, JSON, timeout=60))


async def test_a_large_answer_comes_in_parts(large: RemoteStore) -> None:
    answer = await ask(large, MANY, "text/csv")
    parts = [part async for part in answer.body]
    assert len(parts) > 10
    assert b"".join(parts).count(b"\n") == 60_001


async def test_who_reads_no_further_closes(large: RemoteStore) -> None:
    answer = await ask(large, MANY, "text/csv")
    async for _ in answer.body:
        break
    await answer.close()
    assert [part async for part in answer.body] == []


async def test_too_long_an_answer_is_cut_off_with_an_error(large: RemoteStore, server: Server) -> None:
    small = server.store(options=Options(result_max=10_000))
    with pytest.raises(ResourcesError, match="use LIMIT"):
        await read(await ask(small, "SELECT ?a { ?a ?p ?n }", "text/csv"))


async def test_another_address_on_the_server_is_no_endpoint(server: Server) -> None:
    elsewhere = server.store(query_url=server.endpoint.query_url.rpartition("/")[0] + "/nowhere")
    with pytest.raises(StoreUnavailableError, match=r"/nowhere"):
        await elsewhere.open()


async def test_own_writes_are_seen_at_once(remote: RemoteStore) -> None:
    assert await rows(remote, "SELECT ?s { ?s ?p ?o }") == []
    await change(
        remote, f"INSERT DATA {{ GRAPH <{ONE}> {{ <https://example.org/a> <https://example.org/b> 1 }} }}"
    )
    assert await rows(remote, "SELECT ?s { ?s ?p ?o }") == [["https://example.org/a"]]
