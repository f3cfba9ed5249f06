"""The documents that a number alone names: "theo 1322", "what type is 1703", "number 49"."""

import re

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.vocabulary import Thing, Vocabulary

__all__ = ["documents_numbered"]

_LONG = 3
"""So many digits make a number that of a plan, whatever stands beside it."""
_OF_DOCUMENTS = ("document-type", "issuer", "issued", "title", "based-on")
"""Cues that make a long number that of any document."""


def documents_numbered(asked: Asked, place: int, vocabulary: Vocabulary, lexicon: Lexicon) -> list[Thing]:
    """The acts and plans whose number begins with the word at a place, where it is read as one of theirs."""
    digits = asked.words[place].folded
    kinds = _kinds(asked, place, lexicon)
    begin = re.compile(rf"0*{re.escape(digits)}[-/]")
    things = vocabulary.things.values() if kinds else ()
    return [thing for thing in things if thing.kind in kinds and any(map(begin.match, thing.names))]


def _kinds(asked: Asked, place: int, lexicon: Lexicon) -> tuple[str, ...]:
    """The kinds of documents that a number may be of."""
    long = len(asked.words[place].folded) >= _LONG
    before = {each.folded for each in asked.words[max(place - 2, 0) : place]}
    named = bool(before & set(lexicon.lists["before-document-number"]))
    joined = place > 1 and asked.words[place - 1].folded in ("va", "and", "hay", "or")
    named |= joined and any(each.is_a("legal") and each.last == place - 2 for each in asked.mentions)
    alone = place == 1 and asked.words[0].folded == "number"
    counted = any(each.first == place + 1 and not each.is_a("cue", "stop") for each in asked.mentions)
    if named or alone or (long and asked.has(*_OF_DOCUMENTS) and not counted):
        return ("legal", "plan")
    return ("plan",) if long else ()
