"""Targets compared over provinces, theme by theme."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from qpgraph.report.points import Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Comparison", "Target", "Theme", "make_targets"]


@dataclass(frozen=True)
class Target:
    """A target and its number; without a number `comparator` and `value` are None."""

    point: Point
    province: str
    subject: str
    comparator: str | None
    value: str | None
    max: str | None
    unit: str | None
    yearly: bool
    by: str | None

    @property
    def height(self) -> Decimal | None:
        """How long its bar is: the value, of a range the upper end."""
        return Decimal(self.max or self.value) if self.value else None


@dataclass(frozen=True)
class Comparison:
    """Targets of one theme and one unit from two provinces or more: they may stand in one chart."""

    unit: str
    yearly: bool
    targets: tuple[Target, ...]


@dataclass(frozen=True)
class Theme:
    """A theme and the targets on it."""

    iri: str
    id: str
    name: str
    targets: tuple[Target, ...]

    @property
    def provinces(self) -> frozenset[str]:
        """The provinces that have a target on it."""
        return frozenset(target.province for target in self.targets)

    def of(self, province: str) -> tuple[Target, ...]:
        """Its targets of one province."""
        return tuple(target for target in self.targets if target.province == province)

    @property
    def comparisons(self) -> tuple[Comparison, ...]:
        """What may be compared in a chart."""
        groups: dict[tuple[str, bool], list[Target]] = {}
        for target in self.targets:
            if target.value and target.unit:
                groups.setdefault((target.unit, target.yearly), []).append(target)
        return tuple(
            Comparison(unit, yearly, tuple(targets))
            for (unit, yearly), targets in groups.items()
            if len({target.province for target in targets}) > 1
        )


def make_targets(rows: Sequence[Row], province: str | None) -> tuple[Theme, ...]:
    """The themes of the query `targets`: those of most provinces first.

    On one province: its themes only, with the targets that other provinces have on them.
    """
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["theme"], []).append(row)
    themes = [
        Theme(iri, group[0]["theme_id"], group[0]["theme_name"], tuple(_target(row) for row in group))
        for iri, group in groups.items()
        if province is None or any(row["province"] == province for row in group)
    ]
    return tuple(sorted(themes, key=lambda theme: -len(theme.provinces)))


def _target(row: Row) -> Target:
    return Target(
        point=point_of(row),
        province=row["province"],
        subject=row["subject"],
        comparator=row.get("comparator"),
        value=row.get("value"),
        max=row.get("max"),
        unit=row.get("unit"),
        yearly="per" in row,
        by=row.get("by"),
    )
