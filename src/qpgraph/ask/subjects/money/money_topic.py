"""What money is for: the topic of a question without the words for money, its rows and its years."""

import re
from dataclasses import replace

from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import base_scope
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.ask.subjects.money.pots import numeral, numerals
from qpgraph.search.text import fold

__all__ = ["is_spent", "money_topic"]

_CUES = frozenset(
    ("noun-budget", "total", "annual", "every", "noun-group", "noun-plan", "has-number", "most", "least")
)


_LIGHT = 0.5
_OF_ALL = frozenset(("nang", "productivity"))
_MATTER = _OF_ALL | frozenset(
    ("suat", "chat", "luong", "va", "ve", "cao", "cai", "thien", "quality", "and", "raising", "improving")
)
"""What the whole plan is about: said of money, it names no part of the budget."""


_COMPARING = ("same", "level", "rise", "fall", "higher", "lower", "difference")


def money_topic(question: Question) -> Topic:
    """What is left of the topic without the words for money, its rows and its years."""
    asked = question.asked
    money_words = set(question.lexicon.lists["money-words"])
    if question.focus.what in ("exists", "value") and asked.has(*_COMPARING):
        money_words |= set(question.lexicon.lists["comparing-words"])
    aside = {
        mention.text
        for mention in asked.topics
        if set(mention.values("cue")) & _CUES
        or any(iri.endswith("/finance") for iri in mention.values("theme"))
        or any(iri.endswith(("-dong", "/dong")) for iri in mention.values("unit"))
    }
    slight = question.focus.what == "province"
    rows = [point for point in question.vocabulary.points.values() if point.kind == "budget"]

    def is_slight(term: Term) -> bool:
        """Whether a word tells no item from another."""
        light = term.weight < _LIGHT and not term.foreign and not any(map(term.says, rows))
        return term.loose and (slight or light)

    parts = {named for _, named in numerals(question)}
    kept = [
        term
        for term in question.topic.terms
        if term.text not in aside
        and not set(fold(term.text).split()) <= money_words
        and not is_slight(term)
        and numeral(term.text) not in parts
        and not (_OF_ALL & set(fold(term.text).split()) and set(fold(term.text).split()) <= _MATTER)
    ]
    return Topic([_of_rows(term) for term in kept], question.topic.weights)


def _of_rows(term: Term) -> Term:
    """The term as it is looked for among rows: a thing of its own ("clubs") must be named, not its theme."""
    named = bool(term.forms) and not term.broad
    return replace(term, broad=False, themes=() if named else term.themes)


_SPENT = re.compile(
    r"\bhow much\b|\b(?:bao nhieu|may) (?:cho|vao)\b"
    r"|\bwhat (?:will|does|would|is|are) (?:\S+ ){1,5}(?:pay|paying|spend|spending) (?:for|on)\b"
)


def is_spent(question: Question) -> bool:
    """Whether "how much for …" names what a row of the budget is for, and nothing that is counted."""
    if question.focus.what not in ("value", "list") or question.counted or question.percent:
        return False
    if not question.asked.provinces or not _SPENT.search(question.folded):
        return False
    topic = money_topic(question)
    rows = question.points(base_scope(question.asked, ("budget", "budget-group"), question.vocabulary))
    fits = topic.fits(rows, lambda point: True) if topic else []
    if not fits or fits[0].score < _SURE:
        return False
    counted = base_scope(question.asked, ("task", "target"), question.vocabulary)
    others = topic.fits([point for point in question.points(counted) if point.values], lambda point: True)
    return not others or others[0].score < fits[0].score


_SURE = 0.8
