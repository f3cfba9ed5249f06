"""Other words for what the documents say: they find the same points."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Who leads the field trips of Bac Ninh?", "Sở Khoa học và Công nghệ"),
        ("How many people working in measurement does Hai Phong intend to retrain?", "300"),
        ("Trong bốn tỉnh, nơi nào nói tới điện toán đám mây?", "Đồng Nai"),
        ("Sở nào ở Bắc Ninh lo chuyện tuyên dương, trao thưởng?", "Sở Nội vụ"),
    ],
)
def test_other_words(ask: Ask, question: str, value: str) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert value in f"{answer.answer} {answer.rows}"
