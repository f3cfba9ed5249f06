"""What people ask: queries written for the things that answer them (`queries/asked/`), a third leg of search.

The documents use few words, those who search many others. A new query is compared with the ones on
record, by words and by meaning, and what answers the like of it is likely wanted. A plan that nobody has
written queries for is found by the other two legs.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml
from numpy.typing import NDArray

from qpgraph.errors import QpgraphError
from qpgraph.search.encoder.base import Encoder, Vectors
from qpgraph.search.english import stem
from qpgraph.search.fulltext import Clause, FullText, build_fulltext
from qpgraph.search.fusion import normal
from qpgraph.search.postings import Rows, contains, mapped
from qpgraph.search.semantic import one_thread
from qpgraph.search.text import Token, normalize, pairs, tokenize
from qpgraph.search.vectors.base import Scores
from qpgraph.search.vectors.factory import build_index, open_index
from qpgraph.settings import BASE, data_directory

__all__ = ["Asked", "AskedQuery", "Evidence", "build_asked", "read_asked", "thing_key"]

_FIELD = "asked"
_NEAREST = 200
"""Queries on record that a query is compared with, by words and by meaning each."""
_CLOSE = 12
"""So many of the nearest are counted together."""


@dataclass(frozen=True)
class AskedQuery:
    """A query on record and the keys of the things that answer it."""

    text: str
    language: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Evidence:
    """What the queries on record say of rows; the scores are shares of the best."""

    rows: Rows
    """Ascending."""
    words: Scores
    """Of the most similar query by words that a row answers."""
    meaning: Scores
    """Of the nearest one by meaning."""
    own: Scores
    """The same, less where many things answer it."""
    near: Scores
    """Of the nearest few together."""


def thing_key(iri: str) -> str:
    """How a thing is named in `queries/asked/`: `hai-phong-kh-2026-2030/task/3.1.1`, `standard/5s`."""
    return iri.removeprefix(BASE + "id/").removeprefix("plan/")


def read_asked(
    known: Sequence[str], folder: Path | None = None, missing: Callable[[str], None] = lambda _: None
) -> list[AskedQuery]:
    """The queries on record that things of `known` keys answer; `*` in a key stands for any text.

    `missing` is told of each key that nothing has. Raises `QpgraphError` for a file that can't be read.
    """
    keys = _Keys(known)
    found = []
    for file in sorted((folder or data_directory("queries") / "asked").glob("*.yaml")):
        for row in _rows_of(file):
            at: list[str] = []
            for pattern in row["at"]:
                matching = keys.matching(pattern)
                at += matching
                if not matching:
                    missing(f"{file.name}: nothing is named {pattern}; correct `at`")
            if at:
                answering = tuple(dict.fromkeys(at))
                found += [
                    AskedQuery(str(text), language, answering)
                    for language in ("vi", "en")
                    for text in row.get(language, ())
                ]
    return found


class _Keys:
    """The keys that a pattern stands for."""

    def __init__(self, known: Sequence[str]) -> None:
        self._known = dict.fromkeys(known)
        self._found: dict[str, list[str]] = {}

    def matching(self, pattern: str) -> list[str]:
        if "*" not in pattern:
            return [pattern] if pattern in self._known else []
        if pattern not in self._found:
            expression = re.compile(re.escape(pattern).replace(r"\*", ".*"))
            self._found[pattern] = [key for key in self._known if expression.fullmatch(key)]
        return self._found[pattern]


def _rows_of(file: Path) -> list[Mapping[str, list[str]]]:
    try:
        rows = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except (OSError, yaml.YAMLError) as error:
        raise QpgraphError(f"{file}: can't be read: {' '.join(str(error).split())}") from error
    for number, row in enumerate(rows, 1):
        if not isinstance(row, dict) or not row.get("at") or not set(row) <= {"at", "vi", "en"}:
            raise QpgraphError(f"{file}: row {number} needs `at` and queries in `vi` or `en`, nothing else")
    return list(rows)


def build_asked(
    folder: Path, queries: Sequence[AskedQuery], row_of: Mapping[str, int], encoder: Encoder, graph: str
) -> None:
    """Writes the leg of queries that rows answer into a folder; nothing when there are none."""
    kept = [(query, rows) for query in queries if (rows := [row_of[k] for k in query.keys if k in row_of])]
    folder.mkdir(parents=True)
    if not kept:
        return
    build_fulltext(folder / "fulltext", (({_FIELD: _joined(query.text)}, ()) for query, _ in kept), (_FIELD,))
    vectors = encoder.encode([query.text for query, _ in kept], kind="query")
    build_index(folder / "vectors", vectors, encoder=encoder.name, graph=graph, structure="sq8")
    np.save(folder / "starts.npy", np.cumsum([0, *(len(rows) for _, rows in kept)]).astype(np.int64))
    np.save(folder / "rows.npy", np.concatenate([rows for _, rows in kept]).astype(np.int64))


def _joined(text: str) -> str:
    return " ".join(_tokens(tokenize(normalize(text))))


def _tokens(tokens: Iterable[Token]) -> list[str]:
    """Words without diacritics, English stems where these differ, and pairs of neighbours."""
    every = list(tokens)
    words = [token.folded for token in every if not token.compound]
    stems = [stem(word) for word in words]
    return [*words, *(s for word, s in zip(words, stems, strict=True) if s != word), *pairs(every)]


class Asked:
    """The opened leg; searched by several threads at once."""

    def __init__(self, folder: Path, encoder: Encoder, graph: str) -> None:
        """Opens what `build_asked` wrote. Raises `QpgraphError`."""
        self._empty = not (folder / "rows.npy").exists()
        if self._empty:
            return
        self._fulltext = FullText(folder / "fulltext")
        self._vectors = open_index(folder / "vectors", encoder=encoder.name, graph=graph)
        self._starts = mapped(folder / "starts.npy")
        self._rows = mapped(folder / "rows.npy")

    def search(self, tokens: Iterable[Token], vector: Vectors, allowed: Rows | None = None) -> Evidence:
        """What the queries on record that are like this one say, of `allowed` rows if given."""
        if self._empty:
            nothing = np.zeros(0, np.float32)
            return Evidence(np.zeros(0, np.int64), nothing, nothing, nothing, nothing)
        clauses = [Clause(_FIELD, token, 1.0) for token in dict.fromkeys(_tokens(tokens))]
        said, words = self._fulltext.search(clauses, _NEAREST)
        with one_thread():
            cosines, meant = self._vectors.search(vector, _NEAREST)
        rows_said, from_said = self._answering(said)
        rows_meant, from_meant = self._answering(meant)
        rows = np.unique(np.concatenate((rows_said, rows_meant)))
        if allowed is not None:
            rows = rows[contains(allowed, rows)]
        many = (self._starts[meant + 1] - self._starts[meant]).astype(np.float32)
        close = np.where(np.arange(len(meant)) < _CLOSE, np.maximum(cosines, 0) ** 4 / np.sqrt(many), 0)
        return Evidence(
            rows,
            normal(_best(rows, rows_said, words[from_said])),
            normal(_best(rows, rows_meant, cosines[from_meant])),
            normal(_best(rows, rows_meant, (cosines / many**0.25)[from_meant])),
            normal(_sum(rows, rows_meant, close[from_meant])),
        )

    def _answering(self, queries: Rows) -> tuple[Rows, NDArray[np.intp]]:
        """The rows that answer queries, with the place of the query that each comes from."""
        starts = self._starts[queries]
        lengths = self._starts[queries + 1] - starts
        places = np.repeat(np.arange(len(queries)), lengths)
        offsets = np.arange(len(places)) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        return self._rows[starts[places] + offsets], places


def _best(rows: Rows, found: Rows, scores: Scores) -> Scores:
    """The best score of each of the rows, 0 where it has none."""
    kept = contains(rows, found)
    best = np.zeros(len(rows), np.float32)
    np.maximum.at(best, np.searchsorted(rows, found[kept]), scores[kept])
    return best


def _sum(rows: Rows, found: Rows, scores: NDArray[np.floating]) -> Scores:
    """The scores of each of the rows together."""
    kept = contains(rows, found)
    return np.bincount(np.searchsorted(rows, found[kept]), weights=scores[kept], minlength=len(rows)).astype(
        np.float32
    )
