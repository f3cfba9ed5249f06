"""`qpgraph export` as a user runs it."""

import zipfile
from pathlib import Path

import pytest

from qpgraph.export.factory import FORMATS
from tests.cli.command import qpgraph


def store(built_store: Path) -> dict[str, str]:
    return {"QPGRAPH_STORE": str(built_store)}


def test_to_standard_output(built_store: Path) -> None:
    done = qpgraph("export", "nt", "--theme", "tfp", environment=store(built_store))
    assert done.returncode == 0
    assert done.stderr == ""
    assert "id/theme/tfp>" in done.stdout


def test_to_a_file_in_one_step(built_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    path.write_text("old", encoding="utf-8")
    done = qpgraph("export", "graphml", "-o", str(path), "--view", "legal", environment=store(built_store))
    assert done.returncode == 0, done.stderr
    assert done.stdout == ""
    assert path.read_text(encoding="utf-8").endswith("</graphml>\n")
    assert [each.name for each in tmp_path.iterdir()] == ["graph.graphml"]


def test_failure_leaves_the_old_file(built_store: Path, tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("old", encoding="utf-8")
    done = qpgraph("export", "ttl", "-o", str(path), "--theme", "nonsense", environment=store(built_store))
    assert done.returncode == 1
    assert path.read_text(encoding="utf-8") == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["graph.ttl"]


@pytest.mark.parametrize("name", ["csv", "neo4j"])
def test_node_lists_into_a_folder_or_an_archive(name: str, built_store: Path, tmp_path: Path) -> None:
    folder, archive = tmp_path / "lists", tmp_path / "lists.zip"
    for target in (f"{folder}/", str(archive)):
        done = qpgraph("export", name, "--view", "legal", "-o", target, environment=store(built_store))
        assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(archive) as members:
        for file in ("nodes.csv", "edges.csv"):
            assert members.read(file) == (folder / file).read_bytes()
    assert sorted(each.name for each in folder.iterdir()) == ["edges.csv", "nodes.csv"]


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["foo"], 2, "no format 'foo'; take ttl, nt,"),
        (["ttl", "--depth", "2"], 2, "--depth goes with --around"),
        (["ttl", "--around", "theme/tfp", "--depth", "7"], 2, "7 is not in the range"),
        (["ttl", "--year", "99"], 2, "99 is not in the range"),
        (["svg", "--view", "x"], 2, "'x' is not one of"),
        (["ttl", "--theme", "x"], 1, "no theme 'x'"),
        (["ttl", "--around", "https://example.org/x"], 1, "says nothing of <https://example.org/x>"),
        (["ttl", "-o", "/nowhere/x.ttl"], 1, "/nowhere/x.ttl: can't be written: No such file or directory"),
        (["ttl", "-o", "/tmp"], 1, "/tmp: is a folder"),
    ],
)
def test_wrong_input(arguments: list[str], status: int, words: str, built_store: Path) -> None:
    done = qpgraph("export", *arguments, environment=store(built_store))
    assert done.returncode == status
    assert words in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_no_store(tmp_path: Path) -> None:
    done = qpgraph("export", "ttl", "--store", str(tmp_path / "none"))
    assert done.returncode == 1
    assert "qpgraph build" in done.stderr


def test_help_lists_every_format() -> None:
    words = qpgraph("export", "--help").stdout.split()
    assert set(FORMATS) <= set(words)
