"""What a remote store makes of servers that fail, told by a small real server of the test's own."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from qpgraph.errors import QpgraphError
from qpgraph.settings import Settings
from qpgraph.store.base import (
    BadQueryError,
    BusyError,
    DeadlineError,
    ResourcesError,
    Store,
    StoreUnavailableError,
)
from qpgraph.store.embedded import EmbeddedStore
from qpgraph.store.factory import open_store
from qpgraph.store.remote import Options, RemoteStore, connect
from qpgraph.store.remote.auth import Auth, choose_auth
from qpgraph.store.remote.endpoint import Endpoint
from tests.store.asking import JSON, ask, change, read

pytestmark = pytest.mark.anyio

Reply = tuple[int, dict[str, str], bytes]

JSON_HEADER = {"Content-Type": JSON}
NO_ROWS: Reply = (200, JSON_HEADER, b'{"head":{"vars":["graph"]},"results":{"bindings":[]}}')
TRUE: Reply = (200, JSON_HEADER, b'{"head":{},"boolean":true}')
BUSY: Reply = (503, {}, b"too many")


class Scripted:
    """A server that gives the replies of a script in turn and keeps the requests."""

    def __init__(self, address: str, script: list[Reply]) -> None:
        self.address = address
        self.script = script
        self.requests: list[tuple[str, str, dict[str, str]]] = []

    def store(self, auth: Auth | None = None) -> RemoteStore:
        """A store on it that waits but a moment before it tries again."""
        url = f"{self.address}/sparql"
        return RemoteStore(Endpoint(url, url, f"{self.address}/data", auth), Options(pause=0.01))


@contextmanager
def scripted(*script: Reply) -> Iterator[Scripted]:
    class Handler(BaseHTTPRequestHandler):
        state: ClassVar[Scripted]

        def answer(self) -> None:
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            self.state.requests.append((self.command, self.path, dict(self.headers)))
            status, headers, body = self.state.script.pop(0)
            self.send_response_only(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_GET = do_POST = do_PUT = do_DELETE = answer  # noqa: N815

        def log_message(self, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Handler.state = Scripted(f"http://127.0.0.1:{server.server_port}", list(script))
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            yield Handler.state
        finally:
            server.shutdown()
            thread.join()


async def test_a_query_is_sent_again_after_503() -> None:
    with scripted(NO_ROWS, BUSY, BUSY, TRUE) as server:
        assert "true" in await read(await ask(server.store(), "ASK {}", JSON))
        assert len(server.requests) == 4


async def test_a_query_is_given_up_after_three_times() -> None:
    with scripted(NO_ROWS, BUSY, BUSY, BUSY, TRUE) as server:
        with pytest.raises(BusyError, match=r"/sparql is busy \(HTTP 503\)"):
            await ask(server.store(), "ASK {}", JSON)
        assert len(server.requests) == 4


async def test_the_server_says_when_to_come_again() -> None:
    with scripted(NO_ROWS, (429, {"Retry-After": "60"}, b""), TRUE) as server:
        with pytest.raises(DeadlineError):
            await ask(server.store(), "ASK {}", JSON, timeout=0.5)
        assert len(server.requests) == 2


@pytest.mark.parametrize("status", [502, 503, 429])
async def test_what_writes_is_sent_once(status: int) -> None:
    with scripted((status, {}, b""), (status, {}, b"")) as server:
        store = server.store()
        with pytest.raises((BusyError, StoreUnavailableError)):
            await change(store, "INSERT DATA { GRAPH <a:g> { <a:a> <a:b> 1 } }")
        with pytest.raises((BusyError, StoreUnavailableError)):
            await store.write_graph(
                "a:g", b"<a:a> <a:b> 1 .", media_type="text/turtle", base=None, replace=True
            )
        assert [method for method, _, _ in server.requests] == ["POST", "PUT"]


async def test_an_endpoint_that_is_not_there() -> None:
    with scripted() as server:
        store = server.store()
    with pytest.raises(StoreUnavailableError, match=r"/sparql can't be reached \(Connection refused\)"):
        await ask(store, "ASK {}", JSON)
    with pytest.raises(StoreUnavailableError, match=r"/data can't be reached"):
        await store.delete_graph("a:g")


async def test_a_server_that_breaks_off() -> None:
    cut: Reply = (200, {**JSON_HEADER, "Transfer-Encoding": "chunked"}, b'fff\r\n{"head"')
    with scripted(NO_ROWS, cut) as server:
        answer = await ask(server.store(), "ASK {}", JSON)
        with pytest.raises(StoreUnavailableError, match="can't be reached"):
            await read(answer)


async def test_a_page_is_no_answer() -> None:
    with (
        scripted((200, {"Content-Type": "text/html"}, b"<h1>Welcome</h1>")) as server,
        pytest.raises(StoreUnavailableError, match=r"answered with text/html.*Is it a SPARQL 1.1 endpoint"),
    ):
        await ask(server.store(), "ASK {}", JSON)


async def test_an_answer_in_another_format_is_rewritten() -> None:
    xml = b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head/><boolean>false</boolean></sparql>'
    with scripted(NO_ROWS, (200, {"Content-Type": "application/sparql-results+xml"}, xml)) as server:
        answer = await ask(server.store(), "ASK {}", "text/csv")
        assert (answer.media_type, await read(answer)) == ("text/csv", "false")


async def test_credentials_go_nowhere_else() -> None:
    with scripted() as other, scripted((302, {"Location": f"{other.address}/sparql"}, b"")) as server:
        with pytest.raises(StoreUnavailableError, match="sends on to another address"):
            await server.store(Auth("bearer", secret="a secret")).open()
        assert other.requests == []


@pytest.mark.parametrize(
    ("auth", "header"),
    [
        (Auth("bearer", secret="s3cret"), "Bearer s3cret"),
        (Auth("basic", "ngọc", "mật"), "Basic bmfhu41jOm3huq10"),
        (None, None),
    ],
    ids=["bearer", "basic", "none"],
)
async def test_credentials_are_sent_with_every_request(auth: Auth | None, header: str | None) -> None:
    with scripted(NO_ROWS, (204, {}, b""), (204, {}, b"")) as server:
        store = server.store(auth)
        await store.open()
        await change(store, "DROP ALL")
        await store.delete_graph("a:g")
        assert [headers.get("Authorization") for _, _, headers in server.requests] == [header] * 3


async def test_messages_show_no_secret() -> None:
    auth = Auth("basic", "dba", "s3cret-word")
    with scripted((401, {}, b""), (403, {}, b"")) as server:
        store = RemoteStore(Endpoint(f"{server.address}/sparql?key=s3cret-key", auth=auth))
        for _ in range(2):
            with pytest.raises(StoreUnavailableError, match="without the right credentials") as caught:
                await store.open()
            assert "s3cret" not in str(caught.value)
        assert "key=s3cret-key" in server.requests[0][1]
    assert "s3cret" not in repr(auth)


def test_an_address_that_can_not_be_used() -> None:
    with pytest.raises(QpgraphError, match="no http or https address"):
        connect("file:///etc/passwd")
    with pytest.raises(QpgraphError, match="QPGRAPH_ENDPOINT_PASSWORD") as caught:
        connect("https://dba:s3cret@example.org/sparql")
    assert "s3cret" not in str(caught.value)


def test_credentials_from_settings() -> None:
    assert choose_auth(None, None, None, None) is None
    assert choose_auth(None, "dba", "word", None) == Auth("basic", "dba", "word")
    assert choose_auth("digest", "dba", "word", None) == Auth("digest", "dba", "word")
    assert choose_auth(None, None, None, "token") == Auth("bearer", secret="token")
    for kind, user in (("bearer", "dba"), ("digest", None), ("kerberos", "dba")):
        with pytest.raises(QpgraphError, match="QPGRAPH_ENDPOINT_AUTH"):
            choose_auth(kind, user, "word", None)


def test_the_factory_takes_the_endpoint_when_one_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QPGRAPH_ENDPOINT", raising=False)
    assert isinstance(open_store(Settings()), EmbeddedStore)
    for name, value in (
        ("", "https://example.org/sparql"),
        ("_UPDATE", "https://example.org/update"),
        ("_USER", "dba"),
        ("_PASSWORD", "s3cret"),
        ("_AUTH", "digest"),
    ):
        monkeypatch.setenv(f"QPGRAPH_ENDPOINT{name}", value)
    settings = Settings()
    store: Store = open_store(settings)
    assert isinstance(store, RemoteStore)
    assert "s3cret" not in repr(settings)


async def test_a_refusal_with_a_page_is_told_in_one_line() -> None:
    page = b"<html>\n<head><title>Oh</title></head><body><h1>Bad</h1>\n<p>no such function</p></body></html>"
    with scripted(NO_ROWS, (400, {"Content-Type": "text/html"}, page)) as server:
        with pytest.raises(BadQueryError) as caught:
            await ask(server.store(), "ASK {}", JSON)
        assert str(caught.value).endswith("/sparql refused it: Bad no such function")


XML = "application/sparql-results+xml"


async def test_rows_that_the_server_leaves_out_are_an_error() -> None:
    row = b'<result><binding name="x"><bnode>nodeID://b1</bnode></binding></result>'
    body = (
        b'<sparql xmlns="http://www.w3.org/2005/sparql-results#"><head><variable name="x"/></head>'
        b"<results>%s</results></sparql>"
    )
    headers = {"Content-Type": XML, "X-SPARQL-MaxRows": "1000"}
    first: Reply = (200, {**JSON_HEADER, "Server": "Virtuoso/07.20"}, NO_ROWS[2])
    whole, cut = (200, headers, body % (row * 999)), (200, headers, body % (row * 1000))
    with scripted(first, whole, cut) as server:
        store = server.store()
        found = await read(await ask(store, "SELECT ?x { ?x ?p ?o }", XML))
        assert found.count("<bnode>b1</bnode>") == 999
        with pytest.raises(ResourcesError, match=r"after 1000 rows.*ResultSetMaxRows"):
            await ask(store, "SELECT ?x { ?x ?p ?o }", XML)
