"""Tokens: one for every way of writing the same."""

import unicodedata

import pytest

from qpgraph.search.text import exact, fold, has_diacritics, normalize, pairs, tokenize


def words(text: str) -> list[str]:
    return [token.folded for token in tokenize(normalize(text)) if not token.compound]


def compounds(text: str) -> list[str]:
    return [token.folded for token in tokenize(normalize(text)) if token.compound]


@pytest.mark.parametrize(("one", "other"), [("hóa", "hoá"), ("ủy", "uỷ"), ("kỹ", "kĩ"), ("quý", "quí")])
def test_spellings_of_one_syllable_are_one(one: str, other: str) -> None:
    assert exact(one) == exact(other)


def test_tones_and_marks_tell_syllables_apart() -> None:
    assert len({exact(word) for word in ("bao", "báo", "bảo", "bão", "bào", "bạo", "bâo")}) == 7


def test_composed_and_decomposed_text_is_the_same() -> None:
    text = "Đổi mới sáng tạo, truy xuất nguồn gốc"
    assert tokenize(normalize(unicodedata.normalize("NFD", text))) == tokenize(text)


def test_folding_keeps_the_length_and_drops_every_mark() -> None:
    text = "Ủy ban nhân dân thành phố Đồng Nai"
    assert fold(text) == "uy ban nhan dan thanh pho dong nai"
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "ids", "parts"),
    [
        ("1322/QĐ-TTg", ["1322/qd-ttg"], ["1322", "qd", "ttg"]),
        ("38-CT/TW", ["38-ct/tw"], ["38", "ct", "tw"]),
        ("ISO/IEC 17025:2017", ["iso/iec", "17025:2017"], ["iso", "iec", "17025", "2017"]),
        ("ISO9001", ["iso9001"], ["iso", "9001"]),
        ("5S", [], ["5s"]),
        ("4.2", [], ["4.2"]),
        ("III.1.đ", [], ["iii.1.d"]),
        ("1.000 lượt", [], ["1000", "luot"]),
        ("60%", ["60%"], ["60"]),
        ("05 mô hình", [], ["5", "mo", "hinh"]),
        ("2,5 lần", [], ["2.5", "lan"]),
    ],
)
def test_numbers_and_ids_are_tokens_of_their_own(text: str, ids: list[str], parts: list[str]) -> None:
    assert compounds(text) == ids
    assert words(text) == parts


def test_offsets_point_into_the_text() -> None:
    text = "Quyết định 1322/QĐ-TTg về 50 chuyên gia"
    for token in tokenize(text):
        assert fold(text[token.start : token.end]).lstrip("0") == token.folded


def test_pairs_do_not_cross_punctuation() -> None:
    assert pairs(tokenize("kiểm định, hiệu chuẩn")) == ["kiem_dinh", "hieu_chuan"]
    assert pairs(tokenize("kiểm định,hiệu chuẩn")) == ["kiem_dinh", "hieu_chuan"]


@pytest.mark.parametrize(
    ("text", "has"), [("bệnh viện", True), ("đo", True), ("benh vien", False), ("café", True)]
)
def test_diacritics_are_seen(text: str, has: bool) -> None:
    assert has_diacritics(text) is has
