"""What something is done for ("phục vụ điều gì", "what is … meant to achieve"): the points that say so."""

import re

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import FLOOR, Chosen, propose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, these
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["aims"]

_KINDS = ("task", "target", "measure", "duty", "provision")
_FOR = re.compile(
    r"\b(?:để|nhằm|làm căn cứ|phục vụ|giúp|góp phần|hướng tới|hướng đến|bảo đảm)\b|: ", re.IGNORECASE
)
"""By which words a point tells what something is for; after a colon stands by what it is done."""
_LIKE = 0.15
_MANY = 3
_ASKED = frozenset(
    ("dieu", "viec", "gi", "muc", "dich", "can", "cu", "lam", "phuc", "vu", "ban", "hanh", "y", "nghia")
)
"""Words of the question word itself: "để làm căn cứ cho việc gì"."""


def aims(question: Question) -> Result:
    """The points that tell what the matter asked about is for."""
    asked, focus = question.asked, question.focus
    known = any(term.standards for term in question.topic.terms) and not asked.refs
    other = known or asked.has("noun-plan", "noun-budget", "report")
    if not asked.has("what-for") or focus.what != "list" or other:
        return None
    terms = [term for term in question.topic.terms if not set(fold(term.text).split()) <= _ASKED]
    topic = Topic(terms, question.topic.weights)
    if not topic and not asked.refs:
        return None
    scope = question.scope(*(tuple(kind for kind in focus.kinds if kind != "duty") or _KINDS))
    points = question.points(scope)
    fits = topic.fits(points, lambda point: True) if topic else []
    best = [fit.point for fit in fits if fit.score >= max(FLOOR, fits[0].score - _LIKE)] if topic else points
    telling = [point for point in best if _tells(point)]
    if not 0 < len(telling) <= _MANY:
        return None
    words = ", ".join(term.text for term in terms)
    chosen = Chosen(telling, (*scope.conditions, Condition("these", these(telling).values, words)), 1.0)
    return propose(question, "points", scope, chosen)


def _tells(point: Point) -> bool:
    return bool(_FOR.search(point.labels.get("vi", "")))
