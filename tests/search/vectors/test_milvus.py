"""Vectors in Milvus, with the real client on Milvus Lite: the same answers as FAISS gives."""

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.vectors import VectorIndex, VectorIndexError, Vectors, build_index, open_index


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """Some rows of length 1."""
    rows = np.random.default_rng(5).normal(size=(300, 16)).astype(np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


@pytest.fixture(scope="module")
def built(vectors: Vectors, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A folder whose index lies in Milvus Lite; built twice, as a second build must drop the first."""
    pytest.importorskip("pymilvus", reason="needs the extra milvus")
    pytest.importorskip("milvus_lite", reason="needs the extra milvus")
    folder = tmp_path_factory.mktemp("milvus")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("QPGRAPH_VECTORS", str(folder / "vectors.db"))
        build_index(folder / "index", vectors[:7], encoder="e@1", graph="old")
        build_index(folder / "index", vectors, encoder="e@1", graph="new")
    yield folder


@pytest.fixture
def index(built: Path) -> Iterator[VectorIndex]:
    """The opened index; which backend it is, the manifest says, not the environment."""
    opened = open_index(built / "index", encoder="e@1", graph="new")
    yield opened
    opened.close()


def test_finds_what_faiss_finds(index: VectorIndex, vectors: Vectors, tmp_path: Path) -> None:
    build_index(tmp_path, vectors, encoder="e@1", graph="new")
    flat = open_index(tmp_path, encoder="e@1")
    assert index.manifest.backend == "milvus"
    for row in vectors[::50]:
        scores, ids = index.search(row, 10)
        expected_scores, expected = flat.search(row, 10)
        assert ids.tolist() == expected.tolist()
        assert np.allclose(scores, expected_scores, atol=1e-4)


def test_filter_allows_nothing_else(index: VectorIndex, vectors: Vectors) -> None:
    assert sorted(index.search(vectors[0], 10, np.array([3, 7, 250]))[1].tolist()) == [3, 7, 250]
    assert len(index.search(vectors[0], 10, np.zeros(0, np.int64))[1]) == 0


def test_another_encoder_is_refused(built: Path) -> None:
    with pytest.raises(VectorIndexError, match="made with the encoder e@1, not other"):
        open_index(built / "index", encoder="other")


def test_second_build_drops_the_collection_of_the_first(index: VectorIndex, built: Path) -> None:
    from pymilvus import MilvusClient

    client = MilvusClient(str(built / "vectors.db"))
    assert len(client.list_collections()) == 1
    client.close()


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch, vectors: Vectors, tmp_path: Path) -> None:
    monkeypatch.setitem(sys.modules, "pymilvus", None)
    monkeypatch.setenv("QPGRAPH_VECTORS", "http://127.0.0.1:1")
    with pytest.raises(VectorIndexError, match=r"pip install 'qpgraph\[milvus\]'"):
        build_index(tmp_path, vectors, encoder="e", graph="g")
