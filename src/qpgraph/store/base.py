"""What a store is: an RDF data set that answers SPARQL 1.1, wherever it lies.

Two kinds keep this promise: `qpgraph.store.embedded` (Oxigraph on this machine's disk) and
`qpgraph.store.remote` (any SPARQL 1.1 endpoint). The service, the command line and Python users
speak to this port only.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from qpgraph.errors import QpgraphError

__all__ = [
    "Answer",
    "BadQueryError",
    "BusyError",
    "Dataset",
    "DeadlineError",
    "GraphMissingError",
    "Measured",
    "ResourcesError",
    "Store",
    "StoreUnavailableError",
]


class BadQueryError(QpgraphError):
    """The query, update or upload is not well-formed: the user's to mend (HTTP 400)."""

    def __init__(self, message: str, *, line: int | None = None, column: int | None = None) -> None:
        """`line` and `column` count from 1 and say where, when that is known."""
        super().__init__(message)
        self.line = line
        self.column = column


class DeadlineError(QpgraphError):
    """The query ran into its deadline and was stopped (HTTP 503, or 504 from a remote store)."""


class BusyError(QpgraphError):
    """As many queries wait as may wait; come again later (HTTP 503 with Retry-After)."""


class ResourcesError(QpgraphError):
    """The query needed more memory, or gave a longer answer, than one query may (HTTP 507)."""


class GraphMissingError(QpgraphError):
    """There is no such named graph (HTTP 404)."""


class StoreUnavailableError(QpgraphError):
    """The store can't be opened or reached (HTTP 503 or 502)."""


@dataclass(frozen=True)
class Dataset:
    """The RDF data set that a request names (SPARQL 1.1 Protocol, 2.1.4); empty: the store's own.

    The store's own default graph is the union of its named graphs.
    """

    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answer:
    """A serialised result: its media type (no parameters) and its bytes as they come.

    `length` is the number of bytes where it is known beforehand. An error that `body` raises after
    its first chunk means that the answer is cut off. Who doesn't read to the end calls `close`.
    """

    media_type: str
    body: AsyncIterator[bytes]
    length: int | None = None

    async def close(self) -> None:
        """Stops the work behind an answer that nobody reads any more."""
        close = getattr(self.body, "aclose", None)
        if close is not None:
            await close()


class Store(Protocol):
    """A data set that is asked, and written, by SPARQL."""

    async def query(
        self, text: str, *, accept: Sequence[str], base: str | None, dataset: Dataset, timeout: float
    ) -> Answer:
        """Runs a query and returns its answer in the best media type for it.

        `accept` lists media types, best first; the first that fits the query's form (solutions,
        boolean or graph) is used, and `BadQueryError` never means "none fits": that is an `Answer`
        in the form's default type. `timeout` is in seconds and stops the work for real.
        Raises `BadQueryError`, `DeadlineError`, `BusyError`, `ResourcesError`, `StoreUnavailableError`.
        """
        ...

    async def update(self, text: str, *, base: str | None, dataset: Dataset, timeout: float) -> None:
        """Runs an update, all of it or nothing; `dataset` is its USING clause (Protocol, 2.2.3)."""
        ...

    async def read_graph(self, graph: str | None, *, media_type: str) -> Answer:
        """A named graph serialised; `GraphMissingError` if there is none.

        None is the graph without a name: what was written to it, not the union that a query sees.
        """
        ...

    async def write_graph(
        self, graph: str | None, data: bytes, *, media_type: str, base: str | None, replace: bool
    ) -> bool:
        """Puts (`replace`) or adds a graph, in one step; true when the graph is new."""
        ...

    async def delete_graph(self, graph: str | None) -> None:
        """Deletes a graph; `GraphMissingError` if there is none."""
        ...

    async def close(self) -> None:
        """Lets go of files, processes and connections."""
        ...


@runtime_checkable
class Measured(Protocol):
    """A store that tells figures of its own work, for `/metrics`."""

    def figures(self) -> Mapping[str, float]:
        """Name (`snake_case`, `_total` at the end of a counter) to value."""
        ...
