"""Messages between the service and its workers: a kind, a length, that many bytes.

Plain enough for both ends to read without a library, so that a worker starts at once.
"""

import json
import socket
import struct
from typing import Any

__all__ = ["DATA", "END", "ERROR", "HEAD", "HEADER", "REQUEST", "frame", "receive", "send"]

HEADER = struct.Struct(">cI")
"""A frame's beginning: its kind and the length of what follows."""

REQUEST = b"Q"
"""What to do: a JSON object."""
HEAD = b"H"
"""The answer begins: a JSON object with its media type."""
DATA = b"D"
"""A part of the answer, or of an upload."""
END = b"E"
"""All is well and done: a JSON object."""
ERROR = b"X"
"""It failed: a JSON object with `kind` and `message`."""


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """A message's bytes."""
    return HEADER.pack(kind, len(payload)) + payload


def send(connection: socket.socket, kind: bytes, content: dict[str, Any]) -> None:
    """Sends a JSON message, waiting until it is gone."""
    connection.sendall(frame(kind, json.dumps(content).encode()))


def receive(connection: socket.socket) -> tuple[bytes, bytes] | None:
    """The next message's kind and payload; None when the other end has gone."""
    header = _exactly(connection, HEADER.size)
    if header is None:
        return None
    kind, length = HEADER.unpack(header)
    payload = _exactly(connection, length)
    return None if payload is None else (kind, payload)


def _exactly(connection: socket.socket, size: int) -> bytes | None:
    parts = []
    while size:
        part = connection.recv(min(size, 1 << 20))
        if not part:
            return None
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
