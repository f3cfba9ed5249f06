"""Short forms of a question written out: "nv" is "nhiệm vụ", "BN" a province or "bao nhiêu"."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.words import Language
from qpgraph.search.text import fold, has_diacritics

__all__ = ["ShortForms", "short_forms"]

_BOUND = r"(?<![\w/&.\-]){}(?![\w/&]|[-.]\w)"
_PLACED = re.compile(
    r"(?:^|\b(?:o|tai|tinh|cua|ben|tp|thanh pho|in|of|for|from|va|voi|hay|and|or|giua|,)\s+)$"
)
"""What stands before the letters of a province; nothing, at the beginning of a question."""
_ASKING = re.compile(
    r"\b(?:nao|gi|may|ai|bao nhieu|bao gio|khi nao|dau|khong|ko|k|chua|sao|liet ke|ke ten)\b"
)
_NO_PLACE = re.compile(r"^\s*(?:\d(?!\d?\.\d)|ubnd|hdnd|,? ?pct)", re.IGNORECASE)
_END = r"(?=(?:\s+(?:a|ạ|v|vậy|vay|z|nhi|nhỉ|ta|ad|nhe|nhé|em|anh|chị))*\s*(?:[?.!,;]|$))"
_SHORTEST_LABEL = 2


@dataclass(frozen=True)
class ShortForms:
    """Short forms by language, and the letters of provinces."""

    tables: Mapping[str, Mapping[str, str]]
    patterns: Mapping[str, re.Pattern[str]]
    letters: Mapping[str, str]
    """The first letters of a province, in capitals, to its name."""
    names: tuple[str, ...]
    """The names of provinces without diacritics."""

    def written_out(self, text: str, language: Language) -> str:
        """The text with its short forms written out; without diacritics where the text has none."""
        found = self._places(text, language)
        for name in ("at-end", "inside", "before-number", "after-number") if language == "vi" else ():
            found = self._by(name, found)
        found = self._by(language, found)
        return found if has_diacritics(text) else _bare(found)

    def _by(self, name: str, text: str) -> str:
        table = self.tables[name]
        return self.patterns[name].sub(lambda match: table[match[0].lower()], text)

    def _places(self, text: str, language: Language) -> str:
        shouted = text.isupper()

        def name(match: re.Match[str]) -> str:
            typed = match[0]
            capital = typed.isupper() and not shouted
            known = self.letters.get(typed.upper())
            if known is None and language == "en" and capital:
                known = next(
                    (each for short, each in self.letters.items() if fold(short) == fold(typed)), None
                )
            if known is None or not self._is_place(text, match, language, capital=capital):
                return self.tables["letters"].get(typed, typed) if language == "vi" else typed
            return known

        return self.patterns["letters"].sub(name, text)

    def _is_place(self, text: str, match: re.Match[str], language: Language, *, capital: bool) -> bool:
        """Whether the letters name a province: in capitals, after "of", or beside another question word."""
        before, after = fold(text[: match.start()]), text[match.end() :]
        if _NO_PLACE.match(after) or before.endswith(("pho ", "phó ")):
            return False
        if capital or _PLACED.search(before):
            return True
        if language == "en":
            return False
        rest = f"{before} {fold(after)}"
        if match[0].lower() not in self.tables["letters"]:
            return match[0].lower() not in _COMMON
        named = any(each in rest for each in self.names)
        others = [short for short in self.letters if short != match[0].upper()]
        named = named or any(re.search(rf"\b{short.lower()}\b", rest) for short in others)
        return not named and _ASKING.search(rest) is not None


_COMMON = frozenset(("ct", "đn"))
"""Letters that stand for more, in small letters: "chương trình", "công ty", "doanh nghiệp"."""


def _bare(text: str) -> str:
    return "".join(fold(character).upper() if character.isupper() else fold(character) for character in text)


def short_forms(given: Mapping[str, Mapping[str, Iterable[str]]], vocabulary: Vocabulary) -> ShortForms:
    """The short forms of the lexicon, and the letters of the provinces that the graph has plans of."""
    tables = {
        name: {str(short).lower(): full for full, shorts in table.items() for short in shorts}
        for name, table in given.items()
    }
    labels = [thing.name("vi") for thing in vocabulary.of_kind("province")]
    letters = {
        "".join(word[0] for word in label.split()).upper(): label
        for label in labels
        if len(label.split()) >= _SHORTEST_LABEL
    }
    number, counted = r"(?=\s*\d)", r"(?:(?<=\d)|(?<=\d )|(?<=nhieu )|(?<=nhiêu )|(?<=may )|(?<=mấy ))"
    units = _any(tables["after-number"], bound=False)
    patterns = {
        "vi": _any(tables["vi"]),
        "en": _any(tables["en"]),
        "at-end": _any(tables["at-end"], after=_END),
        "inside": _any(tables["inside"], after=_END.replace("(?=", "(?!", 1)),
        "before-number": _any(tables["before-number"], after=number),
        "after-number": re.compile(f"{counted}{units.pattern}(?!\\w)", re.IGNORECASE),
        "letters": _any([*tables["letters"], *letters, *map(fold, letters)]),
    }
    return ShortForms(tables, patterns, letters, tuple(fold(label) for label in labels))


def _any(forms: Iterable[str], *, after: str = "", bound: bool = True) -> re.Pattern[str]:
    longest = sorted(forms, key=len, reverse=True)
    either = "(?:" + "|".join(re.escape(each) for each in longest) + ")"
    return re.compile((_BOUND.format(either) if bound else either) + after, re.IGNORECASE)
