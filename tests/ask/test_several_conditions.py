"""Tasks under several conditions, provinces with both of two things, what "who" does beside a role."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("text", "refs"),
    [
        (
            "Which Hai Phong tasks does the Department of Industry and Trade head but where the science "
            "department is not a supporting partner?",
            {"3.1.3"},
        ),
        ("Nhiệm vụ nào ở Hải Phòng do Sở Công Thương chủ trì mà Sở KH&CN không phối hợp?", {"3.1.3"}),
        ("Which tasks in Bac Ninh have a lead but no coordinator?", {"4.7"}),
        ("One Bac Ninh task names a lead but no coordinating body at all. Which?", {"4.7"}),
        ("Which tasks in Hai Phong have neither a lead nor a coordinator?", {"3.1.6", "6.3"}),
        (
            "In two Hai Phong tasks the Department of Justice plays a supporting part. Numbers?",
            {"1.1", "1.2"},
        ),
        ("Name the Bac Ninh tasks whose start year is 2027.", {"3.2", "4.2", "4.8"}),
        ("Decision 1295 of Dong Nai: which tasks were wrapped up within 2025?", {"II.3", "II.5", "II.6"}),
        (
            "Trong kế hoạch 2026 của Đồng Nai, việc nào có cả cơ sở giáo dục lẫn cơ sở khám chữa bệnh "
            "cùng phối hợp?",
            {"2.4", "3.1", "3.2", "3.6"},
        ),
        ("Which agriculture-led task in Dong Nai is about food safety and the Halal market?", {"4.7"}),
    ],
)
def test_all_conditions_hold(ask: Ask, text: str, refs: set[str]) -> None:
    assert {citation.ref for citation in ask.ask(text).citations} == refs


@pytest.mark.parametrize(
    ("text", "places"),
    [
        (
            "Which provinces have both a TFP target and a target for trained productivity experts?",
            {"Đồng Nai", "Hải Phòng"},
        ),
        (
            "Tỉnh nào đồng thời có mục tiêu về chuyên gia năng suất và mục tiêu Giải thưởng Chất lượng "
            "Quốc gia?",
            {"Cần Thơ", "Đồng Nai"},
        ),
        (
            "Which provinces have a target for productivity clubs as well as one for the National Quality "
            "Award?",
            {"Bắc Ninh", "Đồng Nai"},
        ),
        (
            "Tỉnh nào có mục tiêu chứ không phải nhiệm vụ về câu lạc bộ?",
            {"Bắc Ninh", "Đồng Nai", "Hải Phòng"},
        ),
    ],
)
def test_provinces_that_have_both(ask: Ask, text: str, places: set[str]) -> None:
    assert {row["province"] for row in ask.ask(text).rows} == places


@pytest.mark.parametrize(
    "text",
    [
        "Does Bac Ninh's industrial parks board act alone when choosing factories for pilot models?",
        "Since Bac Ninh's education department supports task 4.4, who checks its work?",
        "How do I renew my passport online?",
    ],
)
def test_what_is_not_told_is_refused(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


def test_several_years_are_those_of_a_task(ask: Ask) -> None:
    answer = ask.ask(
        "During which years is Dong Nai to roll out the improvement models in clinics and hospitals?"
    )
    assert "2027 - 2029" in answer.answer


def test_whether_asks_for_yes_or_no(ask: Ask) -> None:
    answer = ask.ask("Could you tell me whether Bac Ninh's health department heads any of the tasks?")
    assert answer.answered and answer.answer.startswith("No")
