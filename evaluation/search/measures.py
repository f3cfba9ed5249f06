"""The measures of one ranking: of keys, best first, against graded judgments.

A key that comes twice (two targets under one number, say) counts where it comes first.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from evaluation.search.judgments import Key

__all__ = ["RELEVANT", "Figures", "figures", "mean"]

RELEVANT = 2
"""The grade from which recall, success and reciprocal rank count a thing as found."""


@dataclass(frozen=True)
class Figures:
    """Figures between 0 and 1. `ndcg` at the cut, gain 2^grade - 1; `recall` at the cut, of at most as many
    relevant things as the cut has places; `success` at 1; `rank`, the reciprocal rank within the cut."""

    ndcg: float
    recall: float
    success: float
    rank: float


def figures(ranking: Sequence[Key], grades: Mapping[Key, int], cut: int = 10) -> Figures:
    """The figures of one ranking."""
    got = [grades.get(found, 0) for found in list(dict.fromkeys(ranking))[:cut]]
    ideal = sorted(grades.values(), reverse=True)[:cut]
    relevant = sum(grade >= RELEVANT for grade in grades.values())
    first = next((place for place, grade in enumerate(got, 1) if grade >= RELEVANT), 0)
    return Figures(
        ndcg=_gain(got) / _gain(ideal),
        recall=sum(grade >= RELEVANT for grade in got) / min(relevant, cut),
        success=float(first == 1),
        rank=1 / first if first else 0.0,
    )


def mean(many: Sequence[Figures]) -> Figures:
    """The mean of each figure; of none, zeros."""
    count = len(many) or 1
    return Figures(
        *(sum(getattr(one, name) for one in many) / count for name in Figures.__dataclass_fields__)
    )


def _gain(grades: Sequence[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 1) for place, grade in enumerate(grades, 1))
