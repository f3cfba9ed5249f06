"""One running query: its worker, its timers, and its answer as it comes."""

import asyncio
import json
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any, Literal

from qpgraph.errors import QpgraphError
from qpgraph.sparql import frames
from qpgraph.sparql.connection import Connection, WorkerGoneError
from qpgraph.sparql.failures import failure
from qpgraph.sparql.generation import Generation
from qpgraph.store.base import Answer, BusyError, DeadlineError, ResourcesError

if TYPE_CHECKING:
    from qpgraph.sparql.pool import Pool

__all__ = ["Place", "Run", "whole"]

Place = Literal["fast", "slow", "streaming"]
"""Where a query runs: see `qpgraph.sparql.pool`."""

_SMALL = 64 << 10
"""An answer shorter than this comes in one piece."""
_BRISK = 0.1
"""Seconds after which a query has to stand back behind small ones."""
_MEDIUM, _LOWEST = 10, 19
"""The niceness of a query that isn't brisk, and of a slow one."""


class Run(AsyncIterator[bytes]):
    """From the start of a query to its end, whatever that is; also the answer's body."""

    def __init__(
        self, pool: "Pool", generation: Generation, connection: Connection, deadline: float, timeout: float
    ) -> None:
        """`deadline` is in the event loop's time, `timeout` the seconds that were asked for."""
        self._pool = pool
        self._generation = generation
        self._connection = connection
        self._timeout = timeout
        self._reason: QpgraphError | None = None
        self._first: bytes | None = None
        self._streaming = False
        self._sent = 0
        self._place: Place = "fast"
        self._finished = False
        self._deadline = deadline
        self._started = asyncio.get_running_loop().time()
        self._niceness = 0
        generation.busy += 1
        pool.watch(self)

    async def answer(self, request: dict[str, Any]) -> Answer:
        """Sends the request and waits until the answer begins."""
        try:
            self._connection.send(request)
            return await self._begin()
        except BaseException:
            self._finish(kill=True)
            raise

    async def __anext__(self) -> bytes:
        """The next part; raises what stopped the query, if something did."""
        if self._finished:
            raise StopAsyncIteration
        payload, self._first = self._first, None
        if payload is None:
            kind, payload = await self._receive(frames.DATA, frames.END)
            if kind == frames.END:
                self._finish()
                raise StopAsyncIteration
        self._sent += len(payload)
        if self._sent > self._pool.settings.result_max:
            self._finish(kill=True)
            limit = self._pool.settings.result_max >> 20
            raise ResourcesError(
                f"The answer is longer than {limit} MiB and was cut off. Ask for less, use LIMIT."
            )
        return payload

    def check(self, now: float) -> None:
        """Slows the query down or stops it when its time has come; `now` is the event loop's time."""
        if self._reason is not None:
            return
        if now >= self._deadline:
            self._expire()
        elif self._place == "fast" and now >= self._started + self._pool.settings.slow:
            self._slow_down()
        elif not self._niceness and now >= self._started + _BRISK:
            self._lower_priority(_MEDIUM)

    async def aclose(self) -> None:
        """Nobody reads any more: stops the work."""
        self._finish(kill=True)

    async def _begin(self) -> Answer:
        media_type = json.loads((await self._receive(frames.HEAD))[1])["media_type"]
        kind, payload = await self._receive(frames.DATA, frames.END)
        if kind == frames.END:
            self._finish()
            return Answer(media_type, whole(b""), 0)
        if len(payload) < _SMALL:
            await self._receive(frames.END)
            self._finish()
            return Answer(media_type, whole(payload), len(payload))
        self._first = payload
        self._streaming = True
        return Answer(media_type, self)

    async def _receive(self, *expected: bytes) -> tuple[bytes, bytes]:
        try:
            kind, payload = await self._connection.receive()
        except WorkerGoneError:
            self._finish(kill=True)
            raise self._reason or self._lack_of_memory() from None
        except BaseException:
            self._finish(kill=True)
            raise
        if kind in expected:
            return kind, payload
        self._finish()
        raise failure(payload)

    def _finish(self, *, kill: bool = False) -> None:
        if self._finished:
            return
        self._finished = True
        self._pool.forget(self)
        if kill:
            self._connection.kill()
        self._generation.give_back(self._connection, usable=not (kill or self._niceness))
        self._pool.leave(self._place)

    def _expire(self) -> None:
        self._stop(
            "deadline",
            DeadlineError(
                f"The query was stopped: it had not finished after {self._timeout:g} s. "
                "Ask for less, or give it more time with the parameter `timeout`."
            ),
        )

    def _slow_down(self) -> None:
        place: Place = "streaming" if self._streaming else "slow"
        if self._pool.move(place):
            self._place = place
            self._lower_priority(_LOWEST)
            return
        many = f"{self._pool.places[place]} slow queries run already and this one is slow too."
        if self._streaming:
            many = (
                f"{self._pool.places[place]} long answers are on their way already and this one is long too."
            )
        self._stop("crowded", BusyError(f"{many} Try again later."))

    def _lower_priority(self, niceness: int) -> None:
        self._niceness = niceness
        self._connection.lower_priority(niceness)

    def _stop(self, why: str, reason: QpgraphError) -> None:
        self._reason = reason
        self._pool.counts[f"killed_{why}_total"] += 1
        self._connection.kill()

    def _lack_of_memory(self) -> QpgraphError:
        self._pool.counts["killed_memory_total"] += 1
        limit = self._pool.settings.memory_max >> 20
        return ResourcesError(
            f"The query was stopped: it needed more than {limit} MiB of memory, or is nested too deep. "
            "Ask for less at a time: fewer joins, a LIMIT, no large GROUP_CONCAT or ORDER BY."
        )


async def whole(content: bytes) -> AsyncIterator[bytes]:
    """A body that is known as a whole."""
    yield content
