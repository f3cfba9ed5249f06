"""What is asked of a store that may change: what is known of it is read anew when it did."""

import threading
import time
from collections.abc import Generator
from typing import Any

from qpgraph.ask.checks.likely import Likely
from qpgraph.ask.understanding import Understanding
from qpgraph.ask.vocabulary import Rows, load_vocabulary

__all__ = ["CurrentUnderstanding"]

_MARK = "SELECT (COUNT(*) AS ?statements) (COUNT(DISTINCT ?s) AS ?things) WHERE { ?s ?p ?o }"
_PATIENCE = 30.0
"""Seconds between two looks at whether the data changed."""

Run = Generator[str, Rows, Any]


class CurrentUnderstanding:
    """The understanding of a store as it is now, give or take half a minute."""

    def __init__(self, likely: Likely | None = None) -> None:
        """`likely` as of `Understanding`."""
        self._likely = likely
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
                self._known = (mark, Understanding(vocabulary, likely=self._likely))
        self._looked = time.monotonic()
        return self._known[1]
