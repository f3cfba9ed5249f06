"""Numbers in words, of either language: "hai mươi", "một nghìn", "2 nghìn", "a hundred", "half of"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qpgraph.ask.words.words import Word

__all__ = [
    "HALVES",
    "LOW_NUMBERS",
    "NUMBER_WORDS",
    "ONE",
    "Numeral",
    "asks_scale",
    "numerals_in",
    "single_numerals",
]

NUMBER_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    "hai": 2, "ba": 3, "bôn1": 4, "sau1": 6, "bay3": 7, "tam1": 8, "chin1": 9, "mươi2": 10,
}  # fmt: skip
"""Numbers of one word; Vietnamese ones as they are typed with all their marks."""
LOW_NUMBERS = {
    "mot": 1, "hai": 2, "ba": 3, "bon": 4, "nam": 5, "sau": 6, "bay": 7,
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
}  # fmt: skip
"""Numbers of one word without marks, to look for only where a number must stand: most are other words too."""

HALVES = frozenset(("half", "nưa3"))
"""The word for a half, which is fifty percent."""

_DIGITS = {
    "môt5": 1, "môt1": 1, "hai": 2, "ba": 3, "bôn1": 4, "tư": 4, "năm": 5, "lăm": 5, "sau1": 6, "bay3": 7,
    "tam1": 8, "chin1": 9, "mot": 1, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "sau": 6, "bay": 7, "tam": 8,
    "chin": 9, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15,
}  # fmt: skip
_TENS = {
    "mươi2": 10, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {
    "mươi": 10, "chuc5": 10, "trăm": 100, "muoi": 10, "chuc": 10, "tram": 100, "hundred": 100, "dozen": 12,
}  # fmt: skip
_THOUSAND = frozenset(("nghin2", "ngan2", "nghin", "ngan", "thousand"))
_MONEY = frozenset(("ty", "ti", "trieu", "dong", "million", "billion", "vnd"))
_NOT_HALF = frozenset(("year", "years", "yearly", "a", "nam", "dau", "cuoi"))
_ASKING = frozenset(("may", "bao", "nhieu", "many", "few"))


def asks_scale(words: Sequence[Word], place: int) -> bool:
    """Whether a word for a hundred or so goes on with "how many" ("khoảng mấy trăm người")."""
    return place > 0 and words[place - 1].folded in _ASKING and words[place].exact in _SCALES


@dataclass(frozen=True)
class Numeral:
    """A number in words, with the places of its first and last word."""

    first: int
    last: int
    value: float


def single_numerals(words: Sequence[Word]) -> Iterator[Numeral]:
    """The numbers of one word, in digits or letters, whatever else the word may mean."""
    for place, word in enumerate(words):
        if word.folded.isdigit():
            yield Numeral(place, place, float(word.folded))
        elif word.exact in _DIGITS:
            yield Numeral(place, place, float(_DIGITS[word.exact]))


def numerals_in(words: Sequence[Word]) -> Iterator[Numeral]:
    """The numbers of two words or more, and halves; those of one word are read one by one."""
    place = 0
    while place < len(words):
        found = _at(words, place)
        if found is None:
            place += 1
            continue
        yield found
        place = found.last + 1


def _at(words: Sequence[Word], first: int) -> Numeral | None:
    if words[first].exact in HALVES:
        return _half(words, first)
    if first and words[first - 1].folded in _ASKING:
        return None
    if words[first].exact in ONE and _counts_money(words, first + 1):
        return Numeral(first, first, 1.0)
    whole, part, digit, place = 0.0, 0.0, None, first
    if words[first].exact == "a" and first + 1 < len(words) and words[first + 1].exact in _SCALES:
        digit, place = 1.0, first + 1
    while place < len(words) and not (place > first and words[place].after_break):
        word = words[place].exact
        if word in _DIGITS and digit is None:
            digit = float(_DIGITS[word])
        elif word.isdigit() and place == first:
            digit = float(word)
        elif word in _TENS and digit is None:
            part += _TENS[word]
        elif word in _TIMES and digit is not None:
            part, digit = part + digit * _TIMES[word], None
        elif word in _THOUSAND and (part or digit is not None):
            whole, part, digit = whole + (part + (digit or 0)) * 1000, 0.0, None
        else:
            break
        place += 1
    named = [word.exact for word in words[first:place]]
    money = place < len(words) and words[place].folded in _MONEY
    if money or len(named) < 2 or not _SCALES.intersection(named):
        return None
    return Numeral(first, place - 1, whole + part + (digit or 0))


ONE = frozenset(("one", "a", "môt5", "môt1", "mot"))
"""Words for one, a number only before a word for millions."""
_SUMS = frozenset(("ty", "ti", "trieu", "million", "billion"))
_RATES = frozenset(("le", "trong", "suat", "so"))


def _counts_money(words: Sequence[Word], place: int) -> bool:
    """Whether a word for millions stands there, and no rate ("tỷ lệ")."""
    after = words[place + 1].folded if place + 1 < len(words) else ""
    return place < len(words) and words[place].folded in _SUMS and after not in _RATES


_SCALES = frozenset((*_TIMES, *_THOUSAND, *_TENS))


def _half(words: Sequence[Word], place: int) -> Numeral | None:
    """Half of something, and no half of a year."""
    after = words[place + 1].folded if place + 1 < len(words) else ""
    before = words[place - 1].folded if place else ""
    if after in _NOT_HALF or before in ("first", "second", "last", "a") or words[place].after_break:
        return None
    if after in ("of", "the") and place + 2 < len(words) and words[place + 2].folded in (*_NOT_HALF, "the"):
        beyond = {word.folded for word in words[place + 2 : place + 4]}
        if beyond & _NOT_HALF:
            return None
    first = place - 1 if before in ("mot", "phan") else place
    return Numeral(first, place, 50.0)
