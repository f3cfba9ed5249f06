"""The dense leg: a vector a passage, from its labels and from its context, and the nearest to a query's."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import faiss
import numpy as np

from qpgraph.search.encoder.base import Encoder, EncoderError, Vectors
from qpgraph.search.encoder.factory import open_encoder
from qpgraph.search.passages import Passage
from qpgraph.search.vectors.base import Ids, Scores, VectorIndexError
from qpgraph.search.vectors.factory import build_index, open_index
from qpgraph.store.base import StoreUnavailableError

__all__ = ["Semantic", "build_vectors", "one_thread", "passage_vectors"]

_CONTEXT = frozenset({"heading", "kind", "standard", "theme", "agency"})
_BATCH = 4096
_ROWS = "rows.npy"


def build_vectors(folder: Path, passages: Sequence[Passage], encoder: Encoder, graph: str) -> None:
    """Writes the vectors of the passages, for finding and (in half precision) for comparing hits.

    Raises `VectorIndexError`.
    """
    vectors = passage_vectors(passages, encoder)
    build_index(folder, vectors, encoder=encoder.name, graph=graph)
    np.save(folder / _ROWS, vectors.astype(np.float16))


def passage_vectors(passages: Sequence[Passage], encoder: Encoder) -> Vectors:
    """A unit-length row a passage: midway between what it says and what it says with its context."""
    vectors = np.zeros((len(passages), encoder.dimensions), dtype=np.float32)
    for start in range(0, len(passages), _BATCH):
        batch = passages[start : start + _BATCH]
        titles = encoder.encode([_title(passage) for passage in batch], kind="passage")
        wholes = encoder.encode([_whole(passage) for passage in batch], kind="passage")
        vectors[start : start + len(batch)] = titles + wholes
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return np.asarray(vectors / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


class Semantic:
    """The opened leg; searched by several threads at once."""

    def __init__(self, folder: Path, graph: str) -> None:
        """Opens encoder and vectors. Raises `StoreUnavailableError` when they are not there or don't fit."""
        try:
            self.encoder = open_encoder()
            self._index = open_index(folder, encoder=self.encoder.name, graph=graph)
        except (EncoderError, VectorIndexError) as error:
            raise StoreUnavailableError(f"{error}") from error
        self._rows = np.load(folder / _ROWS, mmap_mode="r")

    def encode(self, text: str) -> Vectors:
        """The vector of a query."""
        (query,) = self.encoder.encode([text], kind="query")
        return np.asarray(query)

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Ids, Scores]:
        """Rows and cosines of the `k` passages nearest to a query's vector, among `allowed` if given."""
        with one_thread():
            scores, rows = self._index.search(query, k, allowed)
        return rows, scores

    def likeness(self, rows: Ids, best: Ids, weights: Scores) -> Scores:
        """How near each of the rows is to the best ones together, each of which counts as it weighs.

        What is like the best hits is likely wanted too, though it says it in other words (pseudo-relevance
        feedback).
        """
        centre = weights @ self._rows[best].astype(np.float32)
        length = np.linalg.norm(centre)
        near: Scores = self._rows[rows].astype(np.float32) @ (centre / max(length, np.finfo(np.float32).tiny))
        return near


@contextmanager
def one_thread() -> Iterator[None]:
    """One query is too small to share out; threads of several queries would be in each other's way."""
    threads = faiss.omp_get_max_threads()
    faiss.omp_set_num_threads(1)
    try:
        yield
    finally:
        faiss.omp_set_num_threads(threads)


def _title(passage: Passage) -> str:
    return f"{passage.label_vi}. {passage.label_en}. {passage.province or ''}"


def _whole(passage: Passage) -> str:
    return ". ".join([_title(passage), *(each.text for each in passage.context if each.part in _CONTEXT)])
