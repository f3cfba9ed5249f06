"""The arithmetic behind the pictures."""

from decimal import Decimal

from qpgraph.web.budget import Budget, BudgetRow
from qpgraph.web.compare import charts_of
from qpgraph.web.reader import Row
from qpgraph.web.render import heat_level
from qpgraph.web.search import marked
from qpgraph.web.timeline import span_of


def test_bars_are_as_long_as_their_numbers() -> None:
    rows = [
        Row(target="a", province="p1", place="P1", value="60", unit="%", comparator=">"),
        Row(target="b", province="p2", place="P2", value="30", unit="%", comparator="="),
        Row(target="c", province="p2", place="P2", value="5", unit="models"),
    ]
    (chart,) = charts_of(rows)  # only one province counts in models: nothing to compare
    assert [(bar.iri, bar.length) for bar in chart.bars] == [("a", 60), ("b", 30)]


def test_stacked_budget_adds_up() -> None:
    rows = [
        BudgetRow("1", "budget-group", "I", "", "", ""),
        BudgetRow("2", "budget", "I.1", "", "I", "", {"2026": Decimal(30), "2027": Decimal(10)}),
        BudgetRow("3", "budget", "II", "", "", "", {"2026": Decimal(10)}),
        BudgetRow("4", "budget-total", "total", "", "", "", {"2026": Decimal(40), "2027": Decimal(11)}),
    ]
    first, second = Budget("plan", "iri", "place", "unit", rows).columns()
    assert [(part.series, part.bottom, part.height) for part in first.parts] == [(1, 0, 75), (2, 75, 25)]
    assert (first.amount, first.stated) == (40, 40)
    assert (second.amount, second.stated) == (10, 11)


def test_years_of_tasks() -> None:
    plan = {"first": "2026", "last": "2030"}
    stated = span_of(Row(plan, start="2026", end="2027"))
    assert (stated.before, stated.length, stated.after, stated.stated) == (1, 2, 3, True)
    once = span_of(Row(plan, start="2027", again="once"))
    assert list(once.years) == [2027]
    yearly = span_of(Row(plan, again="annual"))
    assert (list(yearly.years), yearly.stated) == ([2026, 2027, 2028, 2029, 2030], False)
    beyond = span_of(Row(plan, start="2031", end="2035"))
    assert beyond.length == 0


def test_heat_deepens_by_doubling() -> None:
    assert [heat_level(n) for n in (0, 1, 2, 4, 7, 8, 31, 32, 1000)] == [0, 1, 2, 3, 3, 4, 5, 6, 6]


def test_marks_are_put_and_all_else_is_escaped() -> None:
    assert marked("<b> & c", [(4, 5)]) == "&lt;b&gt; <mark>&amp;</mark> c"
