"""Half an answer is none: what "how many" counts, each place named, "with whom"."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    "text",
    [
        "Mỗi câu lạc bộ có bao nhiêu thành viên?",
        "number of labs, Hai Phong",
        "Bao nhiêu giáo viên tham gia lớp 4.3 ở Hải Phòng?",
        "Which comes second in TFP",
        "Bac Ninh and Can Tho report before what date?",
        "Which plan has no lead agency for a task",
        "Bao nhiêu doanh nghiệp đã đạt ISO 9001?",
    ],
)
def test_half_an_answer_is_none(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("How many clubs does Bac Ninh want?", "5"),
        ("Consulting costs for drafting national standards are supported for how many Dong Nai firms?", "5"),
        ("Tổng số chỉ tiêu của bốn kế hoạch", "50"),
    ],
)
def test_what_is_counted_is_told(ask: Ask, text: str, told: str) -> None:
    assert told in ask.ask(text).answer


def test_equal_numbers_are_those_that_are_equal(ask: Ask) -> None:
    rows = ask.ask("Hai địa phương nào có số câu lạc bộ bằng nhau?").rows
    assert {row["province"] for row in rows} == {"Bắc Ninh", "Đồng Nai"}
