"""The table of a part: right and invented answers by language and by type, and latency."""

import time
from collections.abc import Sequence
from pathlib import Path

from evaluation.ask.questions import Question, questions
from evaluation.ask.runs import Run, open_run
from evaluation.ask.verdicts import Verdict, verdict
from evaluation.parts import LANGUAGES
from evaluation.search.report import quantile

__all__ = ["measure", "report"]


def measure(run: Run, asked: Sequence[Question]) -> tuple[list[Verdict], list[float]]:
    """The verdict and the time in milliseconds of each question."""
    found, times = [], []
    for question in asked:
        start = time.perf_counter()
        answer = run(question.text)
        times.append(1000 * (time.perf_counter() - start))
        found.append(verdict(question, answer))
    return found, times


def report(part: str, names: Sequence[str], store: Path, *, verbose: bool) -> None:
    """Prints the tables of a part. Raises `EvaluationError`, `StoreUnavailableError`."""
    asked = questions(part)
    print(f"{len(asked)} questions of the {part} part")
    for name in names:
        run = open_run(name, store)
        run(asked[0].text)
        found, times = measure(run, asked)
        print(f"{name}\n{'':16}{'questions':>10}{'right':>7}{'share':>7}{'invented':>10}{'cited':>7}")
        pairs = list(zip(asked, found, strict=True))
        for language in LANGUAGES:
            _line(language, [one for question, one in pairs if question.lang == language])
        for kind in dict.fromkeys(question.type for question in asked):
            _line(kind, [one for question, one in pairs if question.type == kind])
        _line("all", found)
        print(f"ms a question: p50 {quantile(times, 0.5):.1f}, p95 {quantile(times, 0.95):.1f}")
        if verbose:
            for question, one in pairs:
                if not one.right:
                    print(f"  {question.id:12}{'invented' if one.invented else 'missed':10}{question.text}")


def _line(label: str, found: Sequence[Verdict]) -> None:
    right = sum(one.right for one in found)
    invented = sum(one.invented for one in found)
    citing = [one.cited for one in found if one.cited is not None]
    cited = f"{sum(citing) / len(citing):.2f}" if citing else "-"
    share = right / len(found) if found else 0.0
    print(f"{label:16}{len(found):10}{right:7}{share:7.2f}{invented:10}{cited:>7}")
