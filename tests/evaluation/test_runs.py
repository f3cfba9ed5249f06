"""The runs of search and questions, and the command that prints their figures."""

from pathlib import Path

import pytest

from evaluation.__main__ import main
from evaluation.ask import runs as ask_runs
from evaluation.parts import EvaluationError
from evaluation.search.baseline import baseline, fold
from evaluation.search.judgments import key
from evaluation.search.runs import open_run

HIT = {"kind": "standard", "plan": None, "province": None, "ref": "ISO 9001"}


def fixed_search(store: Path) -> object:
    """An opener whose search always finds the same."""
    return lambda text, k: {"query": text, "hits": [HIT][:k]}


def silent(store: Path) -> object:
    """An opener that answers no question."""
    return lambda text: {"question": text, "answered": False, "rows": [], "citations": []}


def test_fold() -> None:
    assert fold("Đo lường, 1322/QĐ-TTg") == ["do", "luong", "1322", "qd", "ttg"]


def test_baseline_finds_titles_without_diacritics(built_store: Path) -> None:
    search = baseline(built_store)
    assert search("cau lac bo cai tien nang suat", 10)[0][0] in {"task", "target", "measure", "duty"}
    assert search("ISO 14064-1", 2)[0] == key("standard", "", "ISO 14064-1")
    assert search("zzz qqq", 10) == []


def test_an_imported_search_is_a_run(tmp_path: Path) -> None:
    run = open_run("tests.evaluation.test_runs:fixed_search", tmp_path)
    assert run("x", 10) == [key("standard", "", "ISO 9001")]


@pytest.mark.parametrize("name", ["nothing", "no.such.module:open", "tests.evaluation.test_runs:absent"])
def test_unknown_runs_are_refused(name: str, tmp_path: Path) -> None:
    with pytest.raises(EvaluationError, match=name.partition(":")[0]):
        open_run(name, tmp_path)
    with pytest.raises(EvaluationError, match=name.partition(":")[0]):
        ask_runs.open_run(name, tmp_path)


def test_search_table(built_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--run", "bm25", "--store", str(built_store)]) == 0
    printed = capsys.readouterr()
    lines = [line.split() for line in printed.out.splitlines() if line.startswith("bm25")]
    assert [line[1] for line in lines[:4]] == ["vi", "vi-plain", "en", "all"]
    assert 0.5 <= float(lines[3][3]) <= 0.6, "the set is as hard for titles alone as it was made to be"
    assert printed.err == ""


def test_test_part_comes_with_a_reminder(built_store: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--part", "test", "--run", "bm25", "--store", str(built_store)]) == 0
    assert "look at it once" in capsys.readouterr().err


def test_silence_is_right_only_where_nothing_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", "--run", "tests.evaluation.test_runs:silent", "--store", str(tmp_path)]) == 0
    table = {line.split()[0]: line.split()[1:] for line in capsys.readouterr().out.splitlines() if line}
    assert table["unanswerable"][:2] == ["8", "8"]
    assert table["lead"][1:4] == ["0", "0.00", "0"]


def test_unknown_run_is_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "--run", "nothing", "--store", str(tmp_path)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
