"""A worker: a forked process that answers one query after another from the data in its memory.

It is killed when a query runs too long, so it holds nothing that matters. It can open no file and
no connection, and takes no more memory than it may.
"""

import ctypes
import gc
import json
import os
import resource
import signal
import socket
from typing import Any

from qpgraph.sparql import frames
from qpgraph.sparql.evaluation import Data, NoSuchGraphError, answer_graph, answer_query
from qpgraph.store.base import BadQueryError

__all__ = ["error_kind", "serve", "work"]

_CHUNK = 64 << 10
_PR_SET_PDEATHSIG = 1


class _Reply:
    """Sends an answer in large parts; a small one leaves with its head and end in one piece."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._head = b""
        self._parts: list[bytes] = []
        self._size = 0

    def begin(self, media_type: str) -> None:
        self._head = frames.frame(frames.HEAD, json.dumps({"media_type": media_type}).encode())

    def write(self, data: bytes) -> int:
        self._parts.append(data)
        self._size += len(data)
        if self._size >= _CHUNK:
            self._connection.sendall(self._take())
        return len(data)

    def flush(self) -> None:
        """Nothing to do: parts leave when they are large enough."""

    def end(self) -> None:
        self._connection.sendall(self._take() + frames.frame(frames.END))

    def _take(self) -> bytes:
        head, self._head = self._head, b""
        body = b"".join(self._parts)
        self._parts, self._size = [], 0
        return head + (frames.frame(frames.DATA, body) if body else b"")


def work(data: Data, connection: socket.socket, *, memory_max: int, confined: bool) -> None:
    """Turns the forked process into a worker; returns when the service has gone."""
    _die_with_parent()
    silence = os.open(os.devnull, os.O_RDWR)
    os.dup2(silence, 2)  # the engine's own words on a lack of memory help nobody
    os.close(silence)
    _limit_memory(memory_max)
    if confined:
        # Without a free descriptor neither SERVICE nor a file can be opened, whatever the query says.
        lowest_free = os.dup(connection.fileno())
        os.close(lowest_free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (lowest_free, lowest_free))
    gc.freeze()
    serve(data, connection)


def serve(data: Data, connection: socket.socket) -> None:
    """Answers requests until the other end closes."""
    while (message := frames.receive(connection)) is not None:
        request: dict[str, Any] = json.loads(message[1])
        reply = _Reply(connection)
        try:
            if request["do"] == "query":
                answer_query(data, request, reply)
            else:
                answer_graph(data, request["graph"], request["media_type"], reply)
        except BrokenPipeError:
            return
        except Exception as error:
            frames.send(connection, frames.ERROR, {"kind": error_kind(error), "message": str(error)})
        else:
            reply.end()


def error_kind(error: Exception) -> str:
    """`syntax` and `request` are the user's errors, `missing` a graph that isn't there; `store` the rest."""
    match error:
        case SyntaxError():
            return "syntax"
        case ValueError() | RuntimeError() | BadQueryError():
            return "request"
        case NoSuchGraphError():
            return "missing"
        case _:
            return "store"


def _die_with_parent() -> None:
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _limit_memory(memory_max: int) -> None:
    with open("/proc/self/statm", "rb") as file:  # noqa: PTH123
        pages = int(file.read().split()[5])
    limit = pages * resource.getpagesize() + memory_max
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))
