"""The index is built with the store, in one step, and refused when it is of another graph."""

import json
import shutil
from pathlib import Path

import pytest
from pyoxigraph import Store

from qpgraph.errors import QpgraphError
from qpgraph.graph.assemble import Sources
from qpgraph.search.current import CurrentSearch
from qpgraph.search.engine import Search
from qpgraph.search.index import current_index, read_manifest
from qpgraph.store.base import StoreUnavailableError
from qpgraph.store.build import build_store
from qpgraph.store.layout import current_database, mark_changed


@pytest.fixture
def copied(searchable: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may spoil."""
    return Path(shutil.copytree(searchable, tmp_path / "store", symlinks=True))


def test_the_index_tells_of_its_graph_and_encoder(searchable: Path, search: Search) -> None:
    manifest = read_manifest(current_index(searchable))
    assert current_database(searchable).parent.name.startswith(manifest.graph[:16])
    assert manifest.passages > 500
    assert "@" in manifest.encoder
    assert search.manifest == manifest


def test_no_store_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreUnavailableError, match="qpgraph build"):
        Search.open(tmp_path)


def test_no_index_says_what_to_do(tmp_path: Path) -> None:
    build_store(tmp_path / "store", Sources.default())
    with pytest.raises(StoreUnavailableError, match="no search index; run `qpgraph build`"):
        Search.open(tmp_path / "store")


def change_manifest(store: Path, **changes: object) -> None:
    file = current_index(store) / "index.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), **changes}))


def test_an_index_of_another_graph_is_refused(copied: Path) -> None:
    change_manifest(copied, graph="0" * 64)
    with pytest.raises(StoreUnavailableError, match="built from another graph"):
        Search.open(copied)


def test_an_index_of_another_format_is_refused(copied: Path) -> None:
    change_manifest(copied, format=0)
    with pytest.raises(StoreUnavailableError, match="format 0"):
        Search.open(copied)


def test_vectors_of_another_encoder_are_refused(copied: Path) -> None:
    file = current_index(copied) / "vectors" / "vectors.json"
    file.write_text(json.dumps({**json.loads(file.read_text()), "encoder": "other@0"}))
    with pytest.raises(StoreUnavailableError, match="made with the encoder other@0"):
        Search.open(copied)


def test_a_changed_graph_makes_results_stale(copied: Path) -> None:
    search = Search.open(copied)
    assert not search.search("5S").stale
    mark_changed(current_database(copied))
    assert search.search("5S").stale


def test_a_failing_part_leaves_the_old_version_serving(copied: Path) -> None:
    before = current_database(copied)

    def failing(folder: Path, database: Store, digest: str) -> None:
        raise QpgraphError("no")

    with pytest.raises(QpgraphError, match="no"):
        build_store(copied, Sources.default(), beside={"search": failing})
    assert current_database(copied) == before
    assert not list(copied.glob(".building-*"))


def test_a_new_version_is_opened_by_who_searches_on(copied: Path) -> None:
    current = CurrentSearch(copied)
    first = current.get()
    assert current.get() is first
    version = current_database(copied).parent
    second = shutil.copytree(version, copied / f"{version.name}-again")
    (copied / "next").symlink_to(f"{second.name}/database")
    (copied / "next").replace(copied / "current")
    assert current.get() is not first
