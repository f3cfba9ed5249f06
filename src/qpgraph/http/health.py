"""`/health`, `/ready` and `/metrics`: for who watches over the service."""

from fastapi import APIRouter, Request, Response

from qpgraph.http.service import service_of
from qpgraph.store.base import Dataset

__all__ = ["router"]

router = APIRouter(tags=["Service"])

_READY_TIMEOUT = 5.0


@router.head("/health", include_in_schema=False)
@router.get("/health", summary="Alive")
async def health() -> dict[str, str]:
    """The process is alive; says nothing of the store."""
    return {"status": "ok"}


@router.head("/ready", include_in_schema=False)
@router.get("/ready", summary="Ready")
async def ready(request: Request) -> dict[str, str]:
    """The store answers; a problem (503) while it does not."""
    answer = await service_of(request).store.query(
        # A variable name of its own would do as well: the point is that a kept answer proves nothing.
        "ASK { BIND(NOW() AS ?now) }",
        accept=["application/sparql-results+json"],
        base=None,
        dataset=Dataset(),
        timeout=_READY_TIMEOUT,
    )
    await answer.close()
    return {"status": "ready"}


@router.get("/metrics", summary="Figures for Prometheus")
async def metrics(request: Request) -> Response:
    """Requests, their duration, and the store's figures, in Prometheus' text format."""
    return Response(service_of(request).metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")
