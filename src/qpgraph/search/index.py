"""The search index beside a store's database: built with it, in one step, from the same graph.

<store>/<version>/search/index.json      what it is: its format, the graph's digest, the encoder
<store>/<version>/search/fulltext/       the full-text leg (Tantivy)
<store>/<version>/search/asked/          queries on record with the things that answer them
<store>/<version>/search/columns/        what hits show and are filtered by
<store>/<version>/search/vocabulary.json the words that it knows
<store>/<version>/search/suggestions.json what completes as one types
<store>/<version>/search/thesaurus.json  the concepts and their names in both languages
"""

import dataclasses
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Store

from qpgraph.search.asked import build_asked, read_asked, thing_key
from qpgraph.search.columns import build_columns, facet_terms, facet_values
from qpgraph.search.encoder.factory import open_encoder
from qpgraph.search.fields import FieldMaker, FieldText
from qpgraph.search.fulltext import build_fulltext
from qpgraph.search.passages import Passage, Row, read_passages, rows_of
from qpgraph.search.reading import read_kinds
from qpgraph.search.semantic import build_vectors
from qpgraph.search.suggest import Suggestion, build_suggestions
from qpgraph.search.text import fold, normalize
from qpgraph.search.thesaurus import Concept, Thesaurus, read_lexicon
from qpgraph.search.vocabulary import Vocabulary
from qpgraph.store.base import StoreUnavailableError
from qpgraph.store.layout import current_database

__all__ = [
    "FORMAT",
    "Manifest",
    "build_index",
    "build_index_of",
    "current_index",
    "graph_concepts",
    "read_manifest",
]

_DIGEST_SHOWN = 16
FORMAT = 3
"""Raised when an index of before can't be read any more."""

_CLASSES = (
    "Province", "Plan", "LegalDocument", "Theme", "Standard", "StandardFamily", "StandardKind", "AgencyKind",
    "Unit", "DocumentType", "Agency",
)  # fmt: skip

_TITLES_SUGGESTED = 100_000
"""Suggestions are kept in memory: titles beyond so many are not suggested, concepts and ids are."""
_SUGGESTED = {
    "Theme": "theme", "Standard": "standard", "StandardFamily": "standard", "Province": "province",
    "AgencyKind": "agency", "Agency": "agency", "Plan": "plan", "LegalDocument": "legal-basis",
}  # fmt: skip


@dataclass(frozen=True)
class Manifest:
    """What an index says of itself."""

    format: int
    graph: str
    """The digest of the graph that it was built from."""
    passages: int
    encoder: str
    """The encoder of the vectors."""


def build_index(folder: Path, database: Store, digest: str) -> None:
    """Builds the index of a graph into `folder`. Raises `QpgraphError`."""
    concepts = [*graph_concepts(rows_of(database, "thesaurus")), *read_lexicon(), *read_kinds()]
    build_index_of(folder, read_passages(database), concepts, digest)


def build_index_of(
    folder: Path, passages: Sequence[Passage], concepts: Sequence[Concept], digest: str
) -> None:
    """Builds the index of passages that are read already."""
    folder.mkdir(parents=True)
    thesaurus = Thesaurus(concepts)
    vocabulary = Vocabulary()
    build_fulltext(folder / "fulltext", _documents(passages, thesaurus, vocabulary))
    build_columns(folder / "columns", passages)
    build_suggestions(folder / "suggestions.json", _suggestions(passages, thesaurus))
    _add_names(vocabulary, thesaurus)
    vocabulary.write(folder / "vocabulary.json")
    thesaurus.write(folder / "thesaurus.json")
    encoder = open_encoder()
    row_of = {thing_key(passage.iri): row for row, passage in enumerate(passages)}
    build_asked(folder / "asked", read_asked(list(row_of)), row_of, encoder, digest)
    build_vectors(folder / "vectors", passages, encoder, digest)
    _write(folder / "index.json", dataclasses.asdict(Manifest(FORMAT, digest, len(passages), encoder.name)))


def read_manifest(folder: Path) -> Manifest:
    """What the index in a folder says of itself. Raises `StoreUnavailableError` when there is none to use."""
    try:
        manifest = Manifest(**json.loads((folder / "index.json").read_text(encoding="utf-8")))
    except FileNotFoundError as error:
        raise StoreUnavailableError(f"{folder}: there is no search index; run `qpgraph build`") from error
    except (OSError, ValueError, TypeError) as error:
        raise StoreUnavailableError(
            f"{folder}: the search index can't be read ({error}); run `qpgraph build`"
        ) from error
    if manifest.format != FORMAT:
        raise StoreUnavailableError(
            f"{folder}: the search index is of format {manifest.format}, this program reads {FORMAT}; "
            "run `qpgraph build`"
        )
    return manifest


def current_index(store: Path) -> Path:
    """The folder of the index beside the database that counts in a store's folder.

    Raises `StoreUnavailableError` when there is none, or when it was built from another graph.
    """
    version = current_database(store).parent
    folder = version / "search"
    graph = read_manifest(folder).graph
    if not version.name.startswith(graph[:_DIGEST_SHOWN]):
        raise StoreUnavailableError(
            f"{folder}: the search index was built from another graph ({graph[:_DIGEST_SHOWN]}); "
            "run `qpgraph build`"
        )
    return folder


def graph_concepts(rows: Iterable[Row]) -> list[Concept]:
    """The concepts of the graph; an agency that is called as its kind is found by the kind."""
    kinds: dict[str, str] = {}
    names: dict[str, dict[tuple[str, str], None]] = {}
    for row in rows:
        thing, kind = row["thing"].value, row["class"].value.rpartition("#")[2]
        kinds[thing] = min(kinds.get(thing, kind), kind, key=_CLASSES.index)
        name = (getattr(row["text"], "language", None) or "", row["text"].value)
        names.setdefault(thing, {})[name] = None
    general = {name for thing, kind in kinds.items() if kind == "AgencyKind" for name in names[thing]}
    concepts = []
    for thing, kind in kinds.items():
        own = [name for name in names[thing] if kind != "Agency" or name not in general]
        if kind == "Province":
            own += [("", glued) for glued in dict.fromkeys(_glued(name) for _, name in own)]
        if own:
            concepts.append(Concept(thing, kind, tuple(own)))
    return concepts


def _glued(name: str) -> str:
    """A province as foreigners write it: `Haiphong`."""
    return fold(normalize(name)).replace(" ", "").replace("-", "")


def _documents(
    passages: Iterable[Passage], thesaurus: Thesaurus, vocabulary: Vocabulary
) -> Iterator[tuple[Mapping[str, str], Sequence[str]]]:
    maker = FieldMaker(thesaurus)
    for passage in passages:
        fields = maker.fields(passage)
        _add_words(vocabulary, fields)
        vocabulary.english.update(maker.english(passage))
        yield fields.joined(), facet_terms(facet_values(passage))


def _add_words(vocabulary: Vocabulary, fields: FieldText) -> None:
    tokens = fields.tokens
    vocabulary.exact.update(set(tokens.get("title_exact", ())))
    for place in ("title", "name", "context"):
        vocabulary.folded.update(set(tokens.get(f"{place}_folded", ())))
        vocabulary.pairs.update(set(tokens.get(f"{place}_pairs", ())))


def _add_names(vocabulary: Vocabulary, thesaurus: Thesaurus) -> None:
    """Words that only the thesaurus has are known too, though no passage has them."""
    vocabulary.named.update(thesaurus.compounds)
    for pair in thesaurus.compounds:
        vocabulary.pairs.setdefault(pair, 1)
    for language, word in thesaurus.words():
        if language != "en":
            vocabulary.folded.setdefault(word, 1)
        if language != "vi":
            vocabulary.english.setdefault(word, 1)


def _suggestions(passages: Sequence[Passage], thesaurus: Thesaurus) -> Iterator[Suggestion]:
    """Short names first: concepts, then ids of things, then titles."""
    for concept in sorted(thesaurus.concepts.values(), key=lambda each: _rank(each.kind)):
        if concept.kind in _SUGGESTED:
            for _, name in concept.names:
                yield Suggestion(name, _SUGGESTED[concept.kind], concept.id)
    for passage in passages:
        if passage.kind in ("agency", "standard", "legal-basis", "plan"):
            yield Suggestion(passage.ref, passage.kind, passage.iri)
    for passage in passages[:_TITLES_SUGGESTED]:
        yield Suggestion(passage.label_vi, passage.kind, passage.iri)
        yield Suggestion(passage.label_en, passage.kind, passage.iri)


def _rank(kind: str) -> int:
    return list(_SUGGESTED).index(kind) if kind in _SUGGESTED else len(_SUGGESTED)


def _write(file: Path, value: object) -> None:
    file.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
