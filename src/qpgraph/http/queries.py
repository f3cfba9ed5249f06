"""`/queries`: the named queries, each a route of its own in the OpenAPI document."""

from collections.abc import Awaitable, Callable
from typing import Any

from fastapi import APIRouter, Request, Response

from qpgraph.http.answers import answer_response
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import not_acceptable, wanted_types
from qpgraph.http.parameters import Parameters, url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.http.protocol import read_timeout
from qpgraph.http.service import service_of
from qpgraph.queries.named import NamedQuery, Parameter, ParameterError, UnknownQueryError, load_queries
from qpgraph.sparql.media_types import ALL_TYPES, GRAPH_TYPES, SOLUTION_TYPES
from qpgraph.store.base import Dataset

__all__ = ["queries_router"]

_OWN_PARAMETERS = ("format", "timeout")


def queries_router() -> APIRouter:
    """The routes of all named queries; the files are read once, when the service starts."""
    router = APIRouter(tags=["Named queries"])
    queries = load_queries()

    async def index(request: Request) -> list[dict[str, Any]]:
        """All named queries with their parameters."""
        return [_described(query) for query in queries.values()]

    async def unknown(request: Request, name: str) -> Response:
        raise ProblemError(
            404, "no-such-query", f"No query is called '{name}'; there are {', '.join(queries)}."
        )

    router.add_api_route("/queries", index, methods=["GET"], summary="The named queries")
    router.add_api_route("/queries", index, methods=["HEAD"], include_in_schema=False)
    for query in queries.values():
        _add(router, query)
    router.add_api_route("/queries/{name}", unknown, methods=["GET", "HEAD"], include_in_schema=False)
    return router


def _add(router: APIRouter, query: NamedQuery) -> None:
    router.add_api_route(
        f"/queries/{query.name}",
        _runner(query),
        methods=["GET"],
        name=query.name,
        operation_id=f"query-{query.name}",
        summary=query.en,
        description=query.vi,
        responses={200: {"description": "The answer", "content": {kind: {} for kind in SOLUTION_TYPES}}},
        openapi_extra={"parameters": [_openapi(parameter) for parameter in query.parameters]},
    )
    router.add_api_route(f"/queries/{query.name}", _runner(query), methods=["HEAD"], include_in_schema=False)
    router.add_api_route(f"/queries/{query.name}.rq", _text(query), methods=["GET"], include_in_schema=False)


def _runner(query: NamedQuery) -> Callable[[Request], Awaitable[Response]]:
    async def run(request: Request) -> Response:
        service = service_of(request)
        parameters = url_parameters(request)
        accept = wanted_types(request, ALL_TYPES, parameters.one("format"))
        async with stop_when_client_goes(request.receive):
            answer = await service.store.query(
                _bound(query, parameters),
                accept=accept,
                base=None,
                dataset=Dataset(),
                timeout=read_timeout(parameters, service.settings),
            )
            if answer.media_type not in accept:
                await answer.close()
                raise not_acceptable(SOLUTION_TYPES if answer.media_type in SOLUTION_TYPES else GRAPH_TYPES)
            return await answer_response(request, answer)

    return run


def _text(query: NamedQuery) -> Callable[[Request], Awaitable[Response]]:
    async def text(request: Request) -> Response:
        parameters = url_parameters(request)
        bound = _bound(query, parameters) if list(parameters) else query.text
        return Response(bound, media_type="application/sparql-query")

    return text


def _bound(query: NamedQuery, parameters: Parameters) -> str:
    values = {name: parameters.one(name) or "" for name in parameters if name not in _OWN_PARAMETERS}
    try:
        return query.bind(values)
    except ParameterError as error:
        raise ProblemError(400, "invalid-parameter", f"{error}.") from error
    except UnknownQueryError as error:
        raise ProblemError(404, "no-such-query", f"{error}.") from error


def _described(query: NamedQuery) -> dict[str, Any]:
    return {
        "name": query.name,
        "href": f"/queries/{query.name}",
        "sparql": f"/queries/{query.name}.rq",
        "summary": {"vi": query.vi, "en": query.en},
        "parameters": [
            {
                "name": parameter.name,
                "type": parameter.type,
                "required": parameter.required,
                "default": parameter.default,
                "example": parameter.example,
                "description": {"vi": parameter.vi, "en": parameter.en},
            }
            for parameter in query.parameters
        ],
    }


def _openapi(parameter: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer"} if parameter.type == "integer" else {"type": "string"}
    if parameter.type == "iri":
        schema["format"] = "uri"
    if parameter.default is not None:
        schema["default"] = parameter.default
    shown = {"example": parameter.example} if parameter.example else {}
    return {
        "name": parameter.name,
        "in": "query",
        "required": parameter.required,
        "schema": schema,
        "description": f"{parameter.en} ({parameter.vi})",
        **shown,
    }
