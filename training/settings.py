"""What a training run is made with; the defaults are those of the shipped model."""

from dataclasses import dataclass
from pathlib import Path

__all__ = ["TrainingSettings"]


@dataclass(frozen=True)
class TrainingSettings:
    """All that decides the outcome of a run, besides the data."""

    seed: int = 20260
    vocabulary: int = 24_000
    """Tokens in all, of which"""
    compounds: int = 6_000
    """this many join syllables into words."""
    folded: bool = True
    """Whether the tokenizer drops diacritics."""
    dimensions: int = 320
    steps: int = 2400
    learning_rate: float = 0.01
    scale: float = 20.0
    """What cosines are multiplied with before the softmax."""
    merges_dropped: float = 0.15
    """The share of merges that the tokenizers of half of the texts lack while training."""
    spread: float = 0.03
    """The standard deviation of a row at the start: a token never seen weighs little."""
    wiki_pairs: int = 40_000
    wiki_batch: int = 512
    domain_batch: int = 256
    lexicon_batch: int = 192
    domain_weight: float = 1.0
    lexicon_weight: float = 0.5
    questions_share: float = 0.7
    """The share of domain queries that are hand-written ones; the others are made from passages."""
    text: Path = Path(__file__).parent.parent.parent / "shared" / "text" / "viwiki.jsonl.xz"
