"""Which vector index it is: FAISS in a folder unless an address of Milvus is set."""

import os
from pathlib import Path

from qpgraph.search.vectors.base import VectorIndex, Vectors
from qpgraph.search.vectors.manifest import check_encoder, read_manifest

__all__ = ["build_index", "open_index"]


def build_index(
    folder: Path, vectors: Vectors, *, encoder: str, graph: str, structure: str | None = None
) -> None:
    """Writes an index of the rows into a folder, in one step: before it is whole the old one counts.

    `structure` is chosen by the number of rows unless given. With `QPGRAPH_VECTORS` set to an address
    the vectors go to that Milvus, and the folder only says where they are.
    Raises `VectorIndexError`.
    """
    address = os.environ.get("QPGRAPH_VECTORS")
    folder.mkdir(parents=True, exist_ok=True)
    if address:
        from qpgraph.search.vectors.milvus import build_milvus

        build_milvus(folder, vectors, encoder=encoder, graph=graph, address=address)
        return
    from qpgraph.search.vectors.faiss_index import build_faiss

    build_faiss(folder, vectors, encoder=encoder, graph=graph, structure=structure)


def open_index(folder: Path, *, encoder: str, graph: str | None = None) -> VectorIndex:
    """Opens the index in a folder for searching with the vectors of that encoder.

    Raises `VectorIndexError` when there is none, or when it is of another encoder or another graph.
    """
    manifest = read_manifest(folder)
    check_encoder(folder, manifest, encoder, graph)
    if manifest.backend == "milvus":
        from qpgraph.search.vectors.milvus import MilvusIndex

        return MilvusIndex(manifest)
    from qpgraph.search.vectors.faiss_index import FaissIndex

    return FaissIndex(folder, manifest)
