"""A point of the body names no standard that the annex rows which carry it out leave out."""

from collections.abc import Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords

__all__ = ["check_standards"]


def check_standards(records: PlanRecords) -> Iterator[Finding]:
    """Standards of a measure that none of its annex rows names."""
    tasks = {task.ref: task for task in records.tasks}
    for index, measure in enumerate(records.measures):
        rows = [tasks[ref] for ref in measure.tasks if ref in tasks]
        missing = set(measure.standards) - {name for row in rows for name in row.standards}
        if rows and missing:
            message = f"annex rows {', '.join(measure.tasks)} don't name {', '.join(sorted(missing))}"
            about = (f"measure {measure.ref}", *(f"task {row.ref}" for row in rows))
            yield Finding("measures", (index, "standards"), message, about)
