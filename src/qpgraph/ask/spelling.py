"""Slips of the keyboard in a question, mended by the words that are known and their neighbours."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.linking import Linker
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words import Word, keys
from qpgraph.search.english import stem
from qpgraph.search.telex import decode
from qpgraph.search.text import exact, fold

__all__ = ["Spelling", "mend", "spelling_of"]

_stem = lru_cache(maxsize=16384)(stem)


@dataclass(frozen=True)
class Spelling:
    """How words are spelt: keys that are known, whole words to choose from, and which stand together."""

    known: frozenset[str]
    choices: Sequence[str]
    first: frozenset[str]
    """The keys of words that questions are made of."""
    pairs: frozenset[tuple[str, str]]
    """The keys of neighbours."""


def spelling_of(vocabulary: Vocabulary, linker: Linker, lexicon: Lexicon) -> Spelling:
    """The words that a slip of the keyboard may have meant."""
    single = (keys(phrase) for phrases in lexicon.cues.values() for phrase in phrases)
    stops = {keys(word) for word in lexicon.stopwords}
    first = frozenset(phrase[0] for phrase in single if len(phrase) == 1 and phrase not in stops)
    whole = {fold(word.rstrip("12345")) for word in vocabulary.toned} | linker.spelt
    choices = sorted(word for word in whole if word.isalpha() and len(word) > 2)
    return Spelling(linker.words | lexicon.spelt, choices, first, linker.pairs)


def mend(words: Sequence[Word], spelling: Spelling) -> list[Word]:
    """The words with slips of the keyboard mended: to the known word that is a letter or two away.

    Of several as near, the one that is known beside its neighbours is taken, or one of the first.
    """
    done: list[Word] = []
    for place, word in enumerate(words):
        known = word.key in spelling.known or word.folded in spelling.known
        meant = word if known else _mended(word, spelling, words[place + 1 : place + 2], done[-1:])
        done.extend([meant] if known or meant.mended else _parted(word, spelling))
    return done


def _parted(word: Word, spelling: Spelling) -> list[Word]:
    """Two words that were typed without the space between them ("cancu"); else the word."""
    typed = word.folded
    if word.exact != typed or not typed.isalpha():
        return [word]
    splits = [
        (typed[:place], typed[place:])
        for place in range(2, len(typed) - 1)
        if (_stem(typed[:place]), _stem(typed[place:])) in spelling.pairs
    ]
    if len(splits) != 1:
        return [word]
    first, second = splits[0]
    middle, mended = word.start + len(first), replace(word, mended=True)
    return [
        replace(mended, exact=first, folded=first, key=_stem(first), end=middle),
        replace(mended, exact=second, folded=second, key=_stem(second), start=middle, after_break=False),
    ]


def _mended(word: Word, spelling: Spelling, after: Sequence[Word], before: Sequence[Word]) -> Word:
    meant = decode(word.exact)
    if meant is not None and fold(meant) in spelling.known:
        return replace(word, exact=exact(meant), folded=fold(meant), key=_stem(fold(meant)), mended=True)
    if len(word.folded) < 3 or any(letter.isdigit() for letter in word.folded):
        return word
    best = _nearest(word, spelling)
    beside = {
        key: sum((one.key, key) in spelling.pairs for one in before)
        + sum((key, one.key) in spelling.pairs for one in after)
        for key in best
    }
    most = max(beside.values(), default=0)
    if most:
        best = {key: choice for key, choice in best.items() if beside[key] == most}
    elif len(word.folded) < 4:
        return word
    if len(best) > 1:
        best = {key: choice for key, choice in best.items() if key in spelling.first}
    if len(best) != 1:
        return word
    key, choice = best.popitem()
    return replace(word, folded=choice, key=key, mended=True)


def _nearest(word: Word, spelling: Spelling) -> dict[str, str]:
    """The words that are as near as any, by their keys."""
    allowed = 1 if len(word.folded) < 8 else 2
    swapped_only = len(word.folded) < 6 and word.exact.isascii()
    near = process.extract(
        word.folded, spelling.choices, scorer=OSA.distance, score_cutoff=allowed, limit=None
    )
    least = min((distance for _, distance, _ in near), default=0)
    return {
        _stem(choice): choice
        for choice, distance, _ in near
        if distance == least and (not swapped_only or _slip(word.folded, choice))
    }


def _slip(typed: str, meant: str) -> bool:
    """Whether a short word is another with letters swapped, doubled or left out, not a word of its own."""
    return sorted(typed) == sorted(meant) or len(typed) < len(meant) or _undoubled(typed) == _undoubled(meant)


def _undoubled(word: str) -> str:
    return "".join(letter for place, letter in enumerate(word) if word[place - 1 : place] != letter)
