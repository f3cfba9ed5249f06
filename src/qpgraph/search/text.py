"""Text to tokens: Unicode NFC at the door, Vietnamese tones and diacritics, numbers and ids.

A token has two forms. `exact` keeps the diacritics, with the tone moved to the end of the syllable and
`y` written as `i` where Vietnamese writes both, so that "hóa" and "hoá", "kỹ" and "kĩ" are one. `folded`
has no diacritics at all: what people type on a foreign keyboard.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

__all__ = [
    "Token",
    "exact",
    "fold",
    "has_diacritics",
    "is_syllable",
    "normalize",
    "pairs",
    "plain",
    "tokenize",
]

_TONES = {"\u0300": "2", "\u0301": "1", "\u0309": "3", "\u0303": "4", "\u0323": "5"}
_CHUNK = re.compile(r"\w+(?:[./:&+\-\u2010-\u2015,]\w+)*%?", re.UNICODE)
_PART = re.compile(r"[^\W_]+", re.UNICODE)
_THOUSANDS = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL = re.compile(r"\d+[.,]\d+")
_REFERENCE = re.compile(r"(?:\d{1,2}|[ivx]+|[a-eđ])(?:\.(?:\d{1,2}|[a-zđ]))+", re.IGNORECASE)
_LETTERS_NUMBER = re.compile(r"([^\W\d]{2,})(\d{2,})", re.UNICODE)
_SHORT_Y = re.compile(r"(h|k|l|m|s|t|v|qu)y(\d?)")
_FIRST = (
    r"(?:(?:ngh|gh|k)(?=[eiy])|(?:qu)(?=[aeioy])|gi(?=[aeiou])|(?:c|g|ng)(?=[aou])|g(?=i)|"
    r"nh|kh|ch|ph|th|tr|[bdhlmnprstvx])?"
)
_OPEN = (
    "oai|oay|oao|oeo|uay|uyu|ieu|yeu|uou|uoi|uya|"
    "ai|ao|au|ay|eo|eu|ia|iu|oi|ui|uu|ua|ue|uo|uy|ya|oa|oe|[aeiouy]"
)
_FRONT = r"(?:oa|oe|ue|uy|[aeiy])(?:nh|ch)"
_BACK = r"(?:ieu|ie|ye|uo|ua|oa|oe|oo|[aeou])(?:ng|c)"
_PLAIN = r"(?:uye|ie|ye|uo|ua|oa|oe|oo|ue|uy|[aeiouy])[mnpt]"
_SYLLABLE = re.compile(rf"{_FIRST}(?:{_OPEN}|{_FRONT}|{_BACK}|{_PLAIN})")
_BREAK = re.compile(r"[.;:,()\[\]!?\u2013\u2014\n]|\s-\s")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or id of a text, and where it stands there (offsets into the NFC text)."""

    exact: str
    folded: str
    start: int
    end: int
    compound: bool = False
    """It is an id whose parts come as tokens of their own after it (`1322/QĐ-TTg`, `60%`)."""
    after_break: bool = False
    """Punctuation stands between it and the token before: no phrase goes across."""
    meant: str | None = None
    """What was put in the place of a misspelt word."""


def normalize(text: str) -> str:
    """The text in Unicode NFC; every other function here expects that."""
    return unicodedata.normalize("NFC", text)


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """A word or text in lower case without diacritics; the length stays the same for NFC Vietnamese."""
    return "".join(_base(character) for character in word.lower())


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    if character == "đ":
        return "d"
    return unicodedata.normalize("NFD", character)[0] if character > "\x7f" else character


@lru_cache(maxsize=65536)
def exact(word: str) -> str:
    """A word in lower case with its tone at the end: `hóa` and `hoá` are both `hoa1`."""
    if word.isascii():
        return _SHORT_Y.sub(r"\1i\2", word.lower()) if _SHORT_Y.fullmatch(word.lower()) else word.lower()
    letters, tone = [], ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if character in _TONES:
            tone = _TONES[character]
        else:
            letters.append(character)
    syllable = unicodedata.normalize("NFC", "".join(letters)) + tone
    return _SHORT_Y.sub(r"\1i\2", syllable) if _SHORT_Y.fullmatch(syllable) else syllable


def plain(word: str) -> str:
    """The folded form as tokens have it: as `fold`, and `y` as `i` in the short syllables."""
    folded = fold(word)
    return _SHORT_Y.sub(r"\1i\2", folded) if _SHORT_Y.fullmatch(folded) else folded


def has_diacritics(text: str) -> bool:
    """Whether a text has any Vietnamese letter beyond ASCII."""
    return not text.isascii() and fold(text) != text.lower()


def is_syllable(folded: str) -> bool:
    """Whether a folded word is built as a Vietnamese syllable is, letter by letter: not "king"."""
    return _SYLLABLE.fullmatch(folded) is not None


def tokenize(text: str) -> list[Token]:
    """The tokens of an NFC text, in order; ids come whole and in parts."""
    found: list[Token] = []
    last = 0
    for chunk in _CHUNK.finditer(text):
        broken = bool(found) and _BREAK.search(text, last, chunk.start()) is not None
        found.extend(_chunk_tokens(chunk[0], chunk.start(), broken))
        last = chunk.end()
    return found


def pairs(tokens: Sequence[Token], *, toned: bool = False) -> list[str]:
    """The pairs of neighbouring words (`truy_xuat`), compounds left out, none across punctuation."""
    words = [token for token in tokens if not token.compound]
    return [
        f"{first.exact}_{second.exact}" if toned else f"{first.folded}_{second.folded}"
        for first, second in pairwise(words)
        if not second.after_break
    ]


def _chunk_tokens(chunk: str, start: int, broken: bool) -> Iterable[Token]:
    if chunk.isalpha():  # most are; the rest is slow
        yield _token(chunk, start, start + len(chunk), broken=broken)
        return
    number = chunk.rstrip("%")
    if _THOUSANDS.fullmatch(number):
        yield _token(re.sub(r"[.,]", "", number), start, start + len(chunk), broken=broken)
        return
    if _DECIMAL.fullmatch(number) or _REFERENCE.fullmatch(number):
        yield _token(number.replace(",", "."), start, start + len(chunk), broken=broken)
        return
    parts = list(_parts(chunk))
    if (len(parts) > 1 and "," not in chunk) or chunk.endswith("%"):
        yield _token(re.sub(r"[\u2010-\u2015]", "-", chunk), start, start + len(chunk), True, broken)
    for place, (part, at) in enumerate(parts):
        # A comma inside a chunk ("kiểm định,hiệu chuẩn") breaks a phrase as one with a space does.
        inside = place > 0 and chunk[at - 1] in ".,:"
        yield _token(part, start + at, start + at + len(part), broken=broken if place == 0 else inside)


def _parts(chunk: str) -> Iterable[tuple[str, int]]:
    for part in _PART.finditer(chunk):
        glued = _LETTERS_NUMBER.fullmatch(part[0])
        if glued:
            yield glued[1], part.start()
            yield glued[2], part.start() + len(glued[1])
        else:
            yield part[0], part.start()


def _token(word: str, start: int, end: int, compound: bool = False, broken: bool = False) -> Token:
    if word.isdigit() and len(word) < 4:
        word = word.lstrip("0") or "0"
    return Token(exact(word), plain(word), start, end, compound, broken)
