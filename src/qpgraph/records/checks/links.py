"""Body and annex belong together: each point has rows that carry it out, each row a point."""

from collections.abc import Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords

__all__ = ["check_links"]


def check_links(records: PlanRecords) -> Iterator[Finding]:
    """Points without annex rows, and rows that no point and no duty names; nothing without an annex."""
    if not records.tasks:
        return
    for index, measure in enumerate(records.measures):
        if not measure.heading and not measure.tasks:
            message = f"no annex row carries out {measure.ref}"
            yield Finding("measures", (index,), message, (f"measure {measure.ref}",), "warning")
    linked = {ref for measure in records.measures for ref in measure.tasks}
    linked |= {ref for duty in records.duties for ref in duty.tasks}
    headed = tuple(f"{task.ref}." for task in records.tasks if task.heading and task.ref in linked)
    for index, task in enumerate(records.tasks):
        if task.heading or task.ref in linked or task.ref.startswith(headed):
            continue
        message = f"no measure and no duty names row {task.ref}"
        yield Finding("tasks", (index, "ref"), message, (f"task {task.ref}",), "warning")
