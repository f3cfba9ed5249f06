"""Departments named together with one word for all of them, each given its own: "Sở Y tế và Xây dựng"."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.words import Language
from qpgraph.search.text import fold

__all__ = ["Shared", "shared_words"]

_AND = {"vi": r"\s*,\s*(?:va\s+)?|\s+va\s+", "en": r"\s*,\s*(?:and\s+)?|\s+and\s+"}
"""What joins names; "or" and "with" tell agencies apart, so they are left as they are."""


_ROLE = (
    r"(?:(?:jointly|together|both|all|are|is|also)\s+)*(?:(?:run|lead|head|co-lead|chair|co-chair|coordinate)\b"
    r"|among\s+the\s+(?:\w+\s+)?(?:departments|agencies|bodies|leads|parties)\b)"
)
"""What says that names alone, without "department", are departments."""


@dataclass(frozen=True)
class Shared:
    """Patterns of several departments with one word for "department", by language."""

    vietnamese: re.Pattern[str]
    before: re.Pattern[str]
    after: re.Pattern[str]
    led: re.Pattern[str]
    """A field whose department leads: "agriculture-led"."""
    name: re.Pattern[str]

    def each(self, text: str, language: Language) -> str:
        """The text with the word before or after each name."""
        folded = fold(text)
        if len(folded) != len(text):
            return text
        if language == "vi":
            word = "Sở" if folded != text.casefold() else "so"
            return self._spread(self.vietnamese, text, folded, (f"{word} ", ""))
        text = self.led.sub(r"\1 department \2", text)
        folded = fold(text)
        found = self._spread(self.before, text, folded, ("department of ", ""))
        return self._spread(self.after, found, fold(found), ("", " department"))

    def _spread(self, pattern: re.Pattern[str], text: str, folded: str, around: tuple[str, str]) -> str:
        """The text with what stands around each of the names in its first list."""
        match = pattern.search(folded)
        if match is None:
            return text
        start, end = match.span("names")
        if match.end() == end and self.name.fullmatch(folded, start, end):
            return text
        names = []
        for name in self.name.finditer(folded, start, end):
            names.append(f"{around[0]}{text[name.start() : name.end()]}{around[1]}")
        joint = " và " if around[0].startswith("S") else " va " if around[0] == "so " else " and "
        return f"{text[: match.start()]}{joint.join(names)}{text[match.end() :]}"


def shared_words(vocabulary: Vocabulary, aliases: Iterable[str]) -> Shared:
    """The patterns for the departments of a vocabulary and their other names."""
    known = {name for thing in vocabulary.of_kind("agency") for name in thing.names} | set(aliases)
    folded = [fold(name) for name in known]
    vietnamese = {name.removeprefix("so ") for name in folded if name.startswith("so ")}
    before = {name.removeprefix("department of ") for name in folded if name.startswith("department of ")}
    after = {name.removesuffix(" department") for name in folded if name.endswith(" department")}
    return Shared(
        _list("vi", vietnamese, r"\b(?:(?:cac|nhung|hai|ba|bon)\s+)?so\s+", ""),
        _list("en", before, r"\b(?:the\s+)?departments?\s+of\s+(?:the\s+)?", ""),
        _list("en", after, r"\b", rf"(?:\s+departments\b|(?=\s+(?:{_ROLE})))"),
        re.compile(rf"\b({_any(after)})-(led|run|headed)\b", re.IGNORECASE),
        re.compile(rf"(?:{_any(vietnamese | before | after)})(?!\w)"),
    )


def _list(language: str, names: Iterable[str], before: str, after: str) -> re.Pattern[str]:
    """Two names or more with "and" or commas between, and no word of their own before the second."""
    one = rf"(?:{_any(names)})(?!\w)"
    return re.compile(rf"{before}(?P<names>{one}(?:(?:{_AND[language]})(?:of\s+)?{one})+){after}")


def _any(names: Iterable[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
