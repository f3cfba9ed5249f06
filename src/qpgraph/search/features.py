"""What the ranker sees of a query and a passage: a row of numbers a candidate."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qpgraph.search.columns import Columns, facet_terms
from qpgraph.search.intent import Intent
from qpgraph.search.passages import KINDS
from qpgraph.search.postings import Rows
from qpgraph.search.vectors.base import Scores

__all__ = ["FEATURES", "Candidates", "feature_rows"]

_OF_LEGS = (
    "words", "words_place", "meaning", "meaning_place", "asked_words", "asked_meaning", "asked_own",
    "asked_near", "likeness",
)  # fmt: skip
FEATURES = (
    *_OF_LEGS,
    "here", "elsewhere", "province_asked", "kind_asked", "kind_other", "any_kind_asked",
    *(f"kind_{kind}" for kind in KINDS),
    "year", "named", "leads", "leads_all", "coordinates_all", "no_actor", "theme", "standard", "act",
    "title_length", "query_length",
)  # fmt: skip
"""The features in their order.

Those of the legs are shares of the best, `…_place` is 1 over 2 + the place; the counts are of concepts that
query and passage share; `…_all` and `no_actor` weigh by what share of the query the actor is.
"""


@dataclass(frozen=True)
class Candidates:
    """Rows in ascending order, with what the legs say of them, by feature."""

    rows: Rows
    legs: Mapping[str, Scores]
    here: NDArray[np.bool_]
    """Which of them are of a province that the query names."""

    def some(self, places: NDArray[np.intp]) -> "Candidates":
        """Some of the candidates."""
        legs = {name: scores[places] for name, scores in self.legs.items()}
        return Candidates(self.rows[places], legs, self.here[places])


def feature_rows(candidates: Candidates, intent: Intent, columns: Columns) -> NDArray[np.float32]:
    """The features of each candidate, in the order of `FEATURES`."""
    rows = candidates.rows
    found: dict[str, NDArray[np.generic] | float] = dict(candidates.legs)
    kinds = columns.kinds[rows]
    for place, kind in enumerate(KINDS):
        found[f"kind_{kind}"] = kinds == place
    asked = np.isin(kinds, [KINDS.index(kind) for kind in intent.kinds])
    here = candidates.here
    placed = columns.placed(rows)
    found |= {
        "here": here,
        "elsewhere": placed & ~here & bool(intent.provinces),
        "province_asked": float(bool(intent.provinces)),
        "kind_asked": asked / max(1, len(intent.kinds)),
        "kind_other": ~asked & bool(intent.kinds),
        "any_kind_asked": float(bool(intent.kinds)),
        "year": columns.facet_counts(rows, facet_terms({"year": intent.years})),
        "title_length": columns.lengths[rows],
        "query_length": float(intent.words),
    }
    found |= _concepts(rows, intent, columns)
    matrix = np.empty((len(rows), len(FEATURES)), np.float32)
    for place, name in enumerate(FEATURES):
        matrix[:, place] = found[name]
    return matrix


def _concepts(rows: Rows, intent: Intent, columns: Columns) -> dict[str, NDArray[np.generic]]:
    links = columns.links.counter(rows)

    def shared(concepts: Iterable[str], *parts: str) -> NDArray[np.int64]:
        return links.counts(f"{part}:{each}" for each in concepts for part in parts)

    leads = shared(intent.actors, "lead") > 0
    coordinates = shared(intent.actors, "coordinate") > 0
    named = np.zeros(len(rows), np.float32)
    for concept, share in intent.named.items():
        named = np.maximum(named, share * (shared([concept], "self") > 0))
    weight = np.float32(intent.acting**2)
    return {
        "named": named,
        "leads": leads,
        "leads_all": leads * weight,
        "coordinates_all": coordinates * weight,
        "no_actor": (~leads & ~coordinates & (named == 0)) * weight,
        "theme": shared(intent.themes, "theme"),
        "standard": shared(intent.standards, "standard", "family", "self"),
        "act": shared(intent.acts, "legal", "self"),
    }
