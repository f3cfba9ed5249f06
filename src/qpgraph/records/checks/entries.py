"""Walks over the entries of a document's record files, with the names that defects give them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qpgraph.records.base import Record, Text
from qpgraph.records.model import LegalBasis, PlanRecords, Target, Task
from qpgraph.records.quantity import Quantity

__all__ = ["Entry", "entries", "named", "quantities", "texts"]

KINDS = {
    "provisions": "provision",
    "targets": "target",
    "measures": "measure",
    "tasks": "task",
    "duties": "duty",
    "reporting": "reporting",
    "budget": "budget",
    "catalogue": "catalogue",
    "procedure": "procedure",
}
"""Record file to the kind that a defect's `about` begins with."""


@dataclass(frozen=True)
class Entry:
    """A record, the file and place that it has, and the name that defects give it."""

    file: str
    index: int | None
    record: Record | LegalBasis
    about: str

    def at(self, *fields: int | str) -> tuple[int | str, ...]:
        """The location of a field of the entry."""
        return fields if self.index is None else (self.index, *fields)


def entries(records: PlanRecords) -> Iterator[Entry]:
    """All that the document says: the plan, its legal bases, its points; not the defects."""
    yield Entry("plan", None, records.plan, "plan")
    for index, basis in enumerate(records.legal_bases):
        yield Entry("legal-bases", index, basis, "plan")
    for file in KINDS:
        for index, record in enumerate(getattr(records, file)):
            yield Entry(file, index, record, named(file, record.ref))


def named(file: str, ref: str) -> str:
    """What a defect calls an entry: `task 3.1.6`."""
    return f"{KINDS[file]} {ref}"


def quantities(record: object) -> Iterator[tuple[tuple[int | str, ...], Quantity]]:
    """The numbers that a record states, with the fields that lead to them."""
    quantity = getattr(record, "quantity", None)
    if quantity is not None:
        yield ("quantity",), quantity
    if isinstance(record, Task):
        for index, output in enumerate(record.outputs):
            if output.quantity is not None:
                yield ("outputs", index, "quantity"), output.quantity


def texts(record: object) -> Iterator[tuple[tuple[int | str, ...], Text]]:
    """A record's texts in two languages, with the fields that lead to them."""
    if isinstance(record, Text):
        yield (), record
    for field in ("note", "group", "when", "signer_role"):
        text = getattr(record, field, None)
        if text is not None:
            yield (field,), text
    if isinstance(record, Target) and record.subject is not None:
        yield ("subject",), record.subject
    if isinstance(record, Task):
        if record.schedule.condition is not None:
            yield ("schedule", "condition"), record.schedule.condition
        for index, output in enumerate(record.outputs):
            yield ("outputs", index), output
