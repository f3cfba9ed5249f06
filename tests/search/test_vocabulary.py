"""Misspelt words become known ones; known words stay."""

from collections import Counter

import pytest

from qpgraph.search.engine import Search
from qpgraph.search.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return Vocabulary(
        exact=Counter({"năng": 9, "suât1": 9, "chât1": 9}),
        folded=Counter(
            {"nang": 9, "suat": 9, "chat": 9, "luong": 9, "doanh": 5}
            | {"nghiep": 5, "truy": 3, "xuat": 3, "bao": 1, "nhieu": 1}
        ),
        pairs=Counter({"nang_suat": 9, "chat_luong": 9, "doanh_nghiep": 5, "truy_xuat": 3, "bao_nhieu": 1}),
        named=Counter({"bao_nhieu": 1}),
        english=Counter({"traceability": 4, "productivity": 7, "standards": 3}),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "before", "after", "meant"),
    [
        ("suatt", "nang", "", ["suat"]),
        ("nhiu", "bao", "", ["nhieu"]),
        ("nghieejp", "doanh", "", ["nghiệp"]),
        ("nangsuat", "", "", ["nang", "suat"]),
        ("tracability", "", "", ["traceability"]),
        ("standard", "", "", ["standard"]),
        ("nang", "", "", ["nang"]),
        ("qwrtzp", "", "", ["qwrtzp"]),
        ("2031", "", "", ["2031"]),
        ("xuay", "", "", ["xuay"]),
        ("sac", "xuat", "", ["sac"]),
        ("xang", "nang", "luong", ["xang"]),
    ],
)
def test_correction(vocabulary: Vocabulary, typed: str, before: str, after: str, meant: list[str]) -> None:
    assert vocabulary.correct(typed, before, after) == meant


def test_a_pair_that_sounds_alike_is_heard(vocabulary: Vocabulary) -> None:
    assert vocabulary.sounding_like("nang", "xuat") == ("nang", "suat")
    assert vocabulary.sounding_like("nang", "suat") is None
    assert vocabulary.sounding_like("chat", "nghiep") is None


def test_what_is_written_is_read_again(
    vocabulary: Vocabulary, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = tmp_path_factory.mktemp("vocabulary") / "vocabulary.json"
    vocabulary.write(file)
    assert Vocabulary.read(file) == vocabulary


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ddoanh nghieejp", "doanh nghiep"),
        ("nang xuat chat luong", "nang suat chat luong"),
        ("truyxuat nguongoc", "truy xuat nguon goc"),
        ("hospitall tracability", "hospital traceability"),
    ],
)
def test_queries_are_put_right(search: Search, typed: str, meant: str) -> None:
    assert [token.folded for token in search.reader.read(typed).words] == meant.split()
