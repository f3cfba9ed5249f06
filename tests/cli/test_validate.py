"""`qpgraph validate`: every kind of finding, told with its place, and the exit status."""

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from qpgraph.cli import main
from qpgraph.settings import data_directory
from tests.cli.command import qpgraph

PLAN = "can-tho-kh-2026-2030"
LOADERS = data_directory("loaders")


def documents() -> Path:
    """The folder of the real source texts; skips where it isn't there."""
    shared = os.environ.get("QPGRAPH_SHARED")
    folder = (Path(shared) if shared else LOADERS.parent.parent / "shared") / "corpus"
    if not (folder / f"{PLAN}.txt").is_file():
        pytest.skip("the source texts aren't here; name their folder's parent with QPGRAPH_SHARED")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of one document's records, to spoil."""
    shutil.copytree(LOADERS / "registry", tmp_path / "registry")
    shutil.copytree(LOADERS / PLAN, tmp_path / PLAN)
    return tmp_path / PLAN


def validate(*arguments: str | Path) -> Result:
    return CliRunner().invoke(
        main, ["validate", *map(str, arguments)], env={"QPGRAPH_DOCUMENTS": None, "QPGRAPH_ONTOLOGY": None}
    )


def change(path: Path, old: str, new: str) -> int:
    """Replaces the first `old` in a file; the line that it stands in."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_the_projects_own_records_conform() -> None:
    done = validate()
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "qpgraph: nothing is wrong\n")


def test_the_projects_own_records_say_what_the_texts_say() -> None:
    done = validate("--documents", documents())
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "qpgraph: nothing is wrong\n")


def test_a_mistake_of_form_is_an_error(folder: Path) -> None:
    line = change(folder / "targets.yaml", "scope: general", "scope: broad")
    done = qpgraph("validate", str(folder))
    assert done.returncode == 1
    assert done.stdout.startswith(f"{folder / 'targets.yaml'}:{line}: scope: ")
    assert "(found 'broad')" in done.stdout
    assert done.stderr == "qpgraph: 1 error, 0 warnings\n"


@pytest.mark.parametrize(
    ("file", "old", "new", "message"),
    [
        ("duties", "[Sở Tài chính]", "[Sở Tài chánh]", "no agency is called 'Sở Tài chánh'"),
        (
            "measures",
            "- HACCP",
            "- HACPP",
            "did you mean 'HACCP'? Otherwise add it to ontology/standards.ttl",
        ),
        ("measures", "[quality-award]", "[quality-awards]", "did you mean 'quality-award'?"),
        ("legal-bases", "1322/QĐ-TTg", "1323/QĐ-TTg", "did you mean '1322/QĐ-TTg'?"),
        ("plan", "province: Cần Thơ", "province: Cần Thở", "no province is called 'Cần Thở'; did you mean"),
    ],
)
def test_an_unknown_name_comes_with_the_nearest_known_one(
    folder: Path, file: str, old: str, new: str, message: str
) -> None:
    line = change(folder / f"{file}.yaml", old, new)
    done = validate(folder)
    assert done.exit_code == 1
    findings = [each for each in done.stdout.splitlines() if message in each]
    assert findings
    found = int(findings[0].removeprefix(f"{folder / file}.yaml:").split(":")[0])
    assert line - 14 <= found <= line, "the line of the field"


def test_a_reference_to_nothing_is_an_error(folder: Path) -> None:
    change(folder / "defects.yaml", "about: procedure II.3.c", "about: procedure II.3.x")
    done = validate(folder)
    assert done.exit_code == 1
    assert "speaks of procedure II.3.x, which no record has" in done.stdout


def test_a_warning_is_shown_and_doesnt_fail(folder: Path) -> None:
    change(folder / "targets.yaml", 'ref: "I.2.b"', 'ref: "I.2.e"')
    line = change(folder / "targets.yaml", 'ref: "I.2.c"', 'ref: "I.2.c"')
    done = validate(folder)
    assert done.exit_code == 0, done.stdout
    assert f"{folder / 'targets.yaml'}:{line}: warning: ref: the references have a gap" in done.stdout
    assert done.stderr == "qpgraph: 0 errors, 1 warning\n"


def test_records_are_checked_against_the_given_texts(folder: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    shutil.copytree(documents(), texts)
    change(texts / f"{PLAN}.txt", "2.000 doanh", "3.000 doanh")
    done = validate(folder, "--documents", texts)
    assert done.exit_code == 0
    assert "2000 doesn't stand in lines 52-54" in done.stdout
    text = texts / f"{PLAN}.txt"
    text.write_text("".join(text.read_text(encoding="utf-8").splitlines(True)[:290]), encoding="utf-8")
    done = validate(folder, "--documents", texts)
    assert done.exit_code == 1
    assert "is beyond the end of the text, which has 290 lines" in done.stdout


def test_a_missing_text_is_told(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    done = validate(folder, "--documents", tmp_path / "texts")
    assert done.exit_code == 1
    assert f"holds no document '{PLAN}' (it holds: none)" in done.stdout


def test_one_record_file_is_checked_by_its_name(folder: Path) -> None:
    assert validate(folder / "targets.yaml").exit_code == 0
    assert validate(folder / "plan.yaml").exit_code == 0
    (folder / "target.yaml").write_text("[]", encoding="utf-8")
    done = validate(folder / "target.yaml")
    assert done.exit_code == 1
    assert "target.yaml: no record file has this name" in done.stdout


def test_a_graph_file_is_checked_against_the_shapes(tmp_path: Path) -> None:
    graph = tmp_path / "graph.ttl"
    graph.write_text("<https://example.org/a> <https://example.org/b> 1 .", encoding="utf-8")
    assert validate(graph).exit_code == 0
    graph.write_text(
        "@prefix qp: <https://w3id.org/qpgraph/ontology#> .\n<https://example.org/a> a qp:Task .\n"
    )
    done = validate(graph)
    assert done.exit_code == 1
    assert done.stdout.startswith("violation: https://example.org/a: ")
    graph.write_text("no turtle\n")
    done = validate(graph)
    assert done.exit_code == 1
    assert done.stdout.startswith(f"{graph}:1: not ttl: ")


def test_a_path_that_isnt_there_is_wrong_usage(tmp_path: Path) -> None:
    done = qpgraph("validate", str(tmp_path / "none"))
    assert (done.returncode, done.stdout) == (2, "")
    assert "does not exist" in done.stderr
