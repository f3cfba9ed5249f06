"""The zygote: reads the data into memory once, then forks a worker whenever it is asked to.

A worker shares the zygote's memory (copy on write), so that a new one costs some milliseconds and
little memory. Run as `python -m qpgraph.sparql.zygote DESCRIPTOR OPTIONS`, where the descriptor is
the socket to the service and the options are a JSON object.
"""

import gc
import json
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

from qpgraph.sparql import frames
from qpgraph.sparql.evaluation import Data, load
from qpgraph.sparql.worker import work

__all__ = ["main"]


def main(descriptor: int, options: dict[str, Any]) -> None:
    """Serves until the service closes the socket; all workers end with it."""
    control = socket.socket(fileno=descriptor)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the service, which closes the socket
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel buries dead workers
    try:
        data = load(Path(options["database"]), union=options["union"])
    except OSError as error:
        frames.send(control, frames.ERROR, {"kind": "store", "message": str(error)})
        return
    gc.freeze()
    frames.send(control, frames.HEAD, {"quads": len(data.store)})
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 1, 1)
        if not message:
            return
        for received in descriptors:
            _fork(data, control, received, options)


def _fork(data: Data, control: socket.socket, descriptor: int, options: dict[str, Any]) -> None:
    process = os.fork()
    if process:
        os.close(descriptor)
        frames.send(control, frames.END, {"process": process})
        return
    status = 1
    try:
        control.close()
        connection = socket.socket(fileno=descriptor)
        work(data, connection, memory_max=options["memory_max"], confined=not options["federation"])
        status = 0
    finally:
        os._exit(status)


if __name__ == "__main__":
    main(int(sys.argv[1]), json.loads(sys.argv[2]))
