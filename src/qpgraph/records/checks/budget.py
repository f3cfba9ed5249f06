"""The budget adds up: years to a row's total, rows to the total row."""

from collections import Counter
from collections.abc import Iterator, Sequence

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import BudgetItem, PlanRecords

__all__ = ["check_budget"]


def check_budget(records: PlanRecords) -> Iterator[Finding]:
    """Sums that differ from what the table says, by row, by year and overall."""
    rows = [item for item in records.budget if not item.heading and not item.total_row]
    for index, item in enumerate(records.budget):
        summed = sum(item.years.values())
        if item.years and item.total is not None and summed != item.total:
            message = f"{item.ref} adds up to {summed}, not to its total {item.total}"
            yield Finding("budget", (index, "years"), message, (f"budget {item.ref}",))
        if item.total_row:
            yield from _columns(index, item, rows)


def _columns(index: int, total: BudgetItem, rows: Sequence[BudgetItem]) -> Iterator[Finding]:
    about = (f"budget {total.ref}",)
    sums = Counter[int]()
    for row in rows:
        sums.update(row.years)
    for year in sorted(total.years.keys() | sums.keys() if total.years else ()):
        amount = total.years.get(year, 0)
        if sums[year] != amount:
            message = f"the rows of {year} add up to {sums[year]}, the total row says {amount}"
            yield Finding("budget", (index, "years", str(year)), message, about)
    overall = sum(row.total or 0 for row in rows)
    if total.total is not None and overall != total.total:
        message = f"the rows' totals add up to {overall}, the total row says {total.total}"
        yield Finding("budget", (index, "total"), message, about)
