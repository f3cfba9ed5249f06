"""The second reading: words that only stand around a question may be left out, others may not."""

import pytest

from qpgraph.ask.engine import Ask

SURROUNDED = (
    "We make furniture for export and sit in Dong Nai. Would the city pay part of our testing "
    "and certification bill, and for at least how many firms?"
)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            SURROUNDED,
            "10",
        ),
        (
            "Which resolution of the former Bac Giang council is Bac Ninh planning to amend?",
            "43/2022/NQ-HĐND",
        ),
        ("Tổ chức khóa đào tạo bồi dưỡng kiến thức ở Bắc Ninh ngốn bao nhiêu tiền cả giai đoạn?", "7000"),
    ],
)
def test_words_that_only_stand_around_are_left_out(ask: Ask, text: str, said: str) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert said in answer.answer


@pytest.mark.parametrize(
    "text",
    [
        "How many women are to be among Dong Nai's 10 productivity experts?",
        "Hải Phòng phạt bao nhiêu nếu cơ quan gửi báo cáo trễ?",
        "Does Dong Nai support drone certification?",
        "Doanh nghiệp FDI ở Đồng Nai được hỗ trợ áp dụng hệ thống quản lý mới là bao nhiêu đơn vị?",
    ],
)
def test_words_that_narrow_are_not(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


def test_without_search_nothing_is_read_twice(ask: Ask) -> None:
    alone = Ask(ask._rows)
    assert ask.ask(SURROUNDED).answered
    assert not alone.ask(SURROUNDED).answered


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Tiền thưởng cho doanh nghiệp đoạt Giải thưởng Chất lượng Quốc gia ở Đồng Nai là bao nhiêu?",
            "Tiền thưởng",
        ),
        ("What is the birth year of the one who signed Can Tho's plan?", "birth"),
    ],
)
def test_a_word_that_narrows_is_told(ask: Ask, text: str, said: str) -> None:
    answer = ask.ask(text)
    assert not answer.answered
    assert said in answer.answer


def test_each_question_word_needs_a_column(ask: Ask) -> None:
    assert ask.ask("What output does Dong Nai task 1.3 have?").answered
    assert not ask.ask("What output does Dong Nai task 1.3 have and at what price?").answered


def test_which_they_are_is_told_when_that_is_asked_too(ask: Ask) -> None:
    both = ask.ask("ISO 56000 có ở mấy địa phương, nơi nào?")
    assert {row["province"] for row in both.rows} == {"Hải Phòng", "Đồng Nai"}
    assert ask.ask("ISO 56000 có ở mấy địa phương?").rows == [{"count": "2"}]


@pytest.mark.parametrize(
    "text",
    [
        "Which consultancy won the tender for Dong Nai's smart manufacturing pilot models?",
        "Sở nào được giao phối hợp với Sở KH&CN ở nhiệm vụ 1.4 của Bắc Ninh?",
    ],
)
def test_what_would_only_be_half_heeded_is_refused(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


def test_who_supports_the_lead_coordinates(ask: Ask) -> None:
    answer = ask.ask(
        "Which bodies support the lead agency in setting up productivity clubs in Bac Ninh (task 3.3)?"
    )
    assert {row["agency"] for row in answer.rows} == {"Sở Giáo dục và Đào tạo", "Các cơ sở giáo dục"}
