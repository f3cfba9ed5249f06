"""Measures on passages that training has not seen: a fifth of them, with all their queries."""

import hashlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from training.measure import dense_ranking, figures, fused, lexical_ranking
from training.queries import read_questions
from training.run import run, the_passages
from training.settings import TrainingSettings

__all__ = ["is_held_back", "measure"]


def is_held_back(key: str) -> bool:
    """Whether a passage is kept for measuring; by its key, so that it stays so."""
    return hashlib.sha256(key.encode()).digest()[0] % 5 == 0


def measure(settings: TrainingSettings) -> None:
    """Trains without the passages held back, and prints the figures of each way to search."""
    import tempfile
    from pathlib import Path

    from qpgraph.search.encoder.static import StaticEncoder
    from training.export import write_model

    tokenizer, rows = run(settings, lambda key: not is_held_back(key))
    passages = the_passages()
    keys, texts = [p.key for p in passages], [p.full() for p in passages]
    questions = [q for q in read_questions(keys) if any(is_held_back(key) for key in q.keys)]
    with tempfile.TemporaryDirectory() as folder:
        write_model(Path(folder), tokenizer, rows)
        encoder = StaticEncoder(Path(folder))
        size = sum(file.stat().st_size for file in Path(folder).iterdir())

    def encode(batch: Sequence[str]) -> NDArray[np.float32]:
        return encoder.encode(batch, kind="query")

    dense, lexical = dense_ranking(encode, texts), lexical_ranking(texts)
    print(f"{size / 1e6:.1f} MB; queries with a passage held back, then with no other; recall@10, MRR@10")
    wholly = [q for q in questions if all(is_held_back(key) for key in q.keys)]
    for name, ranking in {"BM25": lexical, "dense": dense, "both": fused((lexical, dense))}.items():
        for asked in (questions, wholly):
            found = figures(ranking, keys, asked)
            shown = (f"{lang} {recall:.3f} {mrr:.3f}" for lang, (recall, mrr) in found.items())
            print(f"{name:6} {len(asked):4} queries |", " | ".join(shown))
