"""Search: a text in, ranked hits out."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from qpgraph.errors import QpgraphError
from qpgraph.search.candidates import Legs
from qpgraph.search.columns import Columns
from qpgraph.search.features import feature_rows
from qpgraph.search.filters import filter_terms
from qpgraph.search.fusion import normal
from qpgraph.search.grouping import group_rows
from qpgraph.search.highlight import Highlighter
from qpgraph.search.index import current_index, read_manifest
from qpgraph.search.intent import read_intent
from qpgraph.search.postings import Rows
from qpgraph.search.ranker import open_ranker
from qpgraph.search.reading import Reader, Reading
from qpgraph.search.suggest import Suggester, Suggestion
from qpgraph.search.thesaurus import Thesaurus
from qpgraph.search.units import Weights
from qpgraph.search.vectors.base import Scores
from qpgraph.search.vocabulary import Vocabulary
from qpgraph.store.layout import is_changed

__all__ = ["K_MAX", "OFFSET_MAX", "TEXT_MAX", "Results", "Search", "SearchError"]

K_MAX = 100
"""The most hits that one search gives."""
OFFSET_MAX = 1000
"""How far paging goes."""
_SEEN_PER_GROUP = 4
TEXT_MAX = 1000
"""The most characters of a query."""


class SearchError(QpgraphError):
    """A search can't be done as it is asked (HTTP 400)."""


@dataclass(frozen=True)
class Results:
    """What a search found."""

    query: str
    hits: list[dict[str, object]]
    total: int
    """How many passages match, of which the hits are some."""
    facets: dict[str, list[dict[str, object]]]
    took: float
    """Milliseconds."""
    corrections: tuple[tuple[str, str], ...] = field(default_factory=tuple)
    """Words that were read otherwise than typed."""
    stale: bool = False
    """The graph was changed since the index was built."""


class Search:
    """An opened index; searched by several threads at once."""

    def __init__(self, folder: Path, weights: Weights | None = None) -> None:
        """Opens the index in a folder. Raises `QpgraphError`."""
        self.manifest = read_manifest(folder)
        self._folder = folder
        self.weights = weights or Weights.read()
        self._columns = Columns(folder / "columns")
        self.thesaurus = Thesaurus.read(folder / "thesaurus.json")
        self.reader = Reader(Vocabulary.read(folder / "vocabulary.json"), self.thesaurus)
        self._legs = Legs(folder, self.manifest.graph, self._columns, self.thesaurus)
        self._ranker = open_ranker()
        self._highlighter = Highlighter(self.thesaurus)
        self._suggester = Suggester(folder / "suggestions.json")

    @classmethod
    def open(cls, store: Path, weights: Weights | None = None) -> "Search":
        """The index of what is current in a store's folder. Raises `QpgraphError`."""
        return cls(current_index(store), weights)

    @property
    def stale(self) -> bool:
        """Whether the graph was changed, by updates, since the index was built."""
        return is_changed(self._folder.parent)

    def search(
        self,
        text: str,
        k: int = 10,
        *,
        offset: int = 0,
        filters: Mapping[str, Sequence[str]] | None = None,
        group: bool = False,
    ) -> Results:
        """The best `k` hits after the first `offset`; `filters` by facet, of each one value must hold.

        With `group` a hit has the hits that say nearly the same in `alike`, and they are none of their own.
        Raises `SearchError` or `FilterError` for what can't be asked so.
        """
        began = time.perf_counter()
        _check(text, k, offset)
        reading = self.reader.read(text)
        rows, scores = self._rank(reading, filter_terms(filters or {}, self._columns, self.thesaurus))
        score = dict(zip(rows.tolist(), scores.tolist(), strict=True))
        groups = [[row] for row in score]
        if group:
            groups = group_rows(list(score)[: (offset + k) * _SEEN_PER_GROUP], self._columns.hit, offset + k)
        hits = [self._grouped(rows_, score, reading, group) for rows_ in groups[offset : offset + k]]
        facets = self._columns.facets(rows)
        took = round((time.perf_counter() - began) * 1000, 2)
        return Results(text, hits, len(score), facets, took, reading.corrections, self.stale)

    def likely(self, text: str, k: int) -> dict[str, float]:
        """The addresses of the best `k` hits with their scores, and nothing else of them."""
        _check(text, k, 0)
        rows, scores = self._rank(self.reader.read(text), ())
        best = zip(rows[:k].tolist(), scores[:k].tolist(), strict=True)
        return {str(self._columns.hit(row)["iri"]): score for row, score in best}

    def suggest(self, typed: str, k: int = 10) -> list[Suggestion]:
        """Names of things and concepts that go on as typed."""
        return self._suggester.suggest(typed[:TEXT_MAX], k)

    def _rank(self, reading: Reading, terms: Sequence[Sequence[str]]) -> tuple[Rows, Scores]:
        """Rows and scores, the best first: the trees order the best, the others follow as they were."""
        weights = self.weights
        intent = read_intent(reading, self.thesaurus, weights.related)
        candidates, scores = self._legs.find(reading, intent, terms, weights)
        best, others = np.split(np.argsort(-scores, kind="stable"), [weights.ranked])
        rows, scores = candidates.rows, normal(scores)
        if len(best):
            judged = self._ranker.score(feature_rows(candidates.some(best), intent, self._columns))
            liked = (1 / (1 + np.exp(-judged))).astype(np.float32)
            scores[best], scores[others] = liked, scores[others] * liked.min()
        order = np.argsort(-scores, kind="stable")
        return rows[order], scores[order]

    def _grouped(
        self, rows: Sequence[int], scores: Mapping[int, float], reading: Reading, group: bool
    ) -> dict[str, object]:
        best, *others = [self._hit(row, scores[row], reading) for row in rows]
        return {**best, "alike": others} if group else best

    def _hit(self, row: int, score: float, reading: Reading) -> dict[str, object]:
        hit = self._columns.hit(row)
        source = hit.pop("source")
        marks = {
            f"label_{language}": self._highlighter.spans(str(hit[f"label_{language}"]), language, reading)
            for language in ("vi", "en")
        }
        return {**hit, "score": round(score, 4), "source": source, "highlights": marks}


def _check(text: str, k: int, offset: int) -> None:
    if not text.strip():
        raise SearchError("there is nothing to search for; give some words")
    if len(text) > TEXT_MAX:
        raise SearchError(f"the text has more than {TEXT_MAX} characters; ask in fewer words")
    if not 1 <= k <= K_MAX:
        raise SearchError(f"k is {k}; take 1 to {K_MAX}")
    if not 0 <= offset <= OFFSET_MAX:
        raise SearchError(f"offset is {offset}; take 0 to {OFFSET_MAX}")
