"""JSON Schema of the record files, for editors: written to `loaders/schema` by `./dev schema`."""

import json
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from qpgraph.records.load import FILES
from qpgraph.records.model import Plan
from qpgraph.records.registry import LegalDocument, NamedAgency, Province

__all__ = ["schemas", "write_schemas"]

_REGISTRY: dict[str, type[Any]] = {
    "provinces": Province,
    "agencies": NamedAgency,
    "legal-documents": LegalDocument,
}


def schemas() -> dict[str, dict[str, Any]]:
    """File name without ending to its JSON Schema (2020-12)."""
    lists: dict[str, Any] = {**FILES, **_REGISTRY}
    adapters: dict[str, TypeAdapter[Any]] = {"plan": TypeAdapter(Plan)}
    for name, entry in lists.items():
        adapters[name] = TypeAdapter(_list_of(entry))
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema"} | adapter.json_schema()
        for name, adapter in adapters.items()
    }


def write_schemas(folder: Path) -> None:
    """Writes each schema to `<name>.json`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, schema in schemas().items():
        text = json.dumps(schema, ensure_ascii=False, indent=1, sort_keys=True)
        (folder / f"{name}.json").write_text(text + "\n", encoding="utf-8")


def _list_of(entry: Any) -> Any:
    return list[entry]


if __name__ == "__main__":
    from qpgraph.settings import data_directory

    write_schemas(data_directory("loaders") / "schema")
