"""The remote store: any SPARQL 1.1 endpoint over HTTP, through SPARQLWrapper.

Implements SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/) and Graph Store HTTP
Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/) as a client. See docs/remote-store.md.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, TypeVar, cast

from pyoxigraph import Quad

from qpgraph.sparql.media_types import Form, choose_media_type
from qpgraph.sparql.syntax import (
    dataset_clauses,
    query_form,
    refuse_service,
    with_base,
    with_dataset,
    without_loads,
)
from qpgraph.store.base import Answer, Dataset
from qpgraph.store.remote.answers import Body
from qpgraph.store.remote.auth import Auth
from qpgraph.store.remote.calls import Calls
from qpgraph.store.remote.data import GraphStore
from qpgraph.store.remote.deadline import Deadline
from qpgraph.store.remote.endpoint import Endpoint, Parameter, Response
from qpgraph.store.remote.errors import out_of_time, plain_address
from qpgraph.store.remote.graphs import Graphs
from qpgraph.store.remote.results import Rewriting, accept_header, rewrite, same_type
from qpgraph.store.remote.upload import Uploaded, upload

__all__ = ["Options", "RemoteStore", "connect"]

Result = TypeVar("Result")

_FORMS: dict[str, Form] = {"ASK": "boolean", "CONSTRUCT": "graph", "DESCRIBE": "graph"}


@dataclass(frozen=True)
class Options:
    """How a remote store works; times in seconds, sizes in bytes."""

    union: bool = True
    """A query that names no data set sees the union of the named graphs; else what the server makes of it."""
    federation: bool = False
    """SERVICE and LOAD may pass."""
    timeout: float = 120.0
    """The deadline of reading a graph, and of each request that writes one."""
    result_max: int = 256 << 20
    """The longest answer; a longer one is cut off with an error."""
    attempts: int = 3
    """How often a request that only reads is sent, the first time included."""
    pause: float = 0.2
    """The wait before it is sent anew; twice as long each time."""
    graphs_last: float = 60.0
    """How long it may take until graphs that others write are seen; our own are seen at once."""


class RemoteStore:
    """A SPARQL 1.1 endpoint as a `Store`: asked and written through HTTP, its answers streamed."""

    def __init__(self, endpoint: Endpoint, options: Options = Options()) -> None:
        """Nothing is asked yet."""
        self._endpoint = endpoint
        self._options = options
        self._calls = Calls(endpoint, attempts=options.attempts, pause=options.pause)
        self._graphs = Graphs(self._calls, options.graphs_last)
        self._data = GraphStore(self._calls, options.timeout)

    async def open(self) -> None:
        """Reaches the endpoint now. Raises `StoreUnavailableError`."""
        await self._graphs.known(Deadline(self._options.timeout))

    async def graphs(self) -> tuple[str, ...]:
        """The names of the named graphs, without the server's own, sorted."""
        return await self._graphs.known(Deadline(self._options.timeout))

    async def query(
        self, text: str, *, accept: Sequence[str], base: str | None, dataset: Dataset, timeout: float
    ) -> Answer:
        """See `Store.query`."""
        if not self._options.federation:
            refuse_service(text)
        deadline = Deadline(timeout)
        form = _FORMS.get(query_form(text), "solutions")
        parameters = await self._dataset(text, dataset, deadline)
        return await self._ask(with_base(text, base), form, accept, parameters, deadline)

    async def update(self, text: str, *, base: str | None, dataset: Dataset, timeout: float) -> None:
        """See `Store.update`; whether it is all or nothing is up to the server. Never sent twice."""
        if not self._options.federation:
            refuse_service(text)
            text = without_loads(text)
        text = with_base(with_dataset(text, dataset), base)
        await self._change(lambda: self._data.update(text, Deadline(timeout)))

    async def read_graph(self, graph: str | None, *, media_type: str) -> Answer:
        """See `Store.read_graph`."""
        deadline = Deadline(self._options.timeout)
        await self._graphs.known(deadline)
        wanted = choose_media_type("graph", [media_type])
        accept = accept_header("graph", wanted, self._graphs.server)
        response = await self._data.read(graph, accept, deadline)
        return await self._answer(response, "graph", wanted, deadline)

    async def write_graph(
        self, graph: str | None, data: bytes, *, media_type: str, base: str | None, replace: bool
    ) -> bool:
        """See `Store.write_graph`."""
        return await self.write_parts(graph, [(media_type, data)], base=base, replace=replace)

    async def write_parts(
        self, graph: str | None, parts: Sequence[tuple[str, bytes]], *, base: str | None, replace: bool
    ) -> bool:
        """Like `write_graph` with several documents (media type and bytes) at once."""
        return await self._change(lambda: self._data.write(graph, parts, base=base, replace=replace))

    async def delete_graph(self, graph: str | None) -> None:
        """See `Store.delete_graph`."""
        await self._change(lambda: self._data.delete(graph))

    async def upload(
        self,
        quads: Iterable[Quad],
        *,
        replace: bool = True,
        batch_bytes: int = 1 << 20,
        progress: Callable[[Uploaded], None] = lambda uploaded: None,
    ) -> Uploaded:
        """Loads a whole data set in batches; see `qpgraph.store.remote.upload.upload`."""
        return await self._change(
            lambda: upload(self._data, quads, replace=replace, batch_bytes=batch_bytes, progress=progress)
        )

    async def close(self) -> None:
        """Nothing is kept open between requests."""

    async def _dataset(self, text: str, dataset: Dataset, deadline: Deadline) -> list[Parameter]:
        union = await self._graphs.union(deadline)
        if dataset.default_graphs or dataset.named_graphs:
            return [
                *(("default-graph-uri", graph) for graph in dataset.default_graphs),
                *(("named-graph-uri", graph) for graph in dataset.named_graphs),
            ]
        # A data set in the request would take the place of the query's FROM (Protocol, 2.1.4).
        return union if self._options.union and dataset_clauses(text) is None else []

    async def _ask(
        self, text: str, form: Form, accept: Sequence[str], parameters: list[Parameter], deadline: Deadline
    ) -> Answer:
        server = self._graphs.server
        wanted = choose_media_type(form, accept)
        header = accept_header(form, wanted, server)
        url = self._endpoint.query_url

        def ask() -> Response:
            return self._endpoint.query(
                text, header, [*parameters, *server.limits(deadline.left)], deadline.left
            )

        response = await self._calls.run(ask, url, deadline, again=True)
        if server.is_partial(response.headers.get("X-SQL-State")):
            response.close()
            raise out_of_time(url, deadline.total)
        return await self._answer(response, form, wanted, deadline)

    async def _answer(self, response: Response, form: Form, wanted: str, deadline: Deadline) -> Answer:
        """The response as it comes, or rewritten when it is in another format."""
        url = self._endpoint.query_url
        given = response.headers.get_content_type()
        content = cast(IO[bytes], response)
        length = response.length
        server = self._graphs.server
        if not same_type(form, given, wanted) or (form != "graph" and server.solution_type):
            rows_max = server.rows_max(response.headers)
            how = Rewriting(form, given, wanted, plain_address(url), rows_max)

            def convert() -> IO[bytes]:
                with response:
                    return rewrite(cast(IO[bytes], response), how)

            content = await self._calls.run(convert, url, deadline, again=False)
            length = None
        body = Body(
            content,
            self._calls,
            deadline=deadline,
            result_max=self._options.result_max,
            cut_mark=server.cut_mark,
        )
        return Answer(wanted, body, length)

    async def _change(self, work: Callable[[], Awaitable[Result]]) -> Result:
        try:
            return await work()
        finally:
            self._graphs.forget()


def connect(
    query_url: str,
    update_url: str | None = None,
    data_url: str | None = None,
    *,
    auth: Auth | None = None,
    options: Options = Options(),
) -> RemoteStore:
    """The store at these addresses; nothing is asked before its first use.

    Without `update_url` it is read only; without `data_url` (Graph Store Protocol) graphs are read
    and written by queries and updates. Raises `QpgraphError` for addresses that can't be used.
    """
    return RemoteStore(Endpoint(query_url, update_url, data_url, auth), options)
