from pathlib import Path

import pytest

from qpgraph.records.load import document_folders, read_all, read_plan
from qpgraph.records.yaml_source import RecordError
from qpgraph.settings import data_directory
from tests.records.test_yaml_source import PLAN, TASK

LOADERS = data_directory("loaders")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "a-plan"
    folder.mkdir()
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    (folder / "tasks.yaml").write_text(TASK, encoding="utf-8")
    return folder


def test_the_projects_own_records_are_read() -> None:
    plans = read_all(LOADERS)
    assert [plan.id for plan in plans] == [folder.name for folder in document_folders(LOADERS)]
    assert len(plans) >= 5
    assert all(plan.measures and plan.legal_bases for plan in plans)


def test_a_folder_is_one_document(folder: Path) -> None:
    records = read_plan(folder)
    assert (records.id, len(records.tasks), records.targets) == ("a-plan", 2, ())


def test_a_file_with_an_unknown_name_is_told(folder: Path) -> None:
    (folder / "task.yaml").write_text(TASK, encoding="utf-8")
    with pytest.raises(RecordError, match=r"task.yaml: no record file has this name; it is one of budget"):
        read_plan(folder)


def test_the_findings_of_all_documents_are_told(folder: Path) -> None:
    other = folder.parent / "b-plan"
    other.mkdir()
    (other / "plan.yaml").write_text(PLAN.replace("end: 2030\n", ""), encoding="utf-8")
    (folder / "tasks.yaml").write_text(TASK.replace("3-4", "4-3"), encoding="utf-8")
    with pytest.raises(RecordError) as caught:
        read_all(folder.parent)
    assert [finding.rsplit("/", 1)[1].split(": ")[0] for finding in caught.value.findings] == [
        "tasks.yaml:4",
        "plan.yaml:1",
    ]


def test_a_folder_without_documents_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"holds no folder with a plan.yaml"):
        read_all(tmp_path)
