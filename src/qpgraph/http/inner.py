"""A page asks the service's own routes for data: it shows what programs get, from the same engines."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from starlette.types import Message

from qpgraph.http.problems import ProblemError

__all__ = ["inner_data"]


async def inner_data(request: Request, path: str, parameters: Sequence[tuple[str, str]]) -> Any:
    """The JSON at a path of this service, without a way over the network.

    Raises `ProblemError` when the answer is a problem.
    """
    start: Message = {}
    body = bytearray()
    asked = False

    async def receive() -> Message:
        nonlocal asked
        if asked:
            await asyncio.Event().wait()  # who watches the client is the page's own request
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
        body.extend(message.get("body", b""))

    scope = {
        **{name: value for name, value in request.scope.items() if name not in _OF_THE_PAGE},
        "path": path,
        "raw_path": path.encode(),
        "query_string": urlencode(parameters).encode(),
        "headers": [(b"host", b"localhost"), (b"accept", b"application/json")],
    }
    await request.app.router(scope, receive, send)
    content = json.loads(bytes(body))
    if start["status"] >= 400:
        raise ProblemError(start["status"], content["type"].rpartition("/")[2], content["detail"])
    return content


_OF_THE_PAGE = frozenset(
    {"route", "endpoint", "path_params", "fastapi_inner_astack", "fastapi_function_astack", "fastapi"}
)
