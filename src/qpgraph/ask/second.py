"""A second reading of a question that the first one refused over words which the graph doesn't have.

Most such words only stand around a question ("for the record", "our foundation"), and no list has them
all. So they are left out and the question is read again, but its answer is only given if search, which
judges in another way, is sure of the same points, and if none of the words narrows what is asked.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise

from qpgraph.ask.asked import Asked
from qpgraph.ask.planning import Proposal, Question, Refusal
from qpgraph.search.text import fold, has_diacritics

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

Plan = Callable[[Question], Proposal | Refusal]


def second_reading(
    question: Question, refusal: Refusal, plan: Plan, likely: Callable[[str], Mapping[str, float]]
) -> Proposal | Refusal:
    """The proposal of the question without its unknown words, if it is sure; else the refusal."""
    if refusal.reason not in _REASONS or not question.asked.unknown or _narrows(question):
        return refusal
    found: Proposal | Refusal = refusal
    left = question
    scores = likely(question.asked.text)
    while isinstance(found, Refusal) and found.reason in _REASONS:
        fewer = _without(left, found.values.get("words", ""))
        if fewer is None:
            return refusal
        left = fewer
        found = plan(left)
    if isinstance(found, Refusal) or found.form.aggregate in _ALL_OF_IT:
        return refusal
    gone = set(question.asked.unknown) - set(left.asked.unknown)
    most = _MOST if _is_sure(found, scores) else _FEW if _is_named(found) else 0
    return found if len(gone & _asking(question.asked)) <= most else refusal


def _without(question: Question, words: str) -> Question | None:
    """The question less those of its unknown words that a refusal names; `None` without any."""
    named = set(fold(words).replace(",", " ").split())
    asked = question.asked
    kept = [place for place in asked.unknown if asked.words[place].folded not in named]
    if len(kept) == len(asked.unknown):
        return None
    fewer = replace(asked, unknown=kept)
    return Question.of(fewer, question.focus, question.vocabulary, question.lexicon)


def _is_sure(proposal: Proposal, scores: Mapping[str, float]) -> bool:
    return max((scores.get(point.iri, 0.0) for point in proposal.points), default=0.0) >= _SURE


def _is_named(proposal: Proposal) -> bool:
    """Whether the question names what the answer is about: a document, or a point by its number."""
    pieces = {condition.piece for condition in proposal.form.conditions}
    return proposal.form.show.name.startswith(("plan", "act")) or "with-ref" in pieces


def _asking(asked: Asked) -> set[int]:
    """The places of the words of the sentences that ask, by their mark; of all, if none does."""
    ends = [0, *(place for place, _ in enumerate(asked.words) if _begins(asked, place)), len(asked.words)]
    sentences = [range(first, last) for first, last in pairwise(ends)]
    asking = [each for each in sentences if "?" in _after(asked, each.stop - 1)]
    return {place for each in asking or sentences for place in each}


def _after(asked: Asked, place: int) -> str:
    """What stands between a word and the next one."""
    end = asked.words[place + 1].start if place + 1 < len(asked.words) else len(asked.text)
    return asked.text[asked.words[place].end : end]


def _begins(asked: Asked, place: int) -> bool:
    """Whether a sentence begins at a word."""
    between = _after(asked, place - 1) if place else ""
    return any(mark in between for mark in ".?!") and " " in between


_LONGEST = 5


def _narrows(question: Question) -> bool:
    """Whether an unknown word of a sentence that asks narrows or changes what is asked."""
    asked = question.asked
    unknown = _asking(asked).intersection(asked.unknown)
    toned = asked.language == "vi" and has_diacritics(asked.text)
    known = question.lexicon.narrowing if toned else question.lexicon.narrowing_folded
    words = [word.exact if toned else word.folded for word in asked.words]
    return any(
        tuple(words[first : first + size]) in known and unknown.intersection(range(first, first + size))
        for first in range(len(words))
        for size in range(1, _LONGEST + 1)
    )
