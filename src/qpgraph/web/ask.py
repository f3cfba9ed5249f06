"""Questions for people: what `/ask` answers, as a table with its sources."""

from collections.abc import Mapping, Sequence
from typing import Any

from qpgraph.web.page import Page, Visit

__all__ = ["EXAMPLES", "ask"]

EXAMPLES = tuple(f"ask.example.{number}" for number in range(1, 9))
"""The keys of questions to begin with."""


async def ask(visit: Visit) -> Page:
    """The page of a question; without one, questions to begin with."""
    question = visit.parameter("q")
    answer: dict[str, Any] | None = None
    if question:
        assert visit.data is not None
        answer = await visit.data("/ask", [("q", question)])
    return Page(
        "ask.html",
        title=f"{question} – {visit.t('ask.title')}" if question else visit.t("ask.title"),
        description=visit.t("ask.lead"),
        data={
            "q": question,
            "answer": answer,
            "cells": _cells(answer) if answer else [],
            "examples": EXAMPLES,
        },
    )


def _cells(answer: Mapping[str, Any]) -> list[Sequence[str]]:
    """The rows of an answer as lists, in the order of its columns."""
    columns = answer["columns"]
    return [
        [str(row.get(name, "") or "") for name in columns] if isinstance(row, Mapping) else row
        for row in answer["rows"]
    ]
