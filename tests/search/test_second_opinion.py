"""Questions are answered with a look at what search finds likely."""

from pathlib import Path

import pytest

from qpgraph.ask.engine import Ask


@pytest.fixture(scope="module")
def ask(searchable: Path) -> Ask:
    return Ask.open(searchable)


@pytest.mark.parametrize(
    "question",
    [
        "lãi suất vay ưu đãi cho doanh nghiệp tham gia kế hoạch Bắc Ninh là bao nhiêu",
        "Cần Thơ phải lập mấy câu lạc bộ cải tiến năng suất?",
    ],
)
def test_points_that_only_share_words_are_no_answer(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_what_search_finds_too_is_answered(ask: Ask) -> None:
    answer = ask.ask("Ai chủ trì mô hình cải tiến ở bệnh viện của Đồng Nai?")
    assert answer.answered
    assert answer.rows[0]["agency"] == "Sở Y tế"
