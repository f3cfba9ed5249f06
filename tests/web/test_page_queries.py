"""The pages' queries give the same on another store, and take no more than they need."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pyoxigraph import Quad, RdfFormat, serialize

from qpgraph.settings import BASE
from qpgraph.store.remote import RemoteStore
from qpgraph.web.reader import Reader, page_queries
from tests.serving import Service
from tests.store.servers import MISSING, virtuoso

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


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def elsewhere(
    quads: list[Quad], tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[RemoteStore]:
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
            await store.write_graph(name, data, media_type="application/n-triples", base=None, replace=True)
        yield store
        await store.close()


@pytest.mark.anyio
@pytest.mark.parametrize("name", sorted(path.stem for path in _QUERIES.glob("*.rq")))
async def test_other_store_answers_the_same(elsewhere: RemoteStore, explorer: Service, name: str) -> None:
    if name in _UNEQUAL:
        pytest.skip(_UNEQUAL[name])
    query = page_queries()[name]
    values = {each.name: _VALUES[each.name] for each in query.parameters if each.required}
    reader = Reader(elsewhere, timeout=30)
    if "CONSTRUCT {" in query.text:
        own = explorer.get("/sparql", params={"query": query.bind(values), "format": "nt"}).text
        found = await reader.graph(name, **values)
        assert len(set(own.splitlines())) == len(found.triples) > 0
    else:
        rows = [tuple(sorted(row.items())) for row in await reader.rows(name, **values)]
        expected = [tuple(sorted(row.items())) for row in explorer.select(query.bind(values))]
        assert sorted(rows) == sorted(expected)
        assert rows
