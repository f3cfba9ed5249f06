"""The legs of search one by one, and put together in other ways than the engine does.

    python -m evaluation search --run bm25 evaluation.search.legs:fulltext evaluation.search.legs:dense \\
        evaluation.search.legs:by_rank evaluation.search.legs:by_score engine
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from qpgraph.search.engine import Search
from qpgraph.search.units import Weights

__all__ = ["by_rank", "by_score", "dense", "fulltext", "passage_vectors"]

Run = Callable[[str, int], list[dict[str, object]]]


def fulltext(store: Path) -> Run:
    """The full-text leg with the thesaurus, and what the query asks for."""
    return _run(store, dense=0.0, feedback=0.0)


def dense(store: Path) -> Run:
    """The dense leg alone: nearest vectors, and nothing else."""
    return _run(store, dense=1.0, feedback=0.0, prior={}, asked={})


def passage_vectors(store: Path) -> Run:
    """The dense leg with the kind and province that the query asks for."""
    return _run(store, dense=1.0, feedback=0.0)


def by_rank(store: Path) -> Run:
    """Both legs by reciprocal rank."""
    return _run(store, fusion="rank", feedback=0.0)


def by_score(store: Path) -> Run:
    """Both legs by score, without feedback from the best hits."""
    return _run(store, feedback=0.0)


def _run(store: Path, **changes: float | str | Mapping[str, float]) -> Run:
    settings: dict[str, Any] = changes
    search = Search.open(store, replace(Weights.read(), **settings))
    return lambda text, k: search.search(text, k).hits
