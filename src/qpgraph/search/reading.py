"""Reads a query: its words (corrected), its language, the concepts that it names, what it asks for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from typing import Literal

import yaml

from qpgraph.search.text import Token, has_diacritics, normalize, plain, tokenize
from qpgraph.search.thesaurus import Concept, Match, Thesaurus
from qpgraph.search.vocabulary import Vocabulary

__all__ = ["Language", "Reader", "Reading", "read_kinds"]

Language = Literal["vi", "en"]

_HERE = Path(__file__).parent
_YEAR = re.compile(r"20[1-4]\d")


@dataclass(frozen=True)
class Reading:
    """A query as it was understood."""

    text: str
    """The query in NFC, as it was typed."""
    meant: str
    """The same with its misspelt words put right."""
    tokens: tuple[Token, ...]
    """Its tokens, misspelt ones corrected."""
    language: Language
    toned: bool
    """It was typed with diacritics."""
    stopped: frozenset[int]
    """Places (among the words) of those that say nothing."""
    matches: tuple[Match, ...]
    """Concepts that it names, by the places of its words."""
    corrections: tuple[tuple[str, str], ...]
    """Typed and meant."""

    @property
    def words(self) -> list[Token]:
        """The tokens that are no compounds."""
        return [token for token in self.tokens if not token.compound]

    @property
    def years(self) -> list[str]:
        """The years that it names."""
        return sorted({token.folded for token in self.words if _YEAR.fullmatch(token.folded)})


def read_kinds(file: Path = _HERE / "kinds.yaml") -> list[Concept]:
    """Kinds of thing as concepts, by the words that ask for them."""
    entries: Mapping[str, Mapping[str, Iterable[str]]] = yaml.load(
        file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader
    )
    return [
        Concept(
            f"kind:{kind}",
            "kind",
            tuple((language, word) for language, each in words.items() for word in each),
        )
        for kind, words in entries.items()
    ]


class Reader:
    """Reads queries against a vocabulary and a thesaurus."""

    def __init__(self, vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
        """The stop-words are read here, once."""
        self._vocabulary = vocabulary
        self._thesaurus = thesaurus
        stops = yaml.load((_HERE / "stopwords.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        self._stops_toned = {token.exact for word in stops["vi"] for token in tokenize(normalize(word))}
        self._stops_folded = {plain(word) for word in stops["vi"]}
        self._stops_en = set(stops["en"])

    def read(self, text: str) -> Reading:
        """What a query says."""
        text = normalize(text)
        toned = has_diacritics(text)
        typed = tokenize(text)
        tokens, corrections = self._corrected(typed)
        words = [token for token in tokens if not token.compound]
        matches = self._matches(tokens, toned)
        language = "vi" if toned else self._language(words, matches)
        return Reading(
            text=text,
            meant=_meant(text, tokens),
            tokens=tuple(tokens),
            language=language,
            toned=toned,
            stopped=frozenset(self._stopped(words, language, toned)),
            matches=tuple(matches),
            corrections=tuple(corrections),
        )

    def _corrected(self, typed: list[Token]) -> tuple[list[Token], list[tuple[str, str]]]:
        tokens: list[Token] = []
        corrections = []
        words = [token.folded for token in typed if not token.compound]
        place_of_word = -1
        for token in typed:
            place_of_word += not token.compound
            if token.compound or self._known(token.folded):
                tokens.append(token)
                continue
            before, after = _neighbours(words, place_of_word)
            meant = self._vocabulary.correct(token.folded, before, after)
            if meant == [token.folded]:
                tokens.append(token)
                continue
            corrections.append((token.folded, " ".join(meant)))
            for place, word in enumerate(meant):
                (found,) = tokenize(word)[:1]
                broken = token.after_break and place == 0
                tokens.append(
                    replace(found, start=token.start, end=token.end, after_break=broken, meant=word)
                )
        return self._heard(tokens, corrections), corrections

    def _heard(self, tokens: list[Token], corrections: list[tuple[str, str]]) -> list[Token]:
        """Puts pairs right that are written as they sound."""
        heard = list(tokens)
        places = [place for place, token in enumerate(tokens) if not token.compound]
        for first, second in pairwise(places):
            pair = heard[first], heard[second]
            meant = self._vocabulary.sounding_like(pair[0].folded, pair[1].folded)
            if meant is None or pair[1].after_break or self._fits_elsewhere(heard, places, first, second):
                continue
            corrections.append((f"{pair[0].folded} {pair[1].folded}", " ".join(meant)))
            for place, word in zip((first, second), meant, strict=True):
                if word != heard[place].folded:
                    heard[place] = replace(
                        heard[place], exact=self._vocabulary.toned(word), folded=word, meant=word
                    )
        return heard

    def _fits_elsewhere(self, tokens: list[Token], places: list[int], first: int, second: int) -> bool:
        """Whether one of two words makes a known pair with its other neighbour."""
        at = places.index(first)
        known = self._vocabulary.pairs
        before = tokens[places[at - 1]].folded if at > 0 else ""
        after = tokens[places[at + 2]].folded if at + 2 < len(places) else ""
        return f"{before}_{tokens[first].folded}" in known or f"{tokens[second].folded}_{after}" in known

    def _known(self, folded: str) -> bool:
        return folded in self._stops_folded or folded in self._stops_en or self._vocabulary.knows(folded)

    def _language(self, words: list[Token], matches: list[Match]) -> Language:
        """Of a query without diacritics: the language that knows more of its words and pairs.

        Provinces are called alike in both.
        """
        known = self._vocabulary
        named = {
            place
            for match in matches
            if self._thesaurus.concepts[match.concept].kind == "Province"
            for place in range(match.first, match.last)
        }
        vietnamese = english = 0
        for place, token in enumerate(words):
            if place in named:
                continue
            in_english = token.folded in self._stops_en or token.folded in known.english
            in_vietnamese = token.folded in known.folded
            english += in_english and not in_vietnamese
            vietnamese += in_vietnamese and not in_english
            if place + 1 < len(words) and place + 1 not in named:
                vietnamese += f"{token.folded}_{words[place + 1].folded}" in known.pairs
        return "en" if english > vietnamese else "vi"

    def _stopped(self, words: list[Token], language: Language, toned: bool) -> Iterable[int]:
        for place, token in enumerate(words):
            if language == "en":
                stopped = token.folded in self._stops_en
            elif toned:
                # In a toned query an untoned word may still be typed without: "cac", "nhung".
                stopped = token.exact in self._stops_toned
            else:
                stopped = token.folded in self._stops_folded
            if stopped:
                yield place

    def _matches(self, tokens: list[Token], toned: bool) -> list[Match]:
        words = [token.folded for token in tokens if not token.compound]
        return [
            match
            for match in self._found(tokens, toned)
            if match.last - match.first > 1 or not self._in_compound(words, match.first)
        ]

    def _found(self, tokens: list[Token], toned: bool) -> list[Match]:
        if not toned:
            return self._thesaurus.find(tokens, "folded", "stem")
        found = dict.fromkeys(self._thesaurus.find(tokens, "exact", "syllable", "stem"))
        bare = [token.exact == token.folded for token in tokens if not token.compound]
        # Some people type the diacritics of some words only.
        for match in self._thesaurus.find(tokens, "folded"):
            if any(bare[match.first : match.last]):
                found.setdefault(match)
        return sorted(found, key=lambda match: (match.first, -match.last, match.concept))

    def _in_compound(self, words: list[str], place: int) -> bool:
        """Whether a word is a syllable of a longer one, such as `giải` in `giải pháp`."""
        compounds = self._thesaurus.compounds
        return any(
            f"{first}_{second}" in compounds
            for first, second in pairwise(words[max(0, place - 1) : place + 2])
        )


def _meant(text: str, tokens: list[Token]) -> str:
    parts, last = [], 0
    for token in tokens:
        if token.meant is not None:
            parts += [text[last : token.start], " " if token.start < last else "", token.meant]
            last = token.end
    return "".join(parts) + text[last:]


def _neighbours(words: list[str], place: int) -> tuple[str, str]:
    before = words[place - 1] if place > 0 else ""
    after = words[place + 1] if place + 1 < len(words) else ""
    return before, after
