"""What is asked of a store that may change: what is known of it is read anew when it did."""

import threading
import time
from collections.abc import Callable, Generator, Mapping
from typing import Any

from qpgraph.ask.engine import Understanding
from qpgraph.ask.vocabulary import Rows, load_vocabulary
from qpgraph.settings import Settings

__all__ = ["CurrentUnderstanding", "nearest_by_search"]

_MARK = "SELECT (COUNT(*) AS ?statements) (COUNT(DISTINCT ?s) AS ?things) WHERE { ?s ?p ?o }"
_PATIENCE = 30.0
"""Seconds between two looks at whether the data changed."""

Run = Generator[str, Rows, Any]


class CurrentUnderstanding:
    """The understanding of a store as it is now, give or take half a minute."""

    def __init__(self) -> None:
        self._known: tuple[str, Understanding] | None = None
        self._looked = 0.0
        self._lock = threading.Lock()

    def get(self) -> Generator[str, Rows, Understanding]:
        """Asks for queries where it must, and returns the understanding."""
        if self._known is not None and time.monotonic() - self._looked < _PATIENCE:
            return self._known[1]
        found = yield _MARK
        mark = str(sorted(found[0].items()))
        if self._known is None or self._known[0] != mark:
            vocabulary = yield from load_vocabulary()
            with self._lock:
                self._known = (mark, Understanding(vocabulary))
        self._looked = time.monotonic()
        return self._known[1]


def nearest_by_search(settings: Settings) -> Callable[[str], list[Mapping[str, Any]]]:
    """The nearest hits for a question, from the index beside the store; none where there is no index."""
    from qpgraph.errors import QpgraphError

    found: list[Any] = []

    def nearest(text: str) -> list[Mapping[str, Any]]:
        try:
            if not found:
                from qpgraph.search.current import CurrentSearch

                found.append(CurrentSearch(settings.store))
            return list(found[0].get().search(text, 5).hits)
        except QpgraphError:
            return []

    return nearest
