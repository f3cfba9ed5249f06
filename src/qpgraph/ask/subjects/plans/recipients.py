"""Whom plans are sent to: the agencies named, or those of the kind that is asked for."""

import re

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.question import Question
from qpgraph.ask.words.linking import Mention

__all__ = ["of_kind", "received", "receivers"]

_KINDS = {
    "Bộ ": re.compile(r"\bbo nao\b|\b(?:which|what) ministr(?:y|ies)\b"),
    "Sở ": re.compile(r"\bso nao\b|\b(?:which|what) departments?\b"),
    "Hiệp hội ": re.compile(r"\bhiep hoi nao\b|\b(?:which|what) associations?\b"),
}
"""How the names of agencies of a kind begin, and the words that ask for these alone."""


def of_kind(question: Question) -> list[Condition]:
    """That a recipient is of the kind asked for: "which ministry is it sent to"."""
    found = [(start, match[0]) for start, each in _KINDS.items() if (match := each.search(question.folded))]
    agencies = question.vocabulary.of_kind("agency")
    return [
        Condition(
            "recipient-one-of",
            {"agencies": [one.iri for one in agencies if one.name("vi").startswith(start)]},
            words,
        )
        for start, words in found
    ]


def received(question: Question) -> list[Condition]:
    """That a plan is sent to the agencies named."""
    return [
        Condition("with-recipient", {"agencies": offices}, mention.text)
        for mention, offices in receivers(question)
    ]


def receivers(question: Question) -> list[tuple[Mention, list[str]]]:
    """The agencies named, and the collectives ("communes") that plans are sent to."""
    things = question.vocabulary.things
    found = list(question.asked.agencies)
    for mention in question.asked.topics:
        kinds = set(mention.values("agency"))
        offices = [
            iri
            for iri, thing in things.items()
            if thing.kind == "agency" and (iri in kinds or kinds & set(thing.relations["kind"]))
        ]
        if offices:
            found.append((mention, offices))
    return found
