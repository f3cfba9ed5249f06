"""Reads YAML into typed records; what is wrong is said with file, line and field.

Scalars are read as text and typed by the model, so that `4.10` and `2026-01` stay what they are.
Lines are looked up only when something is wrong: reading stays fast.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from qpgraph.errors import QpgraphError

__all__ = ["RecordError", "read_list", "read_one"]

M = TypeVar("M", bound=BaseModel)
Location = tuple[int | str, ...]


class RecordError(QpgraphError):
    """One or more findings in record files, a line each: `file:line: field: what is wrong`."""

    def __init__(self, findings: Iterable[str]) -> None:
        self.findings = list(findings)
        super().__init__("\n".join(self.findings))


def read_one(path: Path, model: type[M]) -> M:
    """Reads a file that holds one mapping; raises `RecordError`."""
    data = _load(path)
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise RecordError(_findings(path, error, ())) from error


def read_list(path: Path, model: type[M]) -> tuple[M, ...]:
    """Reads a file that holds a list of entries (none if the file is missing); raises `RecordError`.

    All entries are checked before it raises, so that one run shows all that is wrong.
    """
    if not path.exists():
        return ()
    data = _load(path)
    if data in (None, ""):
        return ()
    if not isinstance(data, list):
        raise RecordError([f"{path}:1: the file holds one mapping; begin each entry with '- '"])
    entries: list[M] = []
    findings: list[str] = []
    for index, item in enumerate(data):
        try:
            entries.append(model.model_validate(item))
        except ValidationError as error:
            findings += _findings(path, error, (index,))
    if findings:
        raise RecordError(findings)
    return tuple(entries)


def line_of(path: Path, location: Location) -> int:
    """The line (from 1) of the deepest node on a path of keys and indices."""
    node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    line = node.start_mark.line if node else 0
    for step in location:
        found = _child(node, step)
        if found is None:
            break
        node, line = found
    return line + 1


def _load(path: Path) -> Any:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise RecordError([f"{path}: not UTF-8 (byte {error.start}); save it as UTF-8"]) from error
    except OSError as error:
        raise RecordError([f"{path}: can't be read: {error.strerror}"]) from error
    try:
        return yaml.load(text, Loader=_StrictLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise RecordError([f"{path}:{line}: not YAML: {error.problem}"]) from error


class _StrictLoader(yaml.CBaseLoader):
    """Text scalars only, and no key twice in a mapping."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(
                    None, None, f"'{key.value}' stands twice in one entry; keep one", key.start_mark
                )
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def _child(node: Any, step: int | str) -> tuple[Any, int] | None:
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return value, key.start_mark.line
    return None


def _findings(path: Path, error: ValidationError, prefix: Location) -> list[str]:
    return [
        f"{path}:{line_of(path, prefix + item['loc'])}: {_field(item['loc'])}{_message(item)}"
        for item in error.errors(include_url=False)
    ]


def _field(location: Location) -> str:
    return ".".join(str(step) for step in location) + ": " if location else ""


def _message(item: Any) -> str:
    kind = item["type"]
    if kind == "missing":
        return "is missing; add it"
    if kind == "extra_forbidden":
        return "is no field of this record; see docs/records.md for its fields"
    message = str(item["msg"]).removeprefix("Value error, ")
    value = item.get("input")
    shown = f" (found '{value}')" if isinstance(value, str) and value not in message else ""
    return message[:1].lower() + message[1:] + shown
