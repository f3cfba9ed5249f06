from pathlib import Path

import pytest

from qpgraph.errors import QpgraphError
from qpgraph.records.base import Lines
from qpgraph.records.documents import read_document


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a-plan.txt").write_text("một\n\nba\u2028bốn\n", encoding="utf-8")
    return tmp_path


def test_lines_are_counted_as_cat_counts_them(folder: Path) -> None:
    document = read_document(folder, "a-plan")
    assert document.lines == ("một", "", "ba\u2028bốn")
    assert document.numbered(Lines.parse("3, 1-2")) == [(3, "ba\u2028bốn"), (1, "một"), (2, "")]
    assert document.text(Lines.parse("1, 3")) == "một\nba\u2028bốn"


def test_lines_beyond_the_end_are_known(folder: Path) -> None:
    document = read_document(folder, "a-plan")
    assert document.beyond(Lines.parse("1-3")) is None
    assert document.beyond(Lines.parse("2-4, 1")) == 4
    assert document.numbered(Lines.parse("3-9")) == [(3, "ba\u2028bốn")]


def test_without_a_folder_it_says_how_to_name_one() -> None:
    with pytest.raises(QpgraphError, match="--documents DIR or QPGRAPH_DOCUMENTS=DIR"):
        read_document(None, "a-plan")


def test_an_unknown_document_is_told_with_those_that_there_are(folder: Path) -> None:
    with pytest.raises(QpgraphError, match=r"holds no document 'b-plan' \(it holds: a-plan\)"):
        read_document(folder, "b-plan")


def test_a_text_that_is_not_utf8_is_told(folder: Path) -> None:
    (folder / "a-plan.txt").write_bytes(b"\xff")
    with pytest.raises(QpgraphError, match=r"a-plan.txt: not UTF-8 \(byte 0\)"):
        read_document(folder, "a-plan")
