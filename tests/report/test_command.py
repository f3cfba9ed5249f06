"""`qpgraph report` as a user runs it."""

from pathlib import Path

import pytest

from qpgraph.report.pdf import PdfUnavailableError, check_pdf
from tests.cli.command import qpgraph


def test_a_page_goes_to_standard_output(built_store: Path) -> None:
    done = qpgraph("report", "--store", str(built_store), "--province", "Hải Phòng", "--lang", "en")
    assert (done.returncode, done.stderr) == (0, "")
    assert "<title>Productivity and quality in the plans of Hai Phong</title>" in done.stdout


def test_a_date_moves_the_deadlines(built_store: Path) -> None:
    done = qpgraph("report", "--store", str(built_store), "-p", "bac-ninh", "--date", "2029-01-01")
    assert "20/11/2029" in done.stdout
    assert "20/11/2028" not in done.stdout


def test_the_file_s_ending_tells_the_format(built_store: Path, tmp_path: Path) -> None:
    try:
        check_pdf()
    except PdfUnavailableError as error:
        pytest.skip(str(error))
    file = tmp_path / "report.pdf"
    done = qpgraph("report", "--store", str(built_store), "-p", "can-tho", "-o", str(file))
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert file.read_bytes().startswith(b"%PDF-")
    assert [each.name for each in tmp_path.iterdir()] == ["report.pdf"]


def test_an_unknown_province_leaves_the_old_file(built_store: Path, tmp_path: Path) -> None:
    file = tmp_path / "report.html"
    file.write_text("old")
    done = qpgraph("report", "--store", str(built_store), "--province", "Huế", "-o", str(file))
    assert done.returncode == 1
    assert done.stderr == (
        "qpgraph: no province with a plan is called 'Huế'; there are: "
        "Bắc Ninh, Cần Thơ, Đồng Nai, Hải Phòng (or 'all')\n"
    )
    assert file.read_text() == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_place_that_cannot_be_written_is_named(built_store: Path, tmp_path: Path) -> None:
    done = qpgraph("report", "--store", str(built_store), "-o", str(tmp_path / "none" / "report.html"))
    assert done.returncode == 1
    assert "report.html: can't be written: No such file or directory" in done.stderr


@pytest.mark.parametrize(
    "arguments", [("--lang", "fr"), ("--format", "docx"), ("--date", "21/11/2026"), ("--date", "2026-02-30")]
)
def test_wrong_usage_exits_with_2(arguments: tuple[str, str]) -> None:
    done = qpgraph("report", *arguments)
    assert done.returncode == 2
    assert arguments[1] in done.stderr


def test_a_missing_store_is_told(tmp_path: Path) -> None:
    done = qpgraph("report", "--store", str(tmp_path / "none"))
    assert done.returncode == 1
    assert "Build it with `qpgraph build`" in done.stderr
