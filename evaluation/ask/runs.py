"""What is asked: the engine in process, the command, or any function that Python can import."""

import dataclasses
import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from evaluation.parts import EvaluationError
from evaluation.search.runs import imported

__all__ = ["Run", "open_run"]

Run = Callable[[str], Mapping[str, Any]]
"""From a question to its answer, with the fields of `qpgraph ask --format json`."""


def open_run(name: str, store: Path) -> Run:
    """The run `engine` (`qpgraph.ask.engine:Ask`), `cli` or `package.module:opener` on a store.

    An opener takes the store's folder and gives a function from a question to its answer.
    Raises `EvaluationError`, `StoreUnavailableError`.
    """
    if name == "cli":
        return lambda text: _command(text, store)
    if name == "engine":
        return _fields(imported("qpgraph.ask.engine", "Ask").open(store).ask)
    module, colon, attribute = name.partition(":")
    if not colon:
        raise EvaluationError(f"no run is named {name}: engine, cli or package.module:opener")
    return _fields(imported(module, attribute)(store))


def _fields(ask: Callable[[str], Any]) -> Run:
    def run(text: str) -> Mapping[str, Any]:
        answer = ask(text)
        if isinstance(answer, Mapping):
            return answer
        if dataclasses.is_dataclass(answer) and not isinstance(answer, type):
            return dataclasses.asdict(answer)
        found: dict[str, Any] = answer.model_dump()
        return found

    return run


def _command(text: str, store: Path) -> Mapping[str, Any]:
    call = [sys.executable, "-m", "qpgraph", "ask", "--format", "json", "--store", str(store), "--", text]
    done = subprocess.run(call, capture_output=True, check=False, encoding="utf-8")
    if done.returncode:
        raise EvaluationError(f"qpgraph ask {text!r}: {done.stderr.strip()}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found
