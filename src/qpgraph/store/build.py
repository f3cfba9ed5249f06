"""Builds the embedded store from the project's files and switches to it in one step.

A store folder holds a folder a version and `current`, a symbolic link to the database that serves:

    <store>/current -> 5c0f…-1/database/
    <store>/5c0f…-1/database/   the Oxigraph database
    <store>/5c0f…-1/graph.nq    the same quads, sorted: equal input gives equal bytes
    <store>/5c0f…-1/search/     what else is built from the graph, if the caller names it

A build writes a new version aside; only when it is whole does `current` change, so a failed build
leaves the old one serving. The version before is kept, for services that still read it.
"""

import fcntl
import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store

from qpgraph.errors import QpgraphError
from qpgraph.graph.assemble import Progress, Sources, assemble, to_nquads
from qpgraph.graph.shapes import validate_graph

__all__ = ["Beside", "Build", "build_store", "check_shapes"]

Beside = Callable[[Path, Store, str], None]
"""Builds something into a folder of the new version, from its database and the digest of its graph."""

_KEPT_VERSIONS = 2


@dataclass(frozen=True)
class Build:
    """What a build made: the version's folder, its number of quads, the digest of its N-Quads."""

    version: Path
    quads: int
    digest: str


def build_store(
    store: Path,
    sources: Sources,
    progress: Progress = lambda step: None,
    beside: Mapping[str, Beside] | None = None,
) -> Build:
    """Builds and switches; raises `QpgraphError` with all that is wrong, and then changes nothing.

    `beside` names what else is built, by the name of its folder in the version.
    """
    with _lock(store):
        quads = assemble(sources, progress)
        progress("validating")
        check_shapes(quads, sources)
        progress("writing the store")
        made = _write(store, quads, progress, beside or {})
        _switch(store, made.version)
        _forget_old_versions(store)
        return made


def check_shapes(quads: list[Quad], sources: Sources) -> None:
    """Raises `QpgraphError` with what the SHACL shapes find wrong."""
    violations = [
        v for v in validate_graph(quads, sources.ontology / "shapes.ttl") if v.severity == "Violation"
    ]
    if violations:
        raise QpgraphError("\n".join(str(violation) for violation in violations))


@contextmanager
def _lock(store: Path) -> Iterator[None]:
    try:
        store.mkdir(parents=True, exist_ok=True)
        handle = (store / ".lock").open("w")
    except OSError as error:
        raise QpgraphError(
            f"{store}: can't be written: {error.strerror}; choose another with --store"
        ) from error
    with handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise QpgraphError(f"{store}: another build is at work here; wait for it to end") from error
        yield


def _write(store: Path, quads: list[Quad], progress: Progress, beside: Mapping[str, Beside]) -> Build:
    text = to_nquads(quads)
    digest = hashlib.sha256(text).hexdigest()
    aside = store / f".building-{os.getpid()}"
    shutil.rmtree(aside, ignore_errors=True)
    try:
        aside.mkdir()
        (aside / "graph.nq").write_bytes(text)
        database = Store(str(aside / "database"))
        database.bulk_load(input=text, format=RdfFormat.N_QUADS)
        database.flush()
        for name, build in beside.items():
            progress(f"building {name}")
            build(aside / name, database, digest)
        del database
        version = _free_name(store, digest)
        aside.rename(version)
    except OSError as error:
        raise QpgraphError(f"{store}: can't be written: {error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return Build(version, len(quads), digest)


def _free_name(store: Path, digest: str) -> Path:
    count = 1
    while (store / f"{digest[:16]}-{count}").exists():
        count += 1
    return store / f"{digest[:16]}-{count}"


def _switch(store: Path, version: Path) -> None:
    link = store / f".current-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(Path(version.name, "database"))
    link.replace(store / "current")


def _forget_old_versions(store: Path) -> None:
    serving = (store / "current").resolve().parent
    versions = [path for path in store.iterdir() if (path / "graph.nq").is_file() and not path.is_symlink()]
    older = sorted((v for v in versions if v.resolve() != serving), key=lambda path: path.stat().st_mtime)
    for version in older[: -(_KEPT_VERSIONS - 1)]:
        shutil.rmtree(version, ignore_errors=True)
