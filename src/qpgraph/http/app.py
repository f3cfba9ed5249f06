"""The HTTP service: puts settings, store and routes together."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from fastapi import FastAPI

import qpgraph
from qpgraph.errors import QpgraphError
from qpgraph.http import data, description, explorer, health, problems, sparql, things, update
from qpgraph.http.ask import ask_router
from qpgraph.http.direct import DirectMiddleware
from qpgraph.http.export import export_router
from qpgraph.http.headers import HeadersMiddleware
from qpgraph.http.metrics import Metrics, MetricsMiddleware
from qpgraph.http.queries import queries_router
from qpgraph.http.report import report_router
from qpgraph.http.search import search_router
from qpgraph.http.service import Service
from qpgraph.settings import Settings
from qpgraph.store.base import Dataset, Store

__all__ = ["create_app"]

_ROUTERS = (sparql.router, update.router, data.router, things.router, description.router, health.router)

_WARM_UP = 600.0


def create_app(settings: Settings, store: Store) -> FastAPI:
    """The service over a store. The store is closed when the service stops."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        warming = asyncio.create_task(_warm_up(store))
        yield
        warming.cancel()
        await asyncio.wait([warming])
        await store.close()

    app = FastAPI(
        title="qpgraph",
        summary="An open knowledge graph of Vietnam's provincial productivity and quality plans",
        version=qpgraph.__version__,
        lifespan=lifespan,
        redirect_slashes=False,
        docs_url=None,  # FastAPI's pages load scripts from elsewhere; the explorer has one of its own
        redoc_url=None,
    )
    metrics = Metrics(store)
    app.state.service = Service(settings, store, metrics)
    explorer.install(app)
    for router in _ROUTERS:
        app.include_router(router)
    app.include_router(queries_router())
    app.include_router(export_router())
    app.include_router(search_router(settings))
    app.include_router(ask_router(settings))
    app.include_router(report_router())
    problems.install(app)
    app.add_middleware(DirectMiddleware, path="/sparql", endpoint=sparql.query)
    app.add_middleware(explorer.ErrorPagesMiddleware)
    app.add_middleware(MetricsMiddleware, metrics=metrics)
    app.add_middleware(HeadersMiddleware)
    return app


async def _warm_up(store: Store) -> None:
    """Has the store loaded before the first client asks; whether it can be, `/ready` tells."""
    with suppress(QpgraphError):
        answer = await store.query("ASK {}", accept=[], base=None, dataset=Dataset(), timeout=_WARM_UP)
        await answer.close()
