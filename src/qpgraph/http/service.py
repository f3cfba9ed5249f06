"""What every route needs: settings, store and figures, found on the application."""

import re
from dataclasses import dataclass

from fastapi import Request

from qpgraph.http.metrics import Metrics
from qpgraph.http.problems import ProblemError
from qpgraph.settings import Settings
from qpgraph.store.base import Store

__all__ = ["Service", "request_base", "service_of"]

_HOST = re.compile(r"[A-Za-z0-9._~%\-]+(:\d*)?|\[[0-9A-Fa-f:.]+\](:\d*)?")


@dataclass(frozen=True)
class Service:
    """The parts of a running service."""

    settings: Settings
    store: Store
    metrics: Metrics


def service_of(request: Request) -> Service:
    """The service that a request came to."""
    service = request.app.state.service
    assert isinstance(service, Service)
    return service


def request_base(request: Request) -> str:
    """The request's address without its query: what relative IRIs are resolved against.

    Raises `ProblemError` (400) when the Host header can't stand in an address.
    """
    scope = request.scope
    host = request.headers.get("host") or "localhost"
    if not _HOST.fullmatch(host):
        raise ProblemError(400, "bad-host", "The Host header is no host name. Send that of this service.")
    path = (scope.get("raw_path") or scope["path"].encode()).decode("ascii", "replace").partition("?")[0]
    return f"{scope['scheme']}://{host}{path}"
