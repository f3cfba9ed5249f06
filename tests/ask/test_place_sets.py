"""Which provinces have something and which lack it, and what goes with "how many"."""

import pytest

from qpgraph.ask.engine import Ask

STANDARDS = [
    (
        "Những tiêu chuẩn nào được cả Bắc Ninh và Hải Phòng áp dụng mà Cần Thơ, Đồng Nai không nhắc tới?",
        {"KPI", "ISO 18091"},
    ),
    (
        "Which standards are in both the Hai Phong and Can Tho plans but not in the Bac Ninh one?",
        {"GMP", "ISO 14000"},
    ),
]
PROVINCES = [
    ("Which provinces dont mention Halal anywhere?", {"Bắc Ninh", "Hải Phòng"}),
    ("Which of the four provinces have no TFP target?", {"Cần Thơ"}),
    ("Of the four plans, which has no target on experts?", {"Bắc Ninh"}),
    ("noi nao vua co chi tieu tfp vua co chi tieu so chuyen gia nang suat", {"Hải Phòng", "Đồng Nai"}),
    ("Which province has a TFP goal higher than 56%?", {"Hải Phòng", "Đồng Nai"}),
    ("Which province plans fewer clubs than five?", {"Hải Phòng"}),
]
WHETHER = [
    ("Có nơi nào đặt mục tiêu TFP trên 60% không?", True),
    ("co phai bac ninh dat ty trong TFP tren 60% khong", False),
    ("Có phải tỷ lệ TFP của Hải Phòng là 57% không?", True),
    ("Is the number of clubs in Bac Ninh six?", False),
]
REFUSED = [
    "Which two provinces set a target on TFP?",
    "Hai địa phương đặt mục tiêu về TFP trên 55% và trên 60% lần lượt là đâu?",
]


@pytest.mark.parametrize(("question", "expected"), STANDARDS)
def test_standards_of_some_and_not_of_others(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["standard"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(("question", "expected"), PROVINCES)
def test_provinces_that_have_or_lack_something(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["province"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(("question", "expected"), WHETHER)
def test_whether_a_number_is_stated(ask: Ask, question: str, expected: bool) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == ["yes" if expected else "no"]


@pytest.mark.parametrize("question", REFUSED)
def test_another_number_of_provinces_is_no_answer(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_places_in_one_province_are_what_its_plan_helps(ask: Ask) -> None:
    answer = ask.ask("Hải Phòng mỗi năm đưa AI vào bệnh viện ở mấy nơi?")
    assert [(row["value"], row["max"]) for row in answer.rows] == [("1", "2")]


def test_experts_certified_so_far_are_no_target(ask: Ask) -> None:
    assert not ask.ask("Số chuyên gia đã được chứng nhận tới nay ở Cần Thơ?").answered
