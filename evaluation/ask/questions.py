"""The questions of a part with their exact answers."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from evaluation.parts import EvaluationError, entries

__all__ = ["Expected", "Question", "questions"]

FORMS = ("values", "number", "boolean", "unanswerable")


@dataclass(frozen=True)
class Expected:
    """An exact answer; one of the four forms is set.

    `values`: each is one cell, or a list of cells of one row; a cell is a text, a number, `{any: [...]}` or
    `{contains: text}`. `exact`: every row holds one of the values. `number`: a count. `boolean`: yes or no.
    `unanswerable`: the documents don't say, or the question's premise is false.
    """

    values: tuple[Any, ...] = ()
    exact: bool = False
    number: int | None = None
    boolean: bool | None = None
    unanswerable: bool = False


@dataclass(frozen=True)
class Question:
    """One question; `citations` are the (plan, ref) that support its answer."""

    id: str
    lang: str
    type: str
    text: str
    expected: Expected
    citations: tuple[tuple[str, str], ...]


def questions(part: str, folder: Path = Path(__file__).parent) -> list[Question]:
    """The questions of a part. Raises `EvaluationError`."""
    found = []
    for entry in entries(folder, part, {"id", "lang", "type", "question", "answer", "citations"}):
        answer = entry["answer"]
        if sum(form in answer for form in FORMS) != 1 or set(answer) - {*FORMS, "exact"}:
            raise EvaluationError(
                f"{folder / part}.yaml: {entry['id']}: one of {', '.join(FORMS)} is expected"
            )
        expected = Expected(**{**answer, "values": tuple(answer.get("values", ()))})
        if not (isinstance(expected.number, int | None) and isinstance(expected.boolean, bool | None)):
            raise EvaluationError(
                f"{folder / part}.yaml: {entry['id']}: number is a number, boolean true or false"
            )
        citations = tuple((plan, ref) for plan, ref in entry["citations"])
        if expected.unanswerable == bool(citations):
            raise EvaluationError(
                f"{folder / part}.yaml: {entry['id']}: an answer needs citations, no answer none"
            )
        found.append(
            Question(entry["id"], entry["lang"], entry["type"], entry["question"], expected, citations)
        )
    return found
