"""Budgets by year, as the plans print them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from qpgraph.report.points import Plan, Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Amount", "Budget", "BudgetRow", "make_budgets"]


@dataclass(frozen=True)
class Amount:
    """An amount of one year and its address."""

    iri: str
    value: Decimal


@dataclass(frozen=True)
class BudgetRow:
    """A row of the table: its amounts by year, and its total as printed."""

    point: Point
    years: Mapping[int, Amount]
    total: Decimal | None


@dataclass(frozen=True)
class Budget:
    """A plan's budget: its rows, and the row that the plan prints as their sum."""

    plan: Plan
    unit: str
    years: tuple[int, ...]
    rows: tuple[BudgetRow, ...]
    sum_row: BudgetRow | None

    def added(self, year: int | None = None) -> Decimal:
        """The rows added up, in a year or altogether."""
        if year is None:
            return sum((row.total or Decimal() for row in self.rows), Decimal())
        return sum((row.years[year].value for row in self.rows if year in row.years), Decimal())

    @property
    def adds_up(self) -> bool:
        """Whether the printed sums are those of the rows, in each year and altogether."""
        row = self.sum_row
        return (
            row is not None
            and row.total == self.added()
            and all(year in row.years and row.years[year].value == self.added(year) for year in self.years)
        )


def make_budgets(plans: Sequence[Plan], rows: Sequence[Row]) -> tuple[Budget, ...]:
    """The budgets of the plans that have one, from the query `budget`."""
    return tuple(
        _budget(plan, own) for plan in plans if (own := [row for row in rows if row["plan"] == plan.id])
    )


def _budget(plan: Plan, rows: Sequence[Row]) -> Budget:
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["thing"], []).append(row)
    items = [_row(group) for group in groups.values() if group[0]["kind"] == "item"]
    sums = [_row(group) for group in groups.values() if group[0]["kind"] == "total"]
    years = sorted({int(row["year"]) for row in rows if "year" in row})
    return Budget(plan, rows[0]["unit"], tuple(years), tuple(items), sums[0] if sums else None)


def _row(rows: Sequence[Row]) -> BudgetRow:
    total = next((Decimal(row["amount"]) for row in rows if "year" not in row), None)
    years = {
        int(row["year"]): Amount(row["allocation"], Decimal(row["amount"])) for row in rows if "year" in row
    }
    return BudgetRow(point_of(rows[0]), years, total)
