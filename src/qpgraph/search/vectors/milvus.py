"""Vectors in Milvus (https://milvus.io), for those who outgrow one machine; needs the extra `milvus`.

The address is a server's (`http://…:19530`) or a file's (`….db`), in which Milvus Lite keeps them: the same
calls serve both. A build fills a new collection and only then lets the manifest name it, so searches go on
in the old one until the new one is whole.
"""

import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np

from qpgraph.search.vectors.base import Ids, Manifest, Scores, VectorIndexError, Vectors
from qpgraph.search.vectors.manifest import read_manifest, write_manifest

__all__ = ["MilvusIndex", "build_milvus"]

_BATCH = 5_000
_SEPARATOR = "#"


def build_milvus(folder: Path, vectors: Vectors, *, encoder: str, graph: str, address: str) -> None:
    """Puts the rows into a new collection at the address, then writes the manifest that names it.

    Raises `VectorIndexError` when the address doesn't answer.
    """
    count, dimensions = vectors.shape
    collection = f"qpgraph_{secrets.token_hex(8)}"
    client = _connect(address)
    try:
        _create(client, collection, dimensions)
        for start in range(0, count, _BATCH):
            rows = vectors[start : start + _BATCH]
            client.insert(
                collection, [{"id": start + at, "vector": row.tolist()} for at, row in enumerate(rows)]
            )
        client.flush(collection)
        client.load_collection(collection)
        before = _collection_before(folder, address)
        location = f"{address}{_SEPARATOR}{collection}"
        write_manifest(folder, Manifest("milvus", "auto", encoder, graph, dimensions, count, location))
        if before:
            client.drop_collection(before)
    except _milvus_error() as error:
        raise VectorIndexError(f"Milvus at {address}: the vectors could not be stored: {error}") from error
    finally:
        client.close()


class MilvusIndex:
    """A `VectorIndex` over one collection in Milvus."""

    def __init__(self, manifest: Manifest) -> None:
        """Connects; raises `VectorIndexError` when the collection is not there."""
        self._manifest = manifest
        address, _, self._collection = manifest.location.rpartition(_SEPARATOR)
        self._client = _connect(address)
        if not self._client.has_collection(self._collection):
            raise VectorIndexError(
                f"Milvus at {address}: no collection {self._collection}; build it again with `qpgraph build`"
            )
        self._client.load_collection(self._collection)

    @property
    def manifest(self) -> Manifest:
        """What the index remembers of itself."""
        return self._manifest

    def search(self, query: Vectors, k: int, allowed: Ids | None = None) -> tuple[Scores, Ids]:
        """The nearest `k` of one query vector, the best first, among `allowed` if given."""
        if k < 1 or (allowed is not None and not len(allowed)):
            return np.zeros(0, np.float32), np.zeros(0, np.int64)
        try:
            found = self._client.search(
                self._collection,
                data=[np.asarray(query, dtype=np.float32).reshape(-1).tolist()],
                limit=min(k, self._manifest.count),
                filter="" if allowed is None else f"id in {np.asarray(allowed).tolist()}",
            )[0]
        except _milvus_error() as error:
            raise VectorIndexError(f"Milvus: the search failed: {error}") from error
        scores = np.array([hit["distance"] for hit in found], dtype=np.float32)
        return scores, np.array([hit["id"] for hit in found], dtype=np.int64)

    def close(self) -> None:
        """Ends the connection."""
        self._client.close()


def _connect(address: str) -> Any:
    try:
        from pymilvus import MilvusClient
    except ImportError as error:
        raise VectorIndexError(
            "QPGRAPH_VECTORS names a Milvus, which needs pymilvus; run `pip install 'qpgraph[milvus]'`"
        ) from error
    try:
        return MilvusClient(address)
    except _milvus_error() as error:
        raise VectorIndexError(
            f"Milvus at {address}: no answer ({error}); is QPGRAPH_VECTORS right?"
        ) from error


def _create(client: Any, collection: str, dimensions: int) -> None:
    from pymilvus import DataType

    schema = client.create_schema(auto_id=False)
    schema.add_field("id", DataType.INT64, is_primary=True)
    schema.add_field("vector", DataType.FLOAT_VECTOR, dim=dimensions)
    index = client.prepare_index_params()
    index.add_index(field_name="vector", index_type="AUTOINDEX", metric_type="IP")
    client.create_collection(collection, schema=schema, index_params=index)


def _collection_before(folder: Path, address: str) -> str | None:
    """The collection at this address that the folder's manifest names until now."""
    with suppress(VectorIndexError):
        location = read_manifest(folder).location
        if location.startswith(address + _SEPARATOR):
            return location.rpartition(_SEPARATOR)[2]
    return None


def _milvus_error() -> type[Exception]:
    from pymilvus.exceptions import MilvusException

    error: type[Exception] = MilvusException
    return error
