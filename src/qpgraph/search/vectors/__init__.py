"""Indexes of vectors: FAISS in a folder, or Milvus for those who outgrow a machine."""

from qpgraph.search.vectors.base import Ids, Manifest, Scores, VectorIndex, VectorIndexError, Vectors
from qpgraph.search.vectors.factory import build_index, open_index

__all__ = [
    "Ids",
    "Manifest",
    "Scores",
    "VectorIndex",
    "VectorIndexError",
    "Vectors",
    "build_index",
    "open_index",
]
