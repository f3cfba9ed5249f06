"""Is an answer right? The rows of an answer against what is expected of them.

A row is a mapping of column to value, a list of values, or one value. Cells are compared in NFC, lower
case and single spaces; numbers as numbers, with or without a unit; a day as `--11-30` or `30/11`; a plan's id
also as its province; several values in one cell are parted by `;` or `|`. A cell's number is written `#5`
here, so that the number 4.1 and the task 4.10 stay apart.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from evaluation.ask.questions import Expected, Question

__all__ = ["Verdict", "verdict"]

YES = {"true", "yes", "có", "co", "đúng", "#1"}
NO = {"false", "no", "không", "khong", "sai", "#0"}
YEARLY = {"annual", "annually", "yearly", "every year", "hằng năm", "hàng năm", "mỗi năm"}
PROVINCES = {
    "bac-ninh": "bắc ninh",
    "can-tho": "cần thơ",
    "dong-nai": "đồng nai",
    "hai-phong": "hải phòng",
}
NUMBER = re.compile(r"[<>=≥≤~\s]*(-?\d+(?:\.\d+)?)(?:\s*(?:%|[^\W\d].*))?")
SPAN = re.compile(r"(\d+)\s*[-–]\s*(\d+)(?:\s*(?:%|[^\W\d].*))?")
DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})")


@dataclass(frozen=True)
class Verdict:
    """`right`: exactly as expected. `invented`: an answer where there is none, or one that is not right.
    `cited`: a right answer names all that supports it; None where there is nothing to cite."""

    right: bool
    invented: bool
    cited: bool | None


def verdict(question: Question, answer: Mapping[str, Any]) -> Verdict:
    """The verdict on an answer as `qpgraph ask --format json` gives it."""
    answered = answer.get("answered") is True
    if question.expected.unanswerable:
        return Verdict(right=not answered, invented=answered, cited=None)
    if not answered:
        return Verdict(right=False, invented=False, cited=None)
    rows = [[form for cell in cells(row) for form in forms(cell)] for row in answer.get("rows") or []]
    right = as_expected(question.expected, rows)
    return Verdict(right, invented=not right, cited=cites(question, answer) if right else None)


def as_expected(expected: Expected, rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows, each a list of its cells' forms, are the expected answer."""
    if expected.boolean is not None:
        said = {form for row in rows for form in row}
        return bool(said & (YES if expected.boolean else NO)) and not said & (NO if expected.boolean else YES)
    if expected.number is not None:
        return len(rows) == 1 and f"#{expected.number}" in rows[0]
    found = all(any(holds(row, value) for row in rows) for value in expected.values)
    clean = all(any(holds(row, value) for value in expected.values) for row in rows)
    return found and (clean or not expected.exact)


def holds(row: Sequence[str], value: Any) -> bool:
    """Whether a row holds a value: one cell, or all cells of a list."""
    return all(
        any(fits(form, cell) for form in row) for cell in (value if isinstance(value, list) else [value])
    )


def fits(form: str, cell: Any) -> bool:
    """Whether one form of a cell is what is expected of it."""
    if isinstance(cell, Mapping):
        if "any" in cell:
            return any(fits(form, one) for one in cell["any"])
        return plain(str(cell["contains"])) in form
    return form in forms(cell) if isinstance(cell, int) else form in _written(plain(cell))


def cites(question: Question, answer: Mapping[str, Any]) -> bool:
    """Whether an answer's citations name the plan and ref of everything that supports it."""
    given = [
        (plain(str(one.get("plan"))), plain(str(one.get("ref")))) for one in answer.get("citations") or []
    ]
    return all(
        any(plain(plan) == of and (ref == "plan" or plain(ref) == at) for of, at in given)
        for plan, ref in question.citations
    )


def cells(row: Any) -> Iterable[Any]:
    """The cells of a row, lists in it opened."""
    values = row.values() if isinstance(row, Mapping) else row if isinstance(row, list) else [row]
    for value in values:
        if isinstance(value, list | Mapping):
            yield from cells(value)
        elif value is not None:
            yield value


def forms(cell: Any) -> list[str]:
    """Every form under which a cell is found: its text, its parts, its number, its day, its province."""
    if isinstance(cell, bool):
        return ["true" if cell else "false"]
    if isinstance(cell, int | float):
        return [f"#{cell:.12g}"]
    text = plain(str(cell))
    parts = [part.strip() for part in re.split(r"[;|]", text)] if re.search(r"[;|]", text) else []
    return list(dict.fromkeys(form for part in [text, *parts] for form in _forms_of(part)))


def plain(text: str) -> str:
    """NFC, lower case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", text).casefold().split())


def _written(text: str) -> set[str]:
    return {text, "annual"} if text in YEARLY else {text}


def _forms_of(text: str) -> Iterable[str]:
    yield from _written(text)
    if number := NUMBER.fullmatch(text):
        yield f"#{float(number[1]):.12g}"
    if span := SPAN.fullmatch(text):
        yield from (f"#{int(one)}" for one in span.groups())
    if day := DAY.fullmatch(text.removeprefix("ngày ")):
        yield f"--{int(day[2]):02}-{int(day[1]):02}"
    for plan, province in PROVINCES.items():
        if text.startswith(f"{plan}-"):
            yield province
    for kind in ("thành phố ", "tp. ", "tp ", "tỉnh "):
        if text.startswith(kind):
            yield text.removeprefix(kind)
