"""The Vietnamese and the English text of an entry say the same numbers; Vietnamese has its diacritics."""

import re
import unicodedata
from collections.abc import Iterator

from qpgraph.records.checks.entries import entries, texts
from qpgraph.records.checks.finding import Finding
from qpgraph.records.checks.numbers import english_numbers, vietnamese_numbers
from qpgraph.records.model import PlanRecords

__all__ = ["check_languages", "has_diacritics"]

_FEW_WORDS = 3
"""A text of so few words may have no diacritics: "Lean Six Sigma"."""


def check_languages(records: PlanRecords) -> Iterator[Finding]:
    """Numbers that stand in one language only; Vietnamese that was typed without diacritics."""
    for entry in entries(records):
        for fields, text in texts(entry.record):
            location = entry.at(*fields, "vi")
            if not has_diacritics(text.vi):
                message = f"'{text.vi}' has no Vietnamese diacritics; write it as Vietnamese is written"
                yield Finding(entry.file, location, message)
            message = _difference(text.vi, text.en)
            if message:
                yield Finding(entry.file, location, message, (entry.about,), "warning")


def has_diacritics(text: str) -> bool:
    """True for Vietnamese with diacritics, and for texts of a few words, which may have none."""
    words = re.findall(r"[^\W\d_]+", text)
    marked = any(unicodedata.normalize("NFD", char) != char or char in "đĐ" for char in text)
    return marked or len(words) <= _FEW_WORDS


def _difference(vi: str, en: str) -> str:
    vietnamese, english = vietnamese_numbers(vi), english_numbers(en)
    only_vi = sorted(vietnamese.digits - english.all)
    only_en = sorted(english.digits - vietnamese.all)
    parts = []
    if only_vi:
        parts.append(f"the English lacks {', '.join(only_vi)}")
    if only_en:
        parts.append(f"the Vietnamese lacks {', '.join(only_en)}")
    return "; ".join(parts)
