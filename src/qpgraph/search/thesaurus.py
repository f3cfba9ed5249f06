"""Concepts and what they are called in both languages, found in a text.

Concepts come from the graph (themes, standards, agencies and their kinds, provinces, acts, units) and
from the lexicon (`lexicon/*.yaml`): general words that the thesaurus has no concept for. A passage is
indexed with the concepts that its text names, a query is read into them; so "hospital", "bệnh viện" and
"cơ sở khám bệnh, chữa bệnh" meet, whatever the language.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple, dataclass, field
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
    """The concepts of the lexicon's files, each once, with its names from all of them.

    Raises `QpgraphError` on a file that can't be read.
    """
    concepts: dict[str, dict[tuple[str, str], None]] = {}
    for path in sorted(folder.glob("*.yaml")):
        try:
            entries = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
            for name, words in entries.items():
                concepts.setdefault(f"word:{name}", {}).update(
                    {
                        (language, str(word)): None
                        for language in ("vi", "en")
                        for word in words.get(language, [])
                    }
                )
        except (OSError, yaml.YAMLError, AttributeError) as error:
            raise QpgraphError(f"{path}: not a lexicon: {error}") from error
    return [Concept(concept, "word", tuple(names)) for concept, names in concepts.items()]


@dataclass(slots=True)
class _Node:
    """A word of names: what the name is of that ends here, and the words that go on."""

    concepts: set[str] = field(default_factory=set)
    longer: dict[str, "_Node"] = field(default_factory=dict)


class Thesaurus:
    """Finds concepts in texts by the longest names first; nested names count too."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        """Names are kept in three forms: Vietnamese with diacritics, without, and English stems."""
        self.concepts: dict[str, Concept] = {}
        self._names: dict[str, dict[str, _Node]] = {form: {} for form in _FORMS}
        self._sharing: dict[tuple[str, str], set[str]] = {}
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

    def write(self, file: Path) -> None:
        """Keeps the thesaurus in a file, with its names cut into words."""
        content = {
            "concepts": [astuple(concept) for concept in self.concepts.values()],
            "names": [[form, key, sorted(concepts)] for (form, key), concepts in self._sharing.items()],
            "compounds": sorted(self.compounds),
        }
        file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, file: Path) -> "Thesaurus":
        """What `write` wrote."""
        content = json.loads(file.read_text(encoding="utf-8"))
        thesaurus = cls(())
        for concept, kind, names in content["concepts"]:
            thesaurus.concepts[concept] = Concept(concept, kind, tuple(map(tuple, names)))
        for form, key, concepts in content["names"]:
            for concept in concepts:
                thesaurus._put(form, concept, key)
        thesaurus.compounds.update(content["compounds"])
        return thesaurus

    def _add(self, concept: str, language: str, name: str) -> None:
        words = _words(tokenize(normalize(name)))
        if not words:
            return
        if language in ("vi", ""):
            # A syllable is a part of many words ("giải": award, solution, …): it is kept apart. Without
            # its diacritics it names nothing.
            alone = len(words) == 1 and not name.isascii()
            self._put("syllable" if alone else "exact", concept, " ".join(token.exact for token in words))
            if not alone:
                self._put("folded", concept, " ".join(token.folded for token in words))
                self.compounds.update(f"{a.folded}_{b.folded}" for a, b in pairwise(words))
        if language == "en" or (language == "" and name.isascii()):
            self._put("stem", concept, " ".join(stem(token.folded) for token in words))

    def _put(self, form: str, concept: str, key: str) -> None:
        names = self._names[form]
        for word in key.split(" "):
            node = names.setdefault(word, _Node())
            names = node.longer
        node.concepts.add(concept)
        self._sharing.setdefault((form, key), set()).add(concept)

    def find(self, tokens: Sequence[Token], *forms: str) -> list[Match]:
        """The concepts that a text names, by place.

        `forms`: `exact` (Vietnamese as written), `syllable` (names of one syllable), `folded` (without
        diacritics), `stem` (English).
        """
        words = _words(tokens)
        found: dict[Match, None] = {}
        for form in forms:
            keys = _keys(words, form)
            root = self._names[form]
            for first in range(len(keys)):
                node = root.get(keys[first])
                last = first + 1
                while node is not None:
                    for concept in node.concepts:
                        found.setdefault(Match(concept, first, last))
                    node = node.longer.get(keys[last]) if last < len(keys) else None
                    last += 1
        return sorted(found, key=lambda match: (match.first, -match.last, match.concept))

    def related(self, concept: str) -> set[str]:
        """The concepts of the graph that share a name with a general word."""
        if self.concepts[concept].kind != "word":
            return set()
        if not self._related:
            for sharing in self._sharing.values():
                things = {each for each in sharing if self.concepts[each].kind in _BRIDGED}
                for each in sharing:
                    self._related.setdefault(each, set()).update(things)
        return self._related.get(concept, set())

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
