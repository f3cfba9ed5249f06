"""Whole graphs at a remote endpoint: by the Graph Store Protocol, or by queries and updates without it.

Uploads are read here and sent as N-Triples: every server takes those, and what is wrong with a
document is told with its line before anything is sent.
"""

from collections.abc import Iterable, Sequence

from pyoxigraph import NamedNode, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results, serialize

from qpgraph.store.base import BadQueryError, GraphMissingError
from qpgraph.store.remote.calls import Calls
from qpgraph.store.remote.deadline import Deadline
from qpgraph.store.remote.endpoint import Response
from qpgraph.store.remote.errors import RefusedError

__all__ = ["GraphStore", "to_ntriples"]

_JSON = "application/sparql-results+json"


class GraphStore:
    """Reads, writes and deletes graphs of one endpoint."""

    def __init__(self, calls: Calls, timeout: float) -> None:
        """`timeout` in seconds, of each request."""
        self._calls = calls
        self._endpoint = calls.endpoint
        self._timeout = timeout

    @property
    def has_protocol(self) -> bool:
        """Whether the endpoint has an address for the Graph Store Protocol."""
        return self._endpoint.data_url is not None

    async def update(self, text: str, deadline: Deadline) -> None:
        """Sends an update, once."""
        url = self._endpoint.update_url or self._endpoint.query_url
        await self._calls.run(lambda: self._endpoint.update(text, deadline.left), url, deadline, again=False)

    async def read(self, graph: str | None, accept: str, deadline: Deadline) -> Response:
        """A graph as the server writes it. Raises `GraphMissingError`."""
        _check(graph)
        if self._endpoint.data_url is not None:
            return await self._protocol("GET", graph, deadline, accept=accept)
        if graph is not None and not await self._exists(graph, deadline):
            raise _missing(graph)
        pattern = _in_graph(graph, "?s ?p ?o")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {pattern} }}"
        return await self._calls.run(
            lambda: self._endpoint.query(text, accept, [], deadline.left),
            self._endpoint.query_url,
            deadline,
            again=True,
        )

    async def write(
        self, graph: str | None, parts: Sequence[tuple[str, bytes]], *, base: str | None, replace: bool
    ) -> bool:
        """Puts or adds documents (media type and bytes); true when the graph is new."""
        _check(graph)
        triples = b"".join(_read(data, media_type, base) for media_type, data in parts)
        return await self.send(graph, triples, replace=replace)

    async def send(self, graph: str | None, triples: bytes, *, replace: bool) -> bool:
        """Puts or adds N-Triples; true when the graph is new."""
        deadline = Deadline(self._timeout)
        if self._endpoint.data_url is not None:
            response = await self._protocol("PUT" if replace else "POST", graph, deadline, triples=triples)
            with response:
                return response.status == 201
        created = graph is not None and not await self._exists(graph, deadline)
        text = _insert(graph, triples.decode()) if triples else ""
        if replace:
            text = f"DROP SILENT {'DEFAULT' if graph is None else f'GRAPH <{graph}>'} ;\n{text}"
        await self.update(text, deadline)
        return created

    async def delete(self, graph: str | None) -> None:
        """Deletes a graph. Raises `GraphMissingError`."""
        _check(graph)
        deadline = Deadline(self._timeout)
        if self._endpoint.data_url is not None:
            (await self._protocol("DELETE", graph, deadline)).close()
            return
        if graph is not None and not await self._exists(graph, deadline):
            raise _missing(graph)
        await self.update("DROP DEFAULT" if graph is None else f"DROP SILENT GRAPH <{graph}>", deadline)

    async def _protocol(
        self,
        method: str,
        graph: str | None,
        deadline: Deadline,
        *,
        accept: str = "*/*",
        triples: bytes | None = None,
    ) -> Response:
        def request() -> Response:
            try:
                return self._endpoint.graph(method, graph, deadline.left, accept=accept, triples=triples)
            except RefusedError as error:
                if error.status == 404 and graph is not None and method in ("GET", "DELETE"):
                    raise _missing(graph) from None
                raise

        url = self._endpoint.data_url or self._endpoint.query_url
        return await self._calls.run(request, url, deadline, again=method == "GET")

    async def _exists(self, graph: str, deadline: Deadline) -> bool:
        def ask() -> bool:
            text = f"ASK {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
            with self._endpoint.query(text, _JSON, [], deadline.left) as response:
                return bool(parse_query_results(response.read(), QueryResultsFormat.JSON))

        return await self._calls.run(ask, self._endpoint.query_url, deadline, again=True)


def to_ntriples(triples: Iterable[Triple]) -> bytes:
    """The triples in N-Triples."""
    content = serialize(triples, format=RdfFormat.N_TRIPLES)
    assert content is not None
    return content


def _read(data: bytes, media_type: str, base: str | None) -> bytes:
    rdf_format = RdfFormat.from_media_type(media_type)
    if rdf_format is None:
        raise BadQueryError(f"{media_type} is not a format of RDF. Send text/turtle, for example.")
    try:
        # Blank nodes are renamed so that those of two documents stay apart in one request.
        quads = parse(data, rdf_format, base_iri=base, without_named_graphs=True, rename_blank_nodes=True)
        return to_ntriples(quad.triple for quad in quads)
    except SyntaxError as error:
        what = " ".join(error.msg.split())
        raise BadQueryError(f"The {media_type} can't be read: {what}", line=error.lineno) from None
    except ValueError as error:
        raise BadQueryError(f"The {media_type} can't be read: {error}") from None


def _insert(graph: str | None, triples: str) -> str:
    content = _in_graph(graph, triples)
    # Virtuoso allows no blank node in INSERT DATA; a pattern with one empty solution does the same.
    return f"INSERT {{ {content} }} WHERE {{}}" if "_:" in triples else f"INSERT DATA {{ {content} }}"


def _in_graph(graph: str | None, content: str) -> str:
    return content if graph is None else f"GRAPH <{graph}> {{ {content} }}"


def _missing(graph: str) -> GraphMissingError:
    return GraphMissingError(f"There is no graph <{graph}>.")


def _check(graph: str | None) -> None:
    try:
        if graph is not None:
            NamedNode(graph)
    except ValueError:
        raise BadQueryError(f"`{graph}` names a graph, but is no absolute IRI.") from None
