"""References run on without a gap: 1, 2, 3; I, II, III; a, b, c, d, đ, e, g."""

import re
from collections.abc import Iterator

from qpgraph.records.checks.entries import KINDS, Entry, entries
from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import LegalBasis, Plan, PlanRecords

__all__ = ["check_numbering"]

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
_TABLES = ("tasks", "budget", "catalogue")
"""Files whose references are a table's own; all others are points of the body, numbered together."""


def check_numbering(records: PlanRecords) -> Iterator[Finding]:
    """Gaps in each sequence of references, and first references that don't begin it."""
    places: dict[tuple[str, str], dict[int, Entry]] = {}
    for entry in entries(records):
        if isinstance(entry.record, LegalBasis | Plan):
            continue
        space = entry.file if entry.file in _TABLES else "body"
        parts = str(getattr(entry.record, "ref", "")).split(".")
        for level in range(1, len(parts) + 1):
            above = f"{'.'.join(parts[: level - 1])} {_alphabet(parts[level - 1])}"
            number = _number(parts[level - 1])
            if number:
                places.setdefault((space, above), {}).setdefault(number, entry)
    for (_, above), sequence in places.items():
        yield from _gaps(above, sequence)


def _gaps(above: str, sequence: dict[int, Entry]) -> Iterator[Finding]:
    parent, alphabet = above.split(" ")
    missing = sorted(set(range(1, max(sequence) + 1)) - sequence.keys())
    if not missing:
        return
    entry = sequence[min(number for number in sequence if number > missing[0])]
    lost = ", ".join(f"{parent}.{_written(alphabet, number)}".lstrip(".") for number in missing)
    message = f"the references have a gap before it: nothing is {lost}"
    about = (entry.about, f"{KINDS[entry.file]} {parent}", "plan")
    yield Finding(entry.file, entry.at("ref"), message, about, "warning", frozenset({"numbering"}))


def _alphabet(part: str) -> str:
    if re.fullmatch(r"[0-9]+", part):
        return "1"
    if part in _ROMAN:
        return "I"
    return "a" if part.lower() == part else ""


def _number(part: str) -> int | None:
    """The place of `d`, `IV` or `12` in its sequence; none for what belongs to no sequence."""
    alphabet = _alphabet(part)
    if alphabet == "1":
        return int(part)
    if alphabet == "I":
        return _ROMAN.index(part) + 1
    return _LETTERS.index(part) + 1 if part in _LETTERS else None


def _written(alphabet: str, number: int) -> str:
    return str(number) if alphabet == "1" else (_ROMAN if alphabet == "I" else _LETTERS)[number - 1]
