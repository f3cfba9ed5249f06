"""Vectors in FAISS, in one file that is memory-mapped: exact while they are few, approximate when many."""

import math
import secrets
from pathlib import Path
from typing import Final

import faiss
import numpy as np

from qpgraph.search.vectors.base import Ids, Manifest, Scores, VectorIndexError, Vectors
from qpgraph.search.vectors.manifest import write_manifest

__all__ = ["STRUCTURES", "FaissIndex", "build_faiss", "choose_structure"]

STRUCTURES: Final = {
    "flat": (50_000, "Flat"),
    "ivf": (2_000_000, "IVF{lists},Flat"),
    "ivf-sq8": (20_000_000, "IVF{lists},SQ8"),
    "ivf-pq": (None, "IVF{lists},PQ{quarter}"),
    "sq8": (0, "SQ8"),
    "hnsw": (0, "HNSW32"),
}
"""Up to how many vectors a structure is chosen (0: only when asked for), and FAISS's name for it.

`flat` is exact, `sq8` but for rounding: it keeps a byte a number instead of four; `ivf` looks into a
sixteenth of the lists, `ivf-sq8` does both, `ivf-pq` keeps a byte for four numbers. docs/encoder.md has
what each costs and finds.
"""

_TRAINED_ON = 40
"""Vectors a list that the lists' centres are computed from."""
_SHARE_PROBED = 16
_EF_SEARCH = 128


def choose_structure(count: int) -> str:
    """The structure for so many vectors."""
    return next(name for name, (most, _) in STRUCTURES.items() if most is None or count <= most)


def build_faiss(folder: Path, vectors: Vectors, *, encoder: str, graph: str, structure: str | None) -> None:
    """Writes the vectors into `vectors-<random>.faiss` and then the manifest that names it.

    Raises `VectorIndexError` for an unknown structure, or when the folder can't be written.
    """
    vectors = np.ascontiguousarray(vectors, dtype=np.float32)
    count, dimensions = vectors.shape
    structure = structure or choose_structure(count)
    index = _make(structure, vectors)
    index.add(vectors)
    name = f"vectors-{secrets.token_hex(8)}.faiss"
    aside = folder / f".{name}"
    try:
        faiss.write_index(index, str(aside))
        aside.replace(folder / name)
    except (OSError, RuntimeError) as error:
        raise VectorIndexError(f"{folder}: the vectors can't be written: {error}") from error
    write_manifest(folder, Manifest("faiss", structure, encoder, graph, dimensions, count, name))
    for old in folder.glob("vectors-*.faiss"):
        if old.name != name:
            old.unlink(missing_ok=True)


class FaissIndex:
    """A `VectorIndex` over one FAISS file."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        """Maps the file into memory; raises `VectorIndexError` when it can't be read."""
        self._manifest = manifest
        file = folder / manifest.location
        flags = faiss.IO_FLAG_MMAP if manifest.structure.startswith("ivf") else faiss.IO_FLAG_MMAP_IFC
        try:
            self._index = faiss.read_index(str(file), flags)
        except RuntimeError as error:
            raise VectorIndexError(f"{file}: can't be read; build it again with `qpgraph build`") from error
        if (self._index.ntotal, self._index.d) != (manifest.count, manifest.dimensions):
            raise VectorIndexError(
                f"{file}: {self._index.ntotal} vectors of {self._index.d}, where the manifest has "
                f"{manifest.count} of {manifest.dimensions}; build it again with `qpgraph build`"
            )

    @property
    def manifest(self) -> Manifest:
        """What the index remembers of itself."""
        return self._manifest

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Scores, Ids]:
        """The nearest `k` of one query vector, the best first, among `allowed` if given."""
        count = self._manifest.count
        row = np.ascontiguousarray(query, dtype=np.float32).reshape(1, -1)
        if row.shape[1] != self._manifest.dimensions:
            raise VectorIndexError(
                f"a query vector of {row.shape[1]} numbers for an index of {self._manifest.dimensions}"
            )
        k = min(k, count if allowed is None else len(allowed))
        if k < 1:
            return np.zeros(0, np.float32), np.zeros(0, np.int64)
        bits = None if allowed is None else _bits(allowed, count)
        selector = None if bits is None else faiss.IDSelectorBitmap(bits)
        share = 1.0 if allowed is None else len(allowed) / count
        scores, ids = self._index.search(row, k, params=self._parameters(selector, share))
        found = ids[0] >= 0
        return scores[0][found], ids[0][found]

    def close(self) -> None:
        """Lets go of the file."""
        del self._index

    def _parameters(self, selector: object | None, share: float) -> object:
        """How to search; where few are allowed, more lists are looked into."""
        chosen = {} if selector is None else {"sel": selector}
        if self._manifest.structure.startswith("ivf"):
            lists = self._index.nlist
            probed = min(lists, math.ceil(lists / _SHARE_PROBED / share))
            return faiss.SearchParametersIVF(nprobe=probed, **chosen)
        if self._manifest.structure == "hnsw":
            return faiss.SearchParametersHNSW(efSearch=_EF_SEARCH, **chosen)
        return faiss.SearchParameters(**chosen)


def _make(structure: str, vectors: Vectors) -> faiss.Index:
    """An empty index, trained where its structure needs it."""
    if structure not in STRUCTURES:
        raise VectorIndexError(f"no such structure of an index: {structure}; take {', '.join(STRUCTURES)}")
    count, dimensions = vectors.shape
    lists = 2 ** max(0, round(math.log2(2 * math.sqrt(max(count, 1)))))
    name = STRUCTURES[structure][1].format(lists=lists, quarter=dimensions // 4)
    index = faiss.index_factory(dimensions, name, faiss.METRIC_INNER_PRODUCT)
    if not index.is_trained:
        size = min(count, lists * _TRAINED_ON)
        sample = np.random.default_rng(0).choice(count, size, replace=False)
        index.train(vectors[np.sort(sample)])
    return index


def _bits(allowed: Ids, count: int) -> np.ndarray[tuple[int], np.dtype[np.uint8]]:
    """A bit a vector, the lowest first, set where it is allowed."""
    flags = np.zeros(count, dtype=np.uint8)
    flags[allowed] = 1
    return np.packbits(flags, bitorder="little")
