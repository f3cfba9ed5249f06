"""What many tests share: the project's own records, built once."""

import os
from pathlib import Path

# On busy cores FAISS and torch would spin while they wait.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")

import pytest
from pyoxigraph import Quad

from qpgraph.graph.assemble import Sources, assemble
from qpgraph.search.index import build_index
from qpgraph.settings import Settings
from qpgraph.store.build import Build, build_store


@pytest.fixture(scope="session")
def quads() -> list[Quad]:
    """All quads of the project's own records."""
    return assemble(Sources.default())


@pytest.fixture(scope="session")
def build(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """What `qpgraph build` makes of the project's own records: a store with its search index, to read."""
    store = tmp_path_factory.mktemp("built") / "store"
    return build_store(store, Sources.default(), beside={"search": build_index})


@pytest.fixture(scope="session")
def built_store(build: Build) -> Path:
    """The folder of that store."""
    return build.version.parent


@pytest.fixture(scope="session")
def settings(built_store: Path) -> Settings:
    """Settings that name that store."""
    return Settings(store=built_store, endpoint=None)
