"""Headers that every response has: for scripts of other origins, and against misuse by browsers."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["HeadersMiddleware"]

_ALWAYS = [
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", b"Allow, Link, Location, Retry-After, WWW-Authenticate"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-content-type-options", b"nosniff"),
]
_PREFLIGHT = [
    (b"access-control-allow-methods", b"GET, HEAD, POST, PUT, DELETE, OPTIONS"),
    (b"access-control-allow-headers", b"Accept, Authorization, Content-Type"),
    (b"access-control-max-age", b"86400"),
]


class HeadersMiddleware:
    """Puts them on; answers a browser's CORS preflight (https://fetch.spec.whatwg.org/#http-cors-protocol).

    Any origin may read and, with the token in its header, write: no cookie ever gives a right here.
    """

    def __init__(self, app: ASGIApp) -> None:
        """`app` is what it stands around."""
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def put_on(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message["headers"], *_ALWAYS]
            await send(message)

        if scope["method"] == "OPTIONS" and _asks(scope):
            await put_on({"type": "http.response.start", "status": 204, "headers": _PREFLIGHT})
            await send({"type": "http.response.body", "body": b""})
        else:
            await self._app(scope, receive, put_on)


def _asks(scope: Scope) -> bool:
    return any(name == b"access-control-request-method" for name, _ in scope["headers"])
