"""Vectors in FAISS, in one file that is memory-mapped: exact while they are few, approximate when many."""

import secrets
from pathlib import Path

import faiss
import numpy as np

from qpgraph.search.vectors.base import Ids, Manifest, Scores, VectorIndexError, Vectors
from qpgraph.search.vectors.manifest import write_manifest

__all__ = ["FaissIndex", "build_faiss", "choose_structure"]

_FLAT_MAX = 50_000


def choose_structure(count: int) -> str:
    """`flat` (exact) up to 50,000 vectors, `hnsw` above."""
    return "flat" if count <= _FLAT_MAX else "hnsw"


def build_faiss(folder: Path, vectors: Vectors, *, encoder: str, graph: str, structure: str | None) -> None:
    """Writes the vectors into `vectors-<random>.faiss` and then the manifest that names it."""
    vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    count, dimensions = vectors.shape
    structure = structure or choose_structure(count)
    index = _make(structure, dimensions)
    index.add(vectors)
    name = f"vectors-{secrets.token_hex(8)}.faiss"
    aside = folder / f".{name}"
    faiss.write_index(index, str(aside))
    aside.replace(folder / name)
    write_manifest(folder, Manifest("faiss", structure, encoder, graph, dimensions, count, name))
    for old in folder.glob("vectors-*.faiss"):
        if old.name != name:
            old.unlink(missing_ok=True)


class FaissIndex:
    """A `VectorIndex` over one FAISS file."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Maps the file into memory; raises `VectorIndexError` when it can't be read."""
        self._manifest = manifest
        try:
            self._index = faiss.read_index(str(folder / manifest.location), faiss.IO_FLAG_MMAP_IFC)
        except RuntimeError as error:
            raise VectorIndexError(
                f"{folder / manifest.location}: can't be read; build it again with `qpgraph build`"
            ) from error

    @property
    def manifest(self) -> Manifest:
        """What the index remembers of itself."""
        return self._manifest

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Scores, Ids]:
        """The nearest `k` of one query vector, the best first, among `allowed` if given."""
        row = np.ascontiguousarray(query, dtype=np.float32).reshape(1, self._manifest.dimensions)
        k = min(k, self._manifest.count if allowed is None else len(allowed))
        if k < 1:
            return np.zeros(0, np.float32), np.zeros(0, np.int64)
        if allowed is None:
            scores, ids = self._index.search(row, k)
        else:
            selector = faiss.IDSelectorBatch(np.ascontiguousarray(allowed, dtype=np.int64))
            scores, ids = self._index.search(row, k, params=self._parameters(selector))
        found = ids[0] >= 0
        return scores[0][found], ids[0][found]

    def close(self) -> None:
        """Lets go of the file."""
        del self._index

    def _parameters(self, selector: faiss.IDSelector) -> faiss.SearchParameters:
        if self._manifest.structure == "hnsw":
            return faiss.SearchParametersHNSW(sel=selector, efSearch=128)
        return faiss.SearchParameters(sel=selector)


def _make(structure: str, dimensions: int) -> faiss.Index:
    if structure == "flat":
        return faiss.IndexFlatIP(dimensions)
    if structure == "hnsw":
        return faiss.IndexHNSWFlat(dimensions, 32, faiss.METRIC_INNER_PRODUCT)
    raise VectorIndexError(f"no such structure of an index: {structure}; take flat or hnsw")
