"""The explorer: its pages, the files that they load, and error pages for browsers."""

import json
import logging

from fastapi import FastAPI, Request, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qpgraph.http.pages import page_response, page_route, prefers_page, takes_gzip, visit_of
from qpgraph.http.problems import PROBLEM_TYPE, ProblemError
from qpgraph.web.assets import Assets
from qpgraph.web.failure import failure_page
from qpgraph.web.site import NAVIGATION, PAGES

__all__ = ["ErrorPagesMiddleware", "install"]

_LOG = logging.getLogger("qpgraph.http")
_FOR_EVER = "public, max-age=31536000, immutable"


def install(app: FastAPI) -> None:
    """Adds all pages and assets; goes before the routes of data, whose paths some pages share."""
    if not Assets.load().built:
        _LOG.warning(
            "The explorer's scripts are not built: pages work, but without suggestions, graph and editor. "
            "`python hatch_build.py` in a checkout builds them."
        )
    for page in PAGES:
        app.router.routes.append(page_route(page.path, page.function, NAVIGATION, only=page.only))
    app.add_api_route("/assets/{name:path}", _asset, methods=["GET", "HEAD"], include_in_schema=False)
    app.add_api_route("/favicon.ico", _icon, methods=["GET", "HEAD"], include_in_schema=False)


async def _asset(request: Request, name: str) -> Response:
    return _file(request, name)


async def _icon(request: Request) -> Response:
    return _file(request, "favicon.svg")


def _file(request: Request, name: str) -> Response:
    asset = Assets.load().find(name)
    if asset is None:
        raise ProblemError(404, "not-found", f"There is no file /assets/{name}. Load the page again.")
    headers = {"Cache-Control": _FOR_EVER, "Vary": "Accept-Encoding"}
    if asset.compressed and takes_gzip(request.headers):
        return Response(
            asset.compressed, headers={**headers, "Content-Encoding": "gzip"}, media_type=asset.media_type
        )
    return Response(asset.body, headers=headers, media_type=asset.media_type)


class ErrorPagesMiddleware:
    """Turns problem documents into pages for those who prefer pages."""

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what it stands around."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http" or scope["method"] != "GET" or not prefers_page(scope):
            await self._app(scope, receive, send)
            return
        start: Message | None = None
        body = bytearray()

        async def turn(message: Message) -> None:
            nonlocal start
            if message["type"] == "http.response.start" and _is_problem(message):
                start = message
            elif start is None:
                await send(message)
            else:
                body.extend(message.get("body", b""))
                if not message.get("more_body"):
                    await _error_page(scope, receive, start, bytes(body))(scope, receive, send)

        await self._app(scope, receive, turn)


def _is_problem(message: Message) -> bool:
    return any(
        name == b"content-type" and value.startswith(PROBLEM_TYPE.encode())
        for name, value in message["headers"]
    )


def _error_page(scope: Scope, receive: Receive, start: Message, body: bytes) -> Response:
    request = Request(scope, receive)
    kept = {
        name.decode(): value.decode("latin-1")
        for name, value in start["headers"]
        if name in (b"retry-after", b"allow", b"www-authenticate")
    }
    visit = visit_of(request)
    page = failure_page(visit, json.loads(body), kept)
    return page_response(request, page, visit, NAVIGATION)
