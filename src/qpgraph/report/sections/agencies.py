"""Agencies and their load: what each leads, coordinates and is given to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Point, points_of
from qpgraph.report.rows import Row

__all__ = ["ROLES", "Agency", "make_agencies"]

ROLES = ("lead", "coordinate", "duty", "partner")
"""Leads a task, coordinates on one, is given a duty, is partner in one."""


@dataclass(frozen=True)
class Agency:
    """An agency with its points by role."""

    iri: str
    name: str
    province: str
    points: Mapping[str, tuple[Point, ...]]

    def count(self, role: str) -> int:
        """How many points it has in a role."""
        return len(self.points[role])

    @property
    def load(self) -> int:
        """All its points together."""
        return sum(len(points) for points in self.points.values())


def make_agencies(rows: Sequence[Row]) -> tuple[Agency, ...]:
    """The agencies of the query `roles`, by province; in it, who leads most first.

    An agency that plans of two provinces name (a ministry) is listed under each.
    """
    groups: dict[tuple[str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["province"], row["agency"]), []).append(row)
    agencies = [
        Agency(iri, group[0]["name"], province, {role: _in_role(group, role) for role in ROLES})
        for (province, iri), group in groups.items()
    ]
    return tuple(sorted(agencies, key=_order))


def _in_role(rows: Sequence[Row], role: str) -> tuple[Point, ...]:
    return points_of(row for row in rows if row["role"] == role)


def _order(agency: Agency) -> tuple[str, int, int, int, str]:
    return (agency.province, -agency.count("lead"), -agency.count("coordinate"), -agency.load, agency.name)
