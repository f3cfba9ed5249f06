"""Days and dates in a question, in numbers and in words of both languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qpgraph.search.text import fold

__all__ = ["Day", "days_in", "quarters_in", "told_day"]

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NAME = rf"(?P<name>(?:{'|'.join(_MONTHS)})(?!ked|ket|k\b|ks\b|gin)[a-z]*)\.?"
_NTH = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>20\d\d)"
_PATTERNS = [
    re.compile(pattern)
    for pattern in (
        rf"\b(?P<day>\d{{1,2}})[/.-](?P<month>\d{{1,2}})[/.-]{_YEAR}\b",
        rf"\bngay (?P<day>\d{{1,2}}) thang (?P<month>\d{{1,2}})(?:,? nam {_YEAR})?\b",
        rf"\bthang (?P<month>\d{{1,2}})(?:/| nam |,? ){_YEAR}\b",
        rf"\b{_NTH} (?:of )?{_NAME}(?:,? {_YEAR})?\b",
        rf"\b{_NAME} {_NTH}\b(?:,? {_YEAR}\b)?",
        rf"\b{_NAME},? {_YEAR}\b",
        r"\b(?P<day>\d{1,2})/(?P<month>\d{1,2})\b(?!/)",
    )
]


@dataclass(frozen=True, slots=True)
class Day:
    """A part of the question that is a date (`2025-08-28`, `2025-08`) or a day of the year (`--11-30`)."""

    start: int
    end: int
    value: str


def days_in(text: str) -> list[Day]:
    """The days and dates of a question, none across another; what can't be a day is none."""
    found: list[Day] = []
    for day in _matches(text):
        if all(day.end <= other.start or other.end <= day.start for other in found):
            found.append(day)
    return sorted(found, key=lambda day: day.start)


_QUARTER = re.compile(
    r"\b(?:quy|quarter|q)\s?(?P<one>iv|iii|ii|i|[1-4])\b"
    r"|\b(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th) quarter\b"
)
_NUMBERS = {
    "i": 1, "ii": 2, "iii": 3, "iv": 4, "first": 1, "second": 2, "third": 3, "fourth": 4,
    "1st": 1, "2nd": 2, "3rd": 3, "4th": 4,
}  # fmt: skip


def quarters_in(text: str) -> list[tuple[int, int, int]]:
    """The quarters of the year that a question names: number, start and end in the text."""
    found = []
    for match in _QUARTER.finditer(fold(text)):
        said = match["one"] or match["nth"]
        found.append((_NUMBERS.get(said) or int(said), match.start(), match.end()))
    return found


def _matches(text: str) -> Iterator[Day]:
    folded = fold(text)
    for pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            parts = match.groupdict()
            month = int(parts.get("month") or _MONTHS.index(parts["name"][:3]) + 1)
            day = int(parts.get("day") or 0)
            modal = parts.get("name") == "may" and text[match.start("name")] == "m"
            if not (1 <= month <= 12 and day <= 31) or modal:
                continue
            ending = f"-{day:02}" if day else ""
            year = parts.get("year")
            yield Day(match.start(), match.end(), f"{year or '-'}-{month:02}{ending}")


def told_day(text: str) -> str:
    """A day of the year (`--11-30`) as people write it; other text as it is."""
    return f"{int(text[5:7])}/{int(text[2:4])}" if text.startswith("--") and len(text) == 7 else text
