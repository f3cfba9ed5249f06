"""The sentence that asks is read alone where the others only tell of the asker."""

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.ask.words.asking import asking_sentence


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("A furniture maker of ours wants to sell to Europe. What is ISO 14064-1 for in Dong Nai?", "carbon"),
        ("Sở Tài chính hỏi gấp. Riêng năm 2030 Bắc Ninh dự chi hết thảy bao nhiêu?", "3890"),
        ("We're comparing food exporters across the four plans. Which provinces mention Halal at all?",
         "Cần Thơ"),
        ("Công ty tôi bán hàng sang châu Âu: ISO 14064-1 trong danh mục Đồng Nai nhằm mục đích gì?",
         "giảm phát thải"),
        ("Bac Ninh, task 4.3: who leads?", "Science and Technology"),
        ("Sở tôi làm báo cáo về giáo dục. Cho xin các nhiệm vụ trong phụ lục kế hoạch Đồng Nai 2026-2030 "
         "mà Sở Giáo dục và Đào tạo chủ trì.", "3.4"),
        ("I own a workshop in Can Tho. In which quarter do I send in my application for Programme 1322?",
         "First quarter"),
    ],
)  # fmt: skip
def test_what_is_told_around_a_question_is_no_condition(ask: Ask, text: str, said: str) -> None:
    answer = ask.ask(text)
    assert said in answer.answer
    assert answer.question == text


def test_what_was_left_aside_is_told(ask: Ask) -> None:
    answer = ask.ask("Our firm wants to sell to Europe. What is ISO 14064-1 for in Dong Nai?")
    assert "not used: Our firm wants to sell to Europe." in answer.interpretation


@pytest.mark.parametrize(
    "text",
    [
        # It points back.
        "Hải Phòng has a TFP target. Is it higher than that of Bắc Ninh?",
        # Two sentences ask.
        "Who leads task 4.3? And who coordinates?",
        # What is added limits it.
        "Which provinces apply ISO 9001? Only those with numbers.",
        "Có mấy nơi đặt chỉ tiêu? Kể ra giúp mình.",
        "Decree no. 5 of Bac Ninh?",
    ],
)
def test_what_belongs_together_is_not_parted(text: str) -> None:
    assert asking_sentence(text) is None
