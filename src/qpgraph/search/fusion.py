"""Puts the rankings of the legs together: by score (the default), or by rank for comparison.

By score, each leg's scores are divided by its best, and the two shares add up (a convex combination). By
rank (reciprocal rank fusion) the scores are thrown away; with a leg that is much weaker than the other
that is known to lose.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["fuse", "fuse_by_rank", "normal"]

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]
Leg = tuple[Rows, Scores]
_RANK_CONSTANT = 60


def fuse(fulltext: Leg, dense: Leg, share: float) -> Leg:
    """Rows of both legs with their scores between 0 and 1; `share` is the dense leg's part."""
    rows, places = _together(fulltext[0], dense[0])
    scores = np.zeros(len(rows), dtype=np.float32)
    scores[places[: len(fulltext[0])]] += (1 - share) * normal(fulltext[1])
    scores[places[len(fulltext[0]) :]] += share * normal(dense[1])
    return rows, scores


def fuse_by_rank(fulltext: Leg, dense: Leg) -> Leg:
    """Reciprocal rank fusion of two legs, each best first."""
    rows, places = _together(fulltext[0], dense[0])
    scores = np.zeros(len(rows), dtype=np.float32)
    for start, length in ((0, len(fulltext[0])), (len(fulltext[0]), len(dense[0]))):
        ranks = np.arange(1, length + 1, dtype=np.float32)
        scores[places[start : start + length]] += 1 / (_RANK_CONSTANT + ranks)
    return rows, normal(scores)


def _together(first: Rows, second: Rows) -> tuple[Rows, NDArray[np.intp]]:
    rows, places = np.unique(np.concatenate((first, second)), return_inverse=True)
    return rows, places


def normal(scores: Scores) -> Scores:
    """Scores as shares of the best; none below 0."""
    best = scores.max(initial=0.0)
    return np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores)
