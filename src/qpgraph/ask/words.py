"""A question's words: as typed, without diacritics, by their stem, and mended where a letter went wrong."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qpgraph.search.english import stem
from qpgraph.search.telex import decode
from qpgraph.search.text import exact, fold, has_diacritics, normalize, tokenize

__all__ = [
    "Language",
    "Word",
    "agree",
    "broken_keys",
    "keys",
    "language_of",
    "less_marked",
    "mend",
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


def mend(
    words: Sequence[Word],
    known: frozenset[str],
    choices: Sequence[str],
    first: frozenset[str],
    pairs: Set[tuple[str, str]] = frozenset(),
) -> list[Word]:
    """The words with slips of the keyboard mended: to the known word that is a letter or two away.

    Of several as near, that is taken which is known beside its neighbour (`pairs`), else the one of
    `first`, if there is one only.
    """
    done: list[Word] = []
    for place, word in enumerate(words):
        if word.key in known or word.folded in known:
            done.append(word)
            continue
        around = (
            done[-1].key if done else "",
            words[place + 1].key if place + 1 < len(words) else "",
        )
        done.append(_mended(word, choices, first, known, lambda key, a=around: _beside(key, a, pairs)))  # type: ignore[misc]
    return done


def _beside(key: str, around: tuple[str, str], pairs: Set[tuple[str, str]]) -> int:
    """With how many of its neighbours a word is known."""
    return ((around[0], key) in pairs) + ((key, around[1]) in pairs)


def _mended(
    word: Word,
    choices: Sequence[str],
    first: frozenset[str],
    known: frozenset[str],
    beside: Callable[[str], int],
) -> Word:
    meant = decode(word.exact)
    if meant is not None and fold(meant) in known:
        return replace(word, exact=exact(meant), folded=fold(meant), key=stem(fold(meant)), mended=True)
    if len(word.folded) < 3 or any(letter.isdigit() for letter in word.folded):
        return word
    allowed = 1 if len(word.folded) < 8 else 2
    swapped_only = len(word.folded) < 6 and word.exact.isascii()
    near = process.extract(word.folded, choices, scorer=OSA.distance, score_cutoff=allowed, limit=24)
    best = {
        stem(choice): choice
        for choice, distance, _ in near
        if distance == near[0][1] and (not swapped_only or _slip(word.folded, choice))
    }
    fitting = {key: beside(key) for key in best}
    most = max(fitting.values(), default=0)
    if most and list(fitting.values()).count(most) == 1:
        best = {key: choice for key, choice in best.items() if fitting[key] == most}
    elif len(word.folded) < 4:
        return word
    if len(best) > 1:
        best = {key: choice for key, choice in best.items() if key in first}
    if len(best) != 1:
        return word
    key, choice = best.popitem()
    return replace(word, folded=choice, key=key, mended=True)


def _slip(typed: str, meant: str) -> bool:
    """Whether a short word is another with letters swapped, doubled or left out, not a word of its own."""
    return sorted(typed) == sorted(meant) or len(typed) < len(meant) or _undoubled(typed) == _undoubled(meant)


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if word[place - 1 : place] != letter)
