"""A store with its search index, built once from the project's own records."""

from pathlib import Path

import pytest

from qpgraph.graph.assemble import Sources
from qpgraph.search.engine import Search
from qpgraph.search.index import build_index
from qpgraph.store.build import build_store


@pytest.fixture(scope="session")
def searchable(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a store that `qpgraph build` would make."""
    store = tmp_path_factory.mktemp("searchable") / "store"
    build_store(store, Sources.default(), beside={"search": build_index})
    return store


@pytest.fixture(scope="session")
def search(searchable: Path) -> Search:
    """Its search."""
    return Search.open(searchable)
