"""Procedures step by step."""

from collections.abc import Sequence
from dataclasses import dataclass

from qpgraph.report.points import Point, point_of
from qpgraph.report.rows import Row
from qpgraph.report.sections.deadlines import Party

__all__ = ["Step", "make_steps"]


@dataclass(frozen=True)
class Step:
    """A step: who acts, when."""

    point: Point
    step: str
    when: str | None
    actors: tuple[Party, ...]


def make_steps(rows: Sequence[Row]) -> tuple[Step, ...]:
    """The steps of the query `procedure`."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        groups.setdefault(row["thing"], []).append(row)
    return tuple(
        Step(
            point=point_of(group[0]),
            step=group[0]["step"],
            when=group[0].get("when"),
            actors=tuple(Party(row["actor"], row["actor_name"]) for row in group if "actor" in row),
        )
        for group in groups.values()
    )
