"""The numbers that a record states stand in the lines that it cites."""

import re
from collections.abc import Iterator, Mapping

from qpgraph.records.checks.entries import Entry, entries, quantities, texts
from qpgraph.records.checks.finding import Finding
from qpgraph.records.checks.numbers import vietnamese_numbers
from qpgraph.records.documents import Document
from qpgraph.records.model import BudgetItem, LegalBasis, Plan, PlanRecords, Reporting, Task

__all__ = ["check_numbers"]

_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?!\d))")
_QUARTERS = {"1": r"[Il1|]", "2": r"[Il1|]{2}", "3": r"[Il1|]{3}", "4": r"[Il1|]V"}
"""Roman numbers of quarters as OCR reads them."""
_Stated = tuple[tuple[int | str, ...], str]


def check_numbers(records: PlanRecords, document: Document, dates: Mapping[str, str]) -> Iterator[Finding]:
    """Numbers, years, dates and amounts that the cited lines don't have; `dates` are those of acts."""
    for entry in entries(records):
        found = _numbers(document.text(entry.record.lines))
        missing: dict[tuple[int | str, ...], list[str]] = {}
        for field, number in _stated(entry, records.plan, dates):
            if number not in found and number not in missing.get(field, ()):
                missing.setdefault(field, []).append(number)
        for field, numbers in missing.items():
            message = f"{', '.join(numbers)} doesn't stand in lines {entry.record.lines}"
            yield Finding(entry.file, entry.at(*field), message, (entry.about,), "warning")


def _numbers(text: str) -> set[str]:
    """The numbers of a source text: its digits, and its quarters."""
    digits = {str(int(run)) for run in re.findall(r"\d+", _GROUPED.sub("", text))}
    digits |= {str(int(run)) for run in re.findall(r"\d+", text)}
    return digits | {quarter for quarter, marks in _QUARTERS.items() if re.search(rf"qu.\s*{marks}\b", text)}


def _stated(entry: Entry, plan: Plan, dates: Mapping[str, str]) -> Iterator[_Stated]:
    record = entry.record
    for fields, text in texts(record):
        if "note" not in fields:
            for number in sorted(vietnamese_numbers(text.vi).digits - _period(plan)):
                yield from _digits((*fields, "vi"), number)
    for fields, quantity in quantities(record):
        yield from _digits(fields, str(quantity.value))
        yield from _digits(fields, str(quantity.max or ""))
        if quantity.by and quantity.by != plan.end:
            yield fields, str(quantity.by)
    for field in ("amends", "replaces"):
        for act in getattr(record, field, ()):
            yield from _digits((field,), act)
    yield from _particular(entry, dates)


def _period(plan: Plan) -> set[str]:
    """The years that headings state for all that is below them."""
    return {str(plan.start), str(plan.end)}


def _particular(entry: Entry, dates: Mapping[str, str]) -> Iterator[_Stated]:
    """What only one kind of record states."""
    record = entry.record
    if isinstance(record, Plan):
        yield from _digits(("number",), record.number or "")
        yield from _digits(("date",), record.date or "")
    elif isinstance(record, LegalBasis):
        yield from _digits(("id",), record.id)
        yield from _digits(("id",), dates.get(record.id, ""))
    elif isinstance(record, Task):
        for year in (record.schedule.start, record.schedule.end):
            yield from _digits(("schedule",), str(year or ""))
    elif isinstance(record, Reporting):
        yield from _digits(("deadline",), record.deadline or "")
    elif isinstance(record, BudgetItem):
        yield from _digits(("total",), str(record.total or ""))
        for year, amount in record.years.items():
            yield ("years", str(year)), str(amount)


def _digits(field: tuple[int | str, ...], text: str) -> Iterator[_Stated]:
    for run in re.findall(r"\d+", text):
        yield field, str(int(run))
