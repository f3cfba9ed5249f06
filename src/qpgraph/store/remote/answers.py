"""The body of a remote answer as it comes, under the rest of the query's deadline."""

from collections.abc import AsyncIterator
from typing import IO

from qpgraph.store.base import ResourcesError
from qpgraph.store.remote.calls import Calls
from qpgraph.store.remote.deadline import Deadline
from qpgraph.store.remote.errors import out_of_time

__all__ = ["Body"]

_CHUNK = 64 << 10


class Body(AsyncIterator[bytes]):
    """Reads a response, or a rewritten one, in chunks; each read waits in a thread."""

    def __init__(
        self,
        content: IO[bytes],
        calls: Calls,
        *,
        deadline: Deadline,
        result_max: int,
        cut_mark: bytes | None,
    ) -> None:
        """`deadline` is the whole query's; `result_max` in bytes; for `cut_mark` see `Server`."""
        self._content: IO[bytes] | None = content
        self._calls = calls
        self._url = calls.endpoint.query_url
        self._deadline = deadline
        self._left = result_max
        self._result_max = result_max
        self._cut_mark = cut_mark
        self._tail = b""

    async def __anext__(self) -> bytes:
        """The next chunk; raises `DeadlineError`, `ResourcesError` or `StoreUnavailableError`."""
        content = self._content
        if content is None:
            raise StopAsyncIteration
        try:
            chunk = await self._calls.run(lambda: self._read(content), self._url, self._deadline, again=False)
        except BaseException:
            self._content = None
            raise
        if not chunk:
            await self.aclose()
            if self._cut_mark and self._tail.endswith(self._cut_mark):
                raise out_of_time(self._url, self._deadline.total)
            raise StopAsyncIteration
        if self._cut_mark:
            self._tail = (self._tail + chunk)[-len(self._cut_mark) :]
        self._left -= len(chunk)
        if self._left < 0:
            await self.aclose()
            raise ResourcesError(
                f"The answer is longer than {self._result_max >> 20} MiB and was cut off. "
                "Ask for less, use LIMIT."
            )
        return chunk

    async def aclose(self) -> None:
        """Nobody reads any more: closes the connection."""
        content, self._content = self._content, None
        if content is not None:
            content.close()

    def _read(self, content: IO[bytes]) -> bytes:
        """Reads in the thread, which also closes: nobody else may while a read is under way."""
        try:
            chunk: bytes = getattr(content, "read1", content.read)(_CHUNK)
        except BaseException:
            content.close()
            raise
        if self._content is None:
            content.close()
        return chunk
