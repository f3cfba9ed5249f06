"""A target's number is the number of the annex row that is about the same."""

from collections.abc import Iterable, Iterator

from qpgraph.records.base import Record
from qpgraph.records.checks.entries import quantities
from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords, Target, Task
from qpgraph.records.quantity import Quantity

__all__ = ["check_quantities"]


def check_quantities(records: PlanRecords) -> Iterator[Finding]:
    """Targets and points whose number differs from that of the most similar row with the same unit."""
    tasks = {task.ref: task for task in records.tasks}
    for index, target in enumerate(records.targets):
        if target.quantity:
            rows = _alike(target, records.tasks)
            yield from _compare("targets", index, f"target {target.ref}", target.quantity, rows)
    for index, measure in enumerate(records.measures):
        if measure.quantity:
            rows = [tasks[ref] for ref in measure.tasks if ref in tasks]
            yield from _compare("measures", index, f"measure {measure.ref}", measure.quantity, rows)


def _alike(record: Target, tasks: Iterable[Task]) -> list[Task]:
    """Rows that share a standard or two themes with the record, those that share most first.

    Of a row that alone counts what the record counts, one theme is enough; shares tell nothing by that.
    """
    counting = [task for task in tasks if any(_counts(record, each) for _, each in quantities(task))]
    enough = 1 if len(counting) == 1 and record.quantity and record.quantity.unit != "%" else 2
    scored = [(_shared(record, task), task) for task in counting]
    alike = sorted((pair for pair in scored if pair[0] >= enough), key=lambda pair: -pair[0])
    return [task for _, task in alike]


def _counts(record: Target, other: Quantity) -> bool:
    return record.quantity is not None and other.unit == record.quantity.unit


def _shared(record: Record, task: Task) -> int:
    standards, themes = {*record.standards} & {*task.standards}, {*record.themes} & {*task.themes}
    return 3 * len(standards) + len(themes)


def _compare(file: str, index: int, name: str, quantity: Quantity, rows: Iterable[Task]) -> Iterator[Finding]:
    found = [(row, other) for row in rows for _, other in quantities(row) if other.unit == quantity.unit]
    if not found or any(_said(other) == _said(quantity) for _, other in found):
        return
    row, other = found[0]
    message = f"says {_shown(quantity)}, row {row.ref} says {_shown(other)}"
    about = (name, f"task {row.ref}")
    yield Finding(file, (index, "quantity"), message, about, "warning")


def _said(quantity: Quantity) -> tuple[object, ...]:
    return quantity.comparator, quantity.value, quantity.max


def _shown(quantity: Quantity) -> str:
    """A number as a person writes it: `>= 5 doanh nghiệp`, `10 - 15 %`."""
    number = f"{quantity.value} - {quantity.max}" if quantity.max else f"{quantity.value}"
    comparator = "" if quantity.comparator in ("=", "range") else f"{quantity.comparator} "
    return f"{comparator}{number} {quantity.unit}"
