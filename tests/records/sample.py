"""Small records made in memory, so that a test states only what it is about."""

from typing import Any

from qpgraph.records.documents import Document
from qpgraph.records.model import PlanRecords

__all__ = ["document", "entry", "plan", "records"]


def entry(ref: str | None = None, **fields: Any) -> dict[str, Any]:
    """An entry with what all entries need."""
    known = {"vi": "Nâng cao năng suất", "en": "Raise productivity", "lines": "1"}
    return known | ({"ref": ref} if ref else {}) | fields


def plan(**fields: Any) -> dict[str, Any]:
    """A plan of Hải Phòng, 2026 to 2030."""
    known = {
        "type": "Kế hoạch",
        "province": "Hải Phòng",
        "issuer": "UBND thành phố",
        "start": 2026,
        "end": 2030,
        "reading": "clean",
    }
    return entry() | known | fields


def records(**files: Any) -> PlanRecords:
    """All records of one document, from the files given."""
    return PlanRecords.model_validate({"id": "hai-phong-kh-2026-2030", "plan": plan()} | files)


def document(*lines: str) -> Document:
    """A source text of these lines."""
    return Document("hai-phong-kh-2026-2030", lines)
