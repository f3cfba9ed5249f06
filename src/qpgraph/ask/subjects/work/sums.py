"""Sums of numbers: of several provinces together, and of a yearly number over the years of a plan."""

# A decision returns where it is made.

import re

from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.subjects.choosing import Result, counted, percent, yearly
from qpgraph.ask.subjects.work.comparing import chosen_numbers
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.numerals import LOW_NUMBERS
from qpgraph.search.text import fold

__all__ = ["over_years", "together"]

_SPAN = re.compile(
    r"\b(?:sau|trong|ca|het|qua|suot|over|in|after|for|times|x|nhan|the) (?:ca |du |the |all )?"
    r"(hai|ba|bon|nam|two|three|four|five|[2-5]) (?:nam|years)\b"
)
_FIRST = re.compile(r"^(?:trong )?(hai|ba|bon|nam|[2-5]) nam\b(?! (?:20|dau|cuoi|nao|gan|qua))")
_WHOLE = re.compile(
    r"\b(?:ca|toan|het|suot|trong|toan bo)(?: ca)? (?:giai doan|thoi ky|ky ke hoach)\b"
    r"|\b(?:whole|entire|full) (?:period|plan|term)\b|\bover the (?:whole |entire )?(?:period|plan|term)\b"
    r"|\bby the end of the (?:period|plan)\b|\bca ky\b"
)


def together(question: Question) -> Result:
    """The number of several provinces in all, where each states one of the same kind."""
    asked = question.asked
    all_of_them = not asked.provinces and asked.has("every", "shared", "noun-province")
    several = len(asked.provinces) > 1 or all_of_them
    wanted = _in_all(asked) and not asked.has("noun-budget", "compare", *_ORDERS)
    if not (several and wanted and question.topic) or asked.refs or question.percent or asked.agencies:
        return None
    scope = question.scope("target")
    chosen = chosen_numbers(question, scope)
    if chosen is None or not _can_be_added(question, chosen):
        return None
    return propose(question, "quantities", scope, chosen, aggregate="sum")


_ORDERS = ("most", "least", "higher", "lower", "difference", "ratio")


def _in_all(asked: Asked) -> bool:
    """Whether a total is asked for: "in total", "tổng số … của A và B"."""
    counts = {fold(cue.text) for cue in asked.all("how-many")}
    together = {"together", "gop"} & {word.folded for word in asked.words}
    return (
        asked.has("total")
        or bool(together)
        or any(text.startswith(("tong so", "what total")) for text in counts)
    )


def _can_be_added(question: Question, chosen: Chosen) -> bool:
    """Whether each province has one such number, in one unit, and the words mean no other of its numbers."""
    points = chosen.points
    places = [point.province for point in points]
    units = {unit for point in points for _, unit in point.values}
    named = question.asked.provinces
    if len(places) != len(set(places)) or len(places) < 2 or len(units) != 1 or any(map(percent, points)):
        return False
    if (named and set(named) != set(places)) or len({yearly(point) for point in points}) > 1:
        return False
    return all(len(point.values) == 1 and _is_only_one(question, point) for point in points)


def _is_only_one(question: Question, one: Point) -> bool:
    """Whether no other target of the province has a number in that unit; else more than the unit is named."""
    alike = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "target" and point.province == one.province and point.units & one.units
    ]
    return len(alike) == 1 or len(question.topic.terms) > 1


def over_years(question: Question) -> Result:
    """What a yearly number comes to over the years of its plan: "1,000 a year over five years"."""
    span = _SPAN.search(question.folded) or _FIRST.search(question.folded)
    if not question.topic or not _asks_years(question, said=span is not None):
        return None
    scope = question.scope("target")
    scope.tests.extend((counted, yearly))
    chosen = choose(question, scope, question.topic, many=False)
    if chosen is None or len(chosen.points) != 1 or percent(chosen.points[0]):
        return None
    if span and _years(question, chosen.points[0]) != _number(span[1]):
        return Refusal("not-covered", {"words": span[0]}, tuple(chosen.points))
    return propose(question, "quantities-over-years", scope, chosen)


def _asks_years(question: Question, *, said: bool) -> bool:
    """Whether a number over several years is asked for; `said`: they are named by how many they are."""
    asked, focus = question.asked, question.focus
    if focus.noun is not None or asked.has("noun-budget", "most", "higher", "lower"):
        return False
    if focus.what == "list":
        return said and asked.has("annual")
    whole = asked.has("total") and _WHOLE.search(question.folded) is not None
    return focus.what in ("value", "count") and (said or whole)


def _number(word: str) -> int:
    return LOW_NUMBERS.get(word) or int(word)


def _years(question: Question, point: Point) -> int:
    """How many years the plan of a point has."""
    plan = question.vocabulary.things[point.plan]
    return int(plan.one("end") or 0) - int(plan.one("start") or 0) + 1
