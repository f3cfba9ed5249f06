"""Puts the rankings of the legs together: by score (the default), or by rank for comparison.

By score, each leg's scores are divided by its best, and the shares add up (a convex combination). By
rank (reciprocal rank fusion) the scores are thrown away; with a leg that is much weaker than the other
that is known to lose.
"""

import numpy as np
from numpy.typing import NDArray

__all__ = ["by_place", "by_rank", "normal", "spread"]

Rows = NDArray[np.int64]
Scores = NDArray[np.float32]
_RANK_CONSTANT = 60


def normal(scores: Scores) -> Scores:
    """Scores as shares of the best; none below 0."""
    best = scores.max(initial=0.0)
    return np.maximum(scores, 0) / best if best > 0 else np.zeros_like(scores)


def spread(rows: Rows, found: Rows, scores: Scores) -> Scores:
    """The scores of rows (ascending), of which a leg found only some: 0 for the others."""
    whole = np.zeros(len(rows), np.float32)
    whole[np.searchsorted(rows, found)] = scores
    return whole


def by_place(rows: Rows, found: Rows, constant: float) -> Scores:
    """1 over a constant + the place (from 1) of each row in what a leg found, best first; else 0."""
    return spread(rows, found, (1 / (constant + np.arange(1, len(found) + 1))).astype(np.float32))


def by_rank(rows: Rows, first: Rows, second: Rows) -> Scores:
    """Reciprocal rank fusion of two legs' rows, each best first, as shares of the best."""
    return normal(by_place(rows, first, _RANK_CONSTANT) + by_place(rows, second, _RANK_CONSTANT))
