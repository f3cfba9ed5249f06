"""Budgets by year: a stacked bar a year, and the table behind it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row
from qpgraph.web.thing.subject import kind_of

__all__ = ["Budget", "BudgetRow", "Column", "Part", "budget"]


@dataclass
class BudgetRow:
    """A row of a budget: its amounts by year, in the unit of the budget."""

    iri: str
    kind: str
    ref: str
    label: str
    parent: str
    total: str
    years: dict[str, Decimal] = field(default_factory=dict)


@dataclass(frozen=True)
class Part:
    """A piece of a bar: which series, from where, how high (both 0 to 100), what it stands for."""

    series: int
    bottom: float
    height: float
    amount: Decimal


@dataclass(frozen=True)
class Column:
    """A bar: its year, its pieces from the ground up, what they add up to, what the document says."""

    year: str
    parts: Sequence[Part]
    amount: Decimal
    stated: Decimal | None


@dataclass
class Budget:
    """A plan's budget."""

    plan: str
    plan_iri: str
    place: str
    unit: str = ""
    rows: list[BudgetRow] = field(default_factory=list)

    @property
    def years(self) -> list[str]:
        """All years that have an amount."""
        return sorted({year for row in self.rows for year in row.years})

    @property
    def heads(self) -> list[BudgetRow]:
        """The rows that stand under no other, without the total."""
        return [row for row in self.rows if not row.parent and row.kind != "budget-total"]

    @property
    def total(self) -> BudgetRow | None:
        """The row that the document gives as the sum."""
        return next((row for row in self.rows if row.kind == "budget-total"), None)

    def amounts(self, head: BudgetRow) -> Mapping[str, Decimal]:
        """A head's amounts by year: its own, or those of the rows under it."""
        below = [row for row in self.rows if row.parent == head.ref] or [head]
        return {
            year: sum((row.years.get(year, Decimal(0)) for row in below), Decimal(0)) for year in self.years
        }

    def columns(self) -> list[Column]:
        """The bars of the chart, the highest as high as it is."""
        amounts = [self.amounts(head) for head in self.heads]
        sums = {year: sum((each[year] for each in amounts), Decimal(0)) for year in self.years}
        top = max(sums.values(), default=Decimal(0)) or Decimal(1)
        return [self._column(year, amounts, sums[year], top) for year in self.years]

    def _column(
        self, year: str, amounts: Sequence[Mapping[str, Decimal]], amount: Decimal, top: Decimal
    ) -> Column:
        parts, bottom = [], Decimal(0)
        for series, each in enumerate(amounts, start=1):
            if each[year]:
                height = 100 * each[year] / top
                parts.append(Part(series, round(float(bottom), 2), round(float(height), 2), each[year]))
                bottom += height
        stated = self.total.years.get(year) if self.total else None
        return Column(year, parts, amount, stated)


async def budget(visit: Visit) -> Page:
    """The budgets of all plans that have one."""
    rows = await visit.reader.rows("budget-rows", lang=visit.language)
    return Page(
        "budget.html",
        title=visit.t("budget.title"),
        description=visit.t("budget.lead"),
        data={"budgets": list(_budgets(rows).values())},
    )


def _budgets(rows: Iterable[Row]) -> dict[str, Budget]:
    budgets: dict[str, Budget] = {}
    known: dict[str, BudgetRow] = {}
    for row in rows:
        found = budgets.setdefault(row["plan"], Budget(row["plan"], row["node"], row["place"]))
        item = known.get(row["row"])
        if item is None:
            item = BudgetRow(
                row["row"], kind_of([row["class"]]), row["ref"], row["label"], row["parent"], row["total"]
            )
            known[row["row"]] = item
            found.rows.append(item)
            found.unit = found.unit or row["unit"]
        if row["year"]:
            item.years[row["year"]] = Decimal(row["amount"])
    return budgets
