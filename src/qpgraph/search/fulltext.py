"""The full-text leg: BM25 by Tantivy over ready-made tokens, memory-mapped.

A clause is a token in a field with a weight. `Best` takes the best of what says the same (with a little
of the others), `Sum` adds up; a query is a sum of such parts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import tantivy
from numpy.typing import NDArray

from qpgraph.errors import QpgraphError
from qpgraph.search.fields import FIELDS

__all__ = ["Best", "Clause", "FullText", "Part", "Sum", "build_fulltext"]

_HEAP = 256 << 20
_TOKENIZER = "ready"


@dataclass(frozen=True, slots=True)
class Clause:
    """A token in a field, and how much it weighs."""

    field: str
    token: str
    weight: float


@dataclass(frozen=True, slots=True)
class Best:
    """Parts that say the same: the best one counts, the others add `tie` of theirs."""

    parts: tuple["Part", ...]
    tie: float = 0.1


@dataclass(frozen=True, slots=True)
class Sum:
    """Parts that add up."""

    parts: tuple["Part", ...]


Part = Clause | Best | Sum
"""A part of a query."""


def build_fulltext(
    folder: Path,
    passages: Iterable[tuple[Mapping[str, str], Sequence[str]]],
    fields: Sequence[str] = FIELDS,
) -> None:
    """Writes the index into a folder: for each passage its fields, and its filter terms (`kind:task`)."""
    folder.mkdir(parents=True)
    index = tantivy.Index(_schema(fields), path=str(folder))
    _register(index)
    writer = index.writer(heap_size=_HEAP, num_threads=1)
    for row, (texts, terms) in enumerate(passages):
        document = tantivy.Document()
        document.add_unsigned("row", row)
        for name, text in texts.items():
            document.add_text(name, text)
        for term in terms:
            document.add_text("filter", term)
        writer.add_document(document)
    writer.commit()
    writer.wait_merging_threads()


class FullText:
    """An opened index; searched by several threads at once."""

    def __init__(self, folder: Path) -> None:
        """Maps the index; raises `QpgraphError` when there is none."""
        try:
            self._index = tantivy.Index.open(str(folder))
        except (ValueError, OSError) as error:
            raise QpgraphError(
                f"{folder}: the full-text index can't be read ({error}); build it again with `qpgraph build`"
            ) from error
        _register(self._index)
        self._schema = self._index.schema
        self._searcher = self._index.searcher()

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def search(
        self, parts: Sequence[Part], limit: int, filters: Sequence[Sequence[str]] = ()
    ) -> tuple[NDArray[np.int64], NDArray[np.float32]]:
        """Rows and scores of the best `limit` passages; of each of `filters` one term must hold."""
        if not parts:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        query = self._query(Sum(tuple(parts)))
        if filters:
            query = tantivy.Query.boolean_query(
                [(tantivy.Occur.Must, query), *((tantivy.Occur.Must, self._any(terms)) for terms in filters)]
            )
        hits = self._searcher.search(query, limit, count=False).hits
        if not hits:
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        rows = self._searcher.fast_field_values("row", [address for _, address in hits])
        scores = np.array([score for score, _ in hits], dtype=np.float32)
        return np.array(rows, dtype=np.int64), scores

    def _query(self, part: Part) -> tantivy.Query:
        match part:
            case Clause():
                query = tantivy.Query.term_query(self._schema, part.field, part.token, "freq")
                return tantivy.Query.boost_query(query, part.weight)
            case Best():
                queries = [self._query(each) for each in part.parts]
                return tantivy.Query.disjunction_max_query(queries, part.tie)
            case Sum():
                return tantivy.Query.boolean_query(
                    [(tantivy.Occur.Should, self._query(each)) for each in part.parts]
                )

    def _any(self, terms: Sequence[str]) -> tantivy.Query:
        queries = [tantivy.Query.term_query(self._schema, "filter", term, "basic") for term in terms]
        anything = tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])
        return tantivy.Query.const_score_query(anything, 0.0)


def _schema(fields: Sequence[str]) -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_unsigned_field("row", stored=False, indexed=False, fast=True)
    for name in fields:
        builder.add_text_field(name, stored=False, tokenizer_name=_TOKENIZER, index_option="freq")
    builder.add_text_field("filter", stored=False, tokenizer_name="raw", index_option="basic")
    return builder.build()


def _register(index: tantivy.Index) -> None:
    analyzer = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.whitespace()).build()
    index.register_tokenizer(_TOKENIZER, analyzer)
