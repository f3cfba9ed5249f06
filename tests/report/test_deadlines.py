"""What is due, seen from a day."""

from datetime import date

import pytest

from qpgraph.report.ask import content_of
from qpgraph.report.points import Plan
from qpgraph.report.sections.deadlines import Deadlines, make_deadlines
from qpgraph.settings import Settings

PLAN = Plan(
    "urn:p", "p", "x", "urn:x", "X", None, None, "Kế hoạch", "urn:i", "I", "T", 2026, 2030, None, (), "1"
)
REPORT = {"thing": "urn:r", "plan": "p", "ref": "V.1", "lines": "7", "who": "urn:a", "who_name": "A"}


def seen(on: date, deadline: str = "--11-20") -> date | None:
    rows = [{**REPORT, "deadline": deadline}]
    return make_deadlines({"p": PLAN}, rows, [], on).reports[0].due


@pytest.mark.parametrize(
    ("on", "due"),
    [
        (date(2026, 11, 19), date(2026, 11, 20)),
        (date(2026, 11, 20), date(2026, 11, 20)),
        (date(2026, 11, 21), date(2027, 11, 20)),
        (date(2024, 1, 1), date(2026, 11, 20)),
        (date(2030, 11, 20), date(2030, 11, 20)),
        (date(2030, 11, 21), None),
    ],
)
def test_the_next_day_lies_in_the_period(on: date, due: date | None) -> None:
    assert seen(on) == due


def test_the_last_of_february_is_a_day_in_every_year() -> None:
    assert seen(date(2027, 1, 1), "--02-29") == date(2027, 2, 28)
    assert seen(date(2028, 1, 1), "--02-29") == date(2028, 2, 29)


def test_a_report_without_a_day_comes_last() -> None:
    rows = [{**REPORT, "thing": "urn:none"}, {**REPORT, "deadline": "--06-30"}]
    found = make_deadlines({"p": PLAN}, rows, [], date(2026, 1, 1)).reports
    assert [report.due for report in found] == [date(2026, 6, 30), None]


@pytest.mark.parametrize(
    ("row", "by"),
    [
        ({"end": "2027"}, date(2027, 12, 31)),
        ({"end": "2026", "quarter": "3"}, date(2026, 9, 30)),
        ({"end": "2026", "quarter": "1"}, date(2026, 3, 31)),
        ({"end": "2026", "quarter": "4"}, date(2026, 12, 31)),
    ],
)
def test_a_task_ends_with_its_year_or_quarter(row: dict[str, str], by: date) -> None:
    task = {"thing": "urn:t", "plan": "p", "ref": "1", "lines": "1", "title": "T"}
    (ending,) = make_deadlines({}, [], [{**task, **row}], by).endings
    assert (ending.by, ending.open) == (by, True)
    (later,) = make_deadlines({}, [], [{**task, **row}], date(2031, 1, 1)).endings
    assert not later.open


def test_a_task_without_an_end_has_no_deadline() -> None:
    task = {"thing": "urn:t", "plan": "p", "ref": "1", "lines": "1", "title": "T", "start": "2026"}
    assert make_deadlines({}, [], [task], date(2026, 1, 1)) == Deadlines(date(2026, 1, 1), (), ())


def test_the_next_reports_of_the_plans(settings: Settings) -> None:
    found = content_of("all", "vi", date(2026, 11, 1), settings).deadlines.reports
    assert [(report.point.plan, report.point.ref, report.due) for report in found[:2]] == [
        ("bac-ninh-kh-2026-2030", "V.1", date(2026, 11, 20)),
        ("bac-ninh-kh-2026-2030", "V.2.đ", date(2026, 11, 30)),
    ]
