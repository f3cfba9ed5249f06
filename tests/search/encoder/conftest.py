"""The encoder that the project ships, opened once."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")

from qpgraph.search.encoder.settings import SHIPPED
from qpgraph.search.encoder.static import StaticEncoder
from qpgraph.settings import data_directory


@pytest.fixture(scope="session")
def shipped_folder() -> Path:
    """The folder of the shipped encoder."""
    return data_directory("models") / SHIPPED


@pytest.fixture(scope="session")
def shipped(shipped_folder: Path) -> StaticEncoder:
    """The shipped encoder."""
    return StaticEncoder(shipped_folder)
