"""The service's end of the line to one worker: sends a request, reads the answer as it comes."""

import asyncio
import json
import os
import signal
import socket
from collections import deque
from collections.abc import Mapping
from contextlib import suppress
from typing import cast

from qpgraph.sparql import frames

__all__ = ["Connection", "WorkerGoneError"]

_READ_AHEAD = 1 << 20


class WorkerGoneError(Exception):
    """The worker ended without an answer: killed, or out of memory."""


class Connection(asyncio.Protocol):
    """One worker process and the socket to it.

    What the worker sends is read ahead up to 1 MiB; then the socket is left alone, the worker waits
    in its `send`, and a slow client costs no memory and no processor time.
    """

    def __init__(self, process: int) -> None:
        """`process` is the worker's id; it is held by a descriptor, so that no other is ever killed."""
        self.process = process
        self._handle = os.pidfd_open(process)
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._messages: deque[tuple[bytes, bytes]] = deque()
        self._size = 0
        self._paused = False
        self._waiter: asyncio.Future[None] | None = None
        self.gone = False

    @classmethod
    async def open(cls, process: int, end: socket.socket) -> "Connection":
        """Puts the service's end of a worker's socket under the event loop."""
        end.setblocking(False)
        _, connection = await asyncio.get_running_loop().create_connection(lambda: cls(process), sock=end)
        return connection

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See `asyncio.Protocol`."""
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class, of the same shape

    def data_received(self, data: bytes) -> None:
        """See `asyncio.Protocol`."""
        buffer = self._buffer
        buffer += data
        start, size = 0, frames.HEADER.size
        while len(buffer) >= start + size:
            kind, length = frames.HEADER.unpack_from(buffer, start)
            end = start + size + length
            if len(buffer) < end:
                break
            self._messages.append((kind, bytes(buffer[start + size : end])))
            self._size += length
            start = end
        del buffer[:start]
        if self._size > _READ_AHEAD and not self._paused and self._transport:
            self._paused = True
            self._transport.pause_reading()
        self._wake()

    def connection_lost(self, exc: Exception | None) -> None:
        """See `asyncio.Protocol`."""
        self.gone = True
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1
        self._wake()

    def send(self, content: Mapping[str, object]) -> None:
        """Sends a request."""
        assert self._transport is not None
        self._transport.write(frames.frame(frames.REQUEST, json.dumps(content).encode()))

    def send_data(self, data: bytes) -> None:
        """Sends an upload after the request."""
        assert self._transport is not None
        self._transport.write(frames.frame(frames.DATA, data))

    async def receive(self) -> tuple[bytes, bytes]:
        """The next message; raises `WorkerGoneError` when there will be none."""
        while not self._messages:
            if self.gone:
                raise WorkerGoneError
            self._waiter = asyncio.get_running_loop().create_future()
            await self._waiter
        kind, payload = self._messages.popleft()
        self._size -= len(payload)
        if self._paused and self._size <= _READ_AHEAD and self._transport and not self.gone:
            self._paused = False
            self._transport.resume_reading()
        return kind, payload

    def lower_priority(self, niceness: int) -> None:
        """From now on the worker gets less of the processor: `niceness` up to 19. It can't be undone."""
        if self._handle >= 0:
            with suppress(ProcessLookupError):
                os.setpriority(os.PRIO_PROCESS, self.process, niceness)

    def kill(self) -> None:
        """Ends the worker at once, whatever it does."""
        if self._handle >= 0:
            with suppress(ProcessLookupError):
                signal.pidfd_send_signal(self._handle, signal.SIGKILL)
        self.close()

    def close(self) -> None:
        """Hangs up; an idle worker ends by itself."""
        if self._transport is not None:
            self._transport.abort()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
