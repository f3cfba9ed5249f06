"""Where a hit's labels say what was asked for: offsets into the labels as they are."""

from collections.abc import Iterable
from functools import lru_cache

from qpgraph.search.english import stem
from qpgraph.search.reading import Reading
from qpgraph.search.text import Token, normalize, tokenize
from qpgraph.search.thesaurus import Match, Thesaurus

__all__ = ["Highlighter", "Span"]

Span = tuple[int, int]
"""Start and end (not included), in characters."""
_KEPT = 8192


class Highlighter:
    """Finds the spans; what it found out of a label it keeps for the next query."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        """`thesaurus` tells which words mean a concept."""
        self._thesaurus = thesaurus
        self._read = lru_cache(maxsize=_KEPT)(self._read_label)

    def spans(self, label: str, language: str, reading: Reading) -> list[Span]:
        """The spans of the words in a label that the query has, or that mean one of its concepts.

        Diacritics don't matter unless the query has them. Neighbouring words make one span.
        """
        words, matches = self._read(label, language)
        wanted = _wanted(reading, language)
        marked = {place for place, token in enumerate(words) if _form(token, language, reading) in wanted}
        concepts = {match.concept for match in reading.matches}
        for match in matches:
            if match.concept in concepts:
                marked.update(range(match.first, match.last))
        return _joined(label, [words[place] for place in sorted(marked)])

    def _read_label(self, label: str, language: str) -> tuple[list[Token], list[Match]]:
        if normalize(label) != label:
            return [], []
        tokens = tokenize(label)
        found = self._thesaurus.find(tokens, "exact" if language == "vi" else "stem")
        words = [token for token in tokens if not token.compound]
        return words, [match for match in found if not match.concept.startswith("kind:")]


def _wanted(reading: Reading, language: str) -> set[str]:
    return {
        _form(token, language, reading)
        for place, token in enumerate(reading.words)
        if place not in reading.stopped
    }


def _form(token: Token, language: str, reading: Reading) -> str:
    if language == "en":
        return stem(token.folded)
    return token.exact if reading.toned else token.folded


def _joined(label: str, words: Iterable[Token]) -> list[Span]:
    spans: list[Span] = []
    for token in words:
        if spans and not label[spans[-1][1] : token.start].strip():
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return spans
