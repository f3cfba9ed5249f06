"""Standards and tools: which province names each, and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Standard", "make_standards"]


@dataclass(frozen=True)
class Standard:
    """A standard or tool with the places that name it, by province."""

    iri: str
    name: str
    places: Mapping[str, tuple[Point, ...]]

    @property
    def count(self) -> int:
        """All places together."""
        return sum(len(places) for places in self.places.values())


def make_standards(rows: Sequence[Row], province: str | None) -> tuple[Standard, ...]:
    """The standards of the query `standards`: those of most provinces first, then the most named.

    Targets of one reference are one place. On one province: the standards that it names, with what the
    others say of them.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["standard"], []).append(row)
    standards = [
        Standard(iri, group[0]["name"], _places(group))
        for iri, group in groups.items()
        if province is None or any(row["province"] == province for row in group)
    ]
    return tuple(sorted(standards, key=lambda each: (-len(each.places), -each.count, each.name)))


def _places(rows: Sequence[Row]) -> dict[str, tuple[Point, ...]]:
    found: dict[str, dict[tuple[str, str, str], Point]] = {}
    for row in rows:
        place = (row["plan"], row["kind"], row["ref"])
        found.setdefault(row["province"], {}).setdefault(place, point_of(row))
    return {province: tuple(points.values()) for province, points in found.items()}
