"""The servers that the tests of the remote store run against, each started once."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest

from qpgraph.store.remote import RemoteStore
from tests.store.servers import MISSING, Server, oxigraph, virtuoso


@pytest.fixture(scope="session")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="session")
def oxigraph_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server | None]:
    with oxigraph(_folder(tmp_path_factory, "oxigraph")) as server:
        yield server


@pytest.fixture(scope="session")
def virtuoso_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server | None]:
    with virtuoso(_folder(tmp_path_factory, "virtuoso")) as server:
        yield server


@pytest.fixture(params=["oxigraph", "virtuoso"])
def server(request: pytest.FixtureRequest) -> Server:
    """Each server in turn."""
    name: str = request.param
    running: Server | None = request.getfixturevalue(f"{name}_server")
    if running is None:
        pytest.skip(MISSING[name])
    return running


@pytest.fixture
async def remote(server: Server) -> AsyncIterator[RemoteStore]:
    """An empty store on the server."""
    store = server.store()
    for graph in await store.graphs():
        await store.delete_graph(graph)
    yield store
    await store.close()


def _folder(factory: pytest.TempPathFactory, name: str) -> Path:
    return factory.mktemp(name, numbered=True)
