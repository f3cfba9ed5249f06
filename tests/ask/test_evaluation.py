"""The questions to tune on stay answered."""

from dataclasses import asdict

import pytest

from evaluation.ask.questions import Question, questions
from evaluation.ask.verdicts import verdict
from qpgraph.ask.engine import Ask

DEV = questions("dev")


@pytest.fixture(scope="module")
def verdicts(ask: Ask) -> dict[str, tuple[Question, bool, bool]]:
    found = {}
    for question in DEV:
        each = verdict(question, asdict(ask.ask(question.text)))
        found[question.id] = (question, each.right, each.invented)
    return found


def test_nearly_all_are_exactly_right(verdicts: dict[str, tuple[Question, bool, bool]]) -> None:
    wrong = [question.text for question, right, _ in verdicts.values() if not right]
    assert len(wrong) <= 0.04 * len(DEV), wrong


def test_no_answer_is_invented_where_there_is_none(verdicts: dict[str, tuple[Question, bool, bool]]) -> None:
    assert not [
        question.text
        for question, _, invented in verdicts.values()
        if invented and question.expected.unanswerable
    ]
