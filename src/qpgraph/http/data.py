"""`/data`: the Graph Store Protocol (https://www.w3.org/TR/sparql11-http-rdf-update/).

A graph is named by `?graph=IRI` or, below `/data/`, by the address itself; `?default` is the graph
without a name. POST to `/data` alone makes a new graph.
"""

import re
import uuid

from fastapi import APIRouter, Request, Response

from qpgraph.http.answers import answer_response
from qpgraph.http.authorization import require_token
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import wanted_types
from qpgraph.http.parameters import url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.http.service import request_base, service_of
from qpgraph.http.uploads import read_upload
from qpgraph.sparql.media_types import GRAPH_TYPES

__all__ = ["router"]

router = APIRouter(tags=["Graph Store"])

_METHODS = "GET, HEAD, PUT, POST, DELETE, OPTIONS"
_ABSOLUTE = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^<>\"{}|^`\\\x00-\x20]*")


async def read(request: Request) -> Response:
    """A graph, in the format that the client takes."""
    graph = _graph(request)
    accept = wanted_types(request, GRAPH_TYPES, url_parameters(request).one("format"))
    async with stop_when_client_goes(request.receive):
        answer = await service_of(request).store.read_graph(graph, media_type=accept[0])
        return await answer_response(request, answer)


async def put(request: Request) -> Response:
    """Puts a graph in place of what it was: 201 when it is new, else 204."""
    require_token(request)
    graph = _graph(request)
    return await _write(request, graph, replace=True)


async def post(request: Request) -> Response:
    """Adds to a graph: 201 when it is new, else 204. No graph named: makes one and tells its address."""
    require_token(request)
    if request.url.path.rstrip("/") == "/data" and not _names_graph(request):
        graph = f"{request_base(request).rstrip('/')}/{uuid.uuid4()}"
        return await _write(request, graph, replace=False, headers={"Location": graph})
    return await _write(request, _graph(request), replace=False)


async def delete(request: Request) -> Response:
    """Deletes a graph."""
    require_token(request)
    graph = _graph(request)
    await service_of(request).store.delete_graph(graph)
    return Response(status_code=204)


async def options() -> Response:
    """Says which methods there are."""
    return Response(status_code=204, headers={"Allow": _METHODS})


async def _write(
    request: Request, graph: str | None, *, replace: bool, headers: dict[str, str] | None = None
) -> Response:
    service = service_of(request)
    media_type, data = await read_upload(request, service.settings.upload_max)
    base = request_base(request) if graph is None else graph
    created = await service.store.write_graph(graph, data, media_type=media_type, base=base, replace=replace)
    return Response(status_code=201 if created else 204, headers=headers)


def _names_graph(request: Request) -> bool:
    parameters = url_parameters(request)
    return "graph" in parameters or "default" in parameters


def _graph(request: Request) -> str | None:
    """The graph that a request means; None for the one without a name. Raises `ProblemError` (400)."""
    if request.url.path.rstrip("/") != "/data":
        return request_base(request)
    parameters = url_parameters(request)
    graph = parameters.one("graph")
    if (graph is None) == ("default" not in parameters):
        raise ProblemError(
            400,
            "which-graph",
            "Name one graph: `?graph=` with its IRI, or `?default` for the one without a name.",
        )
    if graph is not None and not _ABSOLUTE.fullmatch(graph):
        raise ProblemError(400, "bad-graph", f"`{graph}` is no absolute IRI. Write it out, percent-encoded.")
    return graph


for _path in ("/data", "/data/{path:path}"):
    for _method, _endpoint in (
        ("GET", read),
        ("HEAD", read),
        ("PUT", put),
        ("POST", post),
        ("DELETE", delete),
        ("OPTIONS", options),
    ):
        router.add_api_route(
            _path,
            _endpoint,
            methods=[_method],
            summary=_endpoint.__name__.capitalize(),
            include_in_schema=_path == "/data" and _method in {"GET", "PUT", "POST", "DELETE"},
            openapi_extra={
                "parameters": [
                    {"name": "graph", "in": "query", "schema": {"type": "string", "format": "uri"}},
                    {"name": "default", "in": "query", "schema": {"type": "string"}, "allowEmptyValue": True},
                ]
            },
        )
