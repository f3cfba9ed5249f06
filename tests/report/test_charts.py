"""Charts: lengths are in proportion, scales begin at 0, small multiples share one."""

from decimal import Decimal

import pytest

from qpgraph.report.charts import Bar, Column, Part, bar_chart, column_charts


def bar(*values: int) -> Bar:
    return Bar("a", "urn:a", "", tuple(Part(Decimal(value)) for value in values))


def test_bars_are_in_proportion_and_stay_inside() -> None:
    chart = bar_chart([bar(10), bar(5), bar(2, 3), bar(0)])
    widths = [sum(each.width for each in mark.rectangles) for mark in chart.marks]
    assert widths[0] == pytest.approx(2 * widths[1], abs=0.2)
    assert widths[1] == pytest.approx(widths[2], abs=0.2)
    assert widths[3] == 0
    assert all(mark.end < chart.width for mark in chart.marks)
    assert chart.marks[2].rectangles[1].x == pytest.approx(chart.axis + widths[2] * 0.4, abs=0.2)


def test_columns_of_all_multiples_share_a_scale() -> None:
    column = Column("2026", "", (Part(Decimal(4)), Part(Decimal(4), "second")))
    small = Column("2026", "", (Part(Decimal(2)),))
    first, second = column_charts([("a", [column]), ("b", [small])])
    heights = [sum(each.height for each in chart.marks[0].rectangles) for chart in (first, second)]
    assert heights[0] == pytest.approx(4 * heights[1], abs=0.3)
    lower, upper = first.marks[0].rectangles
    assert lower.y + lower.height == pytest.approx(first.base, abs=0.2)
    assert upper.y > 12


def test_nothing_to_draw_is_no_fault() -> None:
    assert bar_chart([]).marks == ()
    assert column_charts([]) == ()
    assert column_charts([("a", [])])[0].marks == ()
    assert bar_chart([bar(0)]).marks[0].rectangles[0].width == 0
