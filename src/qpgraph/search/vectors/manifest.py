"""The file `vectors.json`, in which an index remembers what it is; writing it makes the index count."""

import dataclasses
import json
import os
from pathlib import Path

from qpgraph.search.vectors.base import Manifest, VectorIndexError

__all__ = ["check_encoder", "read_manifest", "write_manifest"]

_NAME = "vectors.json"


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Puts the manifest in the folder in one step, instead of the one before."""
    aside = folder / f".{_NAME}-{os.getpid()}"
    aside.write_text(json.dumps(dataclasses.asdict(manifest), indent=2) + "\n", encoding="utf-8")
    aside.replace(folder / _NAME)


def read_manifest(folder: Path) -> Manifest:
    """What the index in the folder says of itself. Raises `VectorIndexError`."""
    try:
        return Manifest(**json.loads((folder / _NAME).read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise VectorIndexError(f"{folder}: no vector index here; build it with `qpgraph build`") from error
    except (OSError, ValueError, TypeError) as error:
        raise VectorIndexError(
            f"{folder / _NAME}: can't be read ({error}); build it again with `qpgraph build`"
        ) from error


def check_encoder(folder: Path, manifest: Manifest, encoder: str, graph: str | None) -> None:
    """Raises `VectorIndexError` if the index is of another encoder, or of another graph than `graph`."""
    if manifest.encoder != encoder:
        raise VectorIndexError(
            f"{folder}: the index was made with the encoder {manifest.encoder}, not {encoder}; "
            f"build it again with `qpgraph build`, or set QPGRAPH_ENCODER to the one that made it"
        )
    if graph is not None and manifest.graph != graph:
        raise VectorIndexError(
            f"{folder}: the index is of the graph {manifest.graph[:16]}, not {graph[:16]}; "
            "build it again with `qpgraph build`"
        )
