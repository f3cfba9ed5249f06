"""Concepts and what they are called in both languages, found in a text.

Concepts come from the graph (themes, standards, agencies and their kinds, provinces, acts, units) and
from the lexicon (`lexicon/*.yaml`): general words that the thesaurus has no concept for. A passage is
indexed with the concepts that its text names, a query is read into them; so "hospital", "bệnh viện" and
"cơ sở khám bệnh, chữa bệnh" meet, whatever the language.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import yaml

from qpgraph.errors import QpgraphError
from qpgraph.search.english import stem
from qpgraph.search.text import Token, normalize, tokenize

__all__ = ["Concept", "Match", "Thesaurus", "read_lexicon"]

_FORMS = ("exact", "syllable", "folded", "stem")
_BRIDGED = frozenset({"AgencyKind", "Agency", "Standard", "StandardFamily"})
LEXICON = Path(__file__).parent / "lexicon"


@dataclass(frozen=True)
class Concept:
    """A concept: an address, its class (`Theme`, `Standard`, `word`, …) and its names (language, text)."""

    id: str
    kind: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Match:
    """A concept named by the words from `first` to `last` (not included) of a text."""

    concept: str
    first: int
    last: int


def read_lexicon(folder: Path = LEXICON) -> list[Concept]:
    """The concepts of the lexicon's files; raises `QpgraphError` on a file that can't be read."""
    concepts = []
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            for name, words in entries.items():
                names = [
                    (language, str(word)) for language in ("vi", "en") for word in words.get(language, [])
                ]
                concepts.append(Concept(f"word:{name}", "word", tuple(names)))
        except (OSError, yaml.YAMLError, AttributeError) as error:
            raise QpgraphError(f"{path}: not a lexicon: {error}") from error
    return concepts


class Thesaurus:
    """Finds concepts in texts by the longest names first; nested names count too."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Names are kept in three forms: Vietnamese with diacritics, without, and English stems."""
        self.concepts: dict[str, Concept] = {}
        self._forms: dict[str, dict[str, set[str]]] = {form: {} for form in _FORMS}
        self._longest = 1
        self._related: dict[str, set[str]] = {}
        self.compounds: set[str] = set()
        """Pairs of syllables that stand together in a name."""
        for concept in concepts:
            known = self.concepts.get(concept.id)
            self.concepts[concept.id] = (
                Concept(concept.id, known.kind, known.names + concept.names) if known else concept
            )
            for language, name in concept.names:
                self._add(concept.id, language, name)

    def _add(self, concept: str, language: str, name: str) -> None:
        words = _words(tokenize(normalize(name)))
        if not words:
            return
        self._longest = max(self._longest, len(words))
        if language in ("vi", ""):
            # A syllable is a part of many words ("giải": award, solution, …): it is kept apart. Without
            # its diacritics it names nothing.
            alone = len(words) == 1 and not name.isascii()
            self._put("syllable" if alone else "exact", concept, (token.exact for token in words))
            if not alone:
                self._put("folded", concept, (token.folded for token in words))
                self.compounds.update(f"{a.folded}_{b.folded}" for a, b in pairwise(words))
        if language == "en" or (language == "" and name.isascii()):
            self._put("stem", concept, (stem(token.folded) for token in words))

    def _put(self, form: str, concept: str, words: Iterable[str]) -> None:
        self._forms[form].setdefault(" ".join(words), set()).add(concept)

    def find(self, tokens: Sequence[Token], *forms: str) -> list[Match]:
        """The concepts that a text names, by place.

        `forms`: `exact` (Vietnamese as written), `syllable` (names of one syllable), `folded` (without
        diacritics), `stem` (English).
        """
        words = _words(tokens)
        found: dict[tuple[str, int, int], Match] = {}
        for form in forms:
            keys = _keys(words, form)
            names = self._forms[form]
            for first in range(len(keys)):
                for last in range(first + 1, min(first + self._longest, len(keys)) + 1):
                    for concept in names.get(" ".join(keys[first:last]), ()):
                        found.setdefault((concept, first, last), Match(concept, first, last))
        return sorted(found.values(), key=lambda match: (match.first, -match.last, match.concept))

    def related(self, concept: str) -> set[str]:
        """The concepts of the graph that share a name with a general word."""
        if self.concepts[concept].kind != "word":
            return set()
        if concept not in self._related:
            shared = {
                other
                for names in self._forms.values()
                for others in names.values()
                if concept in others
                for other in others
                if self.concepts[other].kind in _BRIDGED
            }
            self._related[concept] = shared
        return self._related[concept]

    def words(self) -> Iterable[tuple[str, str]]:
        """Every word of every name: its language and its folded form."""
        for concept in self.concepts.values():
            for language, name in concept.names:
                for token in tokenize(normalize(name)):
                    yield language, token.folded


def _words(tokens: Sequence[Token]) -> list[Token]:
    return [token for token in tokens if not token.compound]


def _keys(words: Sequence[Token], form: str) -> list[str]:
    if form in ("exact", "syllable"):
        return [token.exact for token in words]
    if form == "folded":
        return [token.folded for token in words]
    return [stem(token.folded) for token in words]
