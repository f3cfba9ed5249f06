"""`qpgraph source`: the lines that a record cites."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qpgraph.cli import main
from tests.cli.command import qpgraph


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    text = "".join(f"dòng {number}\n" for number in range(1, 13))
    (tmp_path / "a-plan.txt").write_text(text, encoding="utf-8")
    return tmp_path


def source(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["source", *arguments], env={"QPGRAPH_DOCUMENTS": None})


def test_lines_are_printed_with_their_numbers(folder: Path) -> None:
    done = source("a-plan", "9-10, 12", "--documents", str(folder))
    assert (done.exit_code, done.stdout) == (0, " 9  dòng 9\n10  dòng 10\n12  dòng 12\n")


def test_the_folder_may_be_a_variable(folder: Path) -> None:
    done = qpgraph("source", "a-plan", "3", environment={"QPGRAPH_DOCUMENTS": str(folder)})
    assert (done.returncode, done.stdout, done.stderr) == (0, "3  dòng 3\n", "")


def test_without_a_folder_it_says_how_to_name_one() -> None:
    done = qpgraph("source", "a-plan", "3")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "qpgraph: no folder of source texts is known; name it with --documents DIR or QPGRAPH_DOCUMENTS=DIR\n"
    )


def test_an_unknown_document_is_told(folder: Path) -> None:
    done = source("b-plan", "3", "--documents", str(folder))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"qpgraph: {folder} holds no document 'b-plan' (it holds: a-plan)\n"


def test_a_line_beyond_the_end_is_told(folder: Path) -> None:
    done = source("a-plan", "11-13", "--documents", str(folder))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "qpgraph: a-plan has 12 lines; there is no line 13\n"


@pytest.mark.parametrize("lines", ["x", "5-3", "", "0"])
def test_what_is_no_list_of_lines_is_wrong_usage(folder: Path, lines: str) -> None:
    done = source("a-plan", lines, "--documents", str(folder))
    assert (done.exit_code, done.stdout) == (2, "")
    assert "Invalid value for LINES" in done.stderr


def test_a_folder_that_isnt_there_is_wrong_usage(folder: Path) -> None:
    assert source("a-plan", "1", "--documents", str(folder / "none")).exit_code == 2
