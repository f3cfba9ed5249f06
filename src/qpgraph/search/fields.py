"""A passage as the full-text engine keeps it: its words by field, with their concepts.

A field holds tokens that are ready made, with spaces between. Vietnamese and English, titles, other names
and context stand apart, so that each can weigh its own; `…_pairs` hold two neighbouring words as one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qpgraph.search.english import stem
from qpgraph.search.passages import Passage, Words
from qpgraph.search.text import Token, fold, normalize, pairs, tokenize
from qpgraph.search.thesaurus import Thesaurus

__all__ = ["FIELDS", "FieldText", "english_pairs", "passage_fields"]

FIELDS = (
    "title_exact", "title_folded", "title_pairs", "title_exact_pairs", "title_en", "title_en_pairs",
    "name_folded", "name_pairs", "name_en", "name_en_pairs",
    "context_folded", "context_pairs", "context_en", "context_en_pairs",
    "concepts", "context_concepts", "actors", "self", "ids",
)  # fmt: skip
"""All fields of words, in the order of the schema."""

_NAMING = frozenset({"kind"})


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


def passage_fields(passage: Passage, thesaurus: Thesaurus) -> FieldText:
    """All that is searched of a passage."""
    texts = FieldText()
    titles = [Words("title", passage.label_vi, "vi"), Words("title", passage.label_en, "en")]
    named: set[str] = set()
    for words in titles:
        named |= _add_words(texts, "title", words, thesaurus)
    for words in passage.names:
        named |= _add_words(texts, "name", words, thesaurus)
    around: set[str] = set()
    for words in passage.context:
        if words.part != "ref":
            around |= _add_words(texts, "context", words, thesaurus)
    around |= {concept for _, concept in passage.links}
    around |= {f"year:{year}" for year in passage.facets.get("year", ())}
    own = [concept for part, concept in passage.links if part in _NAMING]
    texts.add("self", [passage.iri, f"kind:{passage.kind}", *own])
    texts.add("actors", [concept for part, concept in passage.links if part == "lead"])
    texts.add("concepts", sorted(named))
    texts.add("context_concepts", sorted(around | named))
    texts.add("ids", [fold(passage.ref).replace(" ", "_")])
    return texts


def _add_words(texts: FieldText, place: str, words: Words, thesaurus: Thesaurus) -> set[str]:
    """Puts a text into the fields of its place and language; the concepts that it names."""
    tokens = tokenize(normalize(words.text))
    single = [token for token in tokens if not token.compound]
    forms = []
    if words.language in ("vi", ""):
        if place == "title":
            texts.add("title_exact", (token.exact for token in single))
            texts.add("title_exact_pairs", pairs(tokens, toned=True))
        texts.add(f"{place}_folded", (token.folded for token in single))
        texts.add(f"{place}_pairs", pairs(tokens))
        forms.append("exact")
    if words.language in ("en", ""):
        texts.add(f"{place}_en", (stem(token.folded) for token in single))
        texts.add(f"{place}_en_pairs", english_pairs(single))
        forms.append("stem")
    if place != "context" or words.part in ("quantity", "legal"):
        texts.add("ids", (token.folded for token in tokens if token.compound))
    return {match.concept for match in thesaurus.find(tokens, *forms)}


def english_pairs(words: list[Token]) -> list[str]:
    """Neighbouring stems as one, none across punctuation."""
    stems = [stem(token.folded) for token in words]
    return [
        f"{stems[place]}_{stems[place + 1]}"
        for place in range(len(words) - 1)
        if not words[place + 1].after_break
    ]
