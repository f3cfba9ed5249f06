"""An answer: what was asked, what was found, where it stands in the documents, or why there is none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["Answer", "Citation"]


@dataclass(frozen=True)
class Citation:
    """Where a fact stands: the plan's id, the point's number, its source lines, its address."""

    plan: str
    ref: str
    lines: str
    iri: str


@dataclass(frozen=True)
class Answer:
    """The answer to a question, as `qpgraph ask --format json` and `GET /ask` give it.

    `answered` is false where the documents don't say; `answer` then tells why, and `hits` are the
    points that come nearest.
    """

    question: str
    answered: bool
    answer: str
    interpretation: str
    sparql: str | None = None
    columns: Sequence[str] = ()
    rows: Sequence[Mapping[str, str]] = ()
    citations: Sequence[Citation] = ()
    language: str = "vi"
    hits: Sequence[Mapping[str, Any]] = field(default_factory=tuple)
