"""Texts into vectors: the shipped static model, or any sentence-transformers model."""

from qpgraph.search.encoder.base import Encoder, EncoderError, Kind, Vectors
from qpgraph.search.encoder.factory import open_encoder

__all__ = ["Encoder", "EncoderError", "Kind", "Vectors", "open_encoder"]
