"""The pages' queries give the same on another store, and take no more than they need."""

import asyncio
from collections.abc import Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, TypeVar

import pytest
from pyoxigraph import Quad, RdfFormat, serialize

from qpgraph.settings import BASE
from qpgraph.store.remote import RemoteStore
from qpgraph.web.reader import Reader, page_queries
from tests.serving import Service
from tests.store.servers import MISSING, virtuoso

T = TypeVar("T")

_QUERIES = Path(__file__).parent.parent.parent / "src" / "qpgraph" / "web" / "queries"
_ID = f"{BASE}id/"
_VALUES = {
    "agency": f"{_ID}agency/hai-phong/so-khoa-hoc-va-cong-nghe",
    "document": f"{_ID}document/hai-phong-kh-2026-2030",
    "lang": "vi",
    "plan": f"{_ID}plan/hai-phong-kh-2026-2030",
    "province": f"{_ID}province/dong-nai",
    "theme": "training",
    "thing": f"{_ID}plan/hai-phong-kh-2026-2030/task/3.1.1",
}
_UNEQUAL = {
    "graph-vocabulary": "Virtuoso lists fewer classes of the vocabulary; the graph page asks for less then"
}


def _run(work: Coroutine[Any, Any, T]) -> T:
    """Runs a coroutine in a thread: the browser's loop may be running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, work).result()


@pytest.fixture(scope="module")
def elsewhere(quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteStore]:
    """The project's own graph in Virtuoso."""
    with virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        if server is None:
            pytest.skip(MISSING["virtuoso"])
        store = server.store()
        graphs: dict[str, list[Quad]] = {}
        for quad in quads:
            graphs.setdefault(str(getattr(quad.graph_name, "value", "")), []).append(quad)
        for name, part in graphs.items():
            data = serialize([quad.triple for quad in part], format=RdfFormat.N_TRIPLES)
            assert data
            _run(store.write_graph(name, data, media_type="application/n-triples", base=None, replace=True))
        yield store
        _run(store.close())


@pytest.mark.parametrize("name", sorted(path.stem for path in _QUERIES.glob("*.rq")))
def test_other_store_answers_the_same(elsewhere: RemoteStore, explorer: Service, name: str) -> None:
    if name in _UNEQUAL:
        pytest.skip(_UNEQUAL[name])
    query = page_queries()[name]
    values = {each.name: _VALUES[each.name] for each in query.parameters if each.required}
    reader = Reader(elsewhere, timeout=30)
    if "CONSTRUCT {" in query.text:
        own = explorer.get("/sparql", params={"query": query.bind(values), "format": "nt"}).text
        found = _run(reader.graph(name, **values))
        assert len(set(own.splitlines())) == len(found.triples) > 0
    else:
        rows = [tuple(sorted(row.items())) for row in _run(reader.rows(name, **values))]
        expected = [tuple(sorted(row.items())) for row in explorer.select(query.bind(values))]
        assert sorted(rows) == sorted(expected)
        assert rows
