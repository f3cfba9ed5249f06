"""What a question says must be in its answer; what is not there stops it, and says why."""

import pytest

from qpgraph.ask.engine import Ask

LEFT_OUT = [
    "200 chuyên gia năng suất của Hải Phòng do ai đào tạo?",
    "Does Dong Nai support drone certification?",
    "Lương chuyên gia năng suất ở Đồng Nai bao nhiêu?",
    "Which universities in Hai Phong will host the clubs?",
    "SA8000 dùng để làm gì?",
    "Who does NOT lead task 4.8 in Dong Nai?",
]


@pytest.mark.parametrize("question", LEFT_OUT)
def test_refuses_what_no_point_covers(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered, answer.answer
    assert not answer.rows


def test_names_what_an_agency_has_instead(ask: Ask) -> None:
    answer = ask.ask("Sở Y tế Bắc Ninh chủ trì những nhiệm vụ nào?")
    assert not answer.answered
    assert "V.4.b" in answer.answer


def test_names_those_that_have_it(ask: Ask) -> None:
    answer = ask.ask("Tỉnh nào không nhắc đến ISO 22000?")
    assert not answer.answered
    assert all(place in answer.answer for place in ("Bắc Ninh", "Cần Thơ", "Hải Phòng", "Đồng Nai"))


def test_an_unused_standard_is_named_as_used(ask: Ask) -> None:
    answer = ask.ask("Does Hai Phong have a target on ISO 9001?")
    assert answer.rows[0]["answer"] == "no"
    assert "not used" not in answer.interpretation


@pytest.mark.parametrize(
    ("question", "column", "value"),
    [
        ("doanh nghiệp đăng ký tham gia chương trình 1322 ở Cần Thơ vào quý nào", "when", "Quý I"),
        (
            "who approves the list of supported enterprises in can tho",
            "actor",
            "Ủy ban nhân dân thành phố Cần Thơ",
        ),
        ("Which plan was issued first?", "number", "1295/QĐ-UBND"),
        ("Ai thẩm định dự toán ở Cần Thơ?", "agency", "Sở Tài chính"),
    ],
)
def test_the_verb_and_the_order_are_used(ask: Ask, question: str, column: str, value: str) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert value in {row.get(column) for row in answer.rows}
