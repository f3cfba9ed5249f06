"""The queries of a part with their graded judgments, and how a hit is matched with them."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.parts import EvaluationError, entries

__all__ = ["GRADES", "Key", "Query", "key", "key_of_hit", "queries"]

GRADES = {1: "related", 2: "clearly relevant", 3: "exactly what is asked"}

Key = tuple[str, str, str]
"""What a hit is: its kind; the plan, or the province of an agency, or nothing; its ref."""

NOWHERE = {"standard", "legal-basis"}
"""Kinds that belong to no one plan."""


@dataclass(frozen=True)
class Query:
    """One query; `grades` holds every thing that is judged above 0."""

    id: str
    lang: str
    need: str
    text: str
    grades: Mapping[Key, int]


def key(kind: str, where: str, ref: str) -> Key:
    """A key in the form in which keys are compared: NFC, lower case, single spaces; a plan has no ref."""
    ref = "" if kind == "plan" else " ".join(unicodedata.normalize("NFC", ref).casefold().split())
    return kind, unicodedata.normalize("NFC", where), ref


def key_of_hit(hit: Any) -> Key:
    """The key of a hit, given as a mapping or as an object with the contract's fields."""
    kind, plan, province, ref = (_field(hit, name) for name in ("kind", "plan", "province", "ref"))
    where = "" if kind in NOWHERE else province if kind == "agency" else plan
    return key(kind, where, ref)


def queries(part: str, folder: Path = Path(__file__).parent) -> list[Query]:
    """The queries of a part. Raises `EvaluationError`."""
    found = []
    for entry in entries(folder, part, {"id", "lang", "need", "query", "judgments"}):
        grades: dict[Key, int] = {}
        for judgment in entry["judgments"]:
            kind, where, ref, grade = judgment
            judged = key(kind, where, ref)
            if grade not in GRADES or judged in grades:
                raise EvaluationError(f"{folder / part}.yaml: {entry['id']}: {judgment}: grade 1 to 3, once")
            grades[judged] = grade
        if max(grades.values(), default=0) < 2:
            raise EvaluationError(f"{folder / part}.yaml: {entry['id']} has nothing that is relevant")
        found.append(Query(entry["id"], entry["lang"], entry["need"], entry["query"], grades))
    return found


def _field(hit: Any, name: str) -> str:
    value = hit.get(name) if isinstance(hit, Mapping) else getattr(hit, name, None)
    return str(value or "")
