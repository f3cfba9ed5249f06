import pytest

from qpgraph.records.checks.finding import unexplained
from qpgraph.records.checks.numbering import check_numbering
from tests.records.sample import entry, records


def gaps(*refs: str, file: str = "provisions") -> list[str]:
    kind = {"kind": "purpose"} if file == "provisions" else {}
    found = check_numbering(records(**{file: [entry(ref, **kind) for ref in refs]}))
    return [finding.message.removeprefix("the references have a gap before it: ") for finding in found]


@pytest.mark.parametrize(
    "refs",
    [
        ["I", "II", "III", "IV", "V", "VI"],
        ["I.1", "I.2", "I.10", *(f"I.{number}" for number in range(3, 10))],
        ["I.1.a", "I.1.b", "I.1.c", "I.1.d", "I.1.đ", "I.1.e", "I.1.g", "I.1.h"],
        ["I.2", "I.1"],
        ["Đ.1", "Đ.2", "I"],
    ],
)
def test_a_sequence_without_gap_passes(refs: list[str]) -> None:
    assert gaps(*refs) == []


@pytest.mark.parametrize(
    ("refs", "lost"),
    [
        (["I", "III"], "nothing is II"),
        (["II", "III"], "nothing is I"),
        (["I.1", "I.4"], "nothing is I.2, I.3"),
        (["I.1.a", "I.1.b", "I.1.c", "I.1.d", "I.1.e"], "nothing is I.1.đ"),
        (["I.1", "I.3.a"], "nothing is I.2"),
    ],
)
def test_a_gap_is_found(refs: list[str], lost: str) -> None:
    assert gaps(*refs) == [lost]


def test_the_body_is_numbered_across_files_and_a_table_by_itself() -> None:
    files = {
        "provisions": [entry("I", kind="purpose")],
        "measures": [entry("II", heading=True)],
        "tasks": [entry("1", heading=True), entry("2", heading=True)],
    }
    assert list(check_numbering(records(**files))) == []
    assert len(list(check_numbering(records(**{**files, "provisions": []})))) == 1


def test_only_a_defect_of_numbering_explains_a_gap() -> None:
    tasks = [entry("1", heading=True), entry("3", heading=True)]
    for kind, left in (("numbering", 0), ("contradiction", 1)):
        doubtful = records(tasks=tasks, defects=[entry(about="task 3", kind=kind)])
        assert len(unexplained(check_numbering(doubtful), doubtful.defects)) == left
