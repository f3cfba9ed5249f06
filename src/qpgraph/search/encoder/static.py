"""A static model: a text's vector is the mean of its tokens' vectors. No torch, a few µs a text.

The folder is one that `sentence_transformers.SentenceTransformer(path)` and `model2vec.StaticModel`
load too, with equal vectors: `tokenizer.json`, and `model.safetensors` with `embeddings` (a row a token)
and, where those are whole numbers, `weights` (what a token's row is multiplied with).
"""

import hashlib
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from qpgraph.search.encoder.base import EncoderError, Kind, Vectors

__all__ = ["StaticEncoder", "is_static"]

_BATCH = 1024
_WEIGHTS = "model.safetensors"
_TOKENIZER = "tokenizer.json"


def is_static(folder: Path) -> bool:
    """Whether a folder holds a static model, as its `modules.json` says."""
    modules = folder / "modules.json"
    return modules.is_file() and "StaticEmbedding" in modules.read_text(encoding="utf-8")


class StaticEncoder:
    """An `Encoder` over a folder with a static model."""

    def __init__(self, folder: Path) -> None:
        """Reads the folder; raises `EncoderError` when it holds no static model."""
        self._tokenizer = _read_tokenizer(folder / _TOKENIZER)
        self._rows = _read_rows(folder / _WEIGHTS)
        if len(self._rows) != self._tokenizer.get_vocab_size():
            raise EncoderError(
                f"{folder}: {len(self._rows)} vectors for {self._tokenizer.get_vocab_size()} tokens; "
                "take tokenizer.json and model.safetensors from one training"
            )
        self._name = f"{folder.name}@{_digest(folder)}"

    @property
    def name(self) -> str:
        """The folder's name with a digest of its weights and tokenizer."""
        return self._name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return int(self._rows.shape[1])

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Vectors:
        """A unit-length row a text; queries and passages are encoded alike."""
        vectors = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            batch = list(texts[start : start + _BATCH])
            vectors[start : start + len(batch)] = self._encode_batch(batch)
        return vectors

    def _encode_batch(self, texts: list[str]) -> Vectors:
        sums = np.zeros((len(texts), self.dimensions), dtype=np.float32)
        for place, found in enumerate(self._tokenizer.encode_batch_fast(texts, add_special_tokens=False)):
            if found.ids:
                # A text at a time: its few rows stay in the processor's cache.
                sums[place] = self._rows.take(found.ids, axis=0).sum(axis=0)
        lengths = np.linalg.norm(sums, axis=1, keepdims=True)
        return np.asarray(sums / np.maximum(lengths, np.finfo(np.float32).tiny), dtype=np.float32)


def _read_tokenizer(file: Path) -> Tokenizer:
    try:
        tokenizer = Tokenizer.from_file(str(file))
    except Exception as error:  # the library raises nothing narrower
        raise EncoderError(f"{file}: not a tokenizer: {error}") from error
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


def _read_rows(file: Path) -> Vectors:
    """The tokens' rows, each multiplied with its factor where those are stored."""
    try:
        stored = load_file(file)
    except (OSError, SafetensorError) as error:
        raise EncoderError(f"{file}: no weights can be read: {error}") from error
    rows = stored.get("embeddings", stored.get("embedding.weight"))
    if rows is None or rows.ndim != 2:
        raise EncoderError(f"{file}: no matrix `embeddings` in it; is it a static model?")
    if "mapping" in stored:
        rows = rows[stored["mapping"]]
    factors = stored.get("weights", np.ones(len(rows)))
    return np.asarray(rows.astype(np.float32) * factors.astype(np.float32)[:, np.newaxis])


def _digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for block in _blocks(folder):
        digest.update(block)
    return digest.hexdigest()[:12]


def _blocks(folder: Path) -> Iterator[bytes]:
    for name in (_WEIGHTS, _TOKENIZER):
        yield (folder / name).read_bytes()
