"""The second opinion of search on points that words alone picked."""

from dataclasses import replace

import pytest

from qpgraph.ask.checks.likely import overlooked, unlikely
from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.vocabulary import Point

TASK = "https://w3id.org/qpgraph/id/plan/x/task/1"


def form(piece: str, aggregate: Aggregate = "list") -> Form:
    return Form(
        next(iter(shows().values())), "vi", conditions=(Condition(piece, {}, "words"),), aggregate=aggregate
    )


def test_points_that_search_does_not_find_are_unlikely() -> None:
    assert unlikely(form("these"), [TASK], lambda: {"https://w3id.org/qpgraph/id/plan/x/task/2": 0.9})
    assert unlikely(form("these"), [TASK], lambda: {TASK: 0.1})


def test_one_likely_point_is_enough() -> None:
    assert not unlikely(form("these"), [TASK, TASK.replace("1", "3")], lambda: {TASK: 0.9})


@pytest.mark.parametrize(
    ("asked", "points"),
    [
        (form("with-theme"), [TASK]),
        (form("these", "without"), [TASK]),
        (form("these"), ["https://w3id.org/qpgraph/id/plan/x/provision/1"]),
    ],
)
def test_what_search_can_not_judge_is_not_judged(asked: Form, points: list[str]) -> None:
    assert not unlikely(asked, points, lambda: {"https://w3id.org/qpgraph/id/plan/x/task/2": 0.9})


def test_numbers_pick_better_than_search() -> None:
    asked = form("these")
    more = replace(asked, conditions=(*asked.conditions, Condition("more-than-of", {}, "50")))
    assert not unlikely(more, [TASK], lambda: {TASK: 0.1})


def test_without_an_index_there_is_no_second_opinion() -> None:
    assert not unlikely(form("these"), [TASK], dict)


def test_what_search_is_sure_of_is_not_lacking() -> None:
    point = Point(TASK, "task", "plan", "x", "province", "1", "1-2", 0)
    lacking = replace(form("these", "without"), classes=("Task",))
    assert overlooked(lacking, [], [point], lambda: {TASK: 0.95})
    assert not overlooked(lacking, [], [point], lambda: {TASK: 0.5})
    assert not overlooked(lacking, [TASK], [point], lambda: {TASK: 0.95})
    assert not overlooked(replace(lacking, classes=("Target",)), [], [point], lambda: {TASK: 0.95})
