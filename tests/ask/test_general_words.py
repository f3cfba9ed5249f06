"""General words around a question: verbs of having and aiming, regional speech, denials, lead-ins, slips."""

import pytest

from qpgraph.ask.engine import Ask

HALAL, WITHOUT = {"Cần Thơ", "Đồng Nai"}, {"Bắc Ninh", "Hải Phòng"}
PROVINCES = [
    ("Which of the four has Halal in the pipeline?", HALAL),
    ("For tomorrow's meeting, which provinces mention Halal?", HALAL),
    ("Tôi là kế toán, tỉnh nào nhắc đến Halal?", HALAL),
    ("I can't find which provinces mention Halal.", HALAL),
    ("Mấy tỉnh nào có nhắc tới Halal?", HALAL),
    ("Kể tên các tỉnh có mục tiêu TFP", {"Bắc Ninh", "Hải Phòng", "Đồng Nai"}),
    ("Does any of the four provinces mention SA8000, and if so, which one?", {"Hải Phòng"}),
    ("Tỉnh nào tính đưa trí tệ nhân tạo vào bệnh viện cùng với 5S-Kaizen?", {"Hải Phòng"}),
    ("Which provinces leave Halal out?", WITHOUT),
    ("Which provinces have yet to mention Halal?", WITHOUT),
    ("Tỉnh nào lờ đi Halal?", WITHOUT),
    ("Tỉnh nào tuyệt nhiên không nói tới Halal?", WITHOUT),
    ("Văn bản của tỉnh nào không nhắc tới ISO 17025?", {"Đồng Nai"}),
]
WHETHER = [
    ("Has any province forgotten ISO 9001?", False),
    ("Am I right that Can Tho mentions Halal?", True),
    ("Cần Thơ liệu có nhắc Halal?", True),
    ("Cần Thơ có hỗ trợ hai lần cho cùng một việc không?", False),
    ("Có phải Hải Phòng nhắm TFP đạt 60% trong GRDP vào năm 2030?", False),
]
PURPOSES = [
    "what's the goal of 5S in Dong Nai's catalogue?",
    "5S trong danh mục Đồng Nai hướng đến mục tiêu gì?",
    "Sao Đồng Nai lại đưa 5S vào danh mục?",
]
REFUSED = [
    "Hải Phòng có tăng số bệnh viện không?",
    "Does Bac Ninh build new laboratories?",
    "Ngân sách Bắc Ninh có tăng qua từng năm không?",
    "Có đúng là Cần Thơ nhắm 100 doanh nghiệp áp dụng tiêu chuẩn hông?",
    "Which tools in Dong Nai's catalogue are for schools?",
]


@pytest.mark.parametrize(("question", "expected"), PROVINCES)
def test_provinces_are_told(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row.get("province") for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(("question", "expected"), WHETHER)
def test_a_yes_or_no_is_told(ask: Ask, question: str, *, expected: bool) -> None:
    answer = ask.ask(question)
    assert [row["answer"] for row in answer.rows] == ["yes" if expected else "no"]


@pytest.mark.parametrize("question", PURPOSES)
def test_what_is_asked_of_an_entry_is_its_purpose(ask: Ask, question: str) -> None:
    assert ["purpose" in row for row in ask.ask(question).rows] == [True]


@pytest.mark.parametrize("question", REFUSED)
def test_more_of_things_and_half_matches_are_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_a_group_of_the_catalogue_is_known_by_its_number(ask: Ask) -> None:
    rows = ask.ask("Nhóm 1 của danh mục Đồng Nai có gì?").rows
    assert {row["ref"] for row in rows} == {"1.1", "1.2", "1.3"}


def test_some_are_listed_and_not_counted(ask: Ask) -> None:
    assert len(ask.ask("Kể giùm mấy tiêu chuẩn nhóm nông nghiệp trong danh mục Đồng Nai").rows) > 1
