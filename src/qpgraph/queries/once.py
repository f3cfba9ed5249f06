"""Runs one query for a process that does nothing else meanwhile: the command line, a Python script.

The embedded store is read in this process, which ends at the deadline: a query in Oxigraph can't be
interrupted, and nothing else needs this process. A remote store is asked through its port. The
service runs its queries in worker processes instead (`qpgraph.sparql`).
"""

import os
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from pyoxigraph import (
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    Triple,
    parse,
    parse_query_results,
)

from qpgraph.graph.terms import PREFIXES
from qpgraph.settings import Settings
from qpgraph.sparql.syntax import dataset_clauses, refuse_service
from qpgraph.store.base import BadQueryError, Dataset
from qpgraph.store.layout import open_read_only

__all__ = ["Results", "results_of"]

Results = QuerySolutions | QueryBoolean | Iterable[Triple]
"""Solutions of SELECT, a boolean of ASK, triples of CONSTRUCT and DESCRIBE."""


@contextmanager
def results_of(text: str, settings: Settings, timeout: float) -> Iterator[Results]:
    """The results of a query, to be read inside the `with`; the project's prefixes are known to it.

    Ends the process with status 1 when `timeout` seconds are over.
    Raises `BadQueryError`, `StoreUnavailableError`.
    """
    if not settings.federation:
        refuse_service(text)
    if settings.endpoint:
        yield _ask_endpoint(text, settings, timeout)
        return
    store = open_read_only(settings.store)
    with _deadline(timeout):
        try:
            # With a union Oxigraph would leave FROM out of account.
            union = settings.union and dataset_clauses(text) is None
            found = store.query(text, use_default_graph_as_union=union, prefixes=PREFIXES)
        except SyntaxError as error:
            raise BadQueryError(f"the query is not SPARQL 1.1: {error.msg or error}") from error
        except RuntimeError as error:
            raise BadQueryError(f"the query can't be run: {error}") from error
        yield found


@contextmanager
def _deadline(timeout: float) -> Iterator[None]:
    def stop() -> None:
        message = f"qpgraph: the query was stopped after {timeout:g} s; ask for less, or allow more time"
        print(message, file=sys.stderr, flush=True)
        os._exit(1)

    timer = threading.Timer(timeout, stop)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _ask_endpoint(text: str, settings: Settings, timeout: float) -> Results:
    import anyio

    media_type, body = anyio.run(_fetch, text, settings, timeout)
    if media_type == "application/n-triples":
        return (quad.triple for quad in parse(body, RdfFormat.N_TRIPLES))
    return parse_query_results(body, QueryResultsFormat.JSON)


async def _fetch(text: str, settings: Settings, timeout: float) -> tuple[str, bytes]:
    from qpgraph.store.factory import open_store

    store = open_store(settings)
    prologue = "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items())
    try:
        answer = await store.query(
            prologue + text,
            accept=["application/sparql-results+json", "application/n-triples"],
            base=None,
            dataset=Dataset(),
            timeout=timeout,
        )
        return answer.media_type, b"".join([part async for part in answer.body])
    finally:
        await store.close()
