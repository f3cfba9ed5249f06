"""The legs of search one by one, and put together in other ways than the engine does.

    python -m evaluation search --run bm25 evaluation.search.legs:fulltext evaluation.search.legs:dense \\
        evaluation.search.legs:by_rank evaluation.search.legs:by_score engine
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from qpgraph.search.engine import Search
from qpgraph.search.units import Weights

__all__ = ["asked", "by_rank", "by_score", "dense", "fulltext", "three"]

Run = Callable[[str, int], list[dict[str, object]]]


def fulltext(store: Path) -> Run:
    """The full-text leg with the thesaurus, and the province that the query asks for."""
    return _run(store, dense=0.0, asked=0.0)


def dense(store: Path) -> Run:
    """The nearest vectors alone, and nothing else."""
    return _run(store, dense=1.0, asked=0.0, province=0.0)


def asked(store: Path) -> Run:
    """What the queries on record say alone, and nothing else."""
    return _run(store, asked=1.0, province=0.0)


def by_rank(store: Path) -> Run:
    """Full text and vectors by reciprocal rank."""
    return _run(store, fusion="rank", asked=0.0)


def by_score(store: Path) -> Run:
    """Full text and vectors by score."""
    return _run(store, asked=0.0)


def three(store: Path) -> Run:
    """The three legs by score, without the trees."""
    return _run(store)


def _run(store: Path, **changes: float | str) -> Run:
    settings: dict[str, Any] = {"ranked": 0, **changes}
    search = Search.open(store, replace(Weights.read(), **settings))
    return lambda text, k: search.search(text, k).hits
