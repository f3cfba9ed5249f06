"""Words that are cues in other questions and mean something else where they stand."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("What does Bac Ninh plan for hospitals?", "noun-plan"),
        ("During which years is Dong Nai due to roll out models in clinics?", "deadline"),
        ("Tổng kinh phí cả giai đoạn của kế hoạch Bắc Ninh là bao nhiêu?", "period"),
        ("How much will Bac Ninh spend over the plan period?", "period"),
        ("Why does Hai Phong want more international cooperation on quality?", "why"),
        ("Why does Hai Phong want more international cooperation on quality?", "higher"),
        ("What is the number of enterprises Can Tho wants to support?", "number"),
        ("Each year the number of supported businesses in Hai Phong should rise by how much?", "difference"),
        ("Năm nào Bắc Ninh được bố trí ít tiền nhất?", "most"),
    ],
)
def test_they_are_dropped(ask: Ask, question: str, name: str) -> None:
    assert not ask._understanding.read(question).asked.has(name)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("When is the report due to the ministry?", "deadline"),
        ("Kế hoạch Bắc Ninh thực hiện trong giai đoạn nào?", "period"),
        ("Why did Can Tho set more targets than Bac Ninh?", "why"),
        ("What is the number of the Bac Ninh plan?", "number"),
        ("By how much does the budget of Bac Ninh rise from 2026 to 2027?", "difference"),
    ],
)
def test_they_are_kept_where_they_ask(ask: Ask, question: str, name: str) -> None:
    assert ask._understanding.read(question).asked.has(name)


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("In which Hai Phong task are enterprises among the coordinating parties?", {"4.4"}),
        ("Nhiệm vụ nào của Hải Phòng có doanh nghiệp trong số các đơn vị phối hợp?", {"4.4"}),
        (
            "Which tasks in Hai Phong have both Health and Industry and Trade among the lead departments?",
            {"3.1.3", "5.3"},
        ),
    ],
)
def test_agencies_beside_a_role_have_it(ask: Ask, question: str, refs: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == refs


def test_keys_give_no_marks_that_no_word_has(ask: Ask) -> None:
    assert ask._understanding.read("bac ninh bao caoo truoc ngay nao").asked.has("report")


@pytest.mark.parametrize(
    "what", ["increase laboratories", "increase the number of students", "raise hospitals"]
)
def test_a_rise_that_is_not_planned_is_no_yes(ask: Ask, what: str) -> None:
    assert not ask.ask(f"Does Hai Phong {what}?").answered
