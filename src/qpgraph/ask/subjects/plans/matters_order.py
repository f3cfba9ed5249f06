"""What comes before or after a matter of a procedure: "before signing, what must the department do"."""

from collections.abc import Sequence

from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.reading.matters import Spoken
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["BEFORE", "beside", "in_turn", "order_said", "passed"]

BEFORE = ("before", "truoc", "prior to", "truoc khi", "precedes", "preceding", "comes before")
_AFTER = ("after", "sau", "follows", "comes after")
_AT_THE_END = ("asking-acceptance", "paying", "closing")
"""Matters that are spoken of with "after" themselves: after the work is done."""
_FAR = 8
_STEP = frozenset(("buoc", "step", "stage"))
_LATER = frozenset(("thi", "what", "who", "ai", "which", "buoc", "step", "next", "gi", "nao"))


def passed(question: Question, said: Sequence[Spoken]) -> tuple[Spoken, str] | None:
    """The matter that only tells when ("once the files are in"); what is asked is `before` or `after` it."""
    if question.focus.yes_no:
        return None
    for way, cues in (("before", _cues(question, "before", BEFORE)), ("after", _after(question))):
        found = [each for each in said if _stands_after(question, each, cues, way)]
        if found:
            return min(found, key=lambda each: (min(each.places), said.index(each))), way
    return None


def beside(question: Question, points: Sequence[Point], spoken: Spoken, way: str) -> list[Point]:
    """The step right before or after that of a matter; the same one where it tells of both."""
    point = points[0]
    if spoken.matter.part == ("last" if way == "before" else "first"):
        return [point]
    steps = [each for each in question.vocabulary.points.values() if each.kind == point.kind]
    here = [each for each in steps if each.plan == point.plan]
    return in_turn(here, point, way)


def in_turn(steps: Sequence[Point], point: Point, way: str) -> list[Point]:
    """The one of some steps that is next to another, `before` or `after` it."""
    if way == "before":
        before = [each for each in steps if each.position < point.position]
        return sorted(before, key=lambda each: each.position)[-1:]
    after = [each for each in steps if each.position > point.position]
    return sorted(after, key=lambda each: each.position)[:1]


def order_said(question: Question) -> str:
    """Whether "before" or "after" stands right before the word for a step ("sau bước c"); empty if none."""
    steps = {cue.first for cue in question.asked.all("noun-step")}
    ways = (("before", BEFORE), ("after", _AFTER))
    near = (
        way
        for way, texts in ways
        for cue in _cues(question, way, texts)
        if steps & {cue.last + 1, cue.last + 2}
    )
    return next(near, "")


def _cues(question: Question, name: str, texts: Sequence[str]) -> list[Cue]:
    return [cue for cue in question.asked.all(name) if fold(cue.text) in texts]


def _after(question: Question) -> list[Cue]:
    return _cues(question, "after", _AFTER) if {word.folded for word in question.asked.words} & _LATER else []


def _stands_after(question: Question, spoken: Spoken, cues: Sequence[Cue], way: str) -> bool:
    """Whether a matter of a procedure follows "before" or "after"."""
    if "procedure" not in spoken.matter.kinds or (way == "after" and spoken.matter.name in _AT_THE_END):
        return False
    words = question.asked.words
    first = min((place for place in spoken.places if words[place].folded not in _STEP), default=0)
    return any(0 < first - cue.last <= _FAR for cue in cues)
