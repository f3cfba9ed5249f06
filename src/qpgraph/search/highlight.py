"""Where a hit's labels say what was asked for: offsets into the labels as they are."""

from collections.abc import Iterable

from qpgraph.search.english import stem
from qpgraph.search.reading import Reading
from qpgraph.search.text import Token, normalize, tokenize
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["highlight"]

Span = tuple[int, int]


def highlight(label: str, language: str, reading: Reading, thesaurus: Thesaurus) -> list[Span]:
    """The spans (start, end) of the words in a label that the query has, or that mean one of its concepts.

    Diacritics don't matter unless the query has them. Neighbouring words make one span.
    """
    if normalize(label) != label:
        return []
    tokens = tokenize(label)
    wanted = _wanted(reading, language)
    words = [token for token in tokens if not token.compound]
    marked = {place for place, token in enumerate(words) if _form(token, language, reading) in wanted}
    concepts = {match.concept for match in reading.matches if not match.concept.startswith("kind:")}
    if concepts:
        for match in thesaurus.find(tokens, "exact" if language == "vi" else "stem"):
            if match.concept in concepts:
                marked.update(range(match.first, match.last))
    return _spans(label, [words[place] for place in sorted(marked)])


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


def _spans(label: str, words: Iterable[Token]) -> list[Span]:
    spans: list[Span] = []
    for token in words:
        if spans and not label[spans[-1][1] : token.start].strip():
            spans[-1] = (spans[-1][0], token.end)
        else:
            spans.append((token.start, token.end))
    return spans
