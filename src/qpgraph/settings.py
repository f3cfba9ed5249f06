"""Where things are and how large they may grow: the environment's settings, read once a use.

Every setting is an environment variable `QPGRAPH_…`; each has a default that serves a newcomer.
"""

import os
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["BASE", "Settings", "data_directory", "on_base"]

BASE = os.environ.get("QPGRAPH_BASE") or "https://w3id.org/qpgraph/"
"""`QPGRAPH_BASE`: the base of all addresses in the graph; ends in `/` or `#`."""


_WRITTEN_BASE = "https://w3id.org/qpgraph/"


def on_base(text: str) -> str:
    """A file's text with its addresses moved from the base that files are written with to `BASE`."""
    return text if BASE == _WRITTEN_BASE else text.replace(_WRITTEN_BASE, BASE)


def data_directory(name: str) -> Path:
    """The folder of the project's own data: `loaders`, `ontology` or `queries`.

    In an installed package they lie in `qpgraph/data`, in a checkout at its top level.
    """
    package = Path(__file__).parent
    installed = package / "data" / name
    return installed if installed.is_dir() else package.parent.parent / name


def _default_store() -> Path:
    cache = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(cache) / "qpgraph" / "store"


def _env(name: str, default: str) -> str:
    return os.environ.get(f"QPGRAPH_{name}") or default


@dataclass(frozen=True)
class Settings:
    """The service's settings; sizes in bytes, times in seconds."""

    store: Path = field(default_factory=lambda: Path(_env("STORE", str(_default_store()))))
    """`QPGRAPH_STORE`: the folder of the embedded store."""
    documents: Path | None = field(
        default_factory=lambda: Path(found) if (found := os.environ.get("QPGRAPH_DOCUMENTS")) else None
    )
    """`QPGRAPH_DOCUMENTS`: the folder of the source texts, for checks of records against them."""
    endpoint: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT") or None)
    """`QPGRAPH_ENDPOINT`: a SPARQL 1.1 query address; when set, the service runs on it."""
    endpoint_update: str | None = field(
        default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_UPDATE") or None
    )
    """`QPGRAPH_ENDPOINT_UPDATE`: the endpoint's address for updates; without one it is read only."""
    endpoint_data: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_DATA") or None)
    """`QPGRAPH_ENDPOINT_DATA`: its Graph Store Protocol address; without one, updates do that work."""
    endpoint_auth: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_AUTH") or None)
    """`QPGRAPH_ENDPOINT_AUTH`: `basic`, `digest` or `bearer`; by default what the next three say."""
    endpoint_user: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_USER") or None)
    """`QPGRAPH_ENDPOINT_USER`: the user name at the endpoint."""
    endpoint_password: str | None = field(
        default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_PASSWORD") or None, repr=False
    )
    """`QPGRAPH_ENDPOINT_PASSWORD`: that user's password."""
    endpoint_token: str | None = field(
        default_factory=lambda: os.environ.get("QPGRAPH_ENDPOINT_TOKEN") or None, repr=False
    )
    """`QPGRAPH_ENDPOINT_TOKEN`: the bearer token of the endpoint."""
    token: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_TOKEN") or None)
    """`QPGRAPH_TOKEN`: the bearer token that writing needs; without one nobody can write."""
    timeout: float = field(default_factory=lambda: float(_env("TIMEOUT", "30")))
    """`QPGRAPH_TIMEOUT`: a query's deadline when it asks for none."""
    timeout_max: float = field(default_factory=lambda: float(_env("TIMEOUT_MAX", "120")))
    """`QPGRAPH_TIMEOUT_MAX`: the longest deadline that a query may ask for."""
    slow: float = field(default_factory=lambda: float(_env("SLOW", "0.5")))
    """`QPGRAPH_SLOW`: a query that runs longer than this gives its place to the small ones."""
    workers: int = field(default_factory=lambda: int(_env("WORKERS", "4")))
    """`QPGRAPH_WORKERS`: small queries that run side by side, and as many slow ones beside them."""
    queue: int = field(default_factory=lambda: int(_env("QUEUE", "64")))
    """`QPGRAPH_QUEUE`: queries that may wait for a worker before 503 is answered."""
    request_max: int = field(default_factory=lambda: int(_env("REQUEST_MAX", str(1 << 20))))
    """`QPGRAPH_REQUEST_MAX`: the largest query or form."""
    upload_max: int = field(default_factory=lambda: int(_env("UPLOAD_MAX", str(256 << 20))))
    """`QPGRAPH_UPLOAD_MAX`: the largest graph or update."""
    result_max: int = field(default_factory=lambda: int(_env("RESULT_MAX", str(256 << 20))))
    """`QPGRAPH_RESULT_MAX`: the largest answer; a longer one is cut off with an error."""
    memory_max: int = field(default_factory=lambda: int(_env("MEMORY_MAX", str(512 << 20))))
    """`QPGRAPH_MEMORY_MAX`: the memory that one query may take, beyond the data themselves."""
    cache: int = field(default_factory=lambda: int(_env("CACHE", str(16 << 20))))
    """`QPGRAPH_CACHE`: room for small answers that are kept until the data change; 0 keeps none."""
    union: bool = field(default_factory=lambda: _env("UNION", "on") == "on")
    """`QPGRAPH_UNION`: `on`, a query's default graph is the union of the named graphs; or `off`."""
    federation: bool = field(default_factory=lambda: _env("FEDERATION", "off") == "on")
    """`QPGRAPH_FEDERATION`: `on`, SERVICE and LOAD may send requests to elsewhere; or `off`."""
