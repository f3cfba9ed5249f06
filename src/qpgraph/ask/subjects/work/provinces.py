"""Which provinces have, or have not, something."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

import re
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, choose, in_words, propose
from qpgraph.ask.planning.question import Question, Refusal, relaxed
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import ANY, Result, counted, texts, these, with_numbers
from qpgraph.ask.subjects.work.comparing import compare
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["provinces"]


def provinces(question: Question) -> Result:
    """Which provinces have, or have not, something; who has the most."""
    asked, focus = question.asked, question.focus
    counting = focus.what == "count" and focus.noun == "province"
    if focus.what != "province" and not counting:
        return None
    if len(asked.provinces) == 1 and asked.has("elsewhere-too"):
        question = relaxed(question)
        asked = question.asked
    superlative = asked.has("most", "least", "higher", "lower", "earliest", "latest")
    about = _province_topic(question, superlative)
    if superlative and about and focus.kinds in ((), ("target",)):
        found = compare(question)
        if found is not None:
            return found
    kinds: tuple[str, ...] = focus.kinds or ANY
    if focus.noun == "standard" or (superlative and asked.has("noun-standard")):
        kinds = ANY
    scope = question.scope(*kinds)
    lacks = focus.negative and not _has_other_role(scope)
    if lacks and len(about.terms) > 1:
        split = _split(question, about)
        return _but_not(question, scope, *split) if split else _neither(question, scope, about)
    chosen = _having(question, scope, about, one=superlative)
    if chosen is None:
        return None
    if _too_many(question, chosen):
        return Refusal("empty")
    if superlative:
        standards = asked.has("noun-standard")
        show = "standards-of-provinces" if standards else "provinces"
        return propose(
            question, show, scope, chosen, aggregate="least" if asked.has("least", "lower") else "most"
        )
    aggregate: Aggregate = "count" if counting else "without" if lacks else "list"
    numbers = asked.has("how-many", "same") or bool(_FIGURES.search(question.folded))
    told = _with_numbers(question, about, chosen) if numbers and aggregate == "list" else None
    return told or propose(question, "provinces", scope, chosen, aggregate=aggregate)


_FIGURES = re.compile(r"\b(?:figures?|numbers?|values?|con so|so lieu|percentages?|muc dat ra)\b")
"""Asks for the number of each."""


def _having(question: Question, scope: Scope, about: Topic, *, one: bool) -> Chosen | None:
    """The points of the provinces that have what is asked for; `one`: only the first or last counts."""
    chosen = None if one else _having_all(question, scope, _sides(question, about, _BOTH))
    if chosen is None:
        with_numbers(question, scope)
        if picked := choose(question, scope, about, many=True):
            chosen = in_words(about, picked)
    return chosen or _having_all(question, scope, _sides(question, about, _ALSO))


def _with_numbers(question: Question, about: Topic, chosen: Chosen) -> Result:
    """The provinces with the number of each, where each target on the topic states one."""
    scope = question.scope("target")
    scope.tests.append(counted)
    found = choose(question, scope, about, many=False, per_province=True)
    places = {point.province for point in chosen.points}
    if found is None or {point.province for point in found.points} != places:
        return None
    if question.asked.has("same") and not (found := _alike(found)).points:
        return None
    return propose(question, "province-values", scope, found)


def _alike(chosen: Chosen) -> Chosen:
    """The points whose number another province has, too."""
    numbers = {point.iri: frozenset(point.values) for point in chosen.points}
    kept = [
        point
        for point in chosen.points
        if any(
            numbers[point.iri] & numbers[other.iri]
            for other in chosen.points
            if other.province != point.province
        )
    ]
    conditions = tuple(each for each in chosen.conditions if each.piece not in ("these", "with-theme"))
    return Chosen(kept, (*conditions, these(kept)), chosen.score)


def _too_many(question: Question, chosen: Chosen) -> bool:
    """Whether "only one province" is said where several have it."""
    asked = question.asked
    nouns = [cue.first for cue in asked.all("noun-province", "noun-plan")]
    alone = any(
        {fold(word) for word in cue.text.split()} & _ONE
        or (cue.last + 1 < len(asked.words) and asked.words[cue.last + 1].folded in _ONE)
        or fold(cue.text) == "duy nhat"
        for cue in asked.all("only")
        if any(abs(place - cue.last) <= _NEAR for place in nouns)
    )
    places = {point.province for point in chosen.points}
    every = len(question.vocabulary.of_kind("province"))
    return alone and (every - len(places) if question.focus.negative else len(places)) > 1


_ONE = frozenset(("one", "single", "sole", "mot"))
_NEAR = 3


def _has_other_role(scope: Scope) -> bool:
    """Whether an agency is denied one role and has the other: "does not lead but only coordinates"."""
    pieces = {condition.piece for condition in scope.conditions}
    return bool(
        pieces & {"with-lead", "with-coordinate", "with-lead-in", "with-coordinate-in"}
        and pieces & {"without-lead-of", "without-coordinate-of"}
    )


def _split(question: Question, topic: Topic) -> tuple[Topic, Topic] | None:
    """What is said before and after a "not" between two topics ("mentions A but not B")."""
    denial = question.asked.cue("not")
    if denial is None:
        return None
    places = {mention.text: mention.first for mention in question.asked.topics}
    before = [term for term in topic.terms if places.get(term.text, 99) < denial.first]
    after = [term for term in topic.terms if places.get(term.text, -1) > denial.last]
    if not before or not after:
        return None
    return Topic(before, topic.weights), Topic(after, topic.weights)


_NEITHER = frozenset(("neither", "nor", "or", "hoặc", "hoăc5", "hay", "lẫn", "lân4"))


def _neither(question: Question, scope: Scope, about: Topic) -> Result:
    """Those without any of several things where that is said; else those without all of them at once."""
    whole = choose(question, scope, about, many=True)
    if not {word.exact for word in question.asked.words} & _NEITHER:
        return propose(question, "provinces", scope, whole, aggregate="without") if whole else None
    topics = [Topic([term], about.weights) for term in about.terms]
    each = [(topic, choose(question, scope, topic, many=True)) for topic in topics]
    points = {
        point.iri: point
        for topic, chosen in each
        if chosen is not None
        for point in in_words(topic, chosen).points
    }
    if not points or any(chosen is None for _, chosen in each):
        return None
    kept = list(points.values())
    words = ", ".join(term.text for term in about.terms)
    condition = replace(these(kept), words=words)
    found = Chosen(kept, (*scope.conditions, condition), 1.0)
    return propose(question, "provinces", scope, found, aggregate="without")


def _but_not(question: Question, scope: Scope, having: Topic, lacking: Topic) -> Result:
    """The provinces that have the one and not the other."""
    chosen = choose(question, scope, having, many=True)
    denied = choose(question, scope, lacking, many=True)
    if chosen is None:
        return None
    places = {point.province for point in denied.points} if denied else set()
    left = [point for point in chosen.points if point.province not in places]
    if not left:
        return Refusal("empty")
    words = ", ".join(term.text for term in (*having.terms, *lacking.terms))
    there = replace(these(left), words=words)
    denial = Condition("without-these", {}, words)
    return propose(question, "provinces", scope, Chosen(left, (*scope.conditions, there, denial), 1.0))


_AIM = r"\b(?:target|goal|muc tieu|chi tieu)\b"
_BOTH = re.compile(
    r"\b(?:vua|dong thoi)\b.*?\b(vua|va)\b|\bboth\b.*?\b(and)\b|\b(cung luc|at the same time)\b"
    rf"|{_AIM}.*?\b(and|va|plus|as well as|along with|lan)\b(?:.*?{_AIM}| one\b)"
)
_ALSO = re.compile(r"\b(as well as|along with|and also|lan|dong thoi|va ca)\b")
"""Words between two things that a province is to have both of."""
_EITHER = frozenset(("or", "hoăc5", "hay"))


def _having_all(question: Question, scope: Scope, sides: list[Question]) -> Chosen | None:
    """The points of the provinces that have the one and the other, be it in one point or in two."""
    if not sides or question.focus.negative or _EITHER & {word.exact for word in question.asked.words}:
        return None
    each = [_of_side(side, scope) for side in sides]
    places = set.intersection(*({point.province for point in points} for points in each))
    points = {point.iri: point for some in each for point in some if point.province in places}
    if not points:
        return None
    numbers = [number for side in sides for number in side.asked.numbers]
    said = [question.asked.words[place].folded for place, _ in numbers]
    words = ", ".join(term.text for side in sides for term in side.topic.terms)
    kept = list(points.values())
    told = Condition("", {}, ", ".join(said))
    return Chosen(kept, (*scope.conditions, told, replace(these(kept), words=words)), 1.0)


def _of_side(side: Question, scope: Scope) -> list[Point]:
    """The points that one of several things picks, with the numbers that are said of it."""
    scope = replace(scope, conditions=[*scope.conditions], tests=[*scope.tests])
    with_numbers(side, scope)
    chosen = choose(side, scope, side.topic, many=True)
    return in_words(side.topic, chosen).points if chosen else []


def _sides(question: Question, about: Topic, between: re.Pattern[str]) -> list[Question]:
    """The things that a province is to have all of: each standard, or what stands before and after "and"."""
    terms, asked = about.terms, question.asked
    if len(terms) > 1 and all(term.standards for term in terms) and not asked.numbers:
        return [replace(question, topic=Topic([term], about.weights)) for term in terms]
    also = between.search(question.folded)
    places = {term.text: asked.text.find(term.text) for term in terms}
    if also is None or asked.has("noun-budget") or min(places.values(), default=-1) < 0:
        return []
    at = also.start(also.lastindex or 0)
    sides = []
    for late in (False, True):
        numbers = [each for each in asked.numbers if (asked.words[each[0]].start > at) == late]
        topic = Topic([term for term in terms if (places[term.text] > at) == late], about.weights)
        sides.append(replace(question, asked=replace(asked, numbers=numbers), topic=topic))
    return sides if all(side.topic for side in sides) else []


def _province_topic(question: Question, superlative: bool) -> Topic:
    topic = question.topic
    named = any(term.standards for term in topic.terms)
    if (superlative or named) and question.asked.has("noun-standard"):
        return topic.without(*texts(question, "tieu chuan", "standards", "standard", "cong cu"))
    return topic
