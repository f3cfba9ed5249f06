"""One export in a process of its own: `python -m qpgraph.export.job`, for the service.

The request comes as JSON on standard input, the export goes to standard output. When it fails, the
exit status is 1 and standard error holds `{"kind", "message"}`.
"""

import ctypes
import json
import os
import resource
import signal
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from qpgraph.errors import QpgraphError
from qpgraph.export.base import ExportError, ToolMissingError
from qpgraph.export.factory import write_export
from qpgraph.export.selection import Selection, SelectionError
from qpgraph.export.source import open_source
from qpgraph.settings import Settings
from qpgraph.store.base import BadQueryError, ResourcesError, StoreUnavailableError

__all__ = ["ERRORS", "main", "request_of"]

ERRORS: dict[str, type[QpgraphError]] = {
    "selection": SelectionError,
    "tool": ToolMissingError,
    "export": ExportError,
    "memory": ResourcesError,
    "query": BadQueryError,
    "store": StoreUnavailableError,
}
"""What may go wrong, by the name that goes between the processes; the more special first."""

_PR_SET_PDEATHSIG = 1
_NICENESS = 10
_PATHS = ("store", "documents")


def request_of(settings: Settings, name: str, selection: Selection) -> bytes:
    """The request as `main` reads it."""
    content = {"settings": asdict(settings), "format": name, "selection": asdict(selection)}
    return json.dumps(content, default=str).encode()


def main() -> int:
    """Writes the export that standard input asks for."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    os.nice(_NICENESS)
    request = json.load(sys.stdin.buffer)
    settings = _settings(request["settings"])
    _limit_memory(settings.memory_max)
    try:
        selection = Selection(**{name: _tuple(value) for name, value in request["selection"].items()})
        write_export(open_source(settings), request["format"], selection, sys.stdout.buffer)
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(1)
    except MemoryError:
        limit = settings.memory_max >> 20
        return _fail("memory", f"The export needed more than {limit} MiB of memory. Ask for a smaller part.")
    except QpgraphError as error:
        kind = next((name for name, each in ERRORS.items() if isinstance(error, each)), "export")
        return _fail(kind, str(error))
    return 0


def _fail(kind: str, message: str) -> int:
    json.dump({"kind": kind, "message": message}, sys.stderr)
    return 1


def _settings(values: dict[str, Any]) -> Settings:
    paths = {name: Path(values[name]) for name in _PATHS if values[name] is not None}
    return Settings(**{**values, **paths})


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _limit_memory(memory_max: int) -> None:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5])
    limit = pages * resource.getpagesize() + memory_max
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


if __name__ == "__main__":
    sys.exit(main())
