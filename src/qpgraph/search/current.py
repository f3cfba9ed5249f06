"""The search over what is current in a store: opened once, and anew when a build has switched."""

import threading
from pathlib import Path

from qpgraph.search.engine import Search
from qpgraph.search.index import current_index

__all__ = ["CurrentSearch"]


class CurrentSearch:
    """Opens on first use; safe for several threads."""

    def __init__(self, store: Path) -> None:
        """`store` is the store's folder."""
        self._store = store
        self._lock = threading.Lock()
        self._opened: tuple[Path, Search] | None = None

    def get(self) -> Search:
        """The index of the current version. Raises `QpgraphError` when there is none."""
        folder = current_index(self._store)
        opened = self._opened
        if opened is not None and opened[0] == folder:
            return opened[1]
        with self._lock:
            if self._opened is None or self._opened[0] != folder:
                self._opened = (folder, Search(folder))
            return self._opened[1]
