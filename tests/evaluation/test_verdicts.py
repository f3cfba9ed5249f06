"""How an answer is compared with what is expected of it."""

from typing import Any

import pytest

from evaluation.ask.questions import Expected, Question
from evaluation.ask.verdicts import Verdict, verdict


def judged(expected: Expected, rows: list[Any], citations: tuple[tuple[str, str], ...] = ()) -> Verdict:
    """The verdict on an answer with these rows, which cites everything."""
    question = Question("a", "vi", "list", "?", expected, citations)
    given = [{"plan": plan, "ref": ref} for plan, ref in citations]
    return verdict(question, {"answered": True, "rows": rows, "citations": given})


def test_all_values_are_wanted() -> None:
    expected = Expected(values=("Sở Y tế", "Sở Công Thương"), exact=True)
    assert judged(expected, [{"agency": "Sở Y tế"}, {"agency": "Sở Công Thương"}]).right
    assert not judged(expected, [{"agency": "Sở Y tế"}]).right


def test_a_row_too_many_is_wrong_when_exact() -> None:
    rows = [{"agency": "Sở Y tế"}, {"agency": "Sở Nội vụ"}]
    assert judged(Expected(values=("Sở Y tế",)), rows).right
    assert judged(Expected(values=("Sở Y tế",), exact=True), rows) == Verdict(False, True, None)


def test_several_values_in_one_cell() -> None:
    assert judged(Expected(values=("Sở Y tế", "Sở Nội vụ"), exact=True), [["Sở Y tế; Sở Nội vụ"]]).right


def test_cells_of_one_row_belong_together() -> None:
    expected = Expected(values=(["Bắc Ninh", 55], ["Đồng Nai", 60]))
    assert judged(expected, [["Bắc Ninh", "> 55 %"], ["dong-nai-kh-2026-2030", 60.0]]).right
    assert not judged(expected, [["Bắc Ninh", 60], ["Đồng Nai", 55]]).right


@pytest.mark.parametrize("cell", [55, 55.0, "55", "55.0", "55%", ">= 55 %", "55 triệu đồng"])
def test_a_number_however_written(cell: object) -> None:
    assert judged(Expected(values=(55,), exact=True), [[cell]]).right
    assert not judged(Expected(values=(56,), exact=True), [[cell]]).right


def test_a_reference_is_no_number() -> None:
    assert not judged(Expected(values=("4.1",)), [["4.10"]]).right
    assert not judged(Expected(values=("4.10",)), [["4.1"]]).right
    assert judged(Expected(values=("4.10",)), [["4.10"]]).right


@pytest.mark.parametrize("cell", ["2027-2029", "2027 – 2029"])
def test_years_from_to(cell: str) -> None:
    assert judged(Expected(values=([2027, 2029],)), [[cell]]).right


@pytest.mark.parametrize("cell", ["--11-30", "30/11", "ngày 30/11"])
def test_a_day_however_written(cell: str) -> None:
    assert judged(Expected(values=("--11-30",)), [[cell]]).right


@pytest.mark.parametrize("cell", ["annual", "hằng năm", "Hàng năm"])
def test_every_year(cell: str) -> None:
    assert judged(Expected(values=("annual",)), [[cell]]).right


def test_any_and_contains() -> None:
    expected = Expected(values=({"any": [{"contains": "tiết kiệm"}, {"contains": "save"}]},))
    assert judged(expected, [["Energy: save money"]]).right
    assert not judged(expected, [["Energy"]]).right


@pytest.mark.parametrize(("cell", "said"), [(True, True), ("có", True), (False, False), ("không", False)])
def test_yes_and_no(cell: object, said: bool) -> None:
    assert judged(Expected(boolean=said), [{"answer": cell}]).right
    assert not judged(Expected(boolean=not said), [{"answer": cell}]).right


def test_a_count_is_one_row() -> None:
    assert judged(Expected(number=5), [{"count": 5}]).right
    assert not judged(Expected(number=2), [["4.8"], ["5.3"]]).right


def test_silence() -> None:
    silent = {"answered": False, "rows": []}
    unknown = Question("a", "vi", "unanswerable", "?", Expected(unanswerable=True), ())
    known = Question("a", "vi", "lead", "?", Expected(values=("Sở Y tế",)), (("x", "1"),))
    assert verdict(unknown, silent) == Verdict(True, False, None)
    assert verdict(known, silent) == Verdict(False, False, None)
    assert verdict(unknown, {"answered": True, "rows": [["1"]]}) == Verdict(False, True, None)


def test_citations() -> None:
    expected = Expected(values=("Sở Y tế",))
    assert judged(expected, [["Sở Y tế"]], (("dong-nai-kh-2026-2030", "4.8"),)).cited is True
    question = Question("a", "vi", "lead", "?", expected, (("dong-nai-kh-2026-2030", "4.8"),))
    answer = {"answered": True, "rows": [["Sở Y tế"]], "citations": [{"plan": "hai-phong", "ref": "4.8"}]}
    assert verdict(question, answer).cited is False
