"""One state of the data, loaded: a zygote process and the workers forked from it."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from qpgraph.sparql import frames
from qpgraph.sparql.connection import Connection
from qpgraph.store.base import StoreUnavailableError

__all__ = ["Generation"]

_ENDED = "The process that holds the data has ended; it starts again with the next query."


class Generation:
    """Starts a zygote on a database and gets workers from it; replaced by a new one when data change."""

    def __init__(self, process: "subprocess.Popen[bytes]", control: socket.socket) -> None:
        self._process = process
        self._control = control
        self._asking = asyncio.Lock()
        self.idle: list[Connection] = []
        self.busy = 0
        self.retired = False

    @classmethod
    async def start(cls, database: Path, options: Mapping[str, object]) -> "Generation":
        """Loads a database. Raises `StoreUnavailableError` when that fails."""
        ours, theirs = socket.socketpair()
        settings = json.dumps({**options, "database": str(database)})
        command = [sys.executable, "-P", "-m", "qpgraph.sparql.zygote", str(theirs.fileno()), settings]
        process = await asyncio.to_thread(
            subprocess.Popen, command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
        )
        theirs.close()
        ours.setblocking(False)
        generation = cls(process, ours)
        try:
            kind, payload = await generation._receive()
        except BaseException:
            await generation.stop()
            raise
        if kind == frames.ERROR:
            await generation.stop()
            raise StoreUnavailableError(
                f"The store {database} can't be opened: {json.loads(payload)['message']}. "
                "Build it again with `qpgraph build`."
            )
        return generation

    async def worker(self) -> Connection:
        """A worker of this generation: an idle one, or a new one."""
        while self.idle:
            connection = self.idle.pop()
            if not connection.gone:
                return connection
        # A request to the zygote is seen through even when the query is cancelled meanwhile.
        forking = asyncio.ensure_future(self._fork())
        try:
            return await asyncio.shield(forking)
        except asyncio.CancelledError:
            forking.add_done_callback(self._keep)
            raise

    def give_back(self, connection: Connection, *, usable: bool) -> None:
        """A query is done with its worker; `usable` when the worker may serve another."""
        self.busy -= 1
        if usable and not self.retired and not connection.gone:
            self.idle.append(connection)
        else:
            connection.close()
        if self.retired and not self.busy:
            self._control.close()

    def retire(self) -> None:
        """No new query comes here; ends when the last one is done."""
        self.retired = True
        for connection in self.idle:
            connection.close()
        self.idle.clear()
        if not self.busy:
            self._control.close()

    async def finished(self) -> None:
        """Waits until the zygote has ended, after `retire`."""
        await asyncio.to_thread(self._process.wait)

    async def stop(self) -> None:
        """Ends the zygote, and its workers with it."""
        self.retire()
        self._control.close()
        self._process.kill()
        await self.finished()

    async def _fork(self) -> Connection:
        async with self._asking:
            ours, theirs = socket.socketpair()
            try:
                socket.send_fds(self._control, [b"+"], [theirs.fileno()])
                _, payload = await self._receive()
            except OSError as error:
                ours.close()
                raise StoreUnavailableError(_ENDED) from error
            finally:
                theirs.close()
        return await Connection.open(json.loads(payload)["process"], ours)

    def _keep(self, forking: "asyncio.Future[Connection]") -> None:
        if forking.cancelled() or forking.exception():
            return
        if self.retired:
            forking.result().close()
        else:
            self.idle.append(forking.result())

    async def _receive(self) -> tuple[bytes, bytes]:
        header = await self._exactly(frames.HEADER.size)
        kind, length = frames.HEADER.unpack(header)
        return kind, await self._exactly(length)

    async def _exactly(self, size: int) -> bytes:
        loop, data = asyncio.get_running_loop(), b""
        while len(data) < size:
            part = await loop.sock_recv(self._control, size - len(data))
            if not part:
                raise StoreUnavailableError(_ENDED)
            data += part
        return data
