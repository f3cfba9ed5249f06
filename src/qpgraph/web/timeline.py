"""The tasks of all plans on a line of years."""

from asyncio import gather
from collections.abc import Sequence
from dataclasses import dataclass

from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row

__all__ = ["FIRST_YEAR", "LAST_YEAR", "Span", "span_of", "timeline"]

FIRST_YEAR, LAST_YEAR = 2025, 2030


@dataclass(frozen=True)
class Span:
    """The years of a task as columns of a table: so many before, of it, and after."""

    before: int
    length: int
    after: int
    stated: bool
    """Whether the document names the years; else they are those of its plan."""

    @property
    def years(self) -> range:
        """The years that it covers."""
        first = FIRST_YEAR + self.before
        return range(first, first + self.length)


async def timeline(visit: Visit) -> Page:
    """See the module; a province and a theme narrow it down."""
    province, theme = visit.parameter("province"), visit.parameter("theme")
    tasks, provinces, themes = await gather(
        visit.reader.rows("timeline-tasks", lang=visit.language, province=province, theme=theme),
        visit.reader.rows("province-list"),
        visit.reader.rows("theme-counts", lang=visit.language),
    )
    groups: dict[str, list[tuple[Row, Span]]] = {}
    for row in tasks:
        groups.setdefault(row["plan"], []).append((row, span_of(row)))
    return Page(
        "timeline.html",
        title=visit.t("timeline.title"),
        description=visit.t("timeline.lead"),
        data={
            "groups": groups,
            "years": range(FIRST_YEAR, LAST_YEAR + 1),
            "load": _load(provinces, tasks),
            "provinces": provinces,
            "themes": sorted({(row["label"], row["id"]) for row in themes}),
            "province": province,
            "theme": theme,
            "total": len(tasks),
        },
    )


def span_of(row: Row) -> Span:
    """The years of a task: its own, or its plan's where it is done each year or has none."""
    stated = bool(row["start"] or row["end"])
    first = int(row["start"] or row["first"])
    last = int(row["end"] or (row["last"] if row["again"] != "once" or not stated else first))
    first, last = max(min(first, last), FIRST_YEAR), min(max(first, last), LAST_YEAR)
    length = max(last - first + 1, 0)
    return Span(
        first - FIRST_YEAR, length, LAST_YEAR - FIRST_YEAR + 1 - (first - FIRST_YEAR) - length, stated
    )


def _load(provinces: Sequence[Row], tasks: Sequence[Row]) -> list[tuple[Row, list[int]]]:
    """For each province how many of the tasks go on in each year."""
    return [
        (
            province,
            [
                sum(1 for row in tasks if row["province"] == province["id"] and year in span_of(row).years)
                for year in range(FIRST_YEAR, LAST_YEAR + 1)
            ],
        )
        for province in provinces
    ]
