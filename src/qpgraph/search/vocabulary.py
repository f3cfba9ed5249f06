"""The words that the index knows, and the nearest of them to a word that it doesn't."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qpgraph.search.english import stem
from qpgraph.search.telex import decode
from qpgraph.search.text import is_syllable, plain

__all__ = ["Vocabulary"]

_KINDS = ("exact", "folded", "pairs", "english", "named")
_SHORT = 3
_SURE = 6
_LONG = 10
_FREQUENT = 5
_INITIALS = (("tr", "ch"), ("gi", "d"), ("r", "d"), ("x", "s"), ("n", "l"))
_FINALS = (("ng", "n"), ("nh", "n"), ("ch", "t"), ("c", "t"))


@dataclass
class Vocabulary:
    """Known words with how often they come: Vietnamese (toned, folded, pairs) and English."""

    exact: Counter[str] = field(default_factory=Counter)
    folded: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)
    named: Counter[str] = field(default_factory=Counter)
    """Pairs of syllables in the names of concepts."""

    def __post_init__(self) -> None:
        self._sounds: dict[tuple[str, str], tuple[str, str]] = {}
        for pair, count in self.pairs.most_common():
            first, _, second = pair.partition("_")
            if count >= _FREQUENT and first.isalpha() and second.isalpha():
                self._sounds.setdefault((_sound(first), _sound(second)), (first, second))
        self._toned: dict[str, str] = {}
        for word, _ in self.exact.most_common():
            self._toned.setdefault(plain(word.rstrip("12345")) if not word.isdigit() else word, word)
        self._stems = {stem(word) for word in self.english}

    def write(self, file: Path) -> None:
        """Keeps the vocabulary in a file."""
        words = {name: getattr(self, name) for name in _KINDS}
        file.write_text(json.dumps(words, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Vocabulary":
        """What `write` wrote."""
        words = json.loads(file.read_text(encoding="utf-8"))
        return cls(**{name: Counter(counts) for name, counts in words.items()})

    def knows(self, folded: str) -> bool:
        """Whether a folded word is known in one of the languages."""
        return folded in self.folded or folded in self.english or stem(folded) in self._stems

    def correct(self, word: str, before: str = "", after: str = "") -> list[str]:
        """What an unknown word was meant to be, as words; the word itself when nothing comes near.

        `before` and `after` are its neighbours, folded: what is known to stand with them is preferred.
        """
        folded = plain(word)
        if self.knows(folded) or word[:1].isdigit():
            return [word]
        meant = decode(word.lower())
        if meant and plain(meant) in self.folded:
            return [meant]
        if any(character.isdigit() for character in word):
            return [word]
        return self._split(folded) or self._nearest(folded, before, after) or [word]

    def _split(self, word: str) -> list[str] | None:
        """Two or more Vietnamese syllables that were written as one."""
        best: tuple[int, list[str]] | None = None
        for place in range(2, len(word) - 1):
            first, rest = word[:place], word[place:]
            if first not in self.folded:
                continue
            if f"{first}_{rest}" in self.pairs:
                found = (self.pairs[f"{first}_{rest}"], [first, rest])
            else:
                more = self._split(rest)
                if not more or f"{first}_{more[0]}" not in self.pairs:
                    continue
                found = (self.pairs[f"{first}_{more[0]}"], [first, *more])
            best = max(best, found) if best else found
        return best[1] if best else None

    def _nearest(self, word: str, before: str, after: str) -> list[str] | None:
        """The nearest known word; a short one only if it is known to stand with a neighbour."""
        if len(word) < _SHORT:
            return None
        distance = 1 if len(word) < _LONG else 2
        candidates = [(name, self.folded[name]) for name in self._near(word, distance, self.folded)]
        candidates += [(name, self.english[name]) for name in self._near(word, distance, self.english)]

        # A sound syllable is likely meant as it is, though nothing here has it, unless a name has another.
        sound = is_syllable(word)
        pairs = self.named if sound else self.pairs

        def fits(name: str) -> bool:
            return f"{before}_{name}" in pairs or f"{name}_{after}" in pairs

        def rank(candidate: tuple[str, int]) -> tuple[bool, int, int]:
            name, frequency = candidate
            return not fits(name), OSA.distance(word, name), -frequency

        likely = [
            (name, count)
            for name, count in candidates
            if fits(name) or (not sound and len(word) >= _SURE and name[0] == word[0])
        ]
        return [min(likely, key=rank)[0]] if likely else None

    def sounding_like(self, first: str, second: str) -> tuple[str, str] | None:
        """The pair that two known words were meant to be, which is never found as written: `nang xuat`.

        Confused are letters that sound alike in a part of the country: s and x, ch and tr, d, gi and r,
        l and n, and at the end n and ng, t and c.
        """
        if f"{first}_{second}" in self.pairs:
            return None
        meant = self._sounds.get((_sound(first), _sound(second)))
        return meant if meant and (meant[0] == first or meant[1] == second) else None

    def toned(self, folded: str) -> str:
        """The most frequent way to write a folded word with its diacritics."""
        return self._toned.get(folded, folded)

    def _near(self, word: str, distance: int, words: Counter[str]) -> list[str]:
        found = process.extract(
            word, words.keys(), scorer=OSA.distance, score_cutoff=distance, limit=16, processor=None
        )
        return [name for name, _, _ in found if len(name) > 1 and not name[0].isdigit()]


def _sound(syllable: str) -> str:
    """A syllable with letters that sound alike written alike."""
    sound = syllable
    if not sound.startswith(("ng", "nh")):
        for letters, alike in _INITIALS:
            if sound.startswith(letters):
                sound = alike + sound.removeprefix(letters)
                break
    for letters, alike in _FINALS:
        if sound.endswith(letters):
            return sound.removesuffix(letters) + alike
    return sound
