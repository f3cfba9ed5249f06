"""Whether the number of one province is higher than, lower than or the same as that of another."""

# A decision returns where it is made.

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Question, Refusal, relaxed
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.topics import Term
from qpgraph.ask.subjects.choosing import Result, these
from qpgraph.ask.subjects.work.comparing import chosen_numbers
from qpgraph.ask.vocabulary import Point

__all__ = ["compared"]

_PIECES = {"same": "same-as", "higher": "higher-than", "lower": "lower-than"}
_EXTREMES = {"most": "none-higher", "least": "none-lower"}
_MARKS = ("than", "hon", "voi", "with", "to", "as", "kem", "thua", "bang", "beat", "outdo", "surpass")
"""Words that stand before the one that another is compared with."""
_ROLES = ("lead", "coordinate", "noun-budget", "noun-act", "noun-legal", "report")


def compared(question: Question) -> Result:
    """Whether A's number is higher than B's, or the highest of all."""
    asked = question.asked
    if not question.focus.yes_no:
        return None
    found = None
    roles = asked.agencies or asked.acts or any(cue.text for cue in asked.all(*_ROLES))
    if question.topic and not asked.numbers and not asked.refs and not roles:
        if len(asked.provinces) == 2:
            found = _of_two(question)
        elif len(asked.provinces) == 1:
            found = _of_all(question)
    if found is None and asked.has("same") and len(asked.provinces) > 1:
        return Refusal("nothing")
    return found


def _of_two(question: Question) -> Result:
    name = next((cue for cue in ("same", "higher", "lower") if question.asked.has(cue)), None)
    if name is None:
        return None
    other = _compared_with(question.asked)
    return _sided(question, _PIECES[name], [each for each in question.asked.provinces if each != other])


def _of_all(question: Question) -> Result:
    name = next((cue for cue in ("most", "least") if question.asked.has(cue)), None)
    if name is None:
        return None
    return _sided(relaxed(question), _EXTREMES[name], question.asked.provinces)


def _sided(question: Question, piece: str, sides: Sequence[str]) -> Result:
    """The question whether the number of one side stands so to those of the others."""
    for kind, show in (("target", "quantities"), ("task", "outputs")):
        if question.focus.kinds and kind not in question.focus.kinds:
            continue
        scope = question.scope(kind)
        chosen = chosen_numbers(question, scope)
        if chosen is None or not _is_one_each(question, chosen, scope.kinds):
            continue
        own = [point for point in chosen.points if point.province in sides]
        others = [point for point in chosen.points if point.province not in sides]
        if not own or not others:
            return None
        words = ", ".join(term.text for term in question.topic.terms)
        than = Condition(piece, {"others": sorted(point.iri for point in others)}, _said(question, piece))
        conditions = (replace(these(own), words=words), than)
        both = Chosen([*own, *others], conditions, chosen.score)
        return propose(question, show, scope, both, aggregate="exists")
    return None


def _said(question: Question, piece: str) -> str:
    """The words that compare."""
    names = {**_PIECES, **_EXTREMES}
    cues = [cue.text for name, each in names.items() if each == piece for cue in question.asked.all(name)]
    return next((text for text in cues if text), "")


def _is_one_each(question: Question, chosen: Chosen, kinds: Sequence[str]) -> bool:
    """Whether each province has one such number, and only one that the words may mean."""
    places = [point.province for point in chosen.points]
    if len(places) != len(set(places)) or any(len(point.values) != 1 for point in chosen.points):
        return False
    units = {unit for point in chosen.points for _, unit in point.values}
    broad = all(_is_broad(term, chosen.points) for term in question.topic.terms)
    return not broad or all(len(_like(question, point, kinds, units)) == 1 for point in chosen.points)


def _is_broad(term: Term, points: Sequence[Point]) -> bool:
    """Whether a term is only a theme, and no phrase that the points have."""
    said = len(term.typed) > 1 and all(term.says(point) for point in points)
    return bool(term.themes) and not (term.forms or term.units or said)


def _like(question: Question, one: Point, kinds: Sequence[str], units: set[str]) -> list[Point]:
    """The points of a province with a number that are of the same themes."""
    themes = [theme for term in question.topic.terms for theme in term.themes]
    return [
        point
        for point in question.vocabulary.points.values()
        if point.kind in kinds
        and point.province == one.province
        and point.values
        and point.has("theme", themes)
    ]


def _compared_with(asked: Asked) -> str:
    """The province that the other one is compared with: the one after "than", else the second one."""
    named = [(mention.first, iri) for mention in asked.mentions for iri in mention.values("province")]
    for mark in _MARKS:
        for place, word in enumerate(asked.words):
            after = [iri for first, iri in named if 0 < first - place <= 4]
            if word.folded == mark and after:
                return after[0]
    return asked.provinces[1]
