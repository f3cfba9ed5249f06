"""A shorter way to the SPARQL endpoint.

FastAPI's routing, its parameters and its exit stacks take twice the time that a small query does,
and the endpoint reads its requests itself. So its requests go straight to it; the routes that
FastAPI knows of document it, and answer what doesn't come this way.
"""

from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from qpgraph.errors import QpgraphError
from qpgraph.http.disconnect import ClientGoneError
from qpgraph.http.problems import ProblemError, response_for

__all__ = ["DirectMiddleware"]

_METHODS = {"GET", "HEAD", "POST"}


class DirectMiddleware:
    """Answers requests to one path without the router."""

    def __init__(self, app: ASGIApp, path: str, endpoint: Callable[[Request], Awaitable[Response]]) -> None:
        """`app` gets everything that isn't for `path`."""
        self._app = app
        self._endpoint = endpoint
        self.path = path

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["path"] != self.path or scope["method"] not in _METHODS:
            await self._app(scope, receive, send)
            return
        scope["route"] = self
        request = Request(scope, receive)
        try:
            response = await self._endpoint(request)
        except (ProblemError, QpgraphError, ClientGoneError) as error:
            response = response_for(request, error)
        await response(scope, receive, send)
