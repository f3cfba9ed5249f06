"""The budget's rows that have an amount which is named: "what are the 1,250 million dong for"."""

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.planning.scope import base_scope
from qpgraph.ask.reading.money import in_millions
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.money.money_topic import money_topic
from qpgraph.ask.vocabulary import Point

__all__ = ["by_amount"]

_NOT_ONE = ("how-many", "most", "least", "more-than", "less-than", "at-least", "higher", "lower")


def by_amount(question: Question) -> Result:
    """The items with the amount named, unless it is the whole budget's."""
    asked, focus = question.asked, question.focus
    sums = [money for place, number in asked.numbers if (money := in_millions(asked, place, number))]
    if len(sums) != 1 or focus.what not in ("list", "time") or asked.has(*_NOT_ONE):
        return None
    totals = question.points(base_scope(asked, ("budget-total",), question.vocabulary))
    if not totals or _having(totals, sums[0]):
        return None
    question = replace(question, topic=money_topic(question))
    scope = base_scope(asked, ("budget",), question.vocabulary)
    points = _having(question.points(scope), sums[0])
    if not points:
        return Refusal("no-match", {"words": f"{sums[0]:g}"}, tuple(totals))
    scope.add(Condition("with-sum", {"value": [sums[0]]}, f"{sums[0]:g}"), lambda point: point in points)
    return propose(question, "budget-items", scope, Chosen(points, tuple(scope.conditions), 1.0))


def _having(points: Sequence[Point], money: float) -> list[Point]:
    return [
        point for point in points if any(float(each) == money for each in point.relations.get("amount", ()))
    ]
