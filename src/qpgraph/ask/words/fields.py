"""Departments that are called by their field alone, beside a role: "led by Industry & Trade"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qpgraph.ask.words.words import Language
from qpgraph.search.text import fold

__all__ = ["Fields", "field_patterns"]

_ENDS = r"(?=\s*(?:[,.?;:)–-]|$|(?:and|with|in|on|for|together|alongside|jointly|as|but|or|at|under|to)\b))"
"""What may follow a field that stands for its department: no noun that it belongs to."""
_ONE = r"(?:the\s+|an?\s+|one\s+of\s+the\s+)?(?:only\s+|sole\s+|joint\s+|main\s+)?"
_PART = (
    r"(?:co-?)?(?:leads?|leaders?|coordinators?|partners?|helpers?|(?:lead|coordinating|supporting)\s+\w+)\b"
)
_DOES = (
    r"(?:(?:co-?)?leads?|heads?|coordinates?|supports?|helps?|assists?|joins?"
    r"|takes?\s+the\s+lead|(?:is|are)\s+in\s+charge)\b"
)
_DONE = r"(?:led|headed|run|handled|managed|coordinated|co-ordinated|supported|helped|assisted|joined)"
_BESIDE = (
    r"(?:(?:hand|help|support|assistance)\s+to|helps?|assists?|supports?|joins?|besides"
    r"|alongside|together\s+with|teams?\s+up\s+with)"
)
_ROLE = r"(?:cung\s+|dong\s+|dung\s+|lam\s+)?(?:chu tri|phoi hop|dung dau|dau moi|chiu trach nhiem)\b"
_BEFORE = r"(?:^|[,;:(]\s*|\b(?:do|giao|cho|voi|cung|va|hay|hoac|ngoai|de|ma|thi|nganh|bo phan)\s+)"


@dataclass(frozen=True)
class Fields:
    """Patterns of fields that stand for departments, by language; `name` is the field in each."""

    patterns: dict[Language, tuple[re.Pattern[str], ...]]

    def written_out(self, text: str, language: Language) -> str:
        """The text with the word for a department before each field that stands for one."""
        for pattern in self.patterns[language]:
            folded = fold(text)
            if len(folded) != len(text):
                return text
            word = "department of " if language == "en" else "so " if folded == text.casefold() else "Sở "
            for match in reversed(list(pattern.finditer(folded))):
                start, end = match.span("name")
                name = text[start:end].replace("&", "and") if language == "en" else text[start:end]
                text = f"{text[:start]}{word}{name}{text[end:]}"
        return text


def field_patterns(names: Iterable[str]) -> Fields:
    """The patterns for the departments that have these names."""
    folded = {fold(name) for name in names}
    english = {name.removeprefix("department of ") for name in folded if name.startswith("department of ")}
    two = _any(name for name in english if " " in name)
    every = _any(english)
    vietnamese = _any(name.removeprefix("so ") for name in folded if name.startswith("so "))
    return Fields(
        {
            "en": (
                re.compile(rf"\b{_DONE}\s+(?:jointly\s+)?by\s+(?P<name>{every}){_ENDS}"),
                re.compile(rf"(?<!of )\b(?P<name>{two})\s+(?:as|among|being)\s+{_ONE}{_PART}"),
                re.compile(rf"(?:^|\b(?:does|do|did|that|which|where|and|or|,)\s+)(?P<name>{two})\s+{_DOES}"),
                re.compile(rf"\b(?:department|agency|body)\s*\((?P<name>{every})\)"),
                re.compile(
                    rf"\b(?:does|do|did|where)\s+(?P<name>{every})\s+(?:co-?)?(?:leads?|coordinates?)\b"
                ),
                re.compile(rf"\b{_BESIDE}\s+(?P<name>{two})(?!\s+(?:department|ministr))"),
            ),
            "vi": (
                re.compile(rf"{_BEFORE}(?P<name>{vietnamese})\s+{_ROLE}"),
                re.compile(rf"\b(?:do|giao)\s+(?P<name>{vietnamese})\s+(?:cung|voi|va)\s+so\s"),
            ),
        }
    )


def _any(names: Iterable[str]) -> str:
    """Any of some names, the longest first; "&" is as good as "and"."""
    known = sorted(set(names), key=len, reverse=True)
    return "|".join(re.escape(name).replace(r"\ and\ ", r"\s+(?:and|&)\s+") for name in known)
