"""A passage as the full-text engine keeps it: its words by field, with their concepts.

A field holds tokens that are ready made, with spaces between. Vietnamese and English, titles, other names
and context stand apart, so that each can weigh its own; `…_pairs` hold two neighbouring words as one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from qpgraph.search.english import stem
from qpgraph.search.passages import Passage, Words
from qpgraph.search.text import Token, fold, normalize, pairs, tokenize
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["FIELDS", "FieldMaker", "FieldText", "english_pairs"]

FIELDS = (
    "title_exact", "title_folded", "title_pairs", "title_exact_pairs", "title_en", "title_en_pairs",
    "name_folded", "name_pairs", "name_en", "name_en_pairs",
    "context_folded", "context_pairs", "context_en", "context_en_pairs",
    "concepts", "context_concepts", "actors", "self", "ids",
)  # fmt: skip
"""All fields of words, in the order of the schema."""

_NAMING = frozenset({"kind"})
_KEPT = 16384


@dataclass
class FieldText:
    """Tokens by field."""

    tokens: dict[str, list[str]] = field(default_factory=dict)

    def add(self, name: str, tokens: Iterable[str]) -> None:
        """More tokens for a field."""
        self.tokens.setdefault(name, []).extend(tokens)

    def joined(self) -> dict[str, str]:
        """Each field's tokens with spaces between."""
        return {name: " ".join(tokens) for name, tokens in self.tokens.items()}


@dataclass(frozen=True, slots=True)
class _Cut:
    """A text cut into tokens, as the kinds of field have them, with the concepts that it names."""

    exact: list[str]
    exact_pairs: list[str]
    folded: list[str]
    folded_pairs: list[str]
    stems: list[str]
    stem_pairs: list[str]
    ids: list[str]
    concepts: frozenset[str]


class FieldMaker:
    """Makes the fields of passages; the same context stands at many, so each text is cut once."""

    def __init__(self, thesaurus: Thesaurus) -> None:
        """`thesaurus` finds the concepts that texts name."""
        self._thesaurus = thesaurus
        self._cut = lru_cache(maxsize=_KEPT)(self._cut_text)

    def fields(self, passage: Passage) -> FieldText:
        """All that is searched of a passage."""
        texts = FieldText()
        named: set[str] = set()
        for words in (Words("title", passage.label_vi, "vi"), Words("title", passage.label_en, "en")):
            named |= self._add(texts, "title", words)
        for words in passage.names:
            named |= self._add(texts, "name", words)
        around: set[str] = set()
        for words in passage.context:
            if words.part != "ref":
                around |= self._add(texts, "context", words)
        around |= {concept for _, concept in passage.links}
        around |= {f"year:{year}" for year in passage.facets.get("year", ())}
        own = [concept for part, concept in passage.links if part in _NAMING]
        texts.add("self", [passage.iri, f"kind:{passage.kind}", *own])
        texts.add("actors", [concept for part, concept in passage.links if part == "lead"])
        texts.add("concepts", sorted(named))
        texts.add("context_concepts", sorted(around | named))
        texts.add("ids", [fold(passage.ref).replace(" ", "_")])
        return texts

    def english(self, passage: Passage) -> set[str]:
        """The English words of a passage, not stemmed."""
        texts = [words.text for words in passage.names + passage.context if words.language == "en"]
        return {word for text in (passage.label_en, *texts) for word in self._cut(text, "en").folded}

    def _add(self, texts: FieldText, place: str, words: Words) -> frozenset[str]:
        """Puts a text into the fields of its place and language; the concepts that it names."""
        cut = self._cut(words.text, words.language)
        if words.language in ("vi", ""):
            if place == "title":
                texts.add("title_exact", cut.exact)
                texts.add("title_exact_pairs", cut.exact_pairs)
            texts.add(f"{place}_folded", cut.folded)
            texts.add(f"{place}_pairs", cut.folded_pairs)
        if words.language in ("en", ""):
            texts.add(f"{place}_en", cut.stems)
            texts.add(f"{place}_en_pairs", cut.stem_pairs)
        if place != "context" or words.part in ("quantity", "legal"):
            texts.add("ids", cut.ids)
        return cut.concepts

    def _cut_text(self, text: str, language: str) -> _Cut:
        tokens = tokenize(normalize(text))
        single = [token for token in tokens if not token.compound]
        forms = {"vi": ("exact",), "en": ("stem",)}.get(language, ("exact", "stem"))
        return _Cut(
            exact=[token.exact for token in single],
            exact_pairs=pairs(tokens, toned=True),
            folded=[token.folded for token in single],
            folded_pairs=pairs(tokens),
            stems=[stem(token.folded) for token in single],
            stem_pairs=english_pairs(single),
            ids=[token.folded for token in tokens if token.compound],
            concepts=frozenset(match.concept for match in self._thesaurus.find(tokens, *forms)),
        )


def english_pairs(words: list[Token]) -> list[str]:
    """Neighbouring stems as one, none across punctuation."""
    stems = [stem(token.folded) for token in words]
    return [
        f"{stems[place]}_{stems[place + 1]}"
        for place in range(len(words) - 1)
        if not words[place + 1].after_break
    ]
