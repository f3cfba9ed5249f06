"""The candidates of a query: what the three legs find, and the order that their scores alone give."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qpgraph.search.asked import Asked, Evidence
from qpgraph.search.columns import Columns, facet_terms
from qpgraph.search.features import Candidates
from qpgraph.search.fulltext import FullText
from qpgraph.search.fusion import by_place, by_rank, normal, spread
from qpgraph.search.intent import Intent
from qpgraph.search.postings import Rows
from qpgraph.search.reading import Reading
from qpgraph.search.semantic import Semantic
from qpgraph.search.thesaurus import Thesaurus
from qpgraph.search.units import Weights, query_parts
from qpgraph.search.vectors.base import Scores

__all__ = ["Legs"]

_PLACE_CONSTANT = 2


@dataclass(frozen=True)
class _Found:
    """What each leg found: the rows of the first two best first, with their scores."""

    words: tuple[Rows, Scores]
    meaning: tuple[Rows, Scores]
    asked: Evidence


class Legs:
    """The three legs, opened: full text, vectors, and queries on record."""

    def __init__(self, folder: Path, graph: str, columns: Columns, thesaurus: Thesaurus) -> None:
        """Opens them. Raises `QpgraphError`."""
        self._columns = columns
        self._thesaurus = thesaurus
        self._fulltext = FullText(folder / "fulltext")
        self._semantic = Semantic(folder / "vectors", graph)
        self._asked = Asked(folder / "asked", self._semantic.encoder, graph)

    def find(
        self, reading: Reading, intent: Intent, terms: Sequence[Sequence[str]], weights: Weights
    ) -> tuple[Candidates, Scores]:
        """The candidates that the filter terms leave, with their scores before the trees."""
        allowed = self._allowed(terms)
        vector = self._semantic.encode(reading.meant)
        found = _Found(
            self._fulltext.search(query_parts(reading, self._thesaurus, weights), weights.candidates, terms),
            self._semantic.search(vector, weights.candidates, allowed),
            self._asked.search(reading.tokens, vector, allowed),
        )
        rows = np.unique(np.concatenate((found.words[0], found.meaning[0], found.asked.rows)))
        legs = _leg_scores(rows, found)
        here = self._columns.facet_counts(rows, facet_terms({"province": intent.provinces})) > 0
        scores = _together(rows, legs, found, weights)
        scores = np.asarray(scores + np.float32(weights.province) * here, dtype=np.float32)
        best = np.argsort(-scores, kind="stable")[: weights.likeness_hits]
        near = self._semantic.likeness(rows, rows[best], scores[best] ** 2)
        legs["likeness"] = normal(near)
        return Candidates(rows, legs, here), scores

    def _allowed(self, terms: Sequence[Sequence[str]]) -> NDArray[np.int64] | None:
        """The rows that the filters leave; None when there is no filter."""
        left: NDArray[np.int64] | None = None
        for each in terms:
            rows = self._columns.rows_with(each)
            left = rows if left is None else np.intersect1d(left, rows, assume_unique=True)
        return left


def _together(rows: Rows, legs: dict[str, Scores], found: _Found, weights: Weights) -> Scores:
    """The scores of the legs as one."""
    if weights.fusion == "rank":
        scores = by_rank(rows, found.words[0], found.meaning[0])
    else:
        scores = (1 - weights.dense) * legs["words"] + weights.dense * legs["meaning"]
    scores = (1 - weights.asked) * scores + weights.asked * legs["asked_meaning"]
    return np.asarray(scores, dtype=np.float32)


def _leg_scores(rows: Rows, found: _Found) -> dict[str, Scores]:
    """What the legs say of each row, by feature."""
    asked = found.asked
    return {
        "words": spread(rows, found.words[0], normal(found.words[1])),
        "words_place": by_place(rows, found.words[0], _PLACE_CONSTANT),
        "meaning": spread(rows, found.meaning[0], normal(found.meaning[1])),
        "meaning_place": by_place(rows, found.meaning[0], _PLACE_CONSTANT),
        "asked_words": spread(rows, asked.rows, asked.words),
        "asked_meaning": spread(rows, asked.rows, asked.meaning),
        "asked_own": spread(rows, asked.rows, asked.own),
        "asked_near": spread(rows, asked.rows, asked.near),
    }
