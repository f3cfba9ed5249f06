"""A reading led by search: where words fail, a point that search is sure of stands for those of a question.

People say what a plan says in words of their own ("rolling out", "eco-friendliness"). Where the reading of
words fails, but search, which learned such words, is sure of a point, the question is read again with that
point as its topic. Whatever else is said must agree: places, agencies, numbers, years, standards, what is
asked for; and only one fact of one point is told.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from qpgraph.ask.checks.narrowing import asking_places
from qpgraph.ask.planning.question import Plan, Proposal, Question, Refusal
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.search.text import fold

__all__ = ["led_reading"]

_REASONS = ("not-covered", "no-match", "premise", "not-heeded", "no-role")
_SURE = 0.95
_SHARED = 0.6
"""How well the point must fit one of the question's own words."""
_COUNTED = 0.8
"""How well it must fit what "how many" counts."""
_MOST = 6
"""So many words may be left out of the sentence that asks."""
_FACTS = (
    *("leads", "coordinators", "agents", "partners", "parts", "duty-parts", "schedule", "due"),
    *("quantit", "outputs", "province-values", "amounts", "totals"),
)
"""What a single point says of itself; lists want all points, whatever search is sure of."""


def led_reading(
    question: Question, refusal: Refusal, plan: Plan, likely: Callable[[str], Mapping[str, float]]
) -> Proposal | Refusal:
    """The proposal about a point that search is sure of; else the refusal."""
    whether = question.focus.yes_no or question.focus.negative
    if refusal.reason not in _REASONS or whether or not _over_matter(question, refusal):
        return refusal
    sure = {iri: score for iri, score in likely(question.asked.text).items() if score >= _SURE}
    led = _led(question, sure)
    found = plan(led) if led else refusal
    if led is None or isinstance(found, Refusal) or found.form.aggregate != "list" or not found.points:
        return refusal
    places = {point.province for point in found.points}
    one_fact = found.form.show.name.startswith(_FACTS) and all(point.iri in sure for point in found.points)
    agrees = one_fact and places.issuperset(question.asked.provinces) and _counts(question, found)
    return found if agrees else refusal


def _over_matter(question: Question, refusal: Refusal) -> bool:
    """Whether words that say what is meant stopped the reading, and none that limits it ("in total")."""
    matter = {fold(term.text) for term in question.topic.terms}
    words = refusal.values.get("words", "").split(", ")
    return refusal.reason != "not-covered" or any(fold(word) in matter for word in words)


def _counts(question: Question, found: Proposal) -> bool:
    """Whether one number at most is asked for, and the points have what "how many" counts."""
    asked, topic = question.asked, question.topic
    many = asked.all("how-many")
    counted = [each.text for each in asked.topics for cue in many if 0 < each.first - cue.last <= 2]
    terms = [term for term in topic.terms if term.text in counted]
    return len(many) < 2 and all(
        term.fit(point, topic.weights) >= _COUNTED for term in terms for point in found.points
    )


def _led(question: Question, sure: Mapping[str, float]) -> Question | None:
    """The question with the points as its topic, beside the standards that it names."""
    topic, asked = question.topic, question.asked
    points = [point for iri in sure if (point := question.vocabulary.points.get(iri))]
    telling = question.lexicon.lists["telling-apart"]
    soft = [term for term in topic.terms if not term.standards]
    if not points or not soft or any(fold(term.text) in telling for term in soft):
        return None
    if not any(term.fit(point, topic.weights) >= _SHARED for term in topic.terms for point in points):
        return None
    gone = {place for place in asked.unknown if place in asking_places(asked)}
    if len(gone) > _MOST:
        return None
    told = question.lexicon.sentences["by-search"][asked.language]
    text = told.format(words=", ".join(term.text for term in soft))
    anchor = Term(text, (), max(term.weight for term in soft), points=dict(sure))
    named = [term for term in topic.terms if term.standards]
    return replace(question, asked=replace(asked, unknown=[]), topic=Topic([anchor, *named], topic.weights))
