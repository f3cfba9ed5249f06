"""The plans in figures: how many points of each kind, standards and agencies each plan has."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Plan, Point, point_of
from qpgraph.report.rows import Row

__all__ = ["KINDS", "Figures", "make_figures"]

KINDS = (
    "task",
    "target",
    "measure",
    "duty",
    "legal-basis",
    "reporting",
    "budget",
    "catalogue",
    "procedure",
    "defect",
)
"""The kinds of point that are counted, in the order of the table."""


@dataclass(frozen=True)
class Figures:
    """The points by plan and kind; how many standards and agencies each plan names."""

    points: Mapping[str, Mapping[str, tuple[Point, ...]]]
    standards: Mapping[str, int]
    agencies: Mapping[str, int]
    all_standards: int
    all_agencies: int

    def total(self, kind: str) -> int:
        """How many points of a kind all plans have together."""
        return sum(len(kinds[kind]) for kinds in self.points.values())


def make_figures(
    plans: Sequence[Plan], points: Sequence[Row], standards: Sequence[Row], roles: Sequence[Row]
) -> Figures:
    """The figures of plans, from the rows of the queries `points`, `standards` and `roles` in scope."""
    found: dict[str, dict[str, list[Point]]] = {plan.id: {kind: [] for kind in KINDS} for plan in plans}
    for row in points:
        found[row["plan"]][row["kind"]].append(point_of(row))
    return Figures(
        points={plan: {kind: tuple(each) for kind, each in kinds.items()} for plan, kinds in found.items()},
        standards=_distinct(plans, standards, "standard"),
        agencies=_distinct(plans, roles, "agency"),
        all_standards=len({row["standard"] for row in standards}),
        all_agencies=len({row["agency"] for row in roles}),
    )


def _distinct(plans: Sequence[Plan], rows: Sequence[Row], column: str) -> dict[str, int]:
    return {plan.id: len({row[column] for row in rows if row["plan"] == plan.id}) for plan in plans}
