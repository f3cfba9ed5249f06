"""Short forms and slips: written out before anything is read."""

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.search.text import is_syllable


def _read(ask: Ask, text: str) -> str:
    return ask._understanding.read(text).asked.text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("bac ninh dc giao nv gi", "bac ninh duoc giao nhiem vu gi"),
        ("BN có bn nv", "Bắc Ninh có bao nhiêu nhiệm vụ"),
        ("bn du tru bao nhieu tien", "Bac Ninh du tru bao nhieu tien"),
        ("ke hoach nang suat Bac Ninh la bn", "ke hoach nang suat Bac Ninh la bao nhieu"),
        ("hp dao tao bn can bo", "Hai Phong dao tao bao nhieu can bo"),
        ("tinh nao k co muc tieu TFP", "tinh nao khong co muc tieu TFP"),
        ("bac ninh co clb k", "bac ninh co cau lac bo ko"),
        ("Does HP plan traceability?", "Does Hai Phong plan traceability?"),
        ("Theo 49/KH-UBND và CT 38", "Theo 49/KH-UBND và CT 38"),
        ("ngân sách của CT", "ngân sách của Cần Thơ"),
        ("sở nv ĐN", "sở nội vụ Đồng Nai"),
    ],
)
def test_short_forms(ask: Ask, typed: str, meant: str) -> None:
    assert _read(ask, typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Ngị quyết nào", "Nghị quyết nào"),
        ("Trường cao đẳg Đồg Nai", "Trường cao đẳng Đồng Nai"),
        ("king phí ở Cần Thơ", "kinh phí ở Cần Thơ"),
        ("Bắc Ninh trển khai", "Bắc Ninh triển khai"),
        ("thoi gain thuc hien", "thoi gian thuc hien"),
        ("How many officals does each deparment send evry yaer?", None),
    ],
)
def test_slips(ask: Ask, typed: str, meant: str | None) -> None:
    english = "How many officials does each department send every year?"
    assert _read(ask, typed) == (meant or english)


@pytest.mark.parametrize(
    "text",
    [
        "dn toi lam nuoc mam o Can Tho",
        "so TNMT bac ninh",
        "người khuyết tật được hưởng bao nhiêu suất",
        "quận Ninh Kiều",
        "Con gái tôi ở huyện",
        "How many electric cars are there?",
        "What is the age limit and the password?",
        "a donor mission this season",
    ],
)
def test_words_of_their_own_stay(ask: Ask, text: str) -> None:
    assert _read(ask, text).replace("doanh nghiep", "dn") == text


def test_the_question_is_given_back_as_typed(ask: Ask) -> None:
    assert ask.ask("bac ninh co bn nv").question == "bac ninh co bn nv"


@pytest.mark.parametrize(
    ("word", "expected"), [("nghieng", True), ("quyet", True), ("king", False), ("gain", False)]
)
def test_syllables(word: str, expected: bool) -> None:
    assert is_syllable(word) is expected


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Hải Phong đào tạo bao nhiêu chuyên gia năng suất?", "50"),
        ("Cần thơ đặt mấy chuyên gia?", "20"),
        ("ai ky ke hoach 14 cua can tho the", "Nguyễn Văn Khởi"),
        ("ct có đặt mục tiêu TFP k", "Không"),
    ],
)
def test_names_are_read(ask: Ask, question: str, value: str) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert value in answer.answer


@pytest.mark.parametrize(
    "question", ["Sở Du lịch Bắc Ninh làm gì?", "How many women managers does Can Tho train?"]
)
def test_what_is_not_there_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_a_plan_may_be_a_verb(ask: Ask) -> None:
    asked = ask._understanding.read("What does Dong Nai plan for organic farming?").asked
    assert not asked.has("noun-plan")
    assert ask._understanding.read("Does the Dong Nai plan on standards cite 38?").asked.has("noun-plan")


def test_a_province_that_runs_something_has_it(ask: Ask) -> None:
    answer = ask.ask("Which provinces run study tours?")
    assert answer.answered
    assert "Bắc Ninh" in answer.answer
