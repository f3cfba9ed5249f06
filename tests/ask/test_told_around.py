"""What askers tell around their question, and yes or no by a count."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("My investors keep asking about Halal. Which province wants to go for it?", {"Cần Thơ", "Đồng Nai"}),
        ("Tôi có công ty thực phẩm, tỉnh nào làm Halal?", {"Cần Thơ", "Đồng Nai"}),
        ("Tôi là nhà báo, tỉnh nào làm Halal?", {"Cần Thơ", "Đồng Nai"}),
        ("Our American client insists on Halal. Which provinces bring it up?", {"Cần Thơ", "Đồng Nai"}),
        ("Khách bên châu Âu đòi Halal. Tỉnh nào làm?", {"Cần Thơ", "Đồng Nai"}),
        ("Who has no TFP target?", {"Cần Thơ"}),
        ("Ai không có mục tiêu TFP?", {"Cần Thơ"}),
        ("Who has a budget?", {"Bắc Ninh"}),
        ("Ai chưa có danh mục?", {"Bắc Ninh", "Cần Thơ", "Hải Phòng"}),
        ("Who sets a TFP target?", {"Bắc Ninh", "Hải Phòng", "Đồng Nai"}),
    ],
)
def test_provinces_are_found_beside_what_is_told(ask: Ask, question: str, values: set[str]) -> None:
    answer = ask.ask(question)
    assert {row.get("province") for row in answer.rows} == values


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Does Bac Ninh have 29 tasks?", "yes"),
        ("Bắc Ninh có 30 nhiệm vụ phải không?", "no"),
        ("Does Dong Nai have 15 targets?", "yes"),
        ("Has anyone but Dong Nai got a catalogue?", "no"),
        ("Does the finance department check the cost estimates in Bac Ninh?", "yes"),
        ("Có phải Sở Y tế thẩm định dự toán ở Bắc Ninh không?", "no"),
        ("Is the law on standards cited by every province?", "no"),
    ],
)
def test_yes_or_no(ask: Ask, question: str, answered: str) -> None:
    assert [row.get("answer") for row in ask.ask(question).rows] == [answered]


@pytest.mark.parametrize(
    "question",
    [
        "Does Hai Phong have two targets on experts?",
        "Doanh nghiệp Cần Thơ điền mẫu nào?",
        "Phụ nữ tụi tui được ưu tiên gì ở Cần Thơ?",
    ],
)
def test_what_can_not_be_told_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_what_it_is_good_for(ask: Ask) -> None:
    for question in (
        "Nông dân tụi tui xin chứng chỉ Halal để làm gì?",
        "Xin Halal thì lợi chỗ nào?",
        "sao phai lam halal",
    ):
        assert [next(iter(row)) for row in ask.ask(question).rows] == ["purpose"], question
