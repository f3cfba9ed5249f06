"""The numbers that a text states, whether written in digits, in words or as months and quarters."""

import re
from dataclasses import dataclass

__all__ = ["Numbers", "english_numbers", "vietnamese_numbers"]

_NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,]\d+)*(?![^\W\d_])")
"""Digits that stand alone: the 5 of 5S is a name's."""
_QUARTER = re.compile(r"\b(?:quý|quarters?)\s+(I{1,3}|IV)(?:\s*(?:-|–|đến|to|and|và)\s*(I{1,3}|IV))?\b", re.I)
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4"}
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_ENGLISH = (
    ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"],
    ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
    ["once", "twice"],
    ["single", "both"],
)
_VIETNAMESE = (
    ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"],
    ["nhất", "nhì", "ba", "tư"],
)


@dataclass(frozen=True)
class Numbers:
    """The numbers of a text, normalised: no leading zeros, `2000` for 2.000 and 2,000."""

    digits: frozenset[str]
    """Those written in digits."""
    words: frozenset[str]
    """Those written in words, among them words that may mean something else, such as `năm`."""

    @property
    def all(self) -> frozenset[str]:
        """Both."""
        return self.digits | self.words


def vietnamese_numbers(text: str) -> Numbers:
    """The numbers of a Vietnamese text."""
    return Numbers(_digits(text), _words(text, _VIETNAMESE))


def english_numbers(text: str) -> Numbers:
    """The numbers of an English text; months by name count as their numbers."""
    months = {str(place) for place, name in enumerate(_MONTHS, 1) if re.search(rf"\b{name}\b", text)}
    return Numbers(_digits(text), _words(text, _ENGLISH) | months)


def _digits(text: str) -> frozenset[str]:
    quarters = {_ROMAN[each.upper()] for match in _QUARTER.findall(text) for each in match if each}
    return frozenset(_normal(number) for number in _NUMBER.findall(text)) | quarters


def _normal(number: str) -> str:
    first, *groups = re.split(r"[.,]", number)
    if groups and all(len(group) == 3 for group in groups) and len(first) <= 3 and first != "0":
        return str(int(first + "".join(groups)))
    return ".".join([str(int(first)), *groups])


def _words(text: str, lists: tuple[list[str], ...]) -> frozenset[str]:
    words = set(re.findall(r"\w+", text.lower()))
    return frozenset(str(place) for names in lists for place, name in enumerate(names, 1) if name in words)
