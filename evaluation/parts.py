"""The parts of each set, and the reading of their files."""

from pathlib import Path
from typing import Any

import yaml

__all__ = ["LANGUAGES", "TEST", "EvaluationError", "entries", "parts"]

TEST = "test"
"""The part that is looked at once."""

LANGUAGES = ("vi", "vi-plain", "en")
"""Vietnamese, Vietnamese without diacritics, English."""


class EvaluationError(Exception):
    """A set that can't be read or a run that can't be opened; `str()` of it is one line for the user."""


def parts(folder: Path) -> list[str]:
    """The parts of a set: the one to tune on first, the one to look at once last."""
    order = {"dev": 0, TEST: 2}
    return sorted((file.stem for file in folder.glob("*.yaml")), key=lambda part: (order.get(part, 1), part))


def entries(folder: Path, part: str, fields: set[str]) -> list[dict[str, Any]]:
    """The entries of `folder`/`part`.yaml, each with exactly these fields and an id of its own.

    Raises `EvaluationError`.
    """
    path = folder / f"{part}.yaml"
    try:
        found = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, yaml.YAMLError) as error:
        raise EvaluationError(f"{path}: can't be read: {' '.join(str(error).split())}") from error
    if not isinstance(found, list):
        raise EvaluationError(f"{path}: a list of entries is expected")
    seen: set[str] = set()
    for number, entry in enumerate(found, 1):
        name = entry.get("id") if isinstance(entry, dict) else None
        if not isinstance(name, str) or name in seen:
            raise EvaluationError(f"{path}: entry {number} needs an id of its own")
        seen.add(name)
        if set(entry) != fields:
            raise EvaluationError(f"{path}: {name} has {sorted(entry)}; {sorted(fields)} are expected")
        if entry["lang"] not in LANGUAGES:
            raise EvaluationError(f"{path}: {name}: lang is one of {', '.join(LANGUAGES)}")
    return found
