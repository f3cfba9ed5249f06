from pathlib import Path

from qpgraph.records.checks.finding import Finding, unexplained
from qpgraph.records.model import Defect
from tests.records.sample import entry


def defect(about: str, kind: str = "sum") -> Defect:
    return Defect.model_validate(entry(about=about, kind=kind))


def test_a_finding_is_shown_with_file_line_and_field(tmp_path: Path) -> None:
    (tmp_path / "tasks.yaml").write_text('- ref: "1"\n  lead: []\n- ref: "2"\n  lead: []\n', encoding="utf-8")
    finding = Finding("tasks", (1, "lead", 0), "nobody leads", ("task 2",))
    path = tmp_path / "tasks.yaml"
    assert finding.shown(tmp_path) == (
        f"{path}:4: lead.0: nobody leads; mend it or record a defect about 'task 2'"
    )


def test_a_warning_says_so(tmp_path: Path) -> None:
    (tmp_path / "plan.yaml").write_text("vi: x\nend: 2030\n", encoding="utf-8")
    finding = Finding("plan", ("end",), "is doubtful", severity="warning")
    assert finding.shown(tmp_path) == f"{tmp_path / 'plan.yaml'}:2: warning: end: is doubtful"


def test_a_defect_about_one_of_the_things_explains_a_finding() -> None:
    finding = Finding("tasks", (0,), "x", ("measure III.1", "task 1.1"))
    assert unexplained([finding], [defect("task 1.1")]) == []
    assert unexplained([finding], [defect("task 1.2"), defect("plan")]) == [finding]


def test_a_finding_may_ask_for_a_kind_of_defect() -> None:
    finding = Finding("tasks", (0,), "x", ("task 1",), kinds=frozenset({"numbering"}))
    assert unexplained([finding], [defect("task 1")]) == [finding]
    assert unexplained([finding], [defect("task 1", "numbering")]) == []


def test_what_is_about_nothing_no_defect_explains() -> None:
    finding = Finding("tasks", (0,), "x")
    assert unexplained([finding], [defect("plan")]) == [finding]
