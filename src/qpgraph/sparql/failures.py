"""Turns what a worker or writer tells of a failure into the error that a person meets."""

import json
import re

from qpgraph.errors import QpgraphError
from qpgraph.store.base import BadQueryError, GraphMissingError, StoreUnavailableError

__all__ = ["failure"]

_POSITION = re.compile(r"(?:error )?at (?:line )?(\d+)(?::| column )(\d+)(?:[^:]*): ")
_LONGEST = 300


def failure(payload: bytes) -> QpgraphError:
    """The error behind an ERROR message."""
    content = json.loads(payload)
    kind, message = content["kind"], " ".join(content["message"].split())
    if kind == "syntax":
        return _syntax_error(message)
    if kind == "request":
        return BadQueryError(_ended(message))
    if kind == "missing":
        return GraphMissingError(message)
    return StoreUnavailableError(_ended(f"The store failed: {message}"))


def _syntax_error(message: str) -> BadQueryError:
    position = _POSITION.search(message)
    if not position:
        return BadQueryError(_ended(f"Syntax error: {message}"))
    line, column = int(position.group(1)), int(position.group(2))
    what = message[: position.start()] + message[position.end() :]
    where = f"Syntax error at line {line}, column {column}"
    return BadQueryError(_ended(f"{where}: {what}"), line=line, column=column)


def _ended(message: str) -> str:
    if len(message) > _LONGEST:
        message = message[:_LONGEST].rsplit(",", 1)[0] + " …"
    return message if message.endswith((".", "…", "?")) else f"{message}."
