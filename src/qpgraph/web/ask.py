"""Questions for people: what `/ask` answers, as a table with its sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from qpgraph.web.page import Page, Visit
from qpgraph.wording.language import Language

__all__ = ["EXAMPLES", "ask"]

EXAMPLES = tuple(f"ask.example.{number}" for number in range(1, 9))
"""The keys of questions to begin with."""

_SHOWN = 12
"""Rows of an answer that are shown at once."""


async def ask(visit: Visit) -> Page:
    """The page of a question; without one, questions to begin with."""
    question = visit.parameter("q")
    answer: dict[str, Any] | None = None
    if question:
        assert visit.data is not None
        answer = await visit.data("/ask", [("q", question)])
    columns = _columns(answer["columns"], visit.language) if answer else []
    return Page(
        "ask.html",
        title=f"{question} – {visit.t('ask.title')}" if question else visit.t("ask.title"),
        description=visit.t("ask.lead"),
        data={
            "q": question,
            "answer": answer,
            "columns": [name.removesuffix("_en") for name in columns],
            "cells": _cells(answer, columns) if answer else [],
            "shown": _SHOWN,
            "examples": EXAMPLES,
        },
    )


def _columns(names: Sequence[str], language: Language) -> list[str]:
    """Of columns that say the same in both languages, the one in the page's."""
    if language == "en":
        return [name for name in names if f"{name}_en" not in names]
    return [name for name in names if not (name.endswith("_en") and name.removesuffix("_en") in names)]


def _cells(answer: Mapping[str, Any], columns: Sequence[str]) -> list[list[str]]:
    """The rows of an answer as lists, in the order of `columns`, each once."""
    rows = (tuple(str(row.get(name) or "") for name in columns) for row in answer["rows"])
    return [list(row) for row in dict.fromkeys(rows)]
