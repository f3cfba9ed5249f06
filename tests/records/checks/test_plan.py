"""Each check of records against themselves: an input that passes and inputs that fail."""

from typing import Any

import pytest

from qpgraph.records.checks import CHECKS, check_plan
from qpgraph.records.load import read_all
from qpgraph.records.model import PlanRecords
from qpgraph.settings import data_directory
from tests.records.sample import entry, plan, records

SKCN = "Sở Khoa học và Công nghệ"


def found(**files: Any) -> list[tuple[str, str, str, str]]:
    """File, field, severity and message of each finding."""
    return [
        (each.file, str((*each.location[1:], "")[0]), each.severity, each.message)
        for each in check_plan(records(**files))
    ]


def defect(about: str, kind: str = "contradiction") -> list[dict[str, Any]]:
    return [entry(about=about, kind=kind)]


@pytest.mark.parametrize("document", read_all(data_directory("loaders")), ids=lambda document: document.id)
def test_the_projects_own_records_pass(document: PlanRecords) -> None:
    assert [finding.message for finding in check_plan(document)] == []


def test_every_check_runs() -> None:
    assert len({check.__name__ for check in CHECKS}) == len(CHECKS) == 10


def test_a_reference_is_unique() -> None:
    assert found(targets=[entry("I", scope="general"), entry("I", scope="general", part=2)]) == []
    [finding] = found(procedure=[entry("a", step="a"), entry("b", step="b"), entry("a", step="c")])
    assert finding == ("procedure", "ref", "error", "a stands 2 times; a reference is unique")


def budget(total: int = 30, **years: int) -> dict[str, Any]:
    return {"total": total, "years": {int(year[1:]): amount for year, amount in years.items()}}


def test_a_budget_adds_up() -> None:
    rows = [
        entry("I", heading=True),
        entry("I.1", **budget(30, y2026=10, y2027=20)),
        entry("I.2", **budget(5, y2027=5)),
        entry("total", total_row=True, **budget(35, y2026=10, y2027=25)),
    ]
    assert found(budget=rows) == []


def test_a_row_whose_years_dont_add_up_is_found() -> None:
    rows = [entry("I", **budget(31, y2026=10, y2027=20))]
    assert found(budget=rows) == [("budget", "years", "error", "I adds up to 30, not to its total 31")]
    assert found(budget=rows, defects=defect("budget I", "sum")) == []


def test_a_total_row_that_doesnt_add_up_is_found_by_year_and_overall() -> None:
    rows = [entry("I", **budget(30, y2026=10, y2027=20)), entry("II", total_row=True, **budget(40, y2026=40))]
    assert [message for *_, message in found(budget=rows)] == [
        "the rows of 2026 add up to 10, the total row says 40",
        "the rows of 2027 add up to 20, the total row says 0",
        "the rows' totals add up to 30, the total row says 40",
    ]


def test_years_lie_in_the_period() -> None:
    assert found(tasks=[entry("1", heading=True, schedule={"start": 2026, "end": 2030})]) == []
    [finding] = found(tasks=[entry("1", heading=True, schedule={"start": 2025, "end": 2030})])
    assert finding == ("tasks", "schedule", "error", "2025 is outside the plan's period 2026-2030")
    [finding] = found(budget=[entry("I", **budget(1, y2031=1))])
    assert finding == ("budget", "years", "error", "2031 is outside the plan's period 2026-2030")


def test_a_period_runs_forward() -> None:
    [finding] = found(plan=plan(start=2030, end=2026))
    assert finding == ("plan", "", "error", "the period runs backwards: 2030 to 2026")


def test_body_and_annex_belong_together() -> None:
    measures = [entry("I", heading=True), entry("I.1", tasks=["1"]), entry("I.2", tasks=["2"])]
    tasks = [entry("1"), entry("2", heading=True), entry("2.1"), entry("2.2")]
    assert found(measures=measures, tasks=tasks) == []
    assert found(measures=[entry("I")]) == [], "a plan without an annex"


def test_a_point_without_rows_and_a_row_without_point_are_found() -> None:
    files = {"measures": [entry("I")], "tasks": [entry("1")]}
    assert found(**files) == [
        ("measures", "", "warning", "no annex row carries out I"),
        ("tasks", "ref", "warning", "no measure and no duty names row 1"),
    ]
    doubts = [*defect("measure I"), *defect("task 1")]
    assert found(**files, defects=doubts) == []
    duty = entry("II", agencies=[SKCN], tasks=["1"])
    assert len(found(**files, duties=[duty])) == 1


def test_the_body_names_no_standard_that_its_rows_lack() -> None:
    measure = entry("I", tasks=["1", "2"], standards=["5S", "Lean"])
    tasks = [entry("1", standards=["5S"]), entry("2", standards=["Lean", "KPI"])]
    assert found(measures=[measure], tasks=tasks) == []
    [finding] = found(measures=[measure], tasks=[entry("1", standards=["5S"]), entry("2")])
    assert finding == ("measures", "standards", "error", "annex rows 1, 2 don't name Lean")
    assert found(measures=[measure], tasks=[entry("1"), entry("2")], defects=defect("task 2")) == []


@pytest.mark.parametrize("field", ["amends", "replaces"])
def test_an_act_to_be_changed_is_no_legal_basis(field: str) -> None:
    bases = [{"id": "57-NQ/TW", "where": "preamble", "lines": "2"}]
    duty = [entry("I", agencies=[SKCN], tasks=["1"])]
    assert found(legal_bases=bases, duties=duty, tasks=[entry("1", **{field: ["20/2021/NQ-HĐND"]})]) == []
    [finding] = found(legal_bases=bases, duties=duty, tasks=[entry("1", **{field: ["57-NQ/TW"]})])
    assert finding == (
        "tasks",
        field,
        "error",
        "57-NQ/TW is to be changed by 1 and is a legal basis of the plan",
    )
