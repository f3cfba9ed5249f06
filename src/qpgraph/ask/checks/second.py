"""A second reading of a question that the first one refused over words which the graph doesn't have.

Most such words only stand around a question ("for the record", "our foundation"), and no list has them
all. So they are left out and the question is read again, but its answer is only given if search, which
judges in another way, is sure of the same points. (What narrows a question was refused before.)
"""

from collections.abc import Callable, Mapping
from dataclasses import replace

from qpgraph.ask.checks.narrowing import asking_places
from qpgraph.ask.planning.question import Plan, Proposal, Question, Refusal
from qpgraph.search.text import fold

__all__ = ["second_reading"]

_REASONS = ("not-covered", "no-match", "premise")
_SURE = 0.9
"""How likely search must hold one of the answer's points."""
_ALL_OF_IT = ("exists", "denied", "without")
"""Whether something is there, or where it isn't, turns on each of its words."""
_MOST = 5
"""So many words may be left out of the sentence that asks."""
_FEW = 2
"""So many where search can't tell, but a number or name says which thing is meant."""


def second_reading(
    question: Question, refusal: Refusal, plan: Plan, likely: Callable[[str], Mapping[str, float]]
) -> Proposal | Refusal:
    """The proposal of the question without its unknown words, if it is sure; else the refusal."""
    if refusal.reason not in _REASONS or not question.asked.unknown:
        return refusal
    found: Proposal | Refusal = refusal
    left = question
    while isinstance(found, Refusal) and found.reason in _REASONS:
        fewer = _without(left, found.values.get("words", ""))
        if fewer is None:
            return refusal
        left = fewer
        found = plan(left)
    if isinstance(found, Refusal) or found.form.aggregate in _ALL_OF_IT:
        return refusal
    gone = set(question.asked.unknown) - set(left.asked.unknown)
    if found.form.show.name == "provinces" and _is_verb(question, gone):
        return refusal
    asked_for = found.form.show.name == "points" and _is_asked(question, gone)
    if asked_for or (_is_all(found) and not _in_brackets(question, gone)):
        return refusal
    most = _MOST if _is_sure(found, likely(question.asked.text)) else _FEW if _is_named(found) else 0
    return found if len(gone & asking_places(question.asked)) <= most else refusal


def _without(question: Question, words: str) -> Question | None:
    """The question less those of its unknown words that a refusal names; `None` without any."""
    named = set(fold(words).replace(",", " ").split())
    asked = question.asked
    telling = question.lexicon.lists["telling-apart"]
    apart = [term.text for term in question.topic.terms if fold(term.text) in telling]
    firm = {word for text in apart for word in fold(text).split()}
    kept = [place for place in asked.unknown if asked.words[place].folded not in named - firm]
    if len(kept) == len(asked.unknown) or _is_counted(question, set(asked.unknown) - set(kept)):
        return None
    fewer = replace(asked, unknown=kept)
    return Question.of(fewer, question.focus, question.vocabulary, question.lexicon)


def _is_counted(question: Question, places: set[int]) -> bool:
    """Whether one of the words is what "how many" counts ("how many pupils"): nothing else may be counted."""
    known = {place for topic in question.asked.topics for place in range(topic.first, topic.last + 1)}
    counted = {cue.last + 1 for cue in question.asked.all("how-many")}
    return any(place in counted and place + 1 not in known for place in places)


def _is_asked(question: Question, places: set[int]) -> bool:
    """Whether a word left out is what "which" asks for ("điền mẫu nào"), so that others would be listed."""
    last = len(question.asked.words) - 1
    which = [
        cue for cue in question.asked.all("which-before") if cue.last == last and fold(cue.text) == "nao"
    ]
    alone = question.focus.noun is None and question.whole is None
    return alone and any(cue.first - 1 in places for cue in which)


def _is_verb(question: Question, places: set[int]) -> bool:
    """Whether a word stands right after "which province": it may deny ("tỉnh nào lờ Halal")."""
    asking = question.asked.all("noun-province", "which-before", "where")
    first = min((topic.first for topic in question.asked.topics), default=0)
    return any(cue.last + 1 in places and cue.last < first for cue in asking)


def _is_all(proposal: Proposal) -> bool:
    """Whether nothing but the place is left of a question for points: the words left out said which."""
    places = ("in-province", "in-plan")
    listed = proposal.form.show.name == "points" and proposal.form.aggregate in ("list", "count")
    return listed and all(condition.piece in places for condition in proposal.form.conditions)


def _in_brackets(question: Question, places: set[int]) -> bool:
    """Whether words only stand in brackets: they add to what is asked and don't say which points."""
    text, words = question.asked.text, question.asked.words
    return all(
        text[: words[place].start].count("(") > text[: words[place].start].count(")") for place in places
    )


def _is_sure(proposal: Proposal, scores: Mapping[str, float]) -> bool:
    return max((scores.get(point.iri, 0.0) for point in proposal.points), default=0.0) >= _SURE


def _is_named(proposal: Proposal) -> bool:
    """Whether the question names what the answer is about: a document, or a point by its number."""
    pieces = {condition.piece for condition in proposal.form.conditions}
    return proposal.form.show.name.startswith(("plan", "act")) or "with-ref" in pieces
