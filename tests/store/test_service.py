"""The whole service on a remote store, as `QPGRAPH_ENDPOINT` makes it."""

import socket
import threading
from collections.abc import Iterator

import httpx
import pytest
import uvicorn

from qpgraph.graph.assemble import Sources, assemble
from qpgraph.http.app import create_app
from qpgraph.settings import Settings
from qpgraph.store.remote import RemoteStore

TOKEN = {"Authorization": "Bearer a token"}


@pytest.fixture
async def filled(remote: RemoteStore) -> RemoteStore:
    await remote.upload(assemble(Sources.default()))
    return remote


@pytest.fixture
def service(filled: RemoteStore) -> Iterator[httpx.Client]:
    listener = socket.create_server(("127.0.0.1", 0))
    app = create_app(Settings(token="a token"), filled)
    server = uvicorn.Server(uvicorn.Config(app, log_level="error", access_log=False))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    try:
        with httpx.Client(base_url=address, timeout=60) as client:
            yield client
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.mark.usefixtures("anyio_backend")
def test_the_service_reads_and_writes(service: httpx.Client) -> None:
    assert service.get("/ready").status_code == 200
    plans = service.get("/queries/plans").json()["results"]["bindings"]
    assert len(plans) == 5
    agencies = service.get("/queries/agencies-on-theme", params={"theme": "traceability"})
    assert "Sở Khoa học và Công nghệ" in agencies.text
    assert service.get("/sparql", params={"query": "SELECT"}).status_code == 400
    assert service.get("/.well-known/void").status_code == 200

    graph, turtle = {"graph": "https://example.org/g"}, {"Content-Type": "text/turtle"}
    put = service.put("/data", params=graph, headers={**TOKEN, **turtle}, content='<a:a> <a:b> "đ" .')
    assert put.status_code == 201
    assert "đ" in service.get("/data", params=graph).text
    text = f"INSERT DATA {{ GRAPH <{graph['graph']}> {{ <a:a> <a:c> 1 }} }}"
    assert service.post("/update", data={"update": text}, headers=TOKEN).is_success
    ask = f"ASK FROM <{graph['graph']}> {{ ?s <a:b> 'đ' ; <a:c> 1 }}"
    assert service.get("/sparql", params={"query": ask}).json()["boolean"] is True
    assert service.delete("/data", params=graph, headers=TOKEN).is_success
    assert service.get("/data", params=graph).status_code == 404
