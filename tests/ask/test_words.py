"""Words of questions: languages, slips, marks."""

import pytest

from qpgraph.ask.lexicon import load_lexicon
from qpgraph.ask.words.spelling import Spelling, mend
from qpgraph.ask.words.words import agree, language_of, less_marked, words_of

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Ai chủ trì?", "vi"),
        ("ai chu tri nhiem vu 4.5 o bac ninh", "vi"),
        ("benh vien ap dung 5S", "vi"),
        ("Who leads task 4.5 in Bắc Ninh?", "en"),
        ("Does Bac Ninh apply VietGAP?", "en"),
        ("highest TFP target", "en"),
    ],
)
def test_language(text: str, language: str) -> None:
    assert language_of(text, words_of(text), LEXICON.english, LEXICON.vietnamese) == language


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("taks", "task"), ("provicne", "province"), ("nghieejp", "nghiep"), ("xyzzy", "xyzzy"), ("abc", "abc")],
)
def test_slips_are_mended(typed: str, meant: str) -> None:
    known = frozenset({"task", "provinc", "nghiep", "take"})
    choices = ["nghiep", "province", "take", "task"]
    (word,) = mend(words_of(typed), Spelling(known, choices, frozenset({"task"}), frozenset()))
    assert word.folded == meant
    assert word.mended == (typed != meant)


def test_neighbours_tell_what_was_meant() -> None:
    known = frozenset({"nham", "nhiem", "nhom", "vu"})
    choices = ["nham", "nhiem", "nhom"]
    pairs = frozenset({("nhiem", "vu")})
    spelling = Spelling(known, choices, frozenset(), pairs, pairs)
    assert [word.folded for word in mend(words_of("nhem vụ"), spelling)] == ["nhiem", "vu"]
    assert mend(words_of("nhem"), spelling)[0].folded == "nhem", "by itself it can be a word of its own"


def test_typed_diacritics_are_meant() -> None:
    (typed,) = words_of("ký")
    (period,) = words_of("kỳ")
    (plain,) = words_of("ky")
    assert not agree(typed, period.exact)
    assert agree(plain, period.exact)


@pytest.mark.parametrize(("typed", "known", "expected"), [("tê", "tế", True), ("ký", "kỳ", False)])
def test_marks_may_be_left_out(typed: str, known: str, expected: bool) -> None:
    (asked,), (right,) = words_of(typed), words_of(known)
    assert less_marked(asked, right.exact) is expected
