"""The measures on rankings small enough to reckon by hand."""

import math

import pytest

from evaluation.search.judgments import Key
from evaluation.search.measures import Figures, figures, mean

A: Key = ("task", "x", "1")
B: Key = ("task", "x", "2")
C: Key = ("task", "x", "3")
OTHER: Key = ("task", "x", "9")
GRADES = {A: 3, B: 2, C: 1}


def test_best_order_is_perfect() -> None:
    assert figures([A, B, C], GRADES) == Figures(1.0, 1.0, 1.0, 1.0)


def test_nothing_found() -> None:
    assert figures([], GRADES) == Figures(0.0, 0.0, 0.0, 0.0)


def test_gain_falls_with_the_place() -> None:
    ideal = 7 + 3 / math.log2(3) + 1 / 2
    assert figures([OTHER, A], GRADES).ndcg == pytest.approx((7 / math.log2(3)) / ideal)


def test_related_things_are_no_success() -> None:
    found = figures([C, OTHER, B], GRADES)
    assert (found.success, found.rank, found.recall) == (0.0, pytest.approx(1 / 3), 0.5)


def test_a_key_counts_once() -> None:
    assert figures([A, A, B, C], GRADES) == figures([A, B, C], GRADES)


def test_recall_of_more_than_fits_under_the_cut() -> None:
    many = {("task", "x", str(number)): 2 for number in range(20)}
    assert figures(list(many)[:10], many).recall == 1.0


def test_places_after_the_cut_do_not_count() -> None:
    assert figures([OTHER, A], GRADES, cut=1) == Figures(0.0, 0.0, 0.0, 0.0)


def test_mean() -> None:
    assert mean([Figures(1, 1, 1, 1), Figures(0, 0.5, 0, 0.5)]) == Figures(0.5, 0.75, 0.5, 0.75)
    assert mean([]) == Figures(0, 0, 0, 0)
