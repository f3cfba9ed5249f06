"""The pool: gives each query a worker and a deadline, and keeps room for the small ones.

A query starts in one of `workers` fast places. When it has run for `slow` seconds it moves to one of
as many places for slow queries, at the lowest priority, and its place is free again; or, when its
answer is on its way already, to one of four times as many for streams, where it mostly waits for its
client. At its deadline its worker is killed. So neither slow nor endless queries hold up small ones.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from qpgraph.settings import Settings
from qpgraph.sparql.generation import Generation
from qpgraph.sparql.run import Place, Run
from qpgraph.store.base import Answer, BusyError, DeadlineError, StoreUnavailableError

__all__ = ["Pool"]

_TICK = 0.05
"""Seconds between two looks at the running queries: so late may a deadline be."""

_STREAMS = 4
"""Places for long answers to each fast one."""

_LOOK_EVERY = 1.0
"""Seconds between two looks at whether another database took the place of this one."""


class Pool:
    """Workers over the newest state of the data."""

    def __init__(self, settings: Settings, locate: Callable[[], Path]) -> None:
        """`locate` tells where the database lies now, or raises `StoreUnavailableError`."""
        self._locate = locate
        self._options = {
            "union": settings.union,
            "federation": settings.federation,
            "memory_max": settings.memory_max,
        }
        self.settings = settings
        self.counts: Counter[str] = Counter()
        self.generations = 0
        self.places: dict[Place, int] = {"fast": 0, "slow": 0, "streaming": 0}
        self._limits: dict[Place, int] = {
            "fast": settings.workers,
            "slow": settings.workers,
            "streaming": settings.workers * _STREAMS,
        }
        self._waiting: deque[asyncio.Future[None]] = deque()
        self._generation: Generation | None = None
        self._database: Path | None = None
        self._looked = 0.0
        self._loading = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._runs: set[Run] = set()
        self._ticking = False

    @property
    def waiting(self) -> int:
        """How many queries wait for a place."""
        return len(self._waiting)

    async def run(self, request: dict[str, Any], timeout: float) -> Answer:
        """Has a worker answer a request; see `Store.query` for the errors."""
        deadline = asyncio.get_running_loop().time() + timeout
        await self._enter(deadline)
        try:
            generation = await self._current()
            try:
                connection = await generation.worker()
            except StoreUnavailableError:
                generation = await self.reload(instead_of=generation)
                connection = await generation.worker()
        except BaseException:
            self.leave("fast")
            raise
        self.counts["queries_total"] += 1
        return await Run(self, generation, connection, deadline, timeout).answer(request)

    async def reload(self, *, instead_of: Generation | None = None) -> Generation:
        """Reads the data anew; running queries end on the old.

        Does nothing when something else than `instead_of` serves already.
        """
        async with self._loading:
            if instead_of is not None and self._generation not in (None, instead_of):
                return self._generation
            database = self._locate()
            generation = await Generation.start(database, self._options)
            old, self._generation, self._database = self._generation, generation, database
            self.generations += 1
            if old is not None:
                old.retire()
                self._background(old.finished())
            return generation

    async def close(self) -> None:
        """Kills all workers."""
        generation, self._generation = self._generation, None
        if generation is not None:
            await generation.stop()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def look(self) -> None:
        """Starts to load the database that took the place of this one, if one did."""
        now = time.monotonic()
        if now - self._looked < _LOOK_EVERY or self._generation is None or self._loading.locked():
            return
        self._looked = now
        try:
            moved = self._locate() != self._database
        except StoreUnavailableError:
            return  # the data in memory still serve
        if moved:
            self._background(self._reload_quietly())

    def watch(self, run: Run) -> None:
        """Looks after a query's time. One timer for all of them: one each costs a small query dear."""
        self._runs.add(run)
        if not self._ticking:
            self._ticking = True
            asyncio.get_running_loop().call_later(_TICK, self._tick)

    def forget(self, run: Run) -> None:
        """The query is done."""
        self._runs.discard(run)

    def move(self, place: Place) -> bool:
        """Moves a query from a fast place to another; false when those are all taken."""
        if self.places[place] >= self._limits[place]:
            return False
        self.places[place] += 1
        self.leave("fast")
        return True

    def leave(self, place: Place) -> None:
        """Frees a place; a fast one goes to the query that has waited longest."""
        self.places[place] -= 1
        while place == "fast" and self._waiting:
            waiter = self._waiting.popleft()
            if not waiter.done():
                self.places["fast"] += 1
                waiter.set_result(None)
                return

    def _tick(self) -> None:
        loop = asyncio.get_running_loop()
        for run in list(self._runs):
            run.check(loop.time())
        self._ticking = bool(self._runs)
        if self._ticking:
            loop.call_later(_TICK, self._tick)

    async def _enter(self, deadline: float) -> None:
        if self.places["fast"] < self._limits["fast"]:
            self.places["fast"] += 1
            return
        if len(self._waiting) >= self.settings.queue:
            self.counts["refused_total"] += 1
            raise BusyError(f"{len(self._waiting)} queries wait already. Try again in some seconds.")
        waiter = asyncio.get_running_loop().create_future()
        self._waiting.append(waiter)
        try:
            async with asyncio.timeout_at(deadline):
                await waiter
        except TimeoutError as error:
            self._forsake(waiter)
            raise DeadlineError(
                "The query's time ran out while it waited for its turn. Try again."
            ) from error
        except BaseException:
            self._forsake(waiter)
            raise

    def _forsake(self, waiter: "asyncio.Future[None]") -> None:
        if waiter in self._waiting:
            self._waiting.remove(waiter)
        elif waiter.done() and not waiter.cancelled():
            self.leave("fast")

    async def _current(self) -> Generation:
        if self._generation is None and self._loading.locked():
            async with self._loading:
                pass  # another query has it loaded
        if self._generation is None:
            return await self.reload()
        self.look()
        return self._generation

    async def _reload_quietly(self) -> None:
        try:
            await self.reload()
        except StoreUnavailableError:
            self.counts["reload_failures_total"] += 1

    def _background(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
