"""The words that questions are made of, beside the graph's own: read from the files in `lexicon/`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from qpgraph.ask.words.words import words_of
from qpgraph.errors import QpgraphError
from qpgraph.search.text import exact, fold, has_diacritics, is_syllable

__all__ = ["Lexicon", "Place", "load_lexicon"]

_FOLDER = Path(__file__).parent / "lexicon"


@dataclass(frozen=True)
class Place:
    """A place that may have no plan in the graph; `now` is the province that it became part of."""

    vi: str
    en: str
    names: tuple[str, ...]
    now: str | None


@dataclass(frozen=True)
class Pattern:
    """A regular expression on a question's text; one with diacritics is heeded as they are typed."""

    exact: re.Pattern[str] | None
    folded: re.Pattern[str]

    @classmethod
    def of(cls, expression: str) -> "Pattern":
        """The pattern of an expression in lower case."""
        folded = "".join(sign if sign.isascii() else fold(sign) for sign in expression)
        return cls(re.compile(expression) if folded != expression else None, re.compile(folded))

    def search(self, text: str) -> re.Match[str] | None:
        """Where it stands in a text (NFC); offsets are those of the text."""
        if self.exact is not None and has_diacritics(text):
            return self.exact.search(text.lower())
        return self.folded.search(fold(text))


@dataclass(frozen=True)
class Lexicon:
    """Cues (name to phrases or patterns), synonyms (a line each), other names of things, words without
    meaning of their own, places, the sentences of answers."""

    cues: Mapping[str, tuple[str, ...]]
    synonyms: tuple[tuple[str, ...], ...]
    stopwords: frozenset[str]
    places: tuple[Place, ...]
    sentences: Mapping[str, Mapping[str, str]]
    aliases: Mapping[str, tuple[str, ...]]
    outside: tuple[str, ...]
    patterns: Mapping[str, tuple["Pattern", ...]]
    english: frozenset[str]
    shorts: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Short forms by what they stand for, by where they hold."""
    lists: Mapping[str, tuple[str, ...]]
    """Lists of words, without diacritics."""
    vietnamese: frozenset[str]
    frames: Mapping[str, tuple[str, ...]]
    """Words that begin and end what only leads in."""
    spelt: frozenset[str]
    """English words that are spelt right, though the documents don't have them."""

    narrowing_phrases: tuple[str, ...] = ()
    """Words that narrow or change what is asked."""

    @cached_property
    def narrowing(self) -> frozenset[tuple[str, ...]]:
        """The words of each phrase that narrows, in the form that keeps diacritics."""
        return frozenset(tuple(word.exact for word in words_of(each)) for each in self.narrowing_phrases)

    @cached_property
    def narrowing_folded(self) -> frozenset[tuple[str, ...]]:
        """The same without diacritics; no single syllables, which are many words then."""
        return frozenset(
            tuple(word.folded for word in words)
            for words in map(words_of, self.narrowing_phrases)
            if len(words) > 1 or not is_syllable(words[0].folded)
        )

    @cached_property
    def stops_exact(self) -> frozenset[str]:
        """The stop words in the form that keeps diacritics."""
        return frozenset(map(exact, self.stopwords))

    @cached_property
    def stops_folded(self) -> frozenset[str]:
        """The stop words without diacritics."""
        return frozenset(map(fold, self.stopwords))


@cache
def load_lexicon() -> Lexicon:
    """The project's own lexicon; raises `QpgraphError` naming the file that can't be read."""
    stopwords, lists = _read("stopwords"), _merged("wordlists")
    small = frozenset(str(word) for words in _read("smallwords").values() for word in words)
    return Lexicon(
        cues={name: tuple(map(str, phrases)) for name, phrases in _merged("cues").items()},
        synonyms=tuple(tuple(map(str, line)) for line in _read("synonyms")),
        stopwords=small.union(str(word) for words in stopwords.values() for word in words),
        places=tuple(_place(entry) for entry in _read("places")),
        sentences=_read("sentences"),
        aliases={label: tuple(map(str, names)) for label, names in _merged("aliases").items()},
        outside=tuple(str(phrase) for line in _read("outside") for phrase in line),
        patterns={name: tuple(map(Pattern.of, each)) for name, each in _merged("patterns").items()},
        english=frozenset(map(str, (*stopwords["en"], *lists["english"]))),
        shorts={
            where: {full: tuple(map(str, shorts)) for full, shorts in table.items()}
            for where, table in _read("abbreviations").items()
        },
        lists={name: tuple(fold(str(word)) for word in each) for name, each in lists.items()},
        frames={name: tuple(map(str, phrases)) for name, phrases in _read("frames").items()},
        spelt=_words("english"),
        narrowing_phrases=tuple(
            str(phrase) for each in _read("narrowing").values() for part in each.values() for phrase in part
        ),
        vietnamese=frozenset(fold(part) for word in stopwords["vi"] for part in str(word).split()),
    )


def _read(name: str) -> Any:
    path = _FOLDER / f"{name}.yaml"
    try:
        return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise QpgraphError(f"{path}: can't be read: {error}") from error


def _merged(name: str) -> Mapping[str, list[Any]]:
    """The lists of a file and of those beside it that add to it, say `cues-acts` to `cues`."""
    found: dict[str, list[Any]] = {}
    for path in sorted(_FOLDER.glob(f"{name}*.yaml")):
        for key, values in _read(path.stem).items():
            found.setdefault(key, []).extend(values)
    return found


def _words(name: str) -> frozenset[str]:
    path = _FOLDER / f"{name}.txt"
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise QpgraphError(f"{path}: can't be read: {error}") from error
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _place(entry: Mapping[str, Any]) -> Place:
    vi, en = entry["vi"], entry.get("en") or entry["vi"]
    return Place(vi, en, (vi, en, *entry.get("alt", ())), entry.get("now"))
