"""The embedded store by itself: where its data lie, a switch to another version, what is kept."""

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from pyoxigraph import Store as Database

from qpgraph.settings import Settings
from qpgraph.store.base import BadQueryError, Dataset, GraphMissingError, StoreUnavailableError
from qpgraph.store.embedded import EmbeddedStore
from qpgraph.store.layout import current_database
from tests.serving import write_store

ONE = "GRAPH <http://e/g> { <http://e/s> <http://e/p> 1 }"
TWO = "GRAPH <http://e/g> { <http://e/s> <http://e/p> 2 }"
VALUE = "SELECT ?o { <http://e/s> <http://e/p> ?o }"


def run(settings: Settings, use: Callable[[EmbeddedStore], Awaitable[None]]) -> None:
    """Uses a store in an event loop of its own."""

    async def main() -> None:
        store = EmbeddedStore(settings)
        try:
            await use(store)
        finally:
            await store.close()

    asyncio.run(main())


async def csv(store: EmbeddedStore, query: str) -> list[str]:
    """The lines of a query's answer, without the head."""
    answer = await store.query(query, accept=["text/csv"], base=None, dataset=Dataset(), timeout=10)
    return b"".join([part async for part in answer.body]).decode().split()[1:]


def test_current_database_is_what_the_link_points_to(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="qpgraph build"):
        current_database(tmp_path)
    write_store(tmp_path, ONE, "v7")
    assert current_database(tmp_path) == tmp_path / "v7"


def test_no_store_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    async def use(store: EmbeddedStore) -> None:
        with pytest.raises(StoreUnavailableError, match="qpgraph build"):
            await csv(store, VALUE)

    run(Settings(store=tmp_path), use)


def test_broken_store_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)
    (tmp_path / "v1" / "CURRENT").unlink()

    async def use(store: EmbeddedStore) -> None:
        with pytest.raises(StoreUnavailableError, match="can't be opened"):
            await csv(store, VALUE)

    run(Settings(store=tmp_path), use)


def test_running_store_notices_another_version(tmp_path: Path) -> None:
    write_store(tmp_path, ONE, "v1")

    async def use(store: EmbeddedStore) -> None:
        assert await csv(store, VALUE) == ["1"]
        write_store(tmp_path, TWO, "v2")
        for _ in range(200):
            if await csv(store, VALUE) == ["2"]:
                return
            await asyncio.sleep(0.05)
        pytest.fail("it never did")

    run(Settings(store=tmp_path), use)


def test_change_reaches_the_disk(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)

    async def use(store: EmbeddedStore) -> None:
        insert = "INSERT DATA { <http://e/s> <http://e/p> 3 }"
        await store.update(insert, base=None, dataset=Dataset(), timeout=10)
        assert sorted(await csv(store, VALUE)) == ["1", "3"]

    run(Settings(store=tmp_path), use)
    assert len(Database.read_only(str(tmp_path / "v1"))) == 2


def test_answer_is_kept_until_the_data_change(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)

    async def use(store: EmbeddedStore) -> None:
        await store.open()
        assert await csv(store, VALUE) == ["1"]
        assert await csv(store, VALUE) == ["1"]
        assert store.figures()["cache_hits_total"] == 1
        await store.update("CLEAR ALL", base=None, dataset=Dataset(), timeout=10)
        assert await csv(store, VALUE) == []
        await csv(store, "SELECT (RAND() AS ?x) {}")
        await csv(store, "SELECT (RAND() AS ?x) {}")
        assert store.figures()["cache_hits_total"] == 1

    run(Settings(store=tmp_path, cache=1 << 20), use)


def test_cache_can_be_turned_off(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)

    async def use(store: EmbeddedStore) -> None:
        for _ in range(3):
            await csv(store, VALUE)
        assert store.figures()["cache_hits_total"] == 0

    run(Settings(store=tmp_path, cache=0), use)


def test_without_union_the_default_graph_is_the_one_without_a_name(tmp_path: Path) -> None:
    write_store(tmp_path, f"{ONE} <http://e/s> <http://e/p> 9 .")

    async def use(store: EmbeddedStore) -> None:
        assert await csv(store, VALUE) == ["9"]

    run(Settings(store=tmp_path, union=False), use)


def test_worker_can_open_no_connection_even_if_a_query_slips_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_store(tmp_path, ONE)
    monkeypatch.setattr("qpgraph.store.embedded.refuse_service", lambda text: None)

    async def use(store: EmbeddedStore) -> None:
        listening = await asyncio.start_server(lambda reader, writer: called.append(1), "127.0.0.1", 0)
        port = listening.sockets[0].getsockname()[1]
        with pytest.raises((BadQueryError, StoreUnavailableError)):
            await csv(store, f"SELECT * {{ SERVICE <http://127.0.0.1:{port}/> {{ ?s ?p ?o }} }}")
        listening.close()
        await listening.wait_closed()

    called: list[int] = []
    run(Settings(store=tmp_path), use)
    assert called == []


def test_graph_that_is_not_there(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)

    async def use(store: EmbeddedStore) -> None:
        with pytest.raises(GraphMissingError, match="http://e/none"):
            await store.read_graph("http://e/none", media_type="text/turtle")
        with pytest.raises(GraphMissingError, match="http://e/none"):
            await store.delete_graph("http://e/none")

    run(Settings(store=tmp_path), use)


def test_queries_run_on_while_the_data_are_loaded_anew(tmp_path: Path) -> None:
    write_store(tmp_path, ONE)

    async def use(store: EmbeddedStore) -> None:
        await csv(store, VALUE)
        insert = "INSERT DATA { GRAPH <http://e/new> { <http://e/x> <http://e/p> 5 } }"
        change = asyncio.create_task(store.update(insert, base=None, dataset=Dataset(), timeout=10))
        answers = 0
        while not change.done():
            assert await csv(store, VALUE) == ["1"]
            answers += 1
        await change
        assert answers > 1

    run(Settings(store=tmp_path, cache=0), use)
