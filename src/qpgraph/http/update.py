"""`/update`: SPARQL 1.1 Update, for who has the token."""

from typing import Any

from fastapi import APIRouter, Request, Response

from qpgraph.http.authorization import require_token
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.protocol import read_update
from qpgraph.http.service import request_base, service_of

__all__ = ["router"]

router = APIRouter(tags=["SPARQL"])

_RESPONSES: dict[int | str, dict[str, Any]] = {
    400: {"description": "The update is wrong; the problem says where"},
    401: {"description": "The token is missing or wrong"},
    403: {"description": "The service is read only"},
}


async def update(request: Request) -> Response:
    """Runs a SPARQL 1.1 update, all of it or nothing."""
    require_token(request)
    service = service_of(request)
    operation = await read_update(request, service.settings)
    async with stop_when_client_goes(request.receive):
        await service.store.update(
            operation.text, base=request_base(request), dataset=operation.dataset, timeout=operation.timeout
        )
    return Response(status_code=204)


async def options() -> Response:
    """Says which methods there are."""
    return Response(status_code=204, headers={"Allow": "POST, OPTIONS"})


for _path in ("/update", "/update/"):
    router.add_api_route(
        _path,
        update,
        methods=["POST"],
        status_code=204,
        summary="Update",
        responses=_RESPONSES,
        openapi_extra={
            "requestBody": {
                "content": {
                    "application/sparql-update": {"schema": {"type": "string"}},
                    "application/x-www-form-urlencoded": {"schema": {"type": "object"}},
                }
            }
        },
        include_in_schema=_path == "/update",
    )
    router.add_api_route(_path, options, methods=["OPTIONS"], include_in_schema=False)
