"""Defects of the sources: what is in doubt, which readings there are and which one was taken."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Plan, Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Defect", "Defects", "make_defects"]


@dataclass(frozen=True)
class Defect:
    """A defect of the point `about`, whose reference is None when it is the plan itself."""

    point: Point
    kind: str
    about: str
    ref: str | None
    note: str
    used: str | None
    others: tuple[str, ...]


@dataclass(frozen=True)
class Defects:
    """The defects by plan, and how many there are of each kind."""

    by_plan: Mapping[str, tuple[Defect, ...]]
    kinds: tuple[str, ...]

    def count(self, plan: str, kind: str) -> int:
        """How many defects of a kind a plan has."""
        return sum(defect.kind == kind for defect in self.by_plan[plan])


def make_defects(plans: Sequence[Plan], rows: Sequence[Row]) -> Defects:
    """The defects of the query `defects`; the most frequent kind first."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["thing"], []).append(row)
    defects = [_defect(group) for group in groups.values()]
    kinds = Counter(defect.kind for defect in defects)
    return Defects(
        by_plan={plan.id: tuple(each for each in defects if each.point.plan == plan.id) for plan in plans},
        kinds=tuple(kind for kind, _ in kinds.most_common()),
    )


def _defect(rows: Sequence[Row]) -> Defect:
    first = rows[0]
    used = first.get("used")
    return Defect(
        point=point_of(first),
        kind=first["kind"],
        about=first["about"],
        ref=first.get("ref"),
        note=first["note"],
        used=used,
        others=tuple(row["possible"] for row in rows if row.get("possible", used) != used),
    )
