"""Values of rows, in both directions."""

from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.postings import Postings, build_postings, contains


@pytest.fixture
def postings(tmp_path: Path) -> Postings:
    build_postings(tmp_path / "p", [["a", "b"], [], ["b"], ["c", "a", "b"]])
    return Postings(tmp_path / "p")


def test_rows_of_values(postings: Postings) -> None:
    assert len(postings) == 4
    assert postings.rows([postings.code["a"]]).tolist() == [0, 3]
    assert postings.rows([postings.code["a"], postings.code["b"]]).tolist() == [0, 2, 3]
    assert postings.rows([]).tolist() == []


def test_values_of_rows_are_counted(postings: Postings) -> None:
    rows = np.array([3, 1, 0])
    assert postings.counter(rows).counts(["a", "c", "nothing has this"]).tolist() == [2, 0, 1]
    assert postings.counter(rows).counts([]).tolist() == [0, 0, 0]
    codes, lengths = postings.codes(rows)
    assert [postings.names[code] for code in codes] == ["c", "a", "b", "a", "b"]
    assert lengths.tolist() == [3, 0, 2]


def test_contains() -> None:
    assert contains(np.array([1, 4, 9]), np.array([0, 4, 9, 10])).tolist() == [False, True, True, False]
    assert contains(np.zeros(0, np.int64), np.array([1])).tolist() == [False]
