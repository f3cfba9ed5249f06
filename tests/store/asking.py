"""Asks a store the way a test wants to read it."""

from qpgraph.store.base import Answer, Dataset, Store

__all__ = ["JSON", "OWN", "ask", "change", "read", "rows"]

OWN = Dataset()
"""The store's own data set."""
JSON = "application/sparql-results+json"


async def ask(store: Store, text: str, *accept: str, dataset: Dataset = OWN, timeout: float = 30) -> Answer:
    """The answer of a query."""
    return await store.query(text, accept=accept, base=None, dataset=dataset, timeout=timeout)


async def change(store: Store, text: str, *, base: str | None = None) -> None:
    """Runs an update."""
    await store.update(text, base=base, dataset=OWN, timeout=30)


async def read(answer: Answer) -> str:
    """An answer's whole body."""
    return b"".join([chunk async for chunk in answer.body]).decode()


async def rows(store: Store, text: str, *, dataset: Dataset = OWN) -> list[list[str]]:
    """The rows of a query as its CSV has them, sorted, without the head."""
    content = await read(await ask(store, text, "text/csv", dataset=dataset))
    return sorted(line.split(",") for line in content.splitlines()[1:])
