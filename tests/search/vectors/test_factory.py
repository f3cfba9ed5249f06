"""An index belongs to one encoder and one graph, and counts only when it is whole."""

from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.vectors import VectorIndexError, Vectors, build_index, open_index

ROWS: Vectors = np.eye(4, dtype=np.float32)


def test_another_encoder_is_refused(tmp_path: Path) -> None:
    build_index(tmp_path, ROWS, encoder="first@1", graph="g")
    with pytest.raises(
        VectorIndexError, match=r"made with the encoder first@1, not second@2.*build it again"
    ):
        open_index(tmp_path, encoder="second@2")


def test_another_graph_is_refused(tmp_path: Path) -> None:
    build_index(tmp_path, ROWS, encoder="e", graph="a" * 64)
    with pytest.raises(VectorIndexError, match=r"index is of the graph a{16}, not b{16};"):
        open_index(tmp_path, encoder="e", graph="b" * 64)
    assert open_index(tmp_path, encoder="e").manifest.graph == "a" * 64


def test_no_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(VectorIndexError, match="no vector index here; build it with `qpgraph build`"):
        open_index(tmp_path, encoder="e")


def test_broken_manifest_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "vectors.json").write_text('{"backend": "faiss"}')
    with pytest.raises(VectorIndexError, match=r"vectors\.json: can't be read .* build it again"):
        open_index(tmp_path, encoder="e")


def test_missing_or_broken_vectors_say_what_to_do(tmp_path: Path) -> None:
    build_index(tmp_path, ROWS, encoder="e", graph="g")
    (vectors,) = tmp_path.glob("*.faiss")
    vectors.write_bytes(b"nothing")
    with pytest.raises(VectorIndexError, match="can't be read; build it again"):
        open_index(tmp_path, encoder="e")
    vectors.unlink()
    with pytest.raises(VectorIndexError, match="can't be read; build it again"):
        open_index(tmp_path, encoder="e")


def test_new_index_replaces_the_old_and_an_opened_one_goes_on(tmp_path: Path) -> None:
    build_index(tmp_path, ROWS, encoder="e", graph="old")
    old = open_index(tmp_path, encoder="e")
    build_index(tmp_path, ROWS[::-1].copy(), encoder="e", graph="new")
    assert old.search(ROWS[0], 1)[1].tolist() == [0]
    assert open_index(tmp_path, encoder="e", graph="new").search(ROWS[0], 1)[1].tolist() == [3]
    assert len(list(tmp_path.iterdir())) == 2, "the manifest and the vectors that it names, nothing else"


def test_failed_build_leaves_the_old_one(tmp_path: Path) -> None:
    build_index(tmp_path, ROWS, encoder="e", graph="old")
    with pytest.raises(VectorIndexError):
        build_index(tmp_path, ROWS, encoder="e", graph="new", structure="tree")
    assert open_index(tmp_path, encoder="e").manifest.graph == "old"
