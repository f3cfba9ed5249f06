"""A question's words: as typed, without diacritics, by their stem."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from qpgraph.search.english import stem
from qpgraph.search.text import fold, has_diacritics, is_syllable, normalize, tokenize

__all__ = [
    "AND",
    "OR",
    "Language",
    "Word",
    "agree",
    "broken_keys",
    "key_of",
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
    typed: str = ""
    """As it stands in the text."""
    meant: str = ""
    """What was put in the place of a slip."""


AND = frozenset(("and", "plus", "va"))
"""Words that join a further clause, without marks."""
OR = frozenset(("or", "hay", "hoac"))
"""Words that offer a choice, without marks."""


@lru_cache(maxsize=16384)
def key_of(word: str) -> str:
    """The stem of a word; what makes known is not what is public ("publicity", "public employees")."""
    return "publicis" if word.startswith(("publicis", "publiciz", "publicit")) else stem(word)


@lru_cache(maxsize=32768)
def words_of(text: str) -> tuple[Word, ...]:
    """The words of a text, ids in their parts (`1322/QĐ-TTg` is three), offsets into the NFC text."""
    given = normalize(text)
    return tuple(
        Word(
            token.exact,
            token.folded,
            key_of(token.folded),
            token.start,
            token.end,
            after_break=token.after_break,
            typed=given[token.start : token.end],
        )
        for token in tokenize(given)
        if not token.compound
    )


def broken_keys(text: str) -> str:
    """The keys of a text, a comma between those that punctuation parts."""
    return f" {' '.join(f', {word.key}' if word.after_break else word.key for word in words_of(text))} "


def keys(text: str) -> tuple[str, ...]:
    """The keys of a phrase's words."""
    return tuple(word.key for word in words_of(text))


def agree(asked: Word, known: str) -> bool:
    """Whether a typed word may stand for a known one of the same key: diacritics, if typed, are the same.

    An English word is no other than Vietnamese, whatever its stem: "change" is no "chẳng".
    """
    if asked.exact == known or asked.mended:
        return True
    return asked.exact == asked.folded and (_is_plain(known) or _bare(known) == asked.folded)


def _is_plain(known: str) -> bool:
    """Whether a known word has no marks."""
    return known.isascii() and (known.isalpha() or known.isdigit())


@lru_cache(maxsize=32768)
def _bare(known: str) -> str:
    """A known word without its marks."""
    return fold(known.rstrip("12345"))


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
        plainly = _is_plainly_english(words, vietnamese)
        return "en" if plainly or (theirs >= 3 and theirs > ours) else "vi"
    if theirs == ours == 0:
        return "en" if any(_is_foreign(word) and word.typed.islower() for word in words) else "vi"
    return "en" if theirs >= ours else "vi"


def _is_foreign(word: Word) -> bool:
    """Whether a word can't be Vietnamese."""
    return word.typed.isascii() and word.typed.isalpha() and not is_syllable(word.folded)


def _is_plainly_english(words: Sequence[Word], vietnamese: frozenset[str]) -> bool:
    """Whether more words can't be Vietnamese than have marks, and no small word is Vietnamese alone."""
    foreign = sum(map(_is_foreign, words))
    marked = sum(not word.typed.isascii() for word in words)
    ours = any(
        word.folded in vietnamese and not word.typed.isascii() and not word.typed.isupper() for word in words
    )
    return not ours and foreign > max(marked, 2)
