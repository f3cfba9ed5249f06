"""Checks of one document's records against themselves: sums, duplicates, periods, body against annex.

A disagreement that the source itself has is not an error once a defect record speaks of it.
"""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from qpgraph.records.model import BudgetItem, PlanRecords
from qpgraph.records.yaml_source import line_of

__all__ = ["check_plan"]


def check_plan(records: PlanRecords, folder: Path) -> list[str]:
    """What is wrong, a line each: `file:line: field: what is wrong and what to do`."""
    check = _Check(records, folder)
    check.duplicates("tasks", [task.ref for task in records.tasks])
    check.duplicates("measures", [measure.ref for measure in records.measures])
    check.duplicates("targets", [f"{target.ref} part {target.part}" for target in records.targets])
    check.duplicates("budget", [item.ref for item in records.budget])
    check.budget()
    check.periods()
    check.standards()
    return check.findings


class _Check:
    def __init__(self, records: PlanRecords, folder: Path) -> None:
        self.records = records
        self.folder = folder
        self.findings: list[str] = []
        self._doubted = {defect.about for defect in records.defects}

    def duplicates(self, file: str, refs: Sequence[str]) -> None:
        """A reference names one entry."""
        for ref, times in Counter(refs).items():
            if times > 1:
                last = len(refs) - 1 - list(reversed(refs)).index(ref)
                self._find(file, (last, "ref"), f"{ref} stands {times} times; a reference is unique")

    def budget(self) -> None:
        """Years add up to a row's total, rows to the total row, by year and overall."""
        rows = [item for item in self.records.budget if not item.heading and not item.total_row]
        for index, item in enumerate(self.records.budget):
            if item.heading:
                continue
            summed = sum(item.years.values())
            if item.years and item.total is not None and summed != item.total:
                message = f"{item.ref} adds up to {summed}, not to its total {item.total}"
                self._find("budget", (index, "years"), message, f"budget {item.ref}")
            if item.total_row:
                self._columns(index, item, rows)

    def _columns(self, index: int, total: BudgetItem, rows: Sequence[BudgetItem]) -> None:
        sums = Counter[int]()
        for row in rows:
            sums.update(row.years)
        for year, amount in total.years.items():
            if sums[year] != amount:
                message = f"the rows add up to {sums[year]}, the total row says {amount}"
                self._find("budget", (index, "years", str(year)), message, f"budget {total.ref}")
        overall = sum(row.total or 0 for row in rows)
        if total.total is not None and overall != total.total:
            message = f"the rows' totals add up to {overall}, the total row says {total.total}"
            self._find("budget", (index, "total"), message, f"budget {total.ref}")

    def periods(self) -> None:
        """A task's years lie in the plan's period."""
        plan = self.records.plan
        for index, task in enumerate(self.records.tasks):
            for year in (task.schedule.start, task.schedule.end):
                if year and not plan.start <= year <= plan.end:
                    message = f"{year} is outside the plan's period {plan.start}-{plan.end}"
                    self._find("tasks", (index, "schedule"), message, f"task {task.ref}")

    def standards(self) -> None:
        """A body point names no standard that the annex rows which carry it out leave out."""
        tasks = {task.ref: task for task in self.records.tasks}
        for index, measure in enumerate(self.records.measures):
            rows = [tasks[ref] for ref in measure.tasks if ref in tasks]
            missing = set(measure.standards) - {name for row in rows for name in row.standards}
            if rows and missing:
                message = f"annex rows {', '.join(measure.tasks)} don't name {', '.join(sorted(missing))}"
                about = [f"measure {measure.ref}", *(f"task {row.ref}" for row in rows)]
                self._find("measures", (index, "standards"), message, *about)

    def _find(self, file: str, location: tuple[int | str, ...], message: str, *about: str) -> None:
        """Notes a finding, unless a defect speaks of one of the things it is about."""
        if self._doubted & set(about):
            return
        path = self.folder / f"{file}.yaml"
        field = location[1] if len(location) > 1 else file
        mend = f"; mend it or record a defect about '{about[0]}'" if about else ""
        self.findings.append(f"{path}:{line_of(path, location)}: {field}: {message}{mend}")
