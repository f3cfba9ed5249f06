"""Blocking requests run in threads, under a deadline, and again after a passing failure."""

from collections.abc import Callable
from typing import Generic, TypeVar

import anyio
import anyio.to_thread

from qpgraph.errors import QpgraphError
from qpgraph.store.remote.deadline import Deadline
from qpgraph.store.remote.endpoint import Endpoint
from qpgraph.store.remote.errors import (
    CONNECTION_ERRORS,
    RefusedError,
    failure,
    is_passing,
    out_of_time,
)

__all__ = ["Calls"]

Result = TypeVar("Result")

_THREADS = 32
_LONGEST_PAUSE = 10.0


class Calls:
    """Runs the requests of one endpoint."""

    def __init__(self, endpoint: Endpoint, *, attempts: int, pause: float) -> None:
        """`attempts` in all, `pause` seconds before the second, twice that before the third, …"""
        self.endpoint = endpoint
        self._attempts = attempts
        self._pause = pause
        self._threads = anyio.CapacityLimiter(_THREADS)

    async def run(self, work: Callable[[], Result], url: str, deadline: Deadline, *, again: bool) -> Result:
        """The work's result, or the error that a person meets.

        `again`: the request only reads, and is sent anew after 429, 502, 503 or a lost connection.
        What writes is never sent twice: the first may have been carried out.
        The thread of a request that is given up ends with its socket's time-out.
        """
        watched = _Watched(work)
        try:
            with anyio.fail_after(deadline.left):
                return await self._try(watched, url, deadline, self._attempts if again else 1)
        except TimeoutError:
            raise out_of_time(url, deadline.total) from None
        finally:
            watched.over = True

    async def _try(self, work: Callable[[], Result], url: str, deadline: Deadline, attempts: int) -> Result:
        for attempt in range(1, attempts + 1):
            try:
                return await anyio.to_thread.run_sync(work, abandon_on_cancel=True, limiter=self._threads)
            except QpgraphError:
                raise
            except (RefusedError, *CONNECTION_ERRORS) as error:
                if attempt == attempts or not is_passing(error):
                    raise failure(error, url, deadline.total) from None
                await anyio.sleep(self._wait(attempt, error))
        raise AssertionError("there is at least one attempt")

    def _wait(self, attempt: int, error: Exception) -> float:
        asked = getattr(error, "retry_after", None) or ""
        pause = float(asked) if asked.isdecimal() else self._pause * 2.0 ** (attempt - 1)
        return min(pause, _LONGEST_PAUSE)


class _Watched(Generic[Result]):
    """Work whose result is closed when it comes after all is over."""

    def __init__(self, work: Callable[[], Result]) -> None:
        self._work = work
        self.over = False

    def __call__(self) -> Result:
        result = self._work()
        close = getattr(result, "close", None)
        if self.over and close is not None:
            close()
        return result
