"""Updates, graphs and uploads of a remote store, against real servers."""

import pytest
from pyoxigraph import RdfFormat, parse

from qpgraph.store.base import BadQueryError, Dataset, GraphMissingError, StoreUnavailableError
from qpgraph.store.remote import RemoteStore
from qpgraph.store.remote.auth import Auth
from qpgraph.store.remote.upload import Uploaded
from tests.store.asking import change, read, rows
from tests.store.servers import PASSWORD, Server

pytestmark = pytest.mark.anyio

GRAPH = "https://example.org/graph/văn-bản"
ALL = "SELECT ?s ?p ?o { ?s ?p ?o }"


@pytest.fixture(params=["protocol", "update"])
def store(request: pytest.FixtureRequest, server: Server, remote: RemoteStore) -> RemoteStore:
    """An empty store that writes by the Graph Store Protocol, and one that has only updates."""
    return remote if request.param == "protocol" else server.store(data_url=None)


async def put(store: RemoteStore, turtle: str, *, replace: bool = True) -> bool:
    return await store.write_graph(
        GRAPH, turtle.encode(), media_type="text/turtle", base="https://example.org/", replace=replace
    )


async def test_put_post_read_and_delete_a_graph(store: RemoteStore) -> None:
    assert await put(store, '<a> <b> "Thực phẩm"@vi .')
    assert not await put(store, '<a> <b> "đo lường"@vi .', replace=False)
    answer = await store.read_graph(GRAPH, media_type="text/turtle")
    assert answer.media_type == "text/turtle"
    assert {quad.object.value for quad in parse(await read(answer), RdfFormat.TURTLE)} == {
        "Thực phẩm",
        "đo lường",
    }
    assert not await put(store, "<a> <b> 3 .")
    assert await rows(store, ALL) == [["https://example.org/a", "https://example.org/b", "3"]]
    await store.delete_graph(GRAPH)
    assert await store.graphs() == ()


async def test_a_graph_that_is_missing(store: RemoteStore) -> None:
    with pytest.raises(GraphMissingError, match=GRAPH):
        await store.read_graph(GRAPH, media_type="text/turtle")
    with pytest.raises(GraphMissingError, match=GRAPH):
        await store.delete_graph(GRAPH)


async def test_an_upload_that_can_not_be_read_says_where(store: RemoteStore) -> None:
    with pytest.raises(BadQueryError, match="line 2") as caught:
        await put(store, "<a> <b> <c> .\n<a> <b .")
    assert caught.value.line == 2
    assert await store.graphs() == ()


async def test_a_graph_by_a_name_that_is_none(store: RemoteStore) -> None:
    with pytest.raises(BadQueryError, match="no absolute IRI"):
        await store.delete_graph("graph> } ; DROP ALL #")


async def test_two_documents_keep_their_blank_nodes_apart(store: RemoteStore) -> None:
    one, two = b"_:x <https://example.org/b> 1 .", b"_:x <https://example.org/b> 2 ."
    await store.write_parts(GRAPH, [("text/turtle", one), ("text/turtle", two)], base=None, replace=True)
    assert await rows(store, "SELECT (COUNT(DISTINCT ?s) AS ?n) { ?s ?p ?o }") == [["2"]]


async def test_the_graph_without_a_name(server: Server, store: RemoteStore) -> None:
    if server.name == "virtuoso":
        with pytest.raises(BadQueryError, match="default"):
            await store.write_graph(
                None, b"<a:a> <a:b> <a:c> .", media_type="text/turtle", base=None, replace=True
            )
        return
    await store.write_graph(None, b"<a:a> <a:b> <a:c> .", media_type="text/turtle", base=None, replace=True)
    assert "<a:a>" in await read(await store.read_graph(None, media_type="application/n-triples"))
    assert await rows(store, ALL) == []
    await store.delete_graph(None)


async def test_update_deletes_inserts_and_resolves_addresses(remote: RemoteStore) -> None:
    await put(remote, '<a> <b> "cũ" .')
    text = f"""WITH <{GRAPH}> DELETE {{ ?s <b> ?old }} INSERT {{ ?s <b> "mới" }} WHERE {{ ?s <b> ?old }} ;
      INSERT DATA {{ GRAPH <{GRAPH}> {{ <c> <d> 4 }} }}"""
    await change(remote, text, base="https://example.org/")
    assert await rows(remote, "SELECT ?o { ?s ?p ?o }") == [["4"], ["mới"]]


async def test_an_update_with_a_data_set_of_the_request(remote: RemoteStore) -> None:
    await put(remote, "<a> <b> 1 .")
    text = "INSERT { GRAPH <urn:copy> { ?s ?p ?o } } WHERE { ?s ?p ?o }"
    await remote.update(text, base=None, dataset=Dataset(default_graphs=(GRAPH,)), timeout=30)
    assert await rows(remote, "SELECT ?s { GRAPH <urn:copy> { ?s ?p ?o } }") == [["https://example.org/a"]]


async def test_an_update_with_a_syntax_error(remote: RemoteStore) -> None:
    with pytest.raises(BadQueryError, match="refused it"):
        await change(remote, "INSERT DAT { }")


async def test_a_store_without_an_address_for_updates_is_read_only(server: Server) -> None:
    with pytest.raises(StoreUnavailableError, match="QPGRAPH_ENDPOINT_UPDATE"):
        await change(server.store(update_url=None), "DROP ALL")


async def test_an_upload_in_batches(store: RemoteStore) -> None:
    graphs = [f"https://example.org/graph/{letter}" for letter in "ab"]
    lines = [
        f'<https://example.org/{n}> <https://example.org/label> "Nhiệm vụ số {n}"@vi <{graphs[n % 2]}> .\n'
        for n in range(1500)
    ]
    linked = f"_:x <https://example.org/next> _:y <{graphs[0]}> .\n"
    lines[:0] = [linked]
    lines.append(linked.replace("_:x", "_:y").replace("_:y <urn", "_:z <urn"))
    text = "".join(lines)
    seen: list[Uploaded] = []
    for _ in range(2):
        quads = parse(text, RdfFormat.N_QUADS)
        done = await store.upload(quads, batch_bytes=20_000, progress=seen.append)
    assert done == Uploaded(graphs=2, triples=1502, batches=len(seen) // 2)
    assert done.batches > 4
    assert seen[0].triples < seen[1].triples < 1502
    assert await store.graphs() == tuple(graphs)
    assert await rows(store, "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [["1502"]]
    joined = "ASK { ?x <https://example.org/next> ?y . ?y <https://example.org/next> ?z }"
    assert await rows(store, joined.replace("ASK", "SELECT (COUNT(*) AS ?n)")) != [["0"]]
    label = 'SELECT ?s { ?s ?p "Nhiệm vụ số 1400"@vi }'
    assert await rows(store, label) == [["https://example.org/1400"]]


async def test_an_upload_leaves_other_graphs_alone(store: RemoteStore) -> None:
    await put(store, "<a> <b> 1 .")
    await store.upload(parse("<a:a> <a:b> <a:c> <urn:other> .", RdfFormat.N_QUADS))
    assert await store.graphs() == (GRAPH, "urn:other")


async def test_an_upload_that_breaks_off_says_how_far_it_came(store: RemoteStore) -> None:
    good = "".join(f"<a:{n}> <a:b> <a:c> <urn:graph> .\n" for n in range(1000))
    with pytest.raises(BadQueryError, match="can't be read"):
        await store.upload(parse(good + "<a:a> <a:b", RdfFormat.N_QUADS), batch_bytes=2000)


@pytest.mark.parametrize(
    "auth", [None, Auth("digest", "dba", "wrong secret"), Auth("basic", "dba", PASSWORD)], ids=str
)
async def test_wrong_credentials(virtuoso_server: Server | None, auth: Auth | None) -> None:
    if virtuoso_server is None:
        pytest.skip("needs Virtuoso 7: apt-get install virtuoso-opensource-7-bin")
    store = virtuoso_server.store(auth=auth)
    with pytest.raises(StoreUnavailableError, match="QPGRAPH_ENDPOINT_AUTH") as caught:
        await change(store, "DROP SILENT GRAPH <urn:other>")
    assert "wrong secret" not in str(caught.value)
    assert PASSWORD not in str(caught.value)
    with pytest.raises(StoreUnavailableError, match="sparql-graph-crud-auth"):
        await put(store, "<a> <b> <c> .")
