"""The encoder's settings, from the environment."""

import os
from dataclasses import dataclass, field

__all__ = ["SHIPPED", "EncoderSettings"]

SHIPPED = "qpgraph-vi-en"
"""The folder in `models/` of the encoder that the project ships."""


def _env(name: str) -> str | None:
    return os.environ.get(f"QPGRAPH_ENCODER{name}") or None


@dataclass(frozen=True)
class EncoderSettings:
    """Which encoder, and how one of sentence-transformers is run."""

    name: str = field(default_factory=lambda: _env("") or SHIPPED)
    """`QPGRAPH_ENCODER`: a folder in `models/`, a path, or a sentence-transformers model's name."""
    device: str | None = field(default_factory=lambda: _env("_DEVICE"))
    """`QPGRAPH_ENCODER_DEVICE`: `cpu`, `cuda`, …; by default what torch finds."""
    batch: int = field(default_factory=lambda: int(_env("_BATCH") or "32"))
    """`QPGRAPH_ENCODER_BATCH`: texts that a transformer encodes at once."""
    query_prefix: str | None = field(default_factory=lambda: os.environ.get("QPGRAPH_ENCODER_QUERY_PREFIX"))
    """`QPGRAPH_ENCODER_QUERY_PREFIX`: put before a query, instead of what the model's name says."""
    passage_prefix: str | None = field(
        default_factory=lambda: os.environ.get("QPGRAPH_ENCODER_PASSAGE_PREFIX")
    )
    """`QPGRAPH_ENCODER_PASSAGE_PREFIX`: put before a passage, instead of what the model's name says."""
    progress: bool = field(default_factory=lambda: _env("_PROGRESS") == "on")
    """`QPGRAPH_ENCODER_PROGRESS`: `on`, a transformer shows a progress bar; or `off`."""
