"""Finds and reads the records of every document under `loaders/`."""

from pathlib import Path
from typing import Any

from qpgraph.records import model
from qpgraph.records.base import RecordModel
from qpgraph.records.yaml_source import RecordError, read_list, read_one

__all__ = ["FILES", "document_folders", "read_all", "read_plan"]

FILES: dict[str, type[RecordModel]] = {
    "legal-bases": model.LegalBasis,
    "provisions": model.Provision,
    "targets": model.Target,
    "measures": model.Measure,
    "tasks": model.Task,
    "duties": model.Duty,
    "reporting": model.Reporting,
    "budget": model.BudgetItem,
    "catalogue": model.CatalogueEntry,
    "procedure": model.ProcedureStep,
    "defects": model.Defect,
    "uncovered": model.Uncovered,
}
"""The list files of a document's folder and the model of their entries; `plan.yaml` is apart."""


def document_folders(loaders: Path) -> list[Path]:
    """The folders of documents, those with a `plan.yaml`, in order of their names."""
    return sorted(path.parent for path in loaders.glob("*/plan.yaml"))


def read_plan(folder: Path) -> model.PlanRecords:
    """Reads all records of one document; raises `RecordError` with all findings of all its files."""
    findings: list[str] = []
    records: dict[str, Any] = {"id": folder.name}
    try:
        records["plan"] = read_one(folder / "plan.yaml", model.Plan)
    except RecordError as error:
        findings += error.findings
    for name, entry in FILES.items():
        try:
            records[name.replace("-", "_")] = read_list(folder / f"{name}.yaml", entry)
        except RecordError as error:
            findings += error.findings
    known = {f"{name}.yaml" for name in (*FILES, "plan")}
    findings += [
        f"{path}: no record file has this name; it is one of {', '.join(sorted(known))}"
        for path in sorted(folder.glob("*.y*ml"))
        if path.name not in known
    ]
    if findings:
        raise RecordError(findings)
    return model.PlanRecords(**records)


def read_all(loaders: Path) -> list[model.PlanRecords]:
    """Reads every document; raises `RecordError` with the findings of all."""
    plans: list[model.PlanRecords] = []
    findings: list[str] = []
    folders = document_folders(loaders)
    if not folders:
        raise RecordError([f"{loaders}: holds no folder with a plan.yaml"])
    for folder in folders:
        try:
            plans.append(read_plan(folder))
        except RecordError as error:
            findings += error.findings
    if findings:
        raise RecordError(findings)
    return plans
