"""What a vector index is: built once in a folder from rows of vectors, then searched.

A vector's id is its row number, from 0. The index remembers which encoder made its vectors and which
graph they stand for, and is not opened with another encoder: the scores would mean nothing.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from qpgraph.errors import QpgraphError

__all__ = ["Ids", "Manifest", "Scores", "VectorIndex", "VectorIndexError", "Vectors"]

Vectors = NDArray[np.float32]
"""One row a passage, each of length 1."""
Ids = NDArray[np.int64]
"""Row numbers of passages."""
Scores = NDArray[np.float32]
"""Cosines, from -1 to 1."""


class VectorIndexError(QpgraphError):
    """An index can't be built, opened or searched; the message says why and what to do."""


@dataclass(frozen=True)
class Manifest:
    """What an index remembers of itself."""

    backend: str
    """Which implementation wrote it: `faiss` or `milvus`."""
    structure: str
    """How the vectors are kept: `flat`, `hnsw`, `ivf`, …"""
    encoder: str
    """The name of the encoder that made the vectors (`Encoder.name`)."""
    graph: str
    """The digest of the graph that the passages come from."""
    dimensions: int
    count: int
    location: str
    """Where the vectors are: a file beside the manifest, or a collection at an address."""


class VectorIndex(Protocol):
    """An opened index; searched by several threads at once."""

    @property
    def manifest(self) -> Manifest:
        """What the index remembers of itself."""

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Scores, Ids]:
        """The nearest `k` of one query vector, or fewer if there are not so many: the best first.

        `allowed` restricts the answer to these ids (none allowed, none found).
        """

    def close(self) -> None:
        """Gives back what the index holds; it is not searched after that."""
