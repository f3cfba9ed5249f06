"""Forms with a blank field: "province: Bắc Ninh | task: 4.5 | lead: ?" becomes a question in words."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from qpgraph.ask.words.words import Language
from qpgraph.search.text import fold

__all__ = ["filled_in"]

_PARTS = re.compile(r"\s*[|;\n]\s*|(?<=\?)\s+|(?<=\w\w)\.\s+(?=\S+\?)")
_BLANK = re.compile(r"^([^:?]+?)\s*[:=]?\s*[?_…]+$")
_TOLD = re.compile(r"^([^:?]+?)\s*[:=]\s*(.+)$")
_AND: Mapping[Language, str] = {"vi": " và ", "en": " and "}
_UNKNOWN: Mapping[Language, str] = {"vi": "{} bao nhiêu", "en": "what {}"}


@cache
def _labels(language: Language) -> Mapping[str, str]:
    """What each label stands for."""
    path = Path(__file__).parent.parent / "lexicon" / "blanks.yaml"
    asking = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[language]
    return {fold(label): question for question, labels in asking.items() for label in labels}


def filled_in(text: str, language: Language) -> str:
    """The text with its blank fields as questions; as it is where it is no form with a known blank."""
    labels, told, asked = _labels(language), list[str](), list[str]()
    for part in filter(None, _PARTS.split(text.strip())):
        blank, value = _BLANK.match(part), _TOLD.match(part)
        # What stands before the first colon of a line may be what the form is about.
        if blank is None and value and (nested := _BLANK.match(value[2])) and fold(nested[1]) in labels:
            told, blank, value = [*told, value[1]], nested, None
        if blank and (question := labels.get(fold(blank[1]))):
            asked.append(question)
        elif blank and not asked:
            return text
        elif blank:
            asked.append(_UNKNOWN[language].format(blank[1]))
        else:
            named = value is not None and labels.get(fold(value[1])) is not None
            told.append(value[2] if value and named else part.replace(":", ""))
    return f"{', '.join(told)}: {_AND[language].join(asked)}?" if told and asked else text
