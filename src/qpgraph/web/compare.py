"""Provinces side by side: targets on a theme; themes and standards by province as heat maps."""

from asyncio import gather
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qpgraph.settings import BASE
from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row

__all__ = ["Bar", "Cell", "Chart", "charts_of", "compare", "compare_standards", "compare_themes"]

_FIRST_THEME = "tfp"


@dataclass(frozen=True)
class Bar:
    """A target in a chart: where it leads, how long it is (0 to 100)."""

    iri: str
    place: str
    label: str
    value: str
    comparator: str
    maximum: str
    length: float


@dataclass(frozen=True)
class Chart:
    """The targets that several provinces set in one unit."""

    unit: str
    yearly: bool
    bars: Sequence[Bar]


@dataclass(frozen=True)
class Cell:
    """A row of a heat map: what it is of, and its count for each province."""

    iri: str
    label: str
    group: str
    counts: Sequence[int]


async def compare(visit: Visit) -> Page:
    """Targets on one theme, a column a province."""
    chosen = visit.parameter("theme") or _FIRST_THEME
    themes, targets, provinces = await gather(
        visit.reader.rows("target-themes", lang=visit.language),
        visit.reader.rows("theme-targets", theme=chosen, lang=visit.language),
        visit.reader.rows("province-list"),
    )
    theme = next((row for row in themes if row["id"] == chosen), None)
    columns = [
        (province, [row for row in targets if row["province"] == province["province"]])
        for province in provinces
    ]
    return Page(
        "compare.html",
        title=visit.t("compare.title"),
        description=visit.t("compare.lead"),
        data={
            "themes": themes,
            "chosen": chosen,
            "theme": theme,
            "columns": columns,
            "charts": charts_of(targets),
        },
    )


async def compare_themes(visit: Visit) -> Page:
    """How much each province says on each theme."""
    counts, provinces = await gather(
        visit.reader.rows("themes-by-province"), visit.reader.rows("province-list")
    )
    names = {
        row["theme"]: (f"{BASE}id/theme/{row['theme']}", row[f"theme_{visit.language}"], "") for row in counts
    }
    return _matrix(visit, "themes", provinces, _cells(counts, "theme", names, provinces))


async def compare_standards(visit: Visit) -> Page:
    """How often each province names each standard or tool."""
    counts, standards, provinces = await gather(
        visit.reader.rows("standards-by-province"),
        visit.reader.rows("standard-list", lang=visit.language),
        visit.reader.rows("province-list"),
    )
    names = {row["vi"]: (row["standard"], row["label"], row["family"]) for row in standards}
    return _matrix(visit, "standards", provinces, _cells(counts, "standard", names, provinces))


def _matrix(visit: Visit, what: str, provinces: list[Row], cells: list[Cell]) -> Page:
    return Page(
        "matrix.html",
        title=visit.t(f"compare.{what}.title"),
        description=visit.t(f"compare.{what}.lead"),
        data={"what": what, "provinces": provinces, "cells": cells, "query": f"{what}-by-province"},
    )


def _cells(
    counts: Iterable[Row], column: str, names: dict[str, tuple[str, str, str]], provinces: Sequence[Row]
) -> list[Cell]:
    """The rows of a heat map, those of most provinces and most points first."""
    found: dict[str, dict[str, int]] = {}
    for row in counts:
        found.setdefault(row[column], {})[row["province"]] = int(row["count"])
    cells = [
        Cell(*names.get(name, ("", name, "")), [each.get(province["vi"], 0) for province in provinces])
        for name, each in found.items()
    ]
    return sorted(cells, key=lambda cell: (-sum(1 for n in cell.counts if n), -sum(cell.counts), cell.label))


def charts_of(targets: Sequence[Row]) -> list[Chart]:
    """The targets with a number, by unit, where two provinces or more have one of that unit."""
    units: dict[tuple[str, bool], list[Row]] = {}
    for row in targets:
        if row["value"]:
            units.setdefault((row["unit"], bool(row["yearly"])), []).append(row)
    charts = []
    for (unit, yearly), rows in units.items():
        if len({row["province"] for row in rows}) < 2:
            continue
        top = 100.0 if unit == "%" else max(float(row["max"] or row["value"]) for row in rows)
        ordered = sorted(rows, key=lambda row: -float(row["value"]))
        charts.append(Chart(unit, yearly, [_bar(row, top) for row in ordered]))
    return charts


def _bar(row: Row, top: float) -> Bar:
    length = round(100 * float(row["value"]) / top, 1) if top else 0
    return Bar(
        row["target"], row["place"], row["subject"], row["value"], row["comparator"], row["max"], length
    )
