"""What is measured: the baseline, the engine in process, the command, or any search from a module."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from evaluation.parts import EvaluationError
from evaluation.search.judgments import Key, key_of_hit

__all__ = ["Run", "open_run"]

Run = Callable[[str, int], Sequence[Key]]
"""From a query and a number of hits to the keys of the hits, best first."""


def open_run(name: str, store: Path) -> Run:
    """The run `bm25`, `engine`, `cli` or `package.module:opener` on a store.

    An opener takes the store's folder and gives a function from a query and a number of hits to the hits.
    Raises `EvaluationError`, `StoreUnavailableError`.
    """
    if name == "bm25":
        from evaluation.search.baseline import baseline

        return baseline(store)
    if name == "cli":
        return lambda text, k: _command(text, k, store)
    if name == "engine":
        engine = imported("qpgraph.search.engine", "Search").open(store)
        return _keys(lambda text, k: engine.search(text, k=k))
    module, colon, attribute = name.partition(":")
    if not colon:
        raise EvaluationError(f"no run is named {name}: bm25, engine, cli or package.module:opener")
    return _keys(imported(module, attribute)(store))


def imported(module: str, attribute: str) -> Any:
    """An attribute of a module. Raises `EvaluationError`."""
    try:
        return getattr(importlib.import_module(module), attribute)
    except (ImportError, AttributeError) as error:
        raise EvaluationError(f"{module}:{attribute} can't be measured: {error}") from error


def _keys(search: Callable[[str, int], Any]) -> Run:
    def run(text: str, k: int) -> list[Key]:
        found = search(text, k)
        hits: Iterable[Any] = found["hits"] if isinstance(found, dict) else getattr(found, "hits", found)
        return [key_of_hit(hit) for hit in hits]

    return run


def _command(text: str, k: int, store: Path) -> list[Key]:
    call = [
        sys.executable,
        "-m",
        "qpgraph",
        "search",
        "-k",
        str(k),
        "--format",
        "json",
        "--store",
        str(store),
    ]
    done = subprocess.run([*call, "--", text], capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise EvaluationError(f"qpgraph search {text!r}: {done.stderr.strip()}")
    found = json.loads(done.stdout)
    return [key_of_hit(hit) for hit in (found["hits"] if isinstance(found, dict) else found)]
