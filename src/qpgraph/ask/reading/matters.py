"""Matters: what is done in a procedure or ruled on support, known by several words of a question."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import Language, Word, agree, keys, words_of
from qpgraph.errors import QpgraphError

__all__ = ["Matter", "Spoken", "matters_said", "says_nothing"]

_FILE = Path(__file__).parents[1] / "lexicon" / "matters.yaml"
_Phrase = tuple[Word, ...]


@dataclass(frozen=True)
class Matter:
    """A matter: which points tell of it, by which words it is known, what makes a yes or a no of it."""

    name: str
    kinds: tuple[str, ...]
    has: tuple[str, ...]
    said: tuple[tuple[str, ...], ...]
    also: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    """How the name of the one begins who does it, where its points name several."""
    verb: str = ""
    """The family of its own verb, where other matters have the same points."""
    part: str = ""
    """`first` or `last`: its place in a point that tells of several matters one after the other."""
    agrees: str = ""
    denies: tuple[str, ...] = ()
    both: str = ""
    default: str = ""
    unless: tuple[str, ...] = ()
    """The families whose words mean another matter."""

    def tells(self, point: Point) -> bool:
        """Whether a point tells of it."""
        return point.kind in self.kinds and any(
            f" {' '.join(keys(text))} " in point.text for text in self.has
        )


@dataclass(frozen=True)
class Spoken:
    """A matter that a question speaks of, the places of the words that say so, and its stance."""

    matter: Matter
    places: frozenset[int]
    for_or_against: frozenset[int]
    """The places of the words that agree with it or go against it."""
    verb: frozenset[int]
    """The places of its own verb."""
    stance: str
    """`yes` or `no`: whether the question agrees with it or goes against it; else what the matter says."""


@dataclass
class _Lexicon:
    begun: dict[str, list[tuple[str, _Phrase]]] = field(default_factory=dict)
    """Phrases with their families, by their first word."""
    around: frozenset[str] = frozenset()
    matters: tuple[Matter, ...] = ()


def matters_said(
    words: Sequence[Word], language: Language = "vi", aside: Collection[int] = ()
) -> list[Spoken]:
    """The matters that the words speak of, those first that most families, then most words, speak for.

    `aside`: the places of words that name something else, as a province.
    """
    lexicon = _lexicon()
    places = _places(words, language, aside)
    found = []
    for matter in lexicon.matters:
        lines = [line for line in matter.said if all(places[name] for name in line) and _apart(line, places)]
        if not lines or _of(matter.unless, places):
            continue
        said = {place for line in (*lines, matter.also) for place in _of(line, places)}
        agreed, denied = places.get(matter.agrees, set()), _of(matter.denies, places)
        spoken = Spoken(
            matter,
            frozenset(said),
            frozenset(agreed | denied),
            frozenset(places.get(matter.verb, ())),
            _stance(matter, agreed, denied, places),
        )
        found.append((max(map(len, lines)), spoken))
    found.sort(key=lambda each: (-each[0], -len(each[1].places)))
    return [spoken for _, spoken in found]


def says_nothing(text: str) -> bool:
    """Whether a word or phrase says nothing more of a matter."""
    around = _lexicon().around
    return " ".join(keys(text)) in around or all(word in around for word in keys(text))


def _of(names: Sequence[str], places: Mapping[str, set[int]]) -> set[int]:
    return {place for name in names for place in places.get(name, ())}


def _apart(line: Sequence[str], places: Mapping[str, set[int]]) -> bool:
    """Whether the families of a line stand for words of their own, and not all for the same one."""
    return len(set().union(*(places[name] for name in line))) >= len(line)


def _stance(matter: Matter, agreed: set[int], denied: set[int], places: Mapping[str, set[int]]) -> str:
    if agreed and denied - agreed:
        return matter.both
    if agreed:
        return "yes"
    if denied:
        return "no"
    if matter.default in ("yes", "no"):
        return matter.default
    return "yes" if places.get(matter.default) else ""


def _places(words: Sequence[Word], language: Language, aside: Collection[int]) -> dict[str, set[int]]:
    """The places of the words of all phrases that are said, by family."""
    begun = _lexicon().begun
    found: dict[str, set[int]] = defaultdict(set)
    for first, word in enumerate(words):
        for name, phrase in begun.get(word.folded, ()):
            run = words[first : first + len(phrase)]
            foreign = language == "en" and any(part.exact != part.folded for part in phrase)
            if foreign or first in aside:
                continue
            if len(run) == len(phrase) and all(map(_same, run, phrase)):
                found[name].update(range(first, first + len(phrase)))
    return found


def _same(word: Word, part: Word) -> bool:
    if part.exact == part.folded:
        return word.exact == part.exact or (word.mended and word.folded == part.folded)
    return word.folded == part.folded and agree(word, part.exact)


@cache
def _lexicon() -> _Lexicon:
    try:
        read: Mapping[str, Any] = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise QpgraphError(f"{_FILE}: can't be read: {error}") from error
    begun: dict[str, list[tuple[str, _Phrase]]] = defaultdict(list)
    for name, phrases in read["families"].items():
        for phrase in phrases:
            words = words_of(str(phrase))
            begun[words[0].folded].append((name, words))
    around = frozenset(" ".join(keys(str(word))) for word in read["around"])
    matters = tuple(_matter(name, entry) for name, entry in read["matters"].items())
    return _Lexicon(begun, around, matters)


def _names(entry: str | Sequence[str]) -> tuple[str, ...]:
    return (entry,) if isinstance(entry, str) else tuple(entry)


def _matter(name: str, entry: Mapping[str, Any]) -> Matter:
    return Matter(
        name,
        tuple(entry["kinds"]),
        tuple(entry["has"]),
        tuple(tuple(line) for line in entry["said"]),
        tuple(entry.get("also", ())),
        tuple(entry.get("by", ())),
        entry.get("verb", ""),
        entry.get("part", ""),
        entry.get("agrees", ""),
        _names(entry.get("denies", ())),
        entry.get("both", ""),
        entry.get("default", ""),
        tuple(entry.get("unless", ())),
    )
