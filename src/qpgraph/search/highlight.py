"""Where a hit's labels say what was asked for: offsets into the labels as they are."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache

from qpgraph.search.english import stem
from qpgraph.search.reading import Reading
from qpgraph.search.text import Token, normalize, tokenize
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["Highlighter", "Span"]

Span = tuple[int, int]
"""Start and end (not included), in characters."""
_KEPT = 8192


@dataclass(frozen=True, slots=True)
class _Label:
    """A label that was read: its words, where each form of them stands, and the concepts that it names."""

    words: list[Token]
    places: dict[str, dict[str, list[int]]]
    concepts: dict[str, list[int]]


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
        read = self._read(label, language)
        form = "en" if language == "en" else "exact" if reading.toned else "folded"
        known = read.places[form]
        marked = {place for word in _wanted(reading, form) for place in known.get(word, ())}
        for match in reading.matches:
            marked.update(read.concepts.get(match.concept, ()))
        return _joined(label, [read.words[place] for place in sorted(marked)])

    def _read_label(self, label: str, language: str) -> _Label:
        tokens = tokenize(label) if normalize(label) == label else []
        words = [token for token in tokens if not token.compound]
        concepts: dict[str, list[int]] = {}
        for match in self._thesaurus.find(tokens, "exact" if language == "vi" else "stem"):
            if not match.concept.startswith("kind:"):
                concepts.setdefault(match.concept, []).extend(range(match.first, match.last))
        places: dict[str, dict[str, list[int]]] = {form: {} for form in _FORMS}
        for place, token in enumerate(words):
            for form, of in _FORMS.items():
                places[form].setdefault(of(token), []).append(place)
        return _Label(words, places, concepts)


def _wanted(reading: Reading, form: str) -> set[str]:
    of = _FORMS[form]
    return {of(token) for place, token in enumerate(reading.words) if place not in reading.stopped}


_FORMS: dict[str, Callable[[Token], str]] = {
    "en": lambda token: stem(token.folded),
    "exact": lambda token: token.exact,
    "folded": lambda token: token.folded,
}


def _joined(label: str, words: Iterable[Token]) -> list[Span]:
    spans: list[Span] = []
    for token in words:
        if spans and not label[spans[-1][1] : token.start].strip():
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return spans
