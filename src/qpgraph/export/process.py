"""Exports for the service: each in a process of its own, under a deadline, few at a time.

Laying out a picture or measuring a network takes seconds of pure Python; in a process of its own it
neither holds up the event loop nor outlives its deadline.
"""

import asyncio
import contextlib
import json
import sys
from collections.abc import AsyncIterator

from qpgraph.errors import QpgraphError
from qpgraph.export.base import ExportError
from qpgraph.export.factory import find_format
from qpgraph.export.job import ERRORS, request_of
from qpgraph.export.selection import Selection
from qpgraph.settings import Settings
from qpgraph.store.base import Answer, BusyError, DeadlineError, ResourcesError

__all__ = ["ExportProcesses"]

_CHUNK = 64 << 10
_ERROR_MAX = 64 << 10
_WAITING_MAX = 8


class ExportProcesses:
    """Starts them, and lets so many run at once."""

    def __init__(self, limit: int) -> None:
        self._places = asyncio.Semaphore(limit)
        self._waiting = 0

    async def export(self, settings: Settings, name: str, selection: Selection, timeout: float) -> Answer:
        """An export's bytes as they come. `timeout` is in seconds and counts to the last byte.

        Raises `UnknownFormatError`, `SelectionError`, `ExportError`, `BusyError`, `DeadlineError`,
        `ResourcesError`, `StoreUnavailableError`.
        """
        media_type = find_format(name).media_type
        if self._places.locked() and self._waiting >= _WAITING_MAX:
            raise BusyError(f"{_WAITING_MAX} exports wait already. Try again later.")
        deadline = asyncio.get_running_loop().time() + timeout
        self._waiting += 1
        try:
            async with asyncio.timeout_at(deadline):
                await self._places.acquire()
        except TimeoutError as error:
            raise BusyError("Other exports took all the time that this one had. Try again later.") from error
        finally:
            self._waiting -= 1
        body = _run(self._places, request_of(settings, name, selection), deadline, settings.result_max)
        first = await anext(body, b"")
        return Answer(media_type, _Body(first, body))


class _Body(AsyncIterator[bytes]):
    """The first part, which is there already, and the rest."""

    def __init__(self, first: bytes, rest: AsyncIterator[bytes]) -> None:
        self._first: bytes | None = first
        self._rest = rest

    async def __anext__(self) -> bytes:
        first, self._first = self._first, None
        return first if first is not None else await anext(self._rest)

    async def aclose(self) -> None:
        """Stops the process, if it still runs."""
        close = getattr(self._rest, "aclose", None)
        if close is not None:
            await close()


async def _run(
    places: asyncio.Semaphore, request: bytes, deadline: float, size_max: int
) -> AsyncIterator[bytes]:
    """The output of one process; its place is free again when this ends."""
    process: asyncio.subprocess.Process | None = None
    try:
        async with asyncio.timeout_at(deadline):
            pipe = asyncio.subprocess.PIPE
            process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "qpgraph.export.job", stdin=pipe, stdout=pipe, stderr=pipe
            )
        async for part in _output(process, request, deadline, size_max):
            yield part
    except TimeoutError as error:
        raise DeadlineError(
            "The export was stopped: its time was over. Ask for a smaller part, or give it more time "
            "with the parameter `timeout`."
        ) from error
    finally:
        if process is not None and process.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                process.kill()
            await asyncio.shield(process.wait())
        places.release()


async def _output(
    process: asyncio.subprocess.Process, request: bytes, deadline: float, size_max: int
) -> AsyncIterator[bytes]:
    assert process.stdin and process.stdout and process.stderr
    size = 0
    async with asyncio.timeout_at(deadline):
        process.stdin.write(request)
        await process.stdin.drain()
        process.stdin.close()
    while True:
        async with asyncio.timeout_at(deadline):
            part = await process.stdout.read(_CHUNK)
        if not part:
            break
        size += len(part)
        if size > size_max:
            limit = size_max >> 20
            raise ResourcesError(f"The export is longer than {limit} MiB. Ask for a smaller part.")
        yield part
    async with asyncio.timeout_at(deadline):
        message = await process.stderr.read(_ERROR_MAX)
        status = await process.wait()
    if status:
        raise _failure(status, message)


def _failure(status: int, message: bytes) -> QpgraphError:
    try:
        found = json.loads(message)
        return ERRORS[found["kind"]](found["message"])
    except (ValueError, KeyError, TypeError):
        if status < 0:
            return ResourcesError("The export ended early, for want of memory. Ask for a smaller part.")
        return ExportError("The export failed. The service has a fault here.")
