"""When something is done or due."""

import re
from dataclasses import replace

from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.subjects.choosing import Result, wrong_number
from qpgraph.search.text import fold

__all__ = ["times"]

_SPAN = re.compile(
    r"\b(?:tu|from) (?:(?:nam|thang|quy) )?(?:nao|may|bao gio|khi nao|what|which|when)(?: year)?\b"
    r".{0,20}\b(?:den|toi|to|til|till|until|untill|through) (?:(?:nam|thang|quy) )?"
    r"(?:nao|may|bao gio|khi nao|what|which|when)\b"
)
"""A question for the first and the last year: targets have none of a first."""
_YEARS = re.compile(r"\byears\b|\b(?:nhung|cac|may) nam nao\b")
"""A question for several years."""
_REACHED = re.compile(r"\b(?:dat|cham|can moc|reach\w*|attain\w*|achiev\w*|hits?|meets?)\b")
"""Verbs of a number that is aimed at."""


def times(question: Question) -> Result:
    """When something is done or due."""
    asked, focus = question.asked, question.focus
    if focus.what != "time" or _told(question):
        return None
    order = [("target",), ("task",)] if asked.has("deadline") else [("task",), ("target",)]
    if asked.numbers and _REACHED.search(question.folded):
        order = [("target",), ("task",)]
    several = not asked.numbers and any(_YEARS.search(fold(cue.text)) for cue in asked.all("when"))
    if several or asked.has("quarter") or _SPAN.search(question.folded):
        order = [("task",)]
    order = [focus.kinds] if focus.kinds in order else order
    order = [kinds for kinds in order if _numbered(question, kinds)] or order
    order = [("task",)] if asked.has("quarter") else order
    for kinds in order:
        scope = question.scope(*kinds)
        if asked.has("quarter"):
            scope.tests.append(lambda point: bool(point.relations.get("quarter")))
        chosen = _numbered(question, kinds) or choose(question, scope, question.topic, many=False)
        if chosen is None and kinds == ("task",) and not asked.has("deadline"):
            question, chosen = _less_heads(question, scope)
        if chosen is None or (not question.topic and not asked.refs):
            continue
        if wrong := wrong_number(question, chosen.points):
            return wrong
        show = "schedule" if kinds == ("task",) and not _only_due(chosen) else "due"
        if asked.has("most", "least", "earliest", "latest"):
            return propose(
                question, show, scope, chosen, aggregate="worst" if asked.has("earliest") else "best"
            )
        return propose(question, show, scope, chosen, missing="time")
    return None


def _told(question: Question) -> bool:
    """Whether the years stand right after the word for the time: something else is asked."""
    when = [cue.last for cue in question.asked.all("when") if "thoi gian" in fold(cue.text)]
    return any(0 < place - last <= _NEXT for last in when for place, _ in question.asked.years)


_NEXT = 2


def _less_heads(question: Question, scope: Scope) -> tuple[Question, Chosen | None]:
    """The one task that fits without the words that only say that it is a model or a programme."""
    heads = question.lexicon.lists["heads"]
    said = [term.text for term in question.topic.terms if fold(term.text) in heads]
    topic = question.topic.without(*said)
    chosen = choose(question, scope, topic, many=False) if said and topic else None
    if chosen is None or chosen.score < _SURE or len(chosen.points) > 1:
        return question, None
    return replace(question, topic=topic), chosen


_SURE = 0.9


def _numbered(question: Question, kinds: tuple[str, ...]) -> Chosen | None:
    """The points that have the number that is named."""
    numbers = {number for _, number in question.asked.numbers}
    if not numbers:
        return None
    scope = question.scope(*kinds)
    scope.tests.append(lambda point: any(value in numbers for value, _ in point.values))
    return choose(question, scope, question.topic, many=False)


def _only_due(chosen: Chosen) -> bool:
    """Whether tasks have no time of their own, only a year by which their output is due."""
    times = ("start", "end", "recurrence", "condition")
    return all(point.relations.get("by") for point in chosen.points) and not any(
        point.relations.get(name) for point in chosen.points for name in times
    )
