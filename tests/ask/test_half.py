"""Answers that tell only half of what is asked, and what is told instead."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    "question",
    [
        "Kế hoạch Cần Thơ có kèm phụ lục phân công nhiệm vụ như các nơi khác không nhỉ?",
        "Budget estimates by Hai Phong departments pass through which two offices?",
        "Phòng hiệu chuẩn của Đồng Nai được hiện đại hoá tới năm nào, mấy sở đứng đầu?",
        "Nếu gặp khó khăn trong lúc triển khai ở Bắc Ninh thì phản ánh về đâu ạ?",
    ],
)
def test_half_of_an_answer_is_none(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "start", "end"),
    [
        ("dong nai muc 4.8 lam tu nam nao den nam nao", "2027", "2029"),
        ("Việc 4.2 bên Bắc Ninh chạy từ năm mấy tới năm mấy?", "2027", "2030"),
        ("In Dong Nai City, hospital improvement models run from when until when?", "2027", "2029"),
        ("viec dua hoc phan nang suat vao giang day o dong nai keo dai giai doan nao", "2027", "2029"),
    ],
)
def test_a_span_is_one_of_a_task(ask: Ask, question: str, start: str, end: str) -> None:
    rows = ask.ask(question).rows
    assert [(row["start"], row["end"]) for row in rows] == [(start, end)]


@pytest.mark.parametrize(
    "question",
    [
        "Which yearly amount is the lowest in Bac Ninh's plan?",
        "Mức chi hằng năm thấp nhất của Bắc Ninh là bao nhiêu?",
    ],
)
def test_the_lowest_yearly_amount_is_one_of_a_year(ask: Ask, question: str) -> None:
    assert [(row["amount"], row["year"]) for row in ask.ask(question).rows] == [("3890", "2030")]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Cần Thơ gửi báo cáo lên những cơ quan trung ương nào?", {"Bộ Khoa học và Công nghệ"}),
        ("Which national agencies does Can Tho report to?", {"Bộ Khoa học và Công nghệ"}),
        (
            "Đồng Nai báo cáo cơ quan trung ương nào?",
            {"Bộ Khoa học và Công nghệ", "Thủ tướng Chính phủ"},
        ),
        ("Kế hoạch của Đồng Nai báo cáo Bộ nào?", {"Bộ Khoa học và Công nghệ"}),
    ],
)
def test_national_agencies_that_are_reported_to(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["to"] for row in ask.ask(question).rows} == expected


def test_who_sums_up_for_the_ministry(ask: Ask) -> None:
    question = "In Bac Ninh, which agency sums up the results and reports them to the Ministry?"
    assert "Sở Khoa học và Công nghệ" in {row["who"] for row in ask.ask(question).rows}


def test_what_an_act_is_told_beside_its_issuer(ask: Ask) -> None:
    answer = ask.ask("Chương trình 1322: what is it, and who issued it?").answer
    assert "productivity" in answer
    assert "Thủ tướng Chính phủ" in answer
