"""The lines of the source that a thing was read from, where the service has the documents."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from anyio import to_thread

from qpgraph.errors import QpgraphError
from qpgraph.records.base import Lines
from qpgraph.records.documents import Document, document_path, read_document

__all__ = ["Excerpt", "excerpt", "whole_document"]


@dataclass(frozen=True)
class Excerpt:
    """Lines of a source text: their numbers, and what stands there if the text is at hand."""

    document: str
    lines: str
    parts: tuple[tuple[tuple[int, str], ...], ...] = ()
    """For each range its numbered lines."""


async def excerpt(folder: Path | None, document: str, lines: str) -> Excerpt | None:
    """The excerpt of `380-384, 389`; None if a thing has no lines."""
    if not document or not lines:
        return None
    text = await whole_document(folder, document)
    if text is None:
        return Excerpt(document, lines)
    try:
        ranges = Lines.parse(lines)
    except ValueError:
        return Excerpt(document, lines)
    parts = (tuple(text.numbered(Lines([each]))) for each in ranges)
    return Excerpt(document, lines, tuple(part for part in parts if part))


async def whole_document(folder: Path | None, document: str) -> Document | None:
    """A source text; None if there is no folder, or it has no such text."""
    return await to_thread.run_sync(_read, folder, document) if folder else None


def _read(folder: Path, document: str) -> Document | None:
    if "/" in document or "\\" in document:
        return None
    try:
        path = document_path(folder, document)
        return _read_version(folder, document, path.stat().st_mtime_ns)
    except (OSError, QpgraphError):
        return None


@lru_cache(maxsize=16)
def _read_version(folder: Path, document: str, version: int) -> Document:
    return read_document(folder, document)
