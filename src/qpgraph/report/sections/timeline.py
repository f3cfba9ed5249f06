"""Tasks by year and by how they come again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.points import Plan, Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Schedule", "Timeline", "make_timelines"]

_TIMED_BY_EVENT = frozenset({"ad-hoc", "conditional"})


@dataclass(frozen=True)
class Schedule:
    """The tasks of one schedule; what the plan leaves open is None."""

    start: int | None
    end: int | None
    recurrence: str | None
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Timeline:
    """A plan's tasks: by schedule, and by year (those done every year, and those with years of their own)."""

    plan: Plan
    schedules: tuple[Schedule, ...]
    annual: Mapping[int, tuple[Point, ...]]
    dated: Mapping[int, tuple[Point, ...]]


def make_timelines(plans: Sequence[Plan], rows: Sequence[Row]) -> tuple[Timeline, ...]:
    """The timelines of the plans that have tasks, from the query `schedule`.

    A task is under way in each year from its first to its last; where it names none of them, the
    plan's stand in. A task with neither years nor recurrence, or that waits for an event, has no year.
    """
    return tuple(
        _timeline(plan, own) for plan in plans if (own := [row for row in rows if row["plan"] == plan.id])
    )


def _timeline(plan: Plan, rows: Sequence[Row]) -> Timeline:
    years = range(plan.start, plan.end + 1)
    under_way = {year: [row for row in rows if year in _years(row, plan)] for year in years}
    return Timeline(
        plan=plan,
        schedules=_schedules(rows),
        annual={year: _points(found, annual=True) for year, found in under_way.items()},
        dated={year: _points(found, annual=False) for year, found in under_way.items()},
    )


def _points(rows: Sequence[Row], *, annual: bool) -> tuple[Point, ...]:
    return tuple(point_of(row) for row in rows if (row.get("recurrence") == "annual") == annual)


def _years(row: Row, plan: Plan) -> range:
    if "start" not in row and "end" not in row and row.get("recurrence", "ad-hoc") in _TIMED_BY_EVENT:
        return range(0)
    return range(int(row.get("start", plan.start)), int(row.get("end", plan.end)) + 1)


def _schedules(rows: Sequence[Row]) -> tuple[Schedule, ...]:
    groups: dict[tuple[str, str, str], list[Row]] = {}
    for row in rows:
        groups.setdefault((row.get("start", ""), row.get("end", ""), row.get("recurrence", "")), []).append(
            row
        )
    return tuple(
        Schedule(_year(start), _year(end), recurrence or None, tuple(point_of(row) for row in group))
        for (start, end, recurrence), group in sorted(groups.items(), key=lambda each: -len(each[1]))
    )


def _year(text: str) -> int | None:
    return int(text) if text else None
