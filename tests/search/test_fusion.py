"""Legs are put together by score or by rank."""

import numpy as np
import pytest

from qpgraph.search.fusion import fuse, fuse_by_rank, normal

FULLTEXT = (np.array([3, 1, 7]), np.array([8.0, 4.0, 2.0], np.float32))
DENSE = (np.array([1, 9]), np.array([0.5, 0.25], np.float32))


def test_scores_add_up_by_share() -> None:
    rows, scores = fuse(FULLTEXT, DENSE, 0.4)
    assert dict(zip(rows.tolist(), scores.tolist(), strict=True)) == pytest.approx(
        {3: 0.6, 1: 0.3 + 0.4, 7: 0.15, 9: 0.2}
    )


def test_ranks_add_up() -> None:
    rows, scores = fuse_by_rank(FULLTEXT, DENSE)
    assert rows[scores.argmax()] == 1
    best = 1 / 62 + 1 / 61
    assert dict(zip(rows.tolist(), scores.tolist(), strict=True))[3] == pytest.approx(1 / 61 / best)


def test_an_empty_leg_leaves_the_other() -> None:
    nothing = (np.zeros(0, np.int64), np.zeros(0, np.float32))
    assert fuse(nothing, DENSE, 0.4)[0].tolist() == [1, 9]
    assert fuse(nothing, nothing, 0.4)[0].tolist() == []


def test_scores_below_zero_are_nothing() -> None:
    assert normal(np.array([-1.0, 2.0], np.float32)).tolist() == [0.0, 1.0]
    assert normal(np.array([-1.0], np.float32)).tolist() == [0.0]
