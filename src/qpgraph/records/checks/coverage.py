"""Every line that a record cites exists, and every line of the document is in some record."""

from collections.abc import Iterator
from itertools import pairwise

from qpgraph.records.base import Lines
from qpgraph.records.checks.entries import entries
from qpgraph.records.checks.finding import Finding
from qpgraph.records.documents import Document
from qpgraph.records.model import PlanRecords

__all__ = ["check_coverage"]


def check_coverage(records: PlanRecords, document: Document) -> Iterator[Finding]:
    """Lines beyond the document's end; lines with text that no record, defect or `uncovered.yaml` has."""
    covered: set[int] = set()
    for file, index, lines in _cited(records):
        covered.update(number for number, _ in document.numbered(lines))
        last = document.beyond(lines)
        if last:
            message = f"line {last} is beyond the end of the text, which has {len(document.lines)} lines"
            yield Finding(file, ("lines",) if index is None else (index, "lines"), message)
    open_lines = [
        number for number, line in enumerate(document.lines, 1) if line.strip() and number not in covered
    ]
    for first, last in _ranges(open_lines):
        start = " ".join(document.lines[first - 1].split())[:40]
        where = f"line {first} is" if first == last else f"lines {first}-{last} are"
        message = f"{where} in no record ('{start} …'); record them, or list them in uncovered.yaml"
        yield Finding("plan", ("lines",), message, severity="warning")


def _cited(records: PlanRecords) -> Iterator[tuple[str, int | None, Lines]]:
    for entry in entries(records):
        yield entry.file, entry.index, entry.record.lines
    for index, defect in enumerate(records.defects):
        yield "defects", index, defect.lines
    for index, other in enumerate(records.uncovered):
        yield "uncovered", index, other.lines


def _ranges(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Runs of numbers that follow each other."""
    if not numbers:
        return
    first = numbers[0]
    for number, following in pairwise([*numbers, -1]):
        if following != number + 1:
            yield first, number
            first = following
