"""A query that was read, as weighted parts for the full-text engine.

The words of a query fall into segments: the longest concepts that it names, and the words between. A
segment is worth one thing, however many words it has and however many concepts share its name: its words
as they stand, or the best of its concepts. So what matches all of a query beats what repeats a part of it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import yaml

from qpgraph.search.english import stem
from qpgraph.search.fulltext import Best, Clause, Part, Sum
from qpgraph.search.intent import ACTORS, named_things
from qpgraph.search.reading import Reading
from qpgraph.search.text import Token
from qpgraph.search.thesaurus import Match, Thesaurus

__all__ = ["Weights", "query_parts"]


@dataclass(frozen=True)
class Weights:
    """The settings of `ranking.yaml`; see there."""

    word: Mapping[str, float] = field(default_factory=dict)
    pair: Mapping[str, float] = field(default_factory=dict)
    concept: Mapping[str, float] = field(default_factory=dict)
    literal: float = 0.5
    id: float = 2.0
    self: float = 3.0
    related: float = 0.7
    year: float = 0.4
    other_language: float = 0.4
    tie: float = 0.1
    tie_segment: float = 0.3
    fusion: str = "score"
    dense: float = 0.4
    asked: float = 0.4
    province: float = 0.3
    likeness_hits: int = 5
    candidates: int = 400
    ranked: int = 100

    @classmethod
    def read(cls, file: Path = Path(__file__).parent / "ranking.yaml") -> "Weights":
        """The settings in a file; an unknown name is an error."""
        return cls(**yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


@dataclass(frozen=True)
class Segment:
    """Neighbouring words of a query, with the concepts that they name as a whole."""

    first: int
    last: int
    concepts: tuple[str, ...]


def query_parts(reading: Reading, thesaurus: Thesaurus, weights: Weights) -> list[Part]:
    """The parts of a query: segments, pairs across them, ids, years, and the thing that it is the name of."""
    segments = list(split(reading, thesaurus))
    return [
        *(part for each in segments for part in _segment_parts(each, reading, thesaurus, weights)),
        *_crossing_pairs(segments, reading, weights),
        *_ids(reading, weights),
        *(Clause("context_concepts", f"year:{year}", weights.year) for year in reading.years),
        *_selves(reading, thesaurus, weights),
    ]


def split(reading: Reading, thesaurus: Thesaurus) -> Iterable[Segment]:
    """The segments of a query in order: longest concepts first, then single words that say something."""
    count = len(reading.words)
    taken = [False] * count
    found: list[Segment] = []
    concepts: dict[tuple[int, int], list[str]] = {}
    for match in reading.matches:
        general = thesaurus.concepts[match.concept].kind == "kind"
        if match.concept in _ASKING or (not general and names_something(match, reading)):
            concepts.setdefault((match.first, match.last), []).append(match.concept)
    for first, last in sorted(concepts, key=lambda span: (span[0] - span[1], span[0])):
        if not any(taken[first:last]):
            taken[first:last] = [True] * (last - first)
            if _ASKING.isdisjoint(concepts[first, last]):
                found.append(Segment(first, last, tuple(dict.fromkeys(concepts[first, last]))))
    for place in range(count):
        if not taken[place] and place not in reading.stopped:
            found.append(Segment(place, place + 1, ()))
    return sorted(found, key=lambda segment: segment.first)


def names_something(match: Match, reading: Reading) -> bool:
    """Whether a match has more than stop-words."""
    return any(place not in reading.stopped for place in range(match.first, match.last))


def _segment_parts(
    segment: Segment, reading: Reading, thesaurus: Thesaurus, weights: Weights
) -> Iterable[Part]:
    if any(thesaurus.concepts[concept].kind == "Province" for concept in segment.concepts):
        return  # provinces count by what hits are of, not by words
    concepts: list[Part] = []
    for concept, share in _concepts(segment, thesaurus, weights).items():
        acting = thesaurus.concepts[concept].kind in ACTORS
        for name, weight in weights.concept.items():
            if name != "actors" or acting:
                concepts.append(Clause(name, concept, weight * share))
    words = reading.words[segment.first : segment.last]
    literal: list[Part] = [
        _forms(weights.word, word_forms(word), reading, weights, weights.literal if segment.concepts else 1.0)
        for place, word in enumerate(words, segment.first)
        if place not in reading.stopped
    ]
    literal += [
        _pair(first, second, reading, weights, weights.literal if segment.concepts else 1.0)
        for first, second in pairwise(words)
        if not second.after_break
    ]
    if not concepts:
        yield from literal
    elif literal:
        yield Best((Sum(tuple(literal)), *concepts), weights.tie_segment)
    else:
        yield Best(tuple(concepts), weights.tie_segment)


def _concepts(segment: Segment, thesaurus: Thesaurus, weights: Weights) -> dict[str, float]:
    """The concepts of a segment and those of the graph that share a name with them, with their shares."""
    found = dict.fromkeys(segment.concepts, 1.0)
    for concept in segment.concepts:
        for other in sorted(thesaurus.related(concept)):
            found.setdefault(other, weights.related)
    return found


def word_forms(token: Token) -> dict[str, str]:
    """A word as the kinds of field have it."""
    return {"exact": token.exact, "folded": token.folded, "en": stem(token.folded)}


def _pair(first: Token, second: Token, reading: Reading, weights: Weights, share: float) -> Best:
    ends = word_forms(second)
    forms = {form: f"{word}_{ends[form]}" for form, word in word_forms(first).items()}
    return _forms(weights.pair, forms, reading, weights, share)


def _forms(
    fields: Mapping[str, float], forms: Mapping[str, str], reading: Reading, weights: Weights, share: float
) -> Best:
    clauses = []
    for name, weight in fields.items():
        form = "exact" if "exact" in name else "en" if "_en" in name else "folded"
        if form == "exact" and not reading.toned:
            continue
        foreign = (form == "en") != (reading.language == "en")
        scale = share * (weights.other_language if foreign else 1.0)
        clauses.append(Clause(name, forms[form], weight * scale))
    return Best(tuple(clauses), weights.tie)


def _crossing_pairs(segments: list[Segment], reading: Reading, weights: Weights) -> Iterable[Part]:
    """Pairs of words that stand in two segments."""
    inside = {place for segment in segments for place in range(segment.first, segment.last - 1)}
    for place, (first, second) in enumerate(pairwise(reading.words)):
        both_stopped = place in reading.stopped and place + 1 in reading.stopped
        if place not in inside and not both_stopped and not second.after_break:
            yield _pair(first, second, reading, weights, 1.0)


def _ids(reading: Reading, weights: Weights) -> Iterable[Part]:
    for token in reading.tokens:
        if token.compound or "." in token.folded:
            yield Clause("ids", token.folded, weights.id)


def _selves(reading: Reading, thesaurus: Thesaurus, weights: Weights) -> Iterable[Part]:
    """The thing itself, when the query names it: the more of the query that is, the more it counts."""
    for concept, (share, sure) in named_things(reading, thesaurus, weights.related).items():
        yield Clause("self", concept, weights.self * sure * share**3)


_ASKING = {"kind:task", "kind:target", "kind:measure", "kind:duty", "kind:agency", "kind:standard"}
"""Kinds whose words ask for them and are not looked for: `mục tiêu`, `what must … do`."""
