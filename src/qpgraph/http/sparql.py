"""`/sparql`: queries, and without a query the service description."""

from typing import Any

from fastapi import APIRouter, Request, Response

from qpgraph.http.answers import answer_response
from qpgraph.http.description import describe_service
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import not_acceptable, wanted_types
from qpgraph.http.protocol import Operation, read_query
from qpgraph.http.service import request_base, service_of
from qpgraph.sparql.media_types import ALL_TYPES, GRAPH_TYPES, SHORT_NAMES, SOLUTION_TYPES

__all__ = ["query", "router"]

router = APIRouter(tags=["SPARQL"])

_PARAMETERS: list[dict[str, Any]] = [
    {"name": "query", "in": "query", "schema": {"type": "string"}, "description": "A SPARQL 1.1 query."},
    {
        "name": "default-graph-uri",
        "in": "query",
        "schema": {"type": "array", "items": {"type": "string", "format": "uri"}},
        "description": "The graphs that make up the default graph.",
    },
    {
        "name": "named-graph-uri",
        "in": "query",
        "schema": {"type": "array", "items": {"type": "string", "format": "uri"}},
        "description": "The named graphs of the data set.",
    },
    {
        "name": "timeout",
        "in": "query",
        "schema": {"type": "number", "exclusiveMinimum": 0},
        "description": "Seconds until the query is stopped.",
    },
    {
        "name": "format",
        "in": "query",
        "schema": {"type": "string", "enum": list(SHORT_NAMES)},
        "description": "The answer's format, in place of the Accept header.",
    },
]
_RESPONSES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer", "content": {media_type: {} for media_type in ALL_TYPES}},
    400: {"description": "The query is wrong; the problem says where"},
    406: {"description": "No format that the client takes"},
    503: {"description": "The deadline is over, or too many queries wait"},
}


async def query(request: Request) -> Response:
    """Runs a SPARQL 1.1 query, read only. The default graph is the union of the named graphs."""
    service = service_of(request)
    operation = await read_query(request, service.settings)
    if operation is None:
        return await describe_service(request)
    async with stop_when_client_goes(request.receive):
        return await _answer(request, operation)


async def _answer(request: Request, operation: Operation) -> Response:
    accept = wanted_types(request, ALL_TYPES, operation.format)
    answer = await service_of(request).store.query(
        operation.text,
        accept=accept,
        base=request_base(request),
        dataset=operation.dataset,
        timeout=operation.timeout,
    )
    if answer.media_type not in accept:
        await answer.close()
        raise not_acceptable(SOLUTION_TYPES if answer.media_type in SOLUTION_TYPES else GRAPH_TYPES)
    return await answer_response(request, answer)


async def options() -> Response:
    """Says which methods there are."""
    return Response(status_code=204, headers={"Allow": "GET, HEAD, POST, OPTIONS"})


for _path in ("/sparql", "/sparql/"):
    _documented = _path == "/sparql"
    router.add_api_route(
        _path,
        query,
        methods=["GET"],
        summary="Query",
        responses=_RESPONSES,
        openapi_extra={"parameters": _PARAMETERS},
        include_in_schema=_documented,
    )
    router.add_api_route(
        _path,
        query,
        methods=["POST"],
        operation_id="query_by_post",
        summary="Query by POST",
        responses=_RESPONSES,
        openapi_extra={
            "requestBody": {
                "content": {
                    "application/sparql-query": {"schema": {"type": "string"}},
                    "application/x-www-form-urlencoded": {"schema": {"type": "object"}},
                }
            }
        },
        include_in_schema=_documented,
    )
    router.add_api_route(_path, query, methods=["HEAD"], include_in_schema=False)
    router.add_api_route(_path, options, methods=["OPTIONS"], include_in_schema=False)
