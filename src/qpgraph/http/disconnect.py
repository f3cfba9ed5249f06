"""Stops work whose client has gone."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from starlette.types import Receive

__all__ = ["ClientGoneError", "stop_when_client_goes"]

_PATIENCE = 0.1
"""Seconds before it is worth while to watch a client: most answers are out by then."""


class ClientGoneError(Exception):
    """The client closed the connection before it had its answer."""


@asynccontextmanager
async def stop_when_client_goes(receive: Receive) -> AsyncIterator[None]:
    """Cancels what runs inside when the client closes the connection, and raises `ClientGoneError`.

    The request's body must have been read.
    """
    worker = asyncio.current_task()
    assert worker is not None
    watchers: list[asyncio.Task[None]] = []
    gone = False

    async def watch() -> None:
        nonlocal gone
        while (await receive())["type"] != "http.disconnect":
            pass
        gone = True
        worker.cancel()

    def start() -> None:
        watchers.append(asyncio.ensure_future(watch()))

    timer = asyncio.get_running_loop().call_later(_PATIENCE, start)
    try:
        yield
    except asyncio.CancelledError:
        if not gone:
            raise
        worker.uncancel()
        raise ClientGoneError from None
    finally:
        timer.cancel()
        for watcher in watchers:
            watcher.cancel()
