"""A rough verdict on an answer, and the table of a file.

Whether what must be said stands anywhere in the sentence, the rows or the citations: extra rows are not
seen, and what is right in other words counts as wrong. For figures to rely on there is `evaluation/ask`.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any, Literal

from evaluation.loose.questions import REFUSE, Loose, loose
from qpgraph.ask.engine import Ask
from qpgraph.search.text import fold

__all__ = ["report", "verdict"]

Verdict = Literal["right", "wrong", "refused", "rightly refused", "invented"]
VERDICTS: tuple[Verdict, ...] = ("right", "wrong", "refused", "rightly refused", "invented")
_DAY = re.compile(r"(?:ngày )?0?(\d{1,2})/0?(\d{1,2})/(\d{4})")
_GROUPED = re.compile(r"(?<=\d)[.,](?=\d{3}(?:\D|$))")
_DECIMAL = re.compile(r"(?<=\d),(?=\d)")
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_YES, _NO = ("yes", "co", "dung", "phai"), ("no", "khong", "sai", "chua")


def verdict(question: Loose, answer: Mapping[str, Any]) -> Verdict:
    """How an answer (as JSON has it) compares with what must be said."""
    if question.answer == (REFUSE,):
        return "invented" if answer["answered"] else "rightly refused"
    if not answer["answered"]:
        return "refused"
    if question.answer in (("YES",), ("NO",)):
        begins = _YES if question.answer == ("YES",) else _NO
        return "right" if fold(answer["answer"]).startswith(begins) else "wrong"
    said = f"{answer['answer']} {json.dumps(answer['rows'], ensure_ascii=False)}"
    cited = json.dumps(answer["citations"], ensure_ascii=False)
    return "right" if all(_is_said(part, said, fold(said + cited)) for part in question.answer) else "wrong"


def _is_said(part: str, said: str, folded: str) -> bool:
    if fold(part) in folded:
        return True
    if day := _DAY.fullmatch(part):
        return f"{day[3]}-{int(day[2]):02d}-{int(day[1]):02d}" in folded
    wanted = _numbers(part)
    return bool(wanted) and not re.search(r"[^\W\d]/|/[^\W\d]", part) and wanted <= _numbers(said)


def _numbers(text: str) -> set[float]:
    plain = _DECIMAL.sub(".", _GROUPED.sub("", text))
    return {float(number) for number in _NUMBER.findall(plain)}


def report(part: str, store: Path, *, verbose: bool) -> None:
    """Prints how many answers of a file have which verdict. Raises `EvaluationError`, `QpgraphError`."""
    asker, counts = Ask.open(store), Counter[str]()
    for question in loose(part):
        answer = asker.ask(question.text)
        found = verdict(question, asdict(answer))
        counts[found] += 1
        if verbose and found in ("wrong", "refused", "invented"):
            print(f"{found:10}{question.text}\n{'':10}{' | '.join(question.answer)}\n{'':10}{answer.answer}")
    answerable = counts["right"] + counts["wrong"] + counts["refused"]
    told = ", ".join(f"{counts[name]} {name}" for name in VERDICTS)
    print(f"{part}: {told}; {counts['right'] / max(1, answerable):.2f} of the answerable right")
