"""Real SPARQL servers on loopback, each with its data in a folder of the test."""

import secrets
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from qpgraph.store.remote import Options, RemoteStore
from qpgraph.store.remote.auth import Auth
from qpgraph.store.remote.endpoint import Endpoint

__all__ = ["MISSING", "Server", "oxigraph", "virtuoso"]

PASSWORD = f"p{secrets.token_hex(12)}"
OXIGRAPH_TIMEOUT = 4
"""Seconds after which `oxigraph serve` stops a query by itself."""

MISSING = {
    "oxigraph": "needs `oxigraph serve`: pip install oxigraph",
    "virtuoso": "needs Virtuoso 7: apt-get install virtuoso-opensource-7-bin",
}

_VIRTUOSO_INI = """\
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
FileExtend = 200
TempStorage = TempDatabase

[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx

[Parameters]
ServerPort = 127.0.0.1:{sql_port}
DisableUnixSocket = 1
CaseMode = 2
ServerThreads = 20
CheckpointInterval = 0
NumberOfBuffers = 10000
MaxDirtyBuffers = 6000
DirsAllowed = {folder}

[HTTPServer]
ServerPort = 127.0.0.1:{http_port}
ServerThreads = 10
Charset = UTF-8
EnabledDavVSP = 0
"""


@dataclass(frozen=True)
class Server:
    """A running server."""

    name: str
    endpoint: Endpoint

    def store(self, *, options: Options | None = None, **changes: object) -> RemoteStore:
        """A store on it; `changes` are to its `Endpoint`."""
        return RemoteStore(replace(self.endpoint, **changes), options or Options())  # type: ignore[arg-type]


@contextmanager
def oxigraph(folder: Path) -> Iterator[Server | None]:
    """`oxigraph serve` over a folder; None where it is not installed."""
    program = _program("oxigraph")
    if program is None:
        yield None
        return
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [program, "serve", "--location", str(folder / "data"), "--bind", f"127.0.0.1:{port}"]
    with _running([*command, "--timeout-s", str(OXIGRAPH_TIMEOUT)], folder, lambda log: _listens(port)):
        yield Server("oxigraph", Endpoint(f"{address}/query", f"{address}/update", f"{address}/store"))


@contextmanager
def virtuoso(folder: Path) -> Iterator[Server | None]:
    """Virtuoso 7 with a configuration and a database of its own; None where it is not installed."""
    program, isql = _program("virtuoso-t"), _program("isql-vt")
    if program is None or isql is None:
        yield None
        return
    sql_port, http_port = _free_port(), _free_port()
    configuration = folder / "virtuoso.ini"
    configuration.write_text(_VIRTUOSO_INI.format(folder=folder, sql_port=sql_port, http_port=http_port))
    command = [program, "+foreground", "+configfile", str(configuration)]
    with _running(command, folder, lambda log: "Server online at" in log):
        _set_password(isql, sql_port)
        address = f"http://127.0.0.1:{http_port}"
        auth = Auth("digest", "dba", PASSWORD)
        urls = f"{address}/sparql", f"{address}/sparql-auth", f"{address}/sparql-graph-crud-auth"
        yield Server("virtuoso", Endpoint(*urls, auth))


def _set_password(isql: str, port: int) -> None:
    done = subprocess.run(
        [isql, f"127.0.0.1:{port}", "dba", "dba", f"exec=set password dba {PASSWORD};"],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "Error" not in done.stderr + done.stdout, done.stderr + done.stdout


@contextmanager
def _running(command: list[str], folder: Path, ready: Callable[[str], bool]) -> Iterator[None]:
    log = folder / "output.log"
    with log.open("wb") as output:
        process = _start(command, folder, output)
        try:
            _wait(process, lambda: ready(log.read_text(errors="replace")), log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _start(command: list[str], folder: Path, output: IO[bytes]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)


def _wait(process: subprocess.Popen[bytes], ready: Callable[[], bool], log: Path) -> None:
    for _ in range(600):
        if ready():
            return
        assert process.poll() is None, f"the server ended at once:\n{log.read_text(errors='replace')}"
        time.sleep(0.1)
    raise AssertionError(f"the server is not ready after 60 s:\n{log.read_text(errors='replace')}")


def _listens(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def _program(name: str) -> str | None:
    beside = Path(sys.executable).with_name(name)
    return str(beside) if beside.is_file() else shutil.which(name)
