"""What money is for: the topic of a question without the words for money, its rows and its years."""

from dataclasses import replace

from qpgraph.ask.planning import Question
from qpgraph.ask.subjects.pots import numeral
from qpgraph.ask.topics import Topic
from qpgraph.search.text import fold

__all__ = ["money_topic"]

_CUES = frozenset(
    ("noun-budget", "total", "annual", "every", "noun-group", "noun-plan", "has-number", "most", "least")
)


def money_topic(question: Question) -> Topic:
    """What is left of the topic without the words for money, its rows and its years."""
    asked = question.asked
    money_words = set(question.lexicon.lists["money-words"])
    if question.focus.what == "exists" and asked.has("same", "level", "rise", "fall", "higher", "lower"):
        money_words |= set(question.lexicon.lists["comparing-words"])
    aside = {
        mention.text
        for mention in asked.topics
        if set(mention.values("cue")) & _CUES
        or any(iri.endswith("/finance") for iri in mention.values("theme"))
        or any(iri.endswith(("-dong", "/dong")) for iri in mention.values("unit"))
    }
    slight = question.focus.what == "province"
    kept = [
        term
        for term in question.topic.terms
        if term.text not in aside
        and not set(fold(term.text).split()) <= money_words
        and not (term.loose and (slight or (term.weight < 0.5 and not term.foreign)))
        and numeral(term.text) is None
    ]
    return Topic([replace(term, broad=False) for term in kept], question.topic.weights)
