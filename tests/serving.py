"""A real service on loopback over a store that the test wrote."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import uvicorn
from pyoxigraph import RdfFormat, Store

from qpgraph.http.app import create_app
from qpgraph.settings import Settings
from qpgraph.store.embedded import EmbeddedStore

__all__ = ["TOKEN", "Service", "running", "write_store"]

TOKEN = "a token for tests"


class Service(httpx.Client):
    """A client of a running service; `store` and `address` say where it is."""

    def __init__(self, address: str, store: EmbeddedStore) -> None:
        super().__init__(base_url=address, timeout=60)
        self.address = address
        self.store = store

    def select(self, query: str, **parameters: str) -> list[dict[str, str]]:
        """The solutions of a query, each variable's plain value."""
        response = self.get("/sparql", params={"query": query, **parameters})
        assert response.status_code == 200, response.text
        bindings = response.json()["results"]["bindings"]
        return [{name: term["value"] for name, term in row.items()} for row in bindings]

    def figure(self, name: str) -> float:
        """A figure of `/metrics`, such as `qpgraph_store_running`."""
        for line in self.get("/metrics").text.splitlines():
            if line.startswith(f"{name} "):
                return float(line.split()[1])
        raise KeyError(name)


def write_store(folder: Path, trig: str = "", version: str = "v1") -> Path:
    """Writes TriG into `<folder>/<version>` and makes it current."""
    database = Store(str(folder / version))
    if trig:
        database.load(trig, RdfFormat.TRIG)
    database.flush()
    del database
    link = folder / "next"
    link.symlink_to(version)
    link.replace(folder / "current")
    return folder


@contextmanager
def running(settings: Settings) -> Iterator[Service]:
    """Serves an embedded store until the block ends."""
    store = EmbeddedStore(settings)
    listener = socket.create_server(("127.0.0.1", 0))
    config = uvicorn.Config(create_app(settings, store), log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        with Service(f"http://127.0.0.1:{listener.getsockname()[1]}", store) as service:
            service.get("/ready")  # the service loads its store first
            yield service
    finally:
        server.should_exit = True
        thread.join()
        listener.close()
