"""The words that the index knows, and the nearest of them to a word that it doesn't."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qpgraph.search.english import stem
from qpgraph.search.telex import decode
from qpgraph.search.text import plain

__all__ = ["Vocabulary"]

_SHORT = 3
_FUZZY_MIN = 4
_LONG = 8


@dataclass
class Vocabulary:
    """Known words with how often they come: Vietnamese (toned, folded, pairs) and English."""

    exact: Counter[str] = field(default_factory=Counter)
    folded: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    english: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._stems = {stem(word) for word in self.english}

    def write(self, file: Path) -> None:
        """Keeps the vocabulary in a file."""
        words = {"exact": self.exact, "folded": self.folded, "pairs": self.pairs, "english": self.english}
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
        if len(word) < _SHORT:
            return None
        distance = 1 if len(word) < _LONG else 2
        candidates = [(name, self.folded[name]) for name in self._near(word, distance, self.folded)]
        if len(word) >= _FUZZY_MIN:
            candidates += [(name, self.english[name]) for name in self._near(word, distance, self.english)]
        if not candidates:
            return None

        def rank(candidate: tuple[str, int]) -> tuple[bool, int, bool, int]:
            name, frequency = candidate
            fits = f"{before}_{name}" in self.pairs or f"{name}_{after}" in self.pairs
            return not fits, OSA.distance(word, name), name[0] != word[0], -frequency

        return [min(candidates, key=rank)[0]]

    def _near(self, word: str, distance: int, words: Counter[str]) -> list[str]:
        found = process.extract(
            word, words.keys(), scorer=OSA.distance, score_cutoff=distance, limit=16, processor=None
        )
        return [name for name, _, _ in found if len(name) > 1 and not name[0].isdigit()]
