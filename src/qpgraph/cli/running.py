"""Runs one query for the command line and writes its answer to a stream.

The embedded store is read in this process, which ends at the deadline: a query in Oxigraph can't be
interrupted, but nothing else needs this process. A remote store is asked through its port.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    QueryTriples,
    RdfFormat,
    Store,
    serialize,
)

from qpgraph.graph.terms import PREFIXES
from qpgraph.settings import Settings
from qpgraph.sparql.media_types import SHORT_NAMES, Form
from qpgraph.store.base import BadQueryError, Dataset, StoreUnavailableError

__all__ = ["run"]

_FORMS: dict[Form, tuple[str, ...]] = {
    "solutions": ("table", "json", "csv", "tsv", "xml"),
    "boolean": ("table", "json", "csv", "tsv", "xml"),
    "graph": ("ttl", "jsonld", "xml"),
}


def run(text: str, settings: Settings, form: str | None, timeout: float, output: BinaryIO) -> None:
    """Runs a query; `form` is a format of the command line, None the query form's first one.

    Raises `BadQueryError`, `StoreUnavailableError`; ends the process with status 1 at the deadline.
    """
    if settings.endpoint:
        _run_remote(text, settings, form, timeout, output)
        return
    store = _open(settings.store)
    with _deadline(timeout):
        try:
            results = store.query(text, use_default_graph_as_union=True, prefixes=PREFIXES)
        except SyntaxError as error:
            raise BadQueryError(f"the query is not SPARQL 1.1: {error.msg or error}") from error
        _write(results, form, output)


def _open(store: Path) -> Store:
    from qpgraph.store.embedded import current_database

    try:
        return Store.read_only(str(current_database(store)))
    except OSError as error:
        raise StoreUnavailableError(f"{store}: can't be opened: {error}; build it again") from error


@contextmanager
def _deadline(timeout: float) -> Iterator[None]:
    def stop() -> None:
        print(
            f"qpgraph: the query was stopped after {timeout:g} s; ask for less, or give more by --timeout",
            file=sys.stderr,
            flush=True,
        )
        os._exit(1)

    timer = threading.Timer(timeout, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _write(results: QuerySolutions | QueryBoolean | QueryTriples, form: str | None, output: BinaryIO) -> None:
    if isinstance(results, QueryTriples):
        media_type = _media_type("graph", form or "ttl")
        graph_format = RdfFormat.from_media_type(media_type)
        assert graph_format
        prefixes = PREFIXES if graph_format == RdfFormat.TURTLE else None
        serialize(results, output, graph_format, prefixes=prefixes)
        return
    kind: Form = "boolean" if isinstance(results, QueryBoolean) else "solutions"
    if form in (None, "table"):
        _write_table(results, output)
        return
    solutions_format = QueryResultsFormat.from_media_type(_media_type(kind, form or "json"))
    assert solutions_format
    results.serialize(output, solutions_format)
    if not isinstance(results, QuerySolutions) or form in ("json", "xml"):
        output.write(b"\n")


def _media_type(kind: Form, form: str) -> str:
    if form not in _FORMS[kind]:
        raise BadQueryError(f"a {kind} answer can't be written as {form}; take {', '.join(_FORMS[kind])}")
    names = SHORT_NAMES[form]
    return names[-1] if kind == "graph" else names[0]


def _write_table(results: QuerySolutions | QueryBoolean, output: BinaryIO) -> None:
    from qpgraph.cli.table import write_table

    if isinstance(results, QueryBoolean):
        output.write(b"true\n" if results else b"false\n")
        return
    names = [variable.value for variable in results.variables]
    rows = [[getattr(row[name], "value", None) if row[name] else "" for name in names] for row in results]
    write_table(names, rows, output)


def _run_remote(text: str, settings: Settings, form: str | None, timeout: float, output: BinaryIO) -> None:
    import anyio

    from qpgraph.store.factory import open_store

    async def ask() -> bytes:
        store = open_store(settings)
        try:
            accept = [*SHORT_NAMES["csv" if form in (None, "table") else form], "text/turtle"]
            answer = await store.query(
                _prologue() + text, accept=accept, base=None, dataset=Dataset(), timeout=timeout
            )
            return b"".join([part async for part in answer.body])
        finally:
            await store.close()

    output.write(anyio.run(ask))


def _prologue() -> str:
    return "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items())
