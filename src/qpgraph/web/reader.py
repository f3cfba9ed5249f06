"""Asks the store for what a page shows: queries in files, rows and small graphs as answers."""

import asyncio
import json
from functools import cache
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, parse

from qpgraph.queries.named import NamedQuery, load_queries
from qpgraph.store.base import BusyError, Dataset, Store

__all__ = ["PageGraph", "Reader", "Row", "page_queries"]

_AT_ONCE = 2
"""Queries of one page that run side by side: a page shall not take all of the store's places."""
_PAUSES = (0.2, 0.5, 1.0)
"""Seconds to wait before asking a busy store again."""


@cache
def page_queries() -> dict[str, NamedQuery]:
    """The pages' own queries, `queries/*.rq` beside this module, and all named queries."""
    return {**load_queries(), **load_queries(Path(__file__).parent / "queries")}


class Row(dict[str, str]):
    """A solution: variable to plain value; `""` where it is unbound."""

    def __missing__(self, name: str) -> str:
        return ""


Node = NamedNode | BlankNode


class PageGraph:
    """A few hundred statements in memory, looked up by subject and by predicate."""

    def __init__(self, triples: list[Triple]) -> None:
        """`triples` in any order, which is kept."""
        self.triples = triples
        self._index: dict[tuple[str, str], list[NamedNode | BlankNode | Literal]] = {}
        for triple in triples:
            if isinstance(triple.object, Triple) or isinstance(triple.subject, Triple):
                continue
            key = (triple.subject.value, triple.predicate.value)
            self._index.setdefault(key, []).append(triple.object)

    def objects(self, subject: str, predicate: str) -> list[NamedNode | BlankNode | Literal]:
        """The objects of a subject's statements with a predicate, by their full addresses."""
        return self._index.get((subject, predicate), [])

    def predicates(self, subject: str) -> list[str]:
        """The predicates of a subject."""
        return [predicate for (each, predicate) in self._index if each == subject]


class Reader:
    """Runs the pages' queries on a store, each under the deadline."""

    def __init__(self, store: Store, timeout: float) -> None:
        """`timeout` in seconds for each query."""
        self._store = store
        self._timeout = timeout
        self._places = asyncio.Semaphore(_AT_ONCE)

    async def rows(self, name: str, **values: str) -> list[Row]:
        """The solutions of a query of `page_queries`; `values` bind its parameters."""
        body = await self._ask(name, "application/sparql-results+json", values)
        bindings = json.loads(body)["results"]["bindings"]
        return [Row((key, term["value"]) for key, term in binding.items()) for binding in bindings]

    async def graph(self, name: str, **values: str) -> PageGraph:
        """The statements that a CONSTRUCT query of `page_queries` makes, each once."""
        body = await self._ask(name, "application/n-triples", values)
        triples = dict.fromkeys(quad.triple for quad in parse(body, RdfFormat.N_TRIPLES))
        return PageGraph(list(triples))

    async def _ask(self, name: str, media_type: str, values: dict[str, str]) -> bytes:
        """The answer to a query; when the store is busy, after some patience."""
        text = page_queries()[name].bind(values)
        async with self._places:
            for pause in _PAUSES:
                try:
                    return await self._answer(text, media_type)
                except BusyError:
                    await asyncio.sleep(pause)
            return await self._answer(text, media_type)

    async def _answer(self, text: str, media_type: str) -> bytes:
        answer = await self._store.query(
            text, accept=[media_type], base=None, dataset=Dataset(), timeout=self._timeout
        )
        return b"".join([part async for part in answer.body])
