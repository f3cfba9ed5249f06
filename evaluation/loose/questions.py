"""The questions and their short answers: lines of language, question, answer, parted by tabs."""

from dataclasses import dataclass
from pathlib import Path

from evaluation.parts import LANGUAGES, EvaluationError

__all__ = ["REFUSE", "Loose", "loose", "loose_parts"]

REFUSE = "REFUSE"
"""The answer of a question that the documents don't answer."""
_FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Loose:
    """A question; `answer` is `REFUSE`, `YES`, `NO`, or what must all be said."""

    lang: str
    text: str
    answer: tuple[str, ...]


def loose_parts() -> list[str]:
    """The files there are."""
    return sorted(file.stem for file in _FOLDER.glob("*.tsv"))


def loose(part: str) -> list[Loose]:
    """The questions of a file. Raises `EvaluationError` naming the line that can't be read."""
    path = _FOLDER / f"{part}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise EvaluationError(f"{path}: can't be read: {error}") from error
    return [_read(f"{path}:{number}", line) for number, line in enumerate(lines, 1)]


def _read(where: str, line: str) -> Loose:
    fields = line.split("\t")
    if len(fields) != 3 or not all(fields) or fields[0] not in LANGUAGES:
        raise EvaluationError(f"{where}: language, question and answer are expected, parted by tabs")
    return Loose(fields[0], fields[1], tuple(part.strip() for part in fields[2].split(" | ")))
