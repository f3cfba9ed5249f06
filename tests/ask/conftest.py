"""One asker over the project's own graph."""

from pathlib import Path

import pytest

from qpgraph.ask.engine import Ask


@pytest.fixture(scope="session")
def ask(built_store: Path) -> Ask:
    """Asks the store built from the project's own records; no language model."""
    return Ask.open(built_store)
