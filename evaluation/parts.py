"""The parts of each set, and the reading of their files."""

from pathlib import Path
from typing import Any, Literal

import yaml

__all__ = ["ALL_PARTS", "LANGUAGES", "PARTS", "EvaluationError", "Part", "entries"]

Part = Literal["dev", "more", "test"]
PARTS: tuple[Part, ...] = ("dev", "test")
"""The parts that nobody who worked on the engines wrote."""
ALL_PARTS: tuple[Part, ...] = ("dev", "more", "test")
"""With `more`, which was written afresh and judged first, and then tuned on."""

LANGUAGES = ("vi", "vi-plain", "en")
"""Vietnamese, Vietnamese without diacritics, English."""


class EvaluationError(Exception):
    """A set that can't be read or a run that can't be opened; `str()` of it is one line for the user."""


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
