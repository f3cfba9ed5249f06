"""Legal bases: the acts that plans stand on, and which of them provinces share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Point
from qpgraph.report.rows import Row

__all__ = ["Act", "make_acts"]


@dataclass(frozen=True)
class Act:
    """An act, with the places where plans stand on it, by province."""

    iri: str
    id: str
    title: str
    type: str
    date: str | None
    places: Mapping[str, tuple[Point, ...]]

    @property
    def shared(self) -> bool:
        """Whether plans of two provinces or more stand on it."""
        return len(self.places) > 1


def make_acts(rows: Sequence[Row], province: str | None) -> tuple[Act, ...]:
    """The acts of the query `legal-bases`, the most shared first; on one province: those it stands on."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["act"], []).append(row)
    acts = [
        _act(group)
        for group in groups.values()
        if province is None or any(row["province"] == province for row in group)
    ]
    return tuple(sorted(acts, key=lambda act: (-len(act.places), act.id)))


def _act(rows: Sequence[Row]) -> Act:
    first = rows[0]
    places: dict[str, list[Point]] = {}
    for row in rows:
        point = Point(row["thing"], row["plan"], row["id"], row["lines"], kind=row["where"])
        places.setdefault(row["province"], []).append(point)
    return Act(
        iri=first["act"],
        id=first["id"],
        title=first["title"],
        type=first["type"],
        date=first.get("date"),
        places={province: tuple(points) for province, points in places.items()},
    )
