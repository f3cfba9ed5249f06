"""The rough verdicts on many questions with short answers."""

import pytest

from evaluation.loose.judge import verdict
from evaluation.loose.questions import REFUSE, Loose, loose, loose_parts
from evaluation.parts import EvaluationError


def answer(text: str, *, answered: bool = True, **row: str) -> dict[str, object]:
    return {"answered": answered, "answer": text, "rows": [row], "citations": [{"ref": "4.2"}]}


@pytest.mark.parametrize(
    ("wanted", "given", "expected"),
    [
        ("Sở Y tế | 4.2", answer("Cơ quan chủ trì: Sở Y tế."), "right"),
        ("Sở Y tế | 4.3", answer("Cơ quan chủ trì: Sở Y tế."), "wrong"),
        ("20.410 triệu đồng", answer("Tổng kinh phí", amount="20410"), "right"),
        ("30/7/2024", answer("Ngày ban hành: 2024-07-30."), "right"),
        ("38-CT/TW", answer("Ngày 38"), "wrong"),
        ("YES", answer("Có: mục tiêu II.1."), "right"),
        ("NO", answer("Có: mục tiêu II.1."), "wrong"),
        ("4", answer("Tôi không biết.", answered=False), "refused"),
        (REFUSE, answer("Tôi không biết.", answered=False), "rightly refused"),
        (REFUSE, answer("Có."), "invented"),
    ],
)
def test_verdicts(wanted: str, given: dict[str, object], expected: str) -> None:
    assert verdict(Loose("vi", "?", tuple(wanted.split(" | "))), given) == expected


def test_all_files_are_read() -> None:
    assert sum(len(loose(part)) for part in loose_parts()) > 1000


def test_a_file_that_is_not_there_is_told() -> None:
    with pytest.raises(EvaluationError, match="nothing"):
        loose("nothing")
