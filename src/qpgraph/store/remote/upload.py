"""Loads a whole data set into a remote endpoint, in batches a graph."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from dataclasses import replace as changed

import anyio.to_thread
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad, Triple

from qpgraph.errors import QpgraphError
from qpgraph.store.base import BadQueryError
from qpgraph.store.remote.data import GraphStore, to_ntriples

__all__ = ["Uploaded", "upload"]

_UPDATE_TRIPLES = 500
"""Triples in one INSERT DATA: Virtuoso refuses an update that compiles to more than 10,000 lines."""


@dataclass(frozen=True)
class Uploaded:
    """What has been sent so far."""

    graphs: int = 0
    triples: int = 0
    batches: int = 0


@dataclass
class _Batch:
    graph: str | None
    triples: list[Triple] = field(default_factory=list)
    size: int = 0
    first: bool = True

    def add(self, triple: Triple) -> None:
        self.triples.append(triple)
        self.size += len(str(triple))

    def emptied(self) -> "_Batch":
        return _Batch(self.graph, first=False)


async def upload(
    data: GraphStore,
    quads: Iterable[Quad],
    *,
    replace: bool,
    batch_bytes: int,
    progress: Callable[[Uploaded], None],
) -> Uploaded:
    """Sends the quads in any order; `replace` empties each graph that they name first, no other.

    A batch is some `batch_bytes` of one graph, but all triples with blank nodes of a graph go together,
    for a blank node lives in one request only. A failure leaves what was sent before it: the error
    says how much; the same upload again sets it right. Raises `QpgraphError`.
    """
    done = Uploaded()
    batches = _batches(quads, batch_bytes, 1 << 60 if data.has_protocol else _UPDATE_TRIPLES)
    while (batch := await anyio.to_thread.run_sync(_next, batches)) is not None:
        content = await anyio.to_thread.run_sync(to_ntriples, batch.triples)
        try:
            await data.send(batch.graph, content, replace=replace and batch.first)
        except QpgraphError as error:
            raise type(error)(
                f"{error} The upload stopped in graph {batch.graph or 'without a name'} after "
                f"{done.triples} triples in all; run it again to send all anew."
            ) from error
        done = changed(
            done,
            graphs=done.graphs + batch.first,
            triples=done.triples + len(batch.triples),
            batches=done.batches + 1,
        )
        progress(done)
    return done


def _next(batches: Iterator[_Batch]) -> _Batch | None:
    try:
        return next(batches, None)
    except SyntaxError as error:
        raise BadQueryError(f"The data set can't be read: {error}") from None


def _batches(quads: Iterable[Quad], batch_bytes: int, batch_triples: int) -> Iterator[_Batch]:
    ground: dict[str | None, _Batch] = {}
    linked: dict[str | None, _Batch] = {}
    for quad in quads:
        graph = None if isinstance(quad.graph_name, DefaultGraph) else _name(quad)
        triple = quad.triple
        if isinstance(triple.subject, BlankNode) or isinstance(triple.object, BlankNode):
            linked.setdefault(graph, _Batch(graph)).add(triple)
            ground.setdefault(graph, _Batch(graph))
            continue
        batch = ground.setdefault(graph, _Batch(graph))
        batch.add(triple)
        if batch.size >= batch_bytes or len(batch.triples) >= batch_triples:
            yield batch
            ground[graph] = batch.emptied()
    for graph, batch in ground.items():
        last = linked.get(graph)
        if last is not None:
            batch.triples += last.triples
        if batch.triples:
            yield batch


def _name(quad: Quad) -> str:
    if not isinstance(quad.graph_name, NamedNode):
        raise BadQueryError("The data set has a graph whose name is a blank node: name it by an IRI.")
    return quad.graph_name.value
