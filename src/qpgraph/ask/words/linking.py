"""Finds in a question the things and words that are known: the longest first, none across another."""

# A decision returns where it is made.
# ruff: noqa: PLR0912

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz import fuzz, process

from qpgraph.ask.lexicon import Lexicon, Place
from qpgraph.ask.vocabulary import Vocabulary
from qpgraph.ask.words.words import Word, agree, less_marked, words_of
from qpgraph.search.text import has_diacritics

__all__ = ["Linker", "Mention", "Reading"]

_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Reading:
    """What a phrase may mean: a cue by its name, a thing by its address, a line of synonyms, a place."""

    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A part of the question and its possible meanings; `sure` is 1 where it was typed as known."""

    first: int
    last: int
    text: str
    readings: tuple[Reading, ...]
    sure: float
    meant: tuple[str, ...] = ()
    """The words (their keys) of the name that was meant, where one of them is another word."""

    def values(self, kind: str) -> list[str]:
        """Its meanings of a kind."""
        return [reading.value for reading in self.readings if reading.kind == kind]

    def is_a(self, *kinds: str) -> bool:
        """Whether it has a meaning of one of the kinds."""
        return any(reading.kind in kinds for reading in self.readings)


class Linker:
    """The phrases of lexicon and vocabulary, by the keys of their words."""

    def __init__(self, vocabulary: Vocabulary, lexicon: Lexicon) -> None:
        self._phrases: dict[tuple[str, ...], dict[tuple[str, ...], set[Reading]]] = defaultdict(dict)
        self.places: dict[str, Place] = {}
        self.surfaces: dict[str, set[str]] = defaultdict(set)
        """Words without diacritics to the words themselves."""
        for reading, name in _all(vocabulary, lexicon, self.places):
            words = words_of(name)
            if words:
                exact = tuple(word.exact for word in words)
                for word in words:
                    self.surfaces[word.folded].add(word.typed.lower())
                self._phrases[tuple(word.key for word in words)].setdefault(exact, set()).add(reading)
        self._exact = vocabulary.exact
        self._toned = vocabulary.toned
        self.words = frozenset(key for phrase in self._phrases for key in phrase) | vocabulary.words
        self.firm = frozenset(pair for phrase in self._phrases for pair in pairwise(phrase))
        """Words of names, cues and synonyms that stand side by side."""
        self.pairs = self.firm | {
            pair for point in vocabulary.points.values() for phrase in point.own for pair in pairwise(phrase)
        }
        """Words that are known side by side."""
        self._long: dict[int, dict[str, tuple[str, ...]]] = defaultdict(dict)
        for phrase, forms in self._phrases.items():
            if len(phrase) > 1 and len("".join(phrase)) >= 9 and _is_thing(forms):
                self._long[len(phrase)][" ".join(phrase)] = phrase

    def link(self, text: str, words: Sequence[Word]) -> list[Mention]:
        """The mentions of a question in order; overlaps are resolved: the longest, then the first."""
        toned = has_diacritics(text)
        marked = 3 * sum(word.exact != word.folded for word in words) >= len(words)
        candidates = [
            mention
            for length in range(min(_LONGEST, len(words)), 0, -1)
            for first in range(len(words) - length + 1)
            if (mention := self._at(text, words[first : first + length], first, toned, marked=marked))
            is not None
        ]
        taken: set[int] = set()
        found: list[Mention] = []
        for mention in sorted(candidates, key=_rank):
            span = range(mention.first, mention.last + 1)
            if taken.isdisjoint(span):
                found.append(mention)
                taken.update(span)
        found.extend(self._nearly(text, words, taken, found))
        return sorted(found, key=lambda mention: mention.first)

    def _at(
        self, text: str, words: Sequence[Word], first: int, toned: bool, *, marked: bool
    ) -> Mention | None:
        forms = self._phrases.get(tuple(word.key for word in words))
        if not forms or (len(words) > 1 and words[-1].after_break and words[-1].folded == "tinh"):
            return None  # "tôi là nhà báo, tỉnh nào"
        readings: set[Reading] = set()
        sure = 1.0
        same = tuple(word.exact for word in words)
        if marked and len(words) == 1 and len(same[0]) > 2 and not words[0].mended:
            forms = {exact: known for exact, known in forms.items() if exact == same or not _small(known)}
        for exact, known in forms.items():
            if _is_name(words, exact, known):
                readings |= known
                continue
            if len(words) > 1 and self._is_another(words, exact, toned=toned):
                continue
            wrong = sum(not agree(word, part) for word, part in zip(words, exact, strict=True))
            alone = toned and len(words) == 1 and words[0].exact in self._exact
            if wrong == 0 and (not alone or exact == same):
                readings |= known if _inflected(same, exact) else _but_units(known)
        if len(words) == 1 and same in forms and self._plainly(forms[same], same[0]):
            readings = set(forms[same])
        if not readings:
            likely = {
                exact: one
                for exact, one in forms.items()
                if len(words) == 1 or not self._is_another(words, exact, toned=toned)
            }
            readings, sure = _misspelt(likely, words, self._exact, self._toned if toned else frozenset())
            if toned and len(words) == 1 and words[0].exact in self._toned:
                readings = {reading for reading in readings if reading.kind == "stop"}
        if not readings:
            return None
        if any(word.mended for word in words):
            sure = min(sure, 0.8)
        last = first + len(words) - 1
        typed = text[words[0].start : words[-1].end]
        return Mention(
            first, last, typed, tuple(sorted(readings, key=lambda each: (each.kind, each.value))), sure
        )

    def _is_another(self, words: Sequence[Word], known: tuple[str, ...], *, toned: bool) -> bool:
        """Whether a word of a phrase is typed as it is and no other is meant: "tỷ trong" is no "tỷ trọng"."""
        return any(
            self._is_other(word, part)
            or (
                toned
                and word.exact != part
                and not word.mended
                and not part.isalpha()
                and word.exact in self._toned
            )
            for word, part in zip(words, known, strict=True)
        )

    def _is_other(self, word: Word, part: str) -> bool:
        """Whether a word of one stem is a cue by itself: "which yearly" is no "which year"."""
        if word.exact == part or word.mended or not part.isalpha() or not part.isascii():
            return False
        alone = self._phrases.get((word.key,), {})
        cues = {reading for reading in alone.get((word.exact,), ()) if reading.kind == "cue"}
        return bool(cues) and not cues & alone.get((part,), set())

    @staticmethod
    def _plainly(known: set[Reading], typed: str) -> bool:
        """Whether a word means just itself: "measures" no measurement, "planned" no plan, of one stem."""
        kinds = {reading.kind for reading in known}
        return "cue" in kinds or (kinds == {"stop"} and len(typed) > 4)

    def _nearly(
        self, text: str, words: Sequence[Word], taken: set[int], found: list[Mention]
    ) -> Iterator[Mention]:
        """Long names with a slip in a word that is itself a known word ("truy suất nguồn gốc")."""
        free = [place for place in range(len(words)) if place not in taken]
        for length in sorted(self._long, reverse=True):
            for first in range(len(words) - length + 1):
                span = set(range(first, first + length))
                if (
                    length > 7
                    or len(span.intersection(free)) < 1
                    or span & {p for p in taken if p not in free}
                ):
                    continue
                run = tuple(word.key for word in words[first : first + length])
                if run in self.pairs:
                    continue
                typed = " ".join(run)
                best = process.extractOne(
                    typed, self._long[length].keys(), scorer=fuzz.ratio, score_cutoff=88
                )
                if best is None or typed[0] != best[0][0] or not span.issubset(free):
                    continue
                readings = set().union(*self._phrases[self._long[length][best[0]]].values())
                free = [place for place in free if place not in span]
                piece = text[words[first].start : words[first + length - 1].end]
                meant = self._long[length][best[0]]
                yield Mention(first, first + length - 1, piece, tuple(readings), best[1] / 100, meant)


def _inflected(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the last words differ in an ending only: "products", not "productivity"."""
    short, long = sorted((one[-1], other[-1]), key=len)
    return not (short.isascii() and long.isascii() and long.startswith(short)) or len(long) - len(short) < 4


def _but_units(known: set[Reading]) -> set[Reading]:
    return {reading for reading in known if reading.kind != "unit"}


def _is_name(words: Sequence[Word], exact: tuple[str, ...], known: Iterable[Reading]) -> bool:
    """Whether the name of a place is typed with its capitals and some marks left out ("Hải Phong")."""
    return (
        len(words) > 1
        and any(reading.kind in ("province", "place") for reading in known)
        and any(word.exact != word.folded for word in words)
        and all(
            word.typed[:1].isupper() and (agree(word, part) or less_marked(word, part))
            for word, part in zip(words, exact, strict=True)
        )
    )


def _small(known: Iterable[Reading]) -> bool:
    """Whether a phrase is only a word without a meaning of its own."""
    return all(reading.kind == "stop" for reading in known)


def _misspelt(
    forms: dict[tuple[str, ...], set[Reading]],
    words: Sequence[Word],
    spelt: frozenset[str],
    meant: frozenset[str],
) -> tuple[set[Reading], float]:
    """Phrases with marks left out in some words ("nhiêm vụ") or put wrong so that the word is none
    ("chù trì"); small words and long names with wrong ones. Words that are `meant` are no others."""
    readings: set[Reading] = set()
    for exact, known in forms.items():
        pairs = list(zip(words, exact, strict=True))
        wrong = [(word, part) for word, part in pairs if not agree(word, part)]
        lax = all(less_marked(word, part) for word, part in wrong)
        none = all(
            (less_marked(word, part) and word.exact not in meant) or word.exact not in spelt
            for word, part in wrong
        )
        if len(words) > 1 and len(wrong) <= max(len(words) // 2, 1) and (none or len(words) > 3):
            readings |= known
        elif len(words) == 1:
            readings |= known if lax else set()
    return readings, 0.8 if len(words) > 1 else 0.7


_NAMED = frozenset({"standard", "legal", "plan", "province", "agency", "place"})


def _rank(mention: Mention) -> tuple[float, float, int]:
    """Longer first; a thing of its own counts as a word and a half longer than a word of the language."""
    length = mention.last - mention.first + 1
    named = 1.5 if mention.is_a(*_NAMED) and length > 1 else 0.0
    return -(length + named) * mention.sure, -mention.sure, mention.first


def _is_thing(forms: dict[tuple[str, ...], set[Reading]]) -> bool:
    return any(reading.kind not in ("cue", "stop") for known in forms.values() for reading in known)


def _all(vocabulary: Vocabulary, lexicon: Lexicon, places: dict[str, Place]) -> Iterable[tuple[Reading, str]]:
    for thing in vocabulary.things.values():
        for name in thing.names:
            yield Reading(thing.kind, thing.iri), name
    labels = {
        thing.name("vi"): thing
        for thing in vocabulary.things.values()
        if thing.kind in ("agency", "province", "theme", "legal")
    }
    for label, names in lexicon.aliases.items():
        if label in labels:
            things = [each for each in vocabulary.things.values() if each.name("vi") == label]
            for name in names:
                yield from (
                    (Reading(each.kind, each.iri), name) for each in things if each.kind != "province"
                )
    for cue, phrases in lexicon.cues.items():
        for phrase in phrases:
            yield Reading("cue", cue), phrase
    for number, line in enumerate(lexicon.synonyms):
        for phrase in line:
            yield Reading("synonym", str(number)), phrase
    for phrase in lexicon.outside:
        yield Reading("outside", phrase), phrase
    for word in lexicon.stopwords:
        yield Reading("stop", word), word
    covered = {name for thing in vocabulary.of_kind("province") for name in thing.names}
    for place in lexicon.places:
        if place.vi not in covered:
            places[place.vi] = place
            for name in place.names:
                yield Reading("place", place.vi), name
