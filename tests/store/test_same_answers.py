"""The named queries give the same rows on the embedded store, `oxigraph serve` and Virtuoso.

The data are the project's own: the graph that `qpgraph build` makes of all records.
"""

import json
from collections import Counter
from collections.abc import AsyncIterator, Iterator

import pytest
from pyoxigraph import Quad
from pyoxigraph import Store as Oxigraph

from qpgraph.graph.assemble import Sources, assemble
from qpgraph.queries.named import NamedQuery, load_queries
from qpgraph.settings import Settings
from qpgraph.store.base import Store
from qpgraph.store.factory import open_store
from qpgraph.store.remote import RemoteStore
from tests.store.asking import JSON, ask, read
from tests.store.servers import Server, oxigraph, virtuoso

pytestmark = pytest.mark.anyio

Rows = Counter[tuple[tuple[str, str], ...]]

KNOWN_DIFFERENCES: dict[tuple[str, str], str] = {}
"""(server, query) to the reason why the rows differ; each is told in docs/remote-store.md."""


def cases() -> Iterator[tuple[NamedQuery, dict[str, str]]]:
    """Each named query without parameters and with each parameter's example."""
    for query in load_queries().values():
        required = {each.name: each.example or "" for each in query.parameters if each.required}
        yield query, required
        for each in query.parameters:
            if each.example and not each.required:
                yield query, {**required, each.name: each.example}


@pytest.fixture(scope="module")
def quads() -> list[Quad]:
    return assemble(Sources.default())


@pytest.fixture(scope="module")
async def embedded(quads: list[Quad], tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Store]:
    folder = tmp_path_factory.mktemp("embedded")
    database = Oxigraph(str(folder / "version"))
    database.bulk_extend(quads)
    del database
    (folder / "current").symlink_to("version")
    store = open_store(Settings(store=folder, endpoint=None))
    yield store
    await store.close()


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A server of this module's own, so that its data stay."""
    name: str = request.param
    start = oxigraph if name == "oxigraph" else virtuoso
    with start(tmp_path_factory.mktemp(f"{name}-named-queries")) as running:
        if running is None:
            pytest.skip(f"{name} is not installed; see docs/remote-store.md")
        yield running


@pytest.fixture(scope="module")
async def remote(server: Server, quads: list[Quad]) -> RemoteStore:
    store = server.store()
    await store.upload(quads)
    return store


async def test_all_quads_arrive(remote: RemoteStore, quads: list[Quad]) -> None:
    count = "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }"
    solutions = json.loads(await read(await ask(remote, count, JSON)))
    assert solutions["results"]["bindings"][0]["n"]["value"] == str(len(quads))


@pytest.mark.parametrize(
    ("query", "values"),
    [pytest.param(query, values, id="-".join([query.name, *values])) for query, values in cases()],
)
async def test_same_rows(
    remote: RemoteStore, embedded: Store, server: Server, query: NamedQuery, values: dict[str, str]
) -> None:
    if reason := KNOWN_DIFFERENCES.get((server.name, query.name)):
        pytest.skip(reason)
    text = query.bind(values)
    expected = await read(await ask(embedded, text, JSON))
    found = await read(await ask(remote, text, JSON))
    assert _rows(found) == _rows(expected)


def test_there_are_queries() -> None:
    assert len(list(cases())) >= 18


def _rows(content: str) -> Rows:
    bindings = json.loads(content)["results"]["bindings"]
    return Counter(
        tuple(sorted((name, json.dumps(term, sort_keys=True)) for name, term in row.items()))
        for row in bindings
    )
