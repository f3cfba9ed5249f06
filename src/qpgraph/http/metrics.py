"""Figures of the service in Prometheus' text format."""

import time
from collections.abc import Iterator, Mapping

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Histogram,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qpgraph.store.base import Measured, Store

__all__ = ["Metrics", "MetricsMiddleware"]

# A time of birth beside each counter doubles the page and tells little.
disable_created_metrics()  # type: ignore[no-untyped-call]

_BUCKETS = (0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)


class Metrics:
    """Counts requests by route and status, times them, and asks the store for its own figures."""

    def __init__(self, store: Store) -> None:
        """The store tells its figures if it is `Measured`."""
        self._registry = CollectorRegistry()
        self._kept: dict[tuple[str, str, int], tuple[Counter, Histogram]] = {}
        self._registry.register(_StoreFigures(store))
        self._requests = Counter(
            "qpgraph_http_requests",
            "Requests answered.",
            ["method", "route", "status"],
            registry=self._registry,
        )
        self._durations = Histogram(
            "qpgraph_http_request_duration_seconds",
            "Time from a request to the end of its answer.",
            ["route"],
            buckets=_BUCKETS,
            registry=self._registry,
        )

    def record(self, method: str, route: str, status: int, seconds: float) -> None:
        """Counts one answered request."""
        key = (method, route, status)
        if key not in self._kept:
            self._kept[key] = self._requests.labels(method, route, str(status)), self._durations.labels(route)
        requests, durations = self._kept[key]
        requests.inc()
        durations.observe(seconds)

    def text(self) -> bytes:
        """All figures, in text exposition format 0.0.4."""
        return generate_latest(self._registry)


class MetricsMiddleware:
    """Records every request, by the route's pattern and not by its address."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        """`app` is what it stands around."""
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        status = 500
        started = time.perf_counter()

        async def watch(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, watch)
        finally:
            route = getattr(scope.get("route"), "path", "none")
            self._metrics.record(scope["method"], route, status, time.perf_counter() - started)


class _StoreFigures:
    """Asks the store when the figures are read."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def collect(self) -> Iterator[Metric]:
        figures: Mapping[str, float] = self._store.figures() if isinstance(self._store, Measured) else {}
        for name, value in figures.items():
            words = name.removesuffix("_total").replace("_", " ")
            family = CounterMetricFamily if name.endswith("_total") else GaugeMetricFamily
            yield family(f"qpgraph_store_{name}", f"Of the store: {words}.", value=value)
