"""A query that was read, as weighted units for the full-text engine."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

import yaml

from qpgraph.search.english import stem
from qpgraph.search.fulltext import Clause, Unit
from qpgraph.search.reading import Reading
from qpgraph.search.text import Token
from qpgraph.search.thesaurus import Match, Thesaurus

__all__ = ["Weights", "query_units"]


@dataclass(frozen=True)
class Weights:
    """The settings of `ranking.yaml`; see there."""

    word: Mapping[str, float] = field(default_factory=dict)
    pair: Mapping[str, float] = field(default_factory=dict)
    concept: Mapping[str, float] = field(default_factory=dict)
    id: float = 2.0
    self: float = 3.0
    kind: float = 0.8
    province: float = 2.0
    year: float = 0.4
    plan: float = 1.0
    nested: float = 0.3
    other_language: float = 0.4
    tie: float = 0.1
    dense: float = 0.35
    candidates: int = 400

    @classmethod
    def read(cls, file: Path = Path(__file__).parent / "ranking.yaml") -> "Weights":
        """The settings in a file; an unknown name is an error."""
        return cls(**yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))


def query_units(reading: Reading, thesaurus: Thesaurus, weights: Weights) -> list[Unit]:
    """The units of a query: words, pairs, ids, concepts, and what it asks for."""
    return [
        *_word_units(reading, weights),
        *_pair_units(reading, weights),
        *_id_units(reading, weights),
        *_concept_units(reading, thesaurus, weights),
        *_year_units(reading, weights),
    ]


def _word_units(reading: Reading, weights: Weights) -> Iterable[Unit]:
    for place, token in enumerate(reading.words):
        if place not in reading.stopped:
            yield _unit(weights.word, _word_forms(token), reading, weights)


def _word_forms(token: Token) -> dict[str, str]:
    return {"exact": token.exact, "folded": token.folded, "en": stem(token.folded)}


def _pair_units(reading: Reading, weights: Weights) -> Iterable[Unit]:
    words = reading.words
    for place, (first, second) in enumerate(pairwise(words)):
        if second.after_break or (place in reading.stopped and place + 1 in reading.stopped):
            continue
        forms = {form: f"{word}_{_word_forms(second)[form]}" for form, word in _word_forms(first).items()}
        yield _unit(weights.pair, forms, reading, weights)


def _unit(fields_: Mapping[str, float], forms: Mapping[str, str], reading: Reading, weights: Weights) -> Unit:
    clauses = []
    for name, weight in fields_.items():
        form = "exact" if "exact" in name else "en" if "_en" in name else "folded"
        if form == "exact" and not reading.toned:
            continue
        foreign = (form == "en") != (reading.language == "en")
        clauses.append(Clause(name, forms[form], weight * (weights.other_language if foreign else 1.0)))
    return Unit(tuple(clauses), weights.tie)


def _id_units(reading: Reading, weights: Weights) -> Iterable[Unit]:
    for token in reading.tokens:
        if token.compound or "." in token.folded:
            yield Unit((Clause("ids", token.folded, weights.id),))


def _year_units(reading: Reading, weights: Weights) -> Iterable[Unit]:
    for year in reading.years:
        yield Unit((Clause("context_concepts", f"year:{year}", weights.year),))


def _concept_units(reading: Reading, thesaurus: Thesaurus, weights: Weights) -> Iterable[Unit]:
    content = max(1, len(reading.words) - len(reading.stopped))
    best: dict[str, float] = {}
    spans: dict[str, set[int]] = {}
    for match in reading.matches:
        if not _names_something(match, reading):
            continue
        weight = weights.nested if _is_nested(match, reading) else 1.0
        best[match.concept] = max(best.get(match.concept, 0.0), weight)
        spans.setdefault(match.concept, set()).update(range(match.first, match.last))
    for concept, weight in best.items():
        kind = thesaurus.concepts[concept].kind
        if kind == "kind":
            yield Unit((Clause("self", concept, weights.kind * weight),))
            continue
        special = {"Province": weights.province, "Plan": weights.plan}.get(kind, 1.0)
        clauses = tuple(
            Clause(name, concept, each * weight * special) for name, each in weights.concept.items()
        )
        yield Unit(clauses, weights.tie)
        if kind not in ("word", "Province"):
            share = len(spans[concept] - reading.stopped) / content
            yield Unit((Clause("self", concept, weights.self * weight * min(1.0, share) ** 2),))


def _names_something(match: Match, reading: Reading) -> bool:
    """A single word that is a stop-word names nothing."""
    return any(place not in reading.stopped for place in range(match.first, match.last))


def _is_nested(match: Match, reading: Reading) -> bool:
    return any(
        other.first <= match.first
        and match.last <= other.last
        and other.last - other.first > match.last - match.first
        and not other.concept.startswith("kind:")
        for other in reading.matches
    )
