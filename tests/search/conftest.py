"""The search of the store that all tests share."""

from pathlib import Path

import pytest

from qpgraph.search.engine import Search


@pytest.fixture(scope="session")
def searchable(built_store: Path) -> Path:
    """The folder of a store with its index."""
    return built_store


@pytest.fixture(scope="session")
def search(searchable: Path) -> Search:
    """Its search."""
    return Search.open(searchable)
