"""A plan doesn't stand on an act that it sets out to change."""

from collections.abc import Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords

__all__ = ["check_acts"]


def check_acts(records: PlanRecords) -> Iterator[Finding]:
    """Acts that a task is to amend or replace and that are legal bases of the same plan."""
    bases = {basis.id for basis in records.legal_bases}
    for index, task in enumerate(records.tasks):
        for field, acts in (("amends", task.amends), ("replaces", task.replaces)):
            for act in acts:
                if act in bases:
                    message = f"{act} is to be changed by {task.ref} and is a legal basis of the plan"
                    yield Finding("tasks", (index, field), message, (f"task {task.ref}",))
