"""What is planned lies in the plan's period."""

from collections.abc import Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords

__all__ = ["check_periods"]


def check_periods(records: PlanRecords) -> Iterator[Finding]:
    """Years of tasks and of budget rows outside the plan's period; a period that runs backwards."""
    plan = records.plan
    if plan.end < plan.start:
        yield Finding("plan", ("end",), f"the period runs backwards: {plan.start} to {plan.end}")
        return
    inside = range(plan.start, plan.end + 1)
    for index, task in enumerate(records.tasks):
        for year in sorted({task.schedule.start, task.schedule.end} - {None, *inside}, key=str):
            message = f"{year} is outside the plan's period {plan.start}-{plan.end}"
            yield Finding("tasks", (index, "schedule"), message, (f"task {task.ref}",))
    for index, item in enumerate(records.budget):
        for year in item.years:
            if year not in inside:
                message = f"{year} is outside the plan's period {plan.start}-{plan.end}"
                yield Finding("budget", (index, "years", str(year)), message, (f"budget {item.ref}",))
