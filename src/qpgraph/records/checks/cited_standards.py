"""The standards and tools that a record names stand in the lines that it cites."""

import re
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz import fuzz

from qpgraph.records.base import Record
from qpgraph.records.checks.entries import entries
from qpgraph.records.checks.finding import Finding
from qpgraph.records.checks.folding import squeeze
from qpgraph.records.documents import Document
from qpgraph.records.model import PlanRecords

__all__ = ["Spellings", "check_cited_standards"]

Spellings = Callable[[str], Iterable[str]]
"""All spellings of the standard that has a name; none for a name that nobody knows."""

_ALIKE = 80
"""How alike (0 to 100) a name and a piece of OCR text must be."""
_MISREAD = str.maketrans("oliszb5", "0118288")
"""Letters and digits that OCR takes for each other become one: 5S is read as 58."""


def check_cited_standards(
    records: PlanRecords, document: Document, spellings: Spellings
) -> Iterator[Finding]:
    """Standards that the cited lines don't name, whatever OCR made of the name."""
    for entry in entries(records):
        if not isinstance(entry.record, Record):
            continue
        text = document.text(entry.record.lines)
        missing = [
            name
            for name in entry.record.standards
            if not any(_stands(each, text) for each in {name, *spellings(name)})
        ]
        if missing:
            message = f"{', '.join(missing)} doesn't stand in lines {entry.record.lines}"
            yield Finding(entry.file, entry.at("standards"), message, (entry.about,), "warning")


def _stands(name: str, text: str) -> bool:
    wanted, source = squeeze(name), squeeze(text)
    if wanted in source:
        return True
    number = re.search(r"\d{3,}", wanted)
    if number:
        return number[0] in source and bool(re.match(r"(iso|iec|tcvn)", wanted))
    if len(wanted) <= 3:
        words = re.split(r"[\s,;()-]+", text)
        return any(_misread(squeeze(word)).startswith(_misread(wanted)) for word in words)
    return fuzz.partial_ratio(wanted, source, score_cutoff=_ALIKE) > 0


def _misread(text: str) -> str:
    return text.translate(_MISREAD)
