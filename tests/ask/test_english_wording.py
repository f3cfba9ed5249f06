"""English as people type it: no apostrophes, names without "department", what is compared across a noun."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which provinces dont mention Halal anywhere?", {"Bắc Ninh", "Hải Phòng"}),
        ("Who among the provinces sets a TFP target?", {"Bắc Ninh", "Hải Phòng", "Đồng Nai"}),
        ("Dong Nai 2026-2030: task numbers led by agriculture and environment", {"4.5", "4.6", "4.7"}),
        ("Dong Nai: tasks led by DOST with Industry & Trade as coordinator?", {"4.1", "4.10"}),
        (
            "Bac Ninh, task 3.3 - supporting agencies?",
            {"Sở Giáo dục và Đào tạo", "Các cơ sở giáo dục"},
        ),
        ("Which provincial department in Dong Nai leads task 4.8?", {"Sở Y tế"}),
        ("Which task of Bac Ninh's does the Dept of Home Affairs head up?", {"2.5"}),
    ],
)
def test_what_is_meant_is_found(ask: Ask, question: str, expected: set[str]) -> None:
    answer = ask.ask(question)
    assert {next(iter(row.values())) for row in answer.rows} == expected


@pytest.mark.parametrize(
    "question",
    [
        "In which year did Bac Ninh win the National Quality Award?",
        "What is the maximum amount in dong that Dong Nai gives for an ISO 42001 certificate?",
    ],
)
def test_what_is_not_told_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_a_right_word_is_not_made_another(ask: Ask) -> None:
    text = ask._understanding.read("Which Dong Nai task adresses Halal markets?").asked.text
    assert "addresses" in text


@pytest.mark.parametrize(
    ("question", "cue"),
    [
        ("Which province has fewer clubs than 5?", "less-than"),
        ("Which province has more experts than 15?", "more-than"),
        ("Tỉnh nào có ít câu lạc bộ hơn 5?", "less-than"),
    ],
)
def test_a_bound_across_its_noun_is_read(ask: Ask, question: str, cue: str) -> None:
    asked = ask._understanding.read(question).asked
    assert [found.name for found in asked.all("more-than", "less-than", "lower", "higher")] == [cue]
