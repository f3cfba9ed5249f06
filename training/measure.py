"""How well encoders find the passages of the hand-written queries: recall@10 and MRR@10."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qpgraph.search.asked import AskedQuery
from training.noise import fold

__all__ = ["Ranking", "dense_ranking", "figures", "fused", "lexical_ranking"]

Ranking = Callable[[Sequence[str]], NDArray[np.int64]]
"""Takes queries, gives the places of the passages, the best first, a row a query."""


def dense_ranking(encode: Callable[[Sequence[str]], NDArray[np.float32]], texts: Sequence[str]) -> Ranking:
    """By the cosine of the vectors."""
    passages = encode(texts)
    return lambda queries: np.argsort(-(encode(queries) @ passages.T), axis=1, kind="stable")


def lexical_ranking(texts: Sequence[str]) -> Ranking:
    """By BM25 over folded words."""
    import bm25s

    engine = bm25s.BM25()
    engine.index([_words(text) for text in texts], show_progress=False)

    def rank(queries: Sequence[str]) -> NDArray[np.int64]:
        rows = [np.argsort(-engine.get_scores(_words(query)), kind="stable") for query in queries]
        return np.stack(rows)

    return rank


def fused(rankings: Iterable[Ranking], constant: int = 60) -> Ranking:
    """Reciprocal rank fusion (Cormack, Clarke and Büttcher 2009)."""
    legs = list(rankings)

    def rank(queries: Sequence[str]) -> NDArray[np.int64]:
        total: NDArray[np.float64] | float = 0.0
        for leg in legs:
            order = leg(queries)
            total = total + 1 / (constant + 1 + np.argsort(order, axis=1))
        return np.argsort(-np.asarray(total), axis=1, kind="stable")

    return rank


def figures(
    rank: Ranking, keys: Sequence[str], questions: Sequence[AskedQuery]
) -> dict[str, tuple[float, float]]:
    """Recall@10 and MRR@10 by language; `folded` is the Vietnamese without diacritics."""
    place = {key: at for at, key in enumerate(keys)}
    groups: Mapping[str, list[tuple[str, AskedQuery]]] = {
        "vi": [(q.text, q) for q in questions if q.language == "vi"],
        "folded": [(fold(q.text), q) for q in questions if q.language == "vi"],
        "en": [(q.text, q) for q in questions if q.language == "en"],
    }
    return {
        name: _figures(rank([text for text, _ in rows]), [{place[k] for k in q.keys} for _, q in rows])
        for name, rows in groups.items()
        if rows
    }


def _figures(orders: NDArray[np.int64], wanted: list[set[int]]) -> tuple[float, float]:
    recall, reciprocal = 0.0, 0.0
    for order, right in zip(orders, wanted, strict=True):
        hits = [rank for rank, place in enumerate(order[:10].tolist(), 1) if place in right]
        recall += len(hits) / min(len(right), 10)
        reciprocal += 1 / hits[0] if hits else 0
    return recall / len(wanted), reciprocal / len(wanted)


def _words(text: str) -> list[str]:
    return fold(text).lower().replace(",", " ").replace(".", " ").replace("(", " ").replace(")", " ").split()
