"""The embedded store: an Oxigraph database on this machine's disk, asked through worker processes.

A store is a folder with one database a version beside each other and `current`, a symbolic link to
the one that counts. Replacing the link switches a running service to another version.
"""

import asyncio
import re
from collections.abc import Mapping, Sequence

from qpgraph.settings import Settings
from qpgraph.sparql.cache import AnswerCache, is_lasting
from qpgraph.sparql.pool import Pool
from qpgraph.sparql.run import whole
from qpgraph.sparql.syntax import refuse_service, with_dataset, without_loads
from qpgraph.sparql.writing import write
from qpgraph.store.base import Answer, BadQueryError, Dataset
from qpgraph.store.layout import current_database, mark_changed

__all__ = ["EmbeddedStore"]

_CACHED_MAX = 64 << 10
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^<>\"{}|^`\\\x00-\x20]*")


class EmbeddedStore:
    """Answers from memory, in workers that a deadline kills; writes through one writer at a time."""

    def __init__(self, settings: Settings) -> None:
        """Nothing is opened yet: the first query does, or `open`."""
        self._settings = settings
        self._pool = Pool(settings, lambda: current_database(settings.store))
        self._cache = AnswerCache(settings.cache)
        self._writing = asyncio.Lock()

    async def open(self) -> None:
        """Loads the data now. Raises `StoreUnavailableError`."""
        await self._pool.reload()

    async def query(
        self, text: str, *, accept: Sequence[str], base: str | None, dataset: Dataset, timeout: float
    ) -> Answer:
        """See `Store.query`."""
        key = (text, base, dataset, tuple(accept))
        self._pool.look()
        state = self._pool.generations
        if (kept := self._cache.get(key, state)) is not None:
            return Answer(kept[0], whole(kept[1]), len(kept[1]))
        if not self._settings.federation:
            refuse_service(text)
        _check(dataset)
        named = bool(dataset.default_graphs or dataset.named_graphs)
        request = {
            "do": "query",
            "text": text,
            "accept": list(accept),
            "base": base,
            "default": list(dataset.default_graphs) if named else None,
            "named": list(dataset.named_graphs) if named else None,
        }
        answer = await self._pool.run(request, timeout)
        if (
            answer.length is not None
            and answer.length <= _CACHED_MAX
            and self._settings.cache
            and is_lasting(text)
        ):
            body = b"".join([part async for part in answer.body])
            self._cache.put(key, state, answer.media_type, body)
            return Answer(answer.media_type, whole(body), len(body))
        return answer

    async def update(self, text: str, *, base: str | None, dataset: Dataset, timeout: float) -> None:
        """See `Store.update`.

        The default graph of an update is the graph without a name, not the union.
        """
        _check(dataset)
        if not self._settings.federation:
            refuse_service(text)
            text = without_loads(text)
        text = with_dataset(text, dataset)
        await self._write({"do": "update", "text": text, "base": base}, timeout)

    async def read_graph(self, graph: str | None, *, media_type: str) -> Answer:
        """See `Store.read_graph`."""
        request = {"do": "graph", "graph": graph, "media_type": media_type}
        return await self._pool.run(request, self._settings.timeout_max)

    async def write_graph(
        self, graph: str | None, data: bytes, *, media_type: str, base: str | None, replace: bool
    ) -> bool:
        """See `Store.write_graph`."""
        request = {
            "do": "write",
            "graph": graph,
            "media_type": media_type,
            "base": base,
            "replace": replace,
        }
        answer = await self._write(request, self._settings.timeout_max, data)
        return bool(answer["created"])

    async def delete_graph(self, graph: str | None) -> None:
        """See `Store.delete_graph`."""
        await self._write({"do": "delete", "graph": graph}, self._settings.timeout_max)

    async def close(self) -> None:
        """Kills workers and frees the memory."""
        await self._pool.close()

    def figures(self) -> Mapping[str, float]:
        """See `qpgraph.store.base.Measured`."""
        pool = self._pool
        return {
            "running": pool.places["fast"],
            "running_slow": pool.places["slow"],
            "running_streaming": pool.places["streaming"],
            "waiting": pool.waiting,
            "cache_hits_total": self._cache.hits,
            "loads_total": pool.generations,
            "killed_deadline_total": 0,
            "killed_memory_total": 0,
            "killed_crowded_total": 0,
            **pool.counts,
        }

    async def _write(
        self, request: Mapping[str, object], timeout: float, data: bytes | None = None
    ) -> dict[str, object]:
        async with self._writing:
            database = current_database(self._settings.store)
            answer = await write(database, request, timeout, data)
            mark_changed(database)
            # The change is on the disk: its author may go, but the next query has to see it.
            await asyncio.shield(self._pool.reload())
        return answer


def _check(dataset: Dataset) -> None:
    for graph in (*dataset.default_graphs, *dataset.named_graphs):
        if not _IRI.fullmatch(graph):
            raise BadQueryError(f"`{graph}` names a graph of the data set, but is no absolute IRI.")
