"""Legs are put together by score or by rank."""

import numpy as np
import pytest

from qpgraph.search.fusion import by_place, by_rank, normal, spread

ROWS = np.array([1, 3, 7, 9])
WORDS = np.array([3, 1, 7])
MEANING = np.array([1, 9])


def test_scores_go_to_their_rows() -> None:
    scores = spread(ROWS, WORDS, np.array([8.0, 4.0, 2.0], np.float32))
    assert scores.tolist() == [4.0, 8.0, 2.0, 0.0]


def test_places_count_from_one() -> None:
    assert by_place(ROWS, WORDS, 2).tolist() == pytest.approx([1 / 4, 1 / 3, 1 / 5, 0])


def test_ranks_add_up() -> None:
    scores = by_rank(ROWS, WORDS, MEANING)
    assert scores[0] == 1
    assert scores[1] == pytest.approx((1 / 61) / (1 / 62 + 1 / 61))


def test_an_empty_leg_leaves_the_other() -> None:
    nothing = np.zeros(0, np.int64)
    assert by_rank(MEANING, nothing, MEANING).argmax() == 0
    assert by_rank(nothing, nothing, nothing).tolist() == []


def test_scores_below_zero_are_nothing() -> None:
    assert normal(np.array([-1.0, 2.0], np.float32)).tolist() == [0.0, 1.0]
    assert normal(np.array([-1.0], np.float32)).tolist() == [0.0]
