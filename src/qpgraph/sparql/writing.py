"""The service's side of a change to the database: one writer process at a time, under a deadline."""

import asyncio
import json
import socket
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from qpgraph.sparql import frames
from qpgraph.sparql.connection import Connection, WorkerGoneError
from qpgraph.sparql.failures import failure
from qpgraph.store.base import DeadlineError, StoreUnavailableError

__all__ = ["write"]


async def write(
    database: Path, request: Mapping[str, object], timeout: float, data: bytes | None = None
) -> dict[str, Any]:
    """Has a writer make a change; returns what it tells.

    Raises `DeadlineError` (nothing was changed), `BadQueryError`, `GraphMissingError`,
    `StoreUnavailableError`.
    """
    ours, theirs = socket.socketpair()
    command = [sys.executable, "-P", "-m", "qpgraph.sparql.writer", str(theirs.fileno()), str(database)]
    process = await asyncio.to_thread(
        subprocess.Popen, command, stdin=subprocess.DEVNULL, pass_fds=[theirs.fileno()]
    )
    theirs.close()
    connection = await Connection.open(process.pid, ours)
    try:
        connection.send(request)
        if data is not None:
            connection.send_data(data)
        async with asyncio.timeout(timeout):
            kind, payload = await connection.receive()
    except TimeoutError as error:
        connection.kill()
        raise DeadlineError(
            f"The update was stopped: it had not finished after {timeout:g} s. Nothing was changed. "
            "Change less at a time, or give it more time with the parameter `timeout`."
        ) from error
    except WorkerGoneError as error:
        raise StoreUnavailableError("The process that writes ended before it was done. Try again.") from error
    except BaseException:
        connection.kill()
        raise
    finally:
        await asyncio.shield(asyncio.to_thread(process.wait))
        connection.close()
    if kind == frames.ERROR:
        raise failure(payload)
    answer: dict[str, Any] = json.loads(payload)
    return answer
