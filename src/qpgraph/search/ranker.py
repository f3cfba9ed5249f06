"""The last word on the order of hits: small decision trees over features of query and passage.

The trees were learned by LightGBM (LambdaMART, Burges 2010) from judged queries (`training/ranking/`). Here
they are only walked, for all rows and trees at once: each split that a row fails strikes out the leaves
below its other branch, and of those left the first one counts (QuickScorer, Lucchese et al. 2015).
"""

import json
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qpgraph.errors import QpgraphError
from qpgraph.search.features import FEATURES
from qpgraph.settings import data_directory

__all__ = ["LEAVES_MAX", "Ranker", "open_ranker"]

LEAVES_MAX = 8
"""The most leaves that a tree may have: a bit of a byte each."""
_ALL = (1 << LEAVES_MAX) - 1


@dataclass(frozen=True)
class Ranker:
    """Trees of equally many splits; `features`, `thresholds` and `masks` have a row a tree, a column a split.

    A row whose feature is above a split's threshold can't be in the leaves that the mask strikes out.
    """

    names: tuple[str, ...]
    features: NDArray[np.intp]
    thresholds: NDArray[np.float64]
    masks: NDArray[np.uint8]
    leaves: NDArray[np.float64]
    """The value of each leaf, a row a tree."""

    @classmethod
    def read(cls, file: Path) -> "Ranker":
        """The trees in a file. Raises `QpgraphError`."""
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
            trees = content["trees"]
            return cls(
                tuple(content["features"]),
                np.array([tree["features"] for tree in trees], dtype=np.intp),
                np.array([tree["thresholds"] for tree in trees], dtype=np.float64),
                np.array([tree["masks"] for tree in trees], dtype=np.uint8),
                np.array([tree["leaves"] for tree in trees], dtype=np.float64),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise QpgraphError(f"{file}: no ranking can be read ({error}); train it again") from error

    @cached_property
    def _first(self) -> NDArray[np.intp]:
        """The place of the lowest bit that is set, by byte."""
        return np.array([0, *((byte & -byte).bit_length() - 1 for byte in range(1, _ALL + 1))], dtype=np.intp)

    def score(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """The sum of the trees for each row of features; the higher, the more it is wanted."""
        failed = rows[:, self.features] > self.thresholds
        left = np.bitwise_and.reduce(np.where(failed, self.masks, np.uint8(_ALL)), axis=2)
        leaf = self._first[left]
        scores: NDArray[np.float64] = self.leaves[np.arange(len(self.leaves)), leaf].sum(axis=1)
        return scores


def open_ranker(file: Path | None = None) -> Ranker:
    """The trees that the project ships, or those in a file, with the features of this program.

    Raises `QpgraphError` when they are not there, or were trained on others.
    """
    file = file or data_directory("models") / "qpgraph-ranking" / "trees.json"
    ranker = Ranker.read(file)
    if ranker.names != FEATURES:
        raise QpgraphError(f"{file}: the trees were trained on other features; train them again")
    return ranker
