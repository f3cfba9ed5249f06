"""The charts of a report, drawn from its content."""

from collections.abc import Mapping
from decimal import Decimal

from qpgraph.report.charts import Bar, BarChart, Column, ColumnChart, Part, bar_chart, column_charts
from qpgraph.report.content import Content
from qpgraph.report.sections.targets import Comparison, Target
from qpgraph.report.sections.timeline import Timeline
from qpgraph.wording.language import Translator
from qpgraph.wording.numbers import shown_number

__all__ = [
    "agency_chart",
    "budget_charts",
    "figure_charts",
    "shown_value",
    "target_charts",
    "timeline_charts",
]

_MOST_AGENCIES = 15
_LABEL = 350
_CHARTED_KINDS = ("task", "target", "measure", "duty")
_SIGNS: Mapping[str | None, str] = {">=": "≥ ", ">": "> ", "=": "= ", "~": "≈ "}


def shown_value(target: Target, words: Translator) -> str:
    """A target's number with its comparator, `≥ 1.000` or `10–15`; empty when it has none."""
    if target.value is None:
        return ""
    number = shown_number(target.value, words.language)
    if target.max:
        return f"{number}–{shown_number(target.max, words.language)}"
    return _SIGNS.get(target.comparator, "").replace(" ", "\u00a0") + number


def target_charts(content: Content, words: Translator) -> dict[str, tuple[tuple[Comparison, BarChart], ...]]:
    """By theme: a chart for each unit in which provinces can be compared, the report's own among them."""
    own = content.province.id if content.province else None
    return {
        theme.id: tuple(
            (each, _comparison(content, each, words))
            for each in theme.comparisons
            if own is None or any(target.province == own for target in each.targets)
        )
        for theme in content.themes
    }


def _comparison(content: Content, comparison: Comparison, words: Translator) -> BarChart:
    own = content.province.id if content.province else None
    names = content.provinces
    bars = [
        Bar(
            label=" · ".join((names[target.province].province_name, target.point.ref, target.subject)),
            href=target.point.iri,
            text=shown_value(target, words),
            parts=(Part(target.height or Decimal(), "first" if own in (None, target.province) else "other"),),
        )
        for target in sorted(comparison.targets, key=lambda target: -(target.height or Decimal()))
    ]
    return bar_chart(bars, label_width=_LABEL)


def agency_chart(content: Content, words: Translator) -> BarChart:
    """The agencies that lead or coordinate most tasks."""
    several = len(content.own_provinces) > 1
    busiest = sorted(content.agencies, key=lambda each: -(each.count("lead") + each.count("coordinate")))
    bars = []
    for agency in busiest[:_MOST_AGENCIES]:
        lead, coordinate = agency.count("lead"), agency.count("coordinate")
        if lead + coordinate:
            place = f" · {content.provinces[agency.province].province_name}" if several else ""
            parts = (Part(Decimal(lead)), Part(Decimal(coordinate), "second"))
            bars.append(Bar(agency.name + place, agency.iri, f"{lead} + {coordinate}", parts))
    return bar_chart(bars, label_width=_LABEL)


def figure_charts(content: Content, words: Translator) -> tuple[ColumnChart, ...]:
    """A small multiple for each of the main kinds, a column for each plan."""
    charts = []
    for kind in _CHARTED_KINDS:
        counts = [len(content.figures.points[plan.id][kind]) for plan in content.plans]
        columns = [
            Column(str(number), str(count), (Part(Decimal(count)),)) for number, count in enumerate(counts, 1)
        ]
        charts.append((str(words(f"column.{kind}")), columns))
    return column_charts(charts)


def timeline_charts(content: Content, words: Translator) -> tuple[ColumnChart, ...]:
    """A small multiple for each plan with tasks, a column for each year."""
    return column_charts(
        [
            (
                f"{timeline.plan.province_name}, {timeline.plan.short}",
                _years(timeline),
            )
            for timeline in content.timelines
        ]
    )


def _years(timeline: Timeline) -> list[Column]:
    counts = [(year, len(timeline.annual[year]), len(timeline.dated[year])) for year in timeline.annual]
    return [
        Column(str(year), str(annual + dated), (Part(Decimal(annual)), Part(Decimal(dated), "second")))
        for year, annual, dated in counts
    ]


def budget_charts(content: Content, words: Translator) -> dict[str, ColumnChart]:
    """By plan: its budget by year, as printed; added up where no sum is printed."""
    charts = {}
    for budget in content.budgets:
        sums = {
            year: budget.sum_row.years[year].value
            if budget.sum_row and year in budget.sum_row.years
            else budget.added(year)
            for year in budget.years
        }
        columns = [
            Column(str(year), shown_number(amount, words.language), (Part(amount),))
            for year, amount in sums.items()
        ]
        charts[budget.plan.id] = column_charts([(budget.unit, columns)])[0]
    return charts
