"""What is due after a day: reports, and tasks by the year in which they end."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from qpgraph.report.points import Plan, Point, point_of
from qpgraph.report.rows import Row

__all__ = ["Deadlines", "Ending", "Party", "Report", "make_deadlines"]


@dataclass(frozen=True)
class Party:
    """Who reports, or is reported to."""

    iri: str
    name: str


@dataclass(frozen=True)
class Report:
    """A report that is due: `due` is its next day, None where the plan names no day or its period is over."""

    point: Point
    due: date | None
    day: str | None
    recurrence: str | None
    on_request: bool
    who: tuple[Party, ...]
    to: tuple[Party, ...]


@dataclass(frozen=True)
class Ending:
    """The tasks that are to end by a day; `open` tells whether that day is still to come."""

    by: date
    open: bool
    points: tuple[Point, ...]


@dataclass(frozen=True)
class Deadlines:
    """All that is due, seen from a day: reports by their next day, those without one last."""

    on: date
    reports: tuple[Report, ...]
    endings: tuple[Ending, ...]


def make_deadlines(
    plans: Mapping[str, Plan], reporting: Sequence[Row], schedule: Sequence[Row], on: date
) -> Deadlines:
    """The deadlines of plans from the queries `reporting` and `schedule`, seen from the day `on`."""
    groups: dict[str, list[Row]] = {}
    for row in reporting:
        groups.setdefault(row["thing"], []).append(row)
    reports = [_report(group, plans[group[0]["plan"]], on) for group in groups.values()]
    reports.sort(key=lambda report: report.due or date.max)
    return Deadlines(on, tuple(reports), _endings(schedule, on))


def _report(rows: Sequence[Row], plan: Plan, on: date) -> Report:
    first = rows[0]
    return Report(
        point=point_of(first),
        due=_next(first["deadline"], plan, on) if "deadline" in first else None,
        day=first.get("deadline"),
        recurrence=first.get("recurrence"),
        on_request=first.get("on_request") == "true",
        who=_parties(rows, "who"),
        to=_parties(rows, "to"),
    )


def _parties(rows: Sequence[Row], column: str) -> tuple[Party, ...]:
    found = {row[column]: Party(row[column], row[f"{column}_name"]) for row in rows if column in row}
    return tuple(found.values())


def _next(day: str, plan: Plan, on: date) -> date | None:
    """The next time that a day of every year (xsd:gMonthDay) comes within the plan's period."""
    for year in range(max(plan.start, on.year), plan.end + 1):
        due = _day_of(year, day)
        if due >= on:
            return due
    return None


def _day_of(year: int, day: str) -> date:
    month, number = (int(part) for part in day.removeprefix("--").split("-"))
    if (month, number) == (2, 29):
        return date(year, 3, 1) - timedelta(days=1)
    return date(year, month, number)


def _endings(rows: Sequence[Row], on: date) -> tuple[Ending, ...]:
    groups: dict[date, list[Row]] = {}
    for row in rows:
        if "end" in row:
            groups.setdefault(_last_day(int(row["end"]), row.get("quarter")), []).append(row)
    return tuple(Ending(by, by >= on, tuple(point_of(row) for row in groups[by])) for by in sorted(groups))


def _last_day(year: int, quarter: str | None) -> date:
    month = 3 * int(quarter) if quarter else 12
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
