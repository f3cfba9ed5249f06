"""Vectors in FAISS: what is found, with and without a filter, in each structure."""

from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.vectors import VectorIndex, VectorIndexError, Vectors, build_index, open_index
from qpgraph.search.vectors.faiss_index import STRUCTURES, choose_structure

LEAST_RECALL = {"flat": 1.0, "sq8": 0.97, "ivf": 0.97, "ivf-sq8": 0.97, "ivf-pq": 0.5, "hnsw": 0.9}


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    """Rows around some centres, as passages about some topics are."""
    rng = np.random.default_rng(3)
    centres = rng.normal(size=(60, 32))
    rows = centres[rng.integers(60, size=6_000)] + 0.6 * rng.normal(size=(6_000, 32))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture(scope="module", params=sorted(STRUCTURES))
def index(
    request: pytest.FixtureRequest, vectors: Vectors, tmp_path_factory: pytest.TempPathFactory
) -> VectorIndex:
    """An index of each structure over the rows."""
    folder = tmp_path_factory.mktemp(request.param)
    build_index(folder, vectors, encoder="e@1", graph="g", structure=request.param)
    return open_index(folder, encoder="e@1", graph="g")


def test_finds_what_exact_search_finds(index: VectorIndex, vectors: Vectors) -> None:
    right = 0
    for row in vectors[::60]:
        exact = np.argsort(-(vectors @ row))[:10]
        scores, ids = index.search(row, 10)
        assert list(scores) == sorted(scores, reverse=True)
        right += len(set(ids.tolist()) & set(exact.tolist()))
    assert right / 1_000 >= LEAST_RECALL[index.manifest.structure]


def test_filter_allows_nothing_else(index: VectorIndex, vectors: Vectors) -> None:
    allowed = np.arange(0, 6_000, 100)
    _, ids = index.search(vectors[17], 5, allowed)
    assert set(ids.tolist()) <= set(allowed.tolist())
    if index.manifest.structure.startswith(("flat", "ivf")):
        assert len(ids) == 5
        _, ids = index.search(vectors[17], 100, allowed)
        assert len(ids) == len(allowed), "all that are allowed, when fewer than asked for"
    assert [len(found) for found in index.search(vectors[17], 5, np.zeros(0, np.int64))] == [0, 0]


def test_manifest_remembers(index: VectorIndex) -> None:
    manifest = index.manifest
    assert (manifest.backend, manifest.encoder, manifest.graph) == ("faiss", "e@1", "g")
    assert (manifest.count, manifest.dimensions) == (6_000, 32)


def test_query_of_another_length_is_refused(index: VectorIndex) -> None:
    with pytest.raises(VectorIndexError, match="query vector of 8 numbers for an index of 32"):
        index.search(np.ones(8, np.float32), 3)


@pytest.mark.parametrize(
    ("count", "structure"),
    [
        (1, "flat"),
        (50_000, "flat"),
        (50_001, "ivf"),
        (1_000_000, "ivf"),
        (3_000_000, "ivf-sq8"),
        (10**8, "ivf-pq"),
    ],
)
def test_structure_goes_by_size(count: int, structure: str) -> None:
    assert choose_structure(count) == structure


def test_exact_scores_are_cosines(vectors: Vectors, tmp_path: Path) -> None:
    build_index(tmp_path, vectors[:50], encoder="e", graph="g")
    scores, ids = open_index(tmp_path, encoder="e").search(vectors[7], 3)
    assert ids[0] == 7
    assert np.allclose(scores, vectors[ids] @ vectors[7], atol=1e-6)


def test_more_than_there_are_gives_all(vectors: Vectors, tmp_path: Path) -> None:
    build_index(tmp_path, vectors[:4], encoder="e", graph="g")
    scores, ids = open_index(tmp_path, encoder="e").search(vectors[0], 10)
    assert sorted(ids.tolist()) == [0, 1, 2, 3]
    assert len(scores) == 4


def test_empty_index_finds_nothing(tmp_path: Path) -> None:
    build_index(tmp_path, np.zeros((0, 8), np.float32), encoder="e", graph="g")
    _, ids = open_index(tmp_path, encoder="e").search(np.ones(8, np.float32), 5)
    assert len(ids) == 0


def test_unknown_structure_is_refused(vectors: Vectors, tmp_path: Path) -> None:
    with pytest.raises(VectorIndexError, match="no such structure of an index: tree; take flat"):
        build_index(tmp_path, vectors[:4], encoder="e", graph="g", structure="tree")
