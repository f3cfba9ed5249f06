"""Writes the model's folder: whole numbers of 8 bits, with a factor a row, as model2vec stores them."""

from pathlib import Path

import numpy as np
from model2vec import StaticModel
from numpy.typing import NDArray
from tokenizers import Tokenizer

__all__ = ["write_model"]


def write_model(folder: Path, tokenizer: Tokenizer, rows: NDArray[np.float32]) -> None:
    """Quantises the rows and writes `model.safetensors`, `tokenizer.json` and what the loaders read.

    A model card that is there stays.
    """
    card = folder / "README.md"
    written = card.read_text(encoding="utf-8") if card.exists() else None
    factors = np.abs(rows).max(axis=1) / 127
    factors[factors == 0] = 1
    whole = np.rint(rows / factors[:, np.newaxis]).astype(np.int8)
    model = StaticModel(whole, tokenizer, normalize=True, max_length=None, weights=factors.astype(np.float32))
    model.save_pretrained(folder)
    for file in folder.iterdir():
        file.chmod(0o644)
    if written is not None:
        card.write_text(written, encoding="utf-8")
