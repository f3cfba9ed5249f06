"""What an encoder is: texts in, unit-length vectors out."""

from collections.abc import Sequence
from typing import Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from qpgraph.errors import QpgraphError

__all__ = ["Encoder", "EncoderError", "Kind", "Vectors"]

Vectors = NDArray[np.float32]
"""One row a text, each of length 1, so that the inner product of two is their cosine."""

Kind = Literal["query", "passage"]
"""What a text is: some models (E5) want the two marked apart; others take no notice."""


class EncoderError(QpgraphError):
    """An encoder can't be opened or used; the message says why and what to do."""


class Encoder(Protocol):
    """Turns texts into vectors whose inner product says how near they are in meaning."""

    @property
    def name(self) -> str:
        """Which encoder it is, with a digest of its weights: equal names give equal vectors."""

    @property
    def dimensions(self) -> int:
        """The length of a vector."""

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Vectors:
        """A unit-length row a text, in order; a text without any token gives a row of zeros."""
