"""The interface for programs, told for people: the service's OpenAPI document as a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from qpgraph.web.page import Page, Visit

__all__ = ["Operation", "docs"]


@dataclass(frozen=True)
class Operation:
    """What can be done at a path."""

    method: str
    path: str
    summary: str
    description: str
    parameters: list[Mapping[str, Any]]


async def docs(visit: Visit) -> Page:
    """The page of all operations, by their tags."""
    assert visit.data is not None
    document = await visit.data("/openapi.json", [])
    tags: dict[str, list[Operation]] = {}
    for tag, operation in _operations(document["paths"]):
        tags.setdefault(tag, []).append(operation)
    return Page(
        "docs.html",
        title=visit.t("docs.title"),
        description=visit.t("docs.lead"),
        data={"tags": tags, "origin": visit.origin},
    )


def _operations(paths: Mapping[str, Mapping[str, Any]]) -> Iterable[tuple[str, Operation]]:
    for path, methods in paths.items():
        for method, operation in methods.items():
            tag = next(iter(operation.get("tags", ())), "")
            yield (
                tag,
                Operation(
                    method.upper(),
                    path,
                    operation.get("summary", ""),
                    operation.get("description", ""),
                    operation.get("parameters", []),
                ),
            )
