"""Catalogues of standards and tools, in short: groups, purposes and what stands in them."""

from collections.abc import Sequence
from dataclasses import dataclass

from qpgraph.report.points import Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Entry", "Group", "make_catalogue"]


@dataclass(frozen=True)
class Entry:
    """A standard or tool in the catalogue."""

    point: Point
    standard: str
    name: str


@dataclass(frozen=True)
class Group:
    """Entries of one group with one purpose."""

    plan: str
    name: str
    purpose: str
    entries: tuple[Entry, ...]


def make_catalogue(rows: Sequence[Row]) -> tuple[Group, ...]:
    """The groups of the query `catalogue`, in its order."""
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row["plan"], row["group"], row["purpose"]), []).append(row)
    return tuple(
        Group(plan, name, purpose, tuple(Entry(point_of(row), row["standard"], row["name"]) for row in group))
        for (plan, name, purpose), group in groups.items()
    )
