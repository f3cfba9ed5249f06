"""A question's words: as typed, without diacritics, by their stem."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qpgraph.search.english import stem
from qpgraph.search.text import fold, has_diacritics, normalize, tokenize

__all__ = [
    "Language",
    "Word",
    "agree",
    "broken_keys",
    "keys",
    "language_of",
    "less_marked",
    "words_of",
]

Language = Literal["vi", "en"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word: `exact` keeps the diacritics, `folded` drops them, `key` is the stem of that."""

    exact: str
    folded: str
    key: str
    start: int
    end: int
    mended: bool = False
    after_break: bool = False
    """Punctuation stands before it."""


_stem = lru_cache(maxsize=16384)(stem)


@lru_cache(maxsize=32768)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, ids in their parts (`1322/QĐ-TTg` is three), offsets into the NFC text."""
    return tuple(
        Word(
            token.exact,
            token.folded,
            _stem(token.folded),
            token.start,
            token.end,
            after_break=token.after_break,
        )
        for token in tokenize(normalize(text))
        if not token.compound
    )


def broken_keys(text: str) -> str:
    """The keys of a text, a comma between those that punctuation parts."""
    return f" {' '.join(f', {word.key}' if word.after_break else word.key for word in words_of(text))} "


def keys(text: str) -> tuple[str, ...]:
    """The keys of a phrase's words."""
    return tuple(word.key for word in words_of(text))


def agree(asked: Word, known: str) -> bool:
    """Whether a typed word may stand for a known one of the same key: diacritics, if typed, are the same."""
    return asked.exact in (known, asked.folded) or asked.mended


def less_marked(asked: Word, known: str) -> bool:
    """Whether a typed word is a known one with some of its marks left out: `tê` for `tế`."""
    bare = known.rstrip("12345")
    toned = fold(bare) + known[len(bare) :]
    return asked.exact in (bare, fold(bare), toned) or (
        not asked.exact[-1:].isdigit() and asked.exact[-1:] != "" and fold(asked.exact) == fold(bare)
    )


def language_of(
    text: str, words: Sequence[Word], english: frozenset[str], vietnamese: frozenset[str]
) -> Language:
    """The language of a question, by its small words; without any, by its diacritics."""
    theirs = sum(word.exact in english and word.folded not in vietnamese for word in words)
    ours = sum(word.folded in vietnamese and word.exact not in english for word in words)
    if has_diacritics(text):
        return "en" if theirs >= 3 and theirs > ours else "vi"
    return "en" if theirs > ours or (theirs == ours and theirs > 0) else "vi"
