"""What a hit shows and what it is filtered by, on disk by row: nothing is read before it is needed."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qpgraph.search.passages import KINDS, Passage
from qpgraph.search.postings import Postings, Rows, build_postings, mapped
from qpgraph.search.text import fold, normalize

__all__ = ["FACETS", "Columns", "build_columns", "facet_terms", "facet_values"]

FACETS = ("kind", "province", "plan", "theme", "agency", "standard", "year")
"""What hits are filtered and counted by."""


def facet_values(passage: Passage) -> dict[str, list[str]]:
    """The values of a passage by facet."""
    single = {"kind": passage.kind, "province": passage.province, "plan": passage.plan}
    values = {name: [value] for name, value in single.items() if value is not None}
    return values | {name: passage.facets[name] for name in FACETS if name in passage.facets}


def facet_terms(values: Mapping[str, Sequence[str]]) -> list[str]:
    """Values as the full-text engine's filter terms, without case and diacritics."""
    return [f"{name}:{fold(normalize(value))}" for name, each in values.items() for value in each]


def build_columns(folder: Path, passages: Sequence[Passage]) -> None:
    """Writes `hits.jsonl` with `hits.npy` (where each begins), kinds, lengths of titles, facets and links."""
    folder.mkdir(parents=True)
    starts = [0]
    with (folder / "hits.jsonl").open("wb") as lines:
        for passage in passages:
            line = json.dumps(_shown(passage), ensure_ascii=False).encode() + b"\n"
            lines.write(line)
            starts.append(starts[-1] + len(line))
    np.save(folder / "hits.npy", np.array(starts, dtype=np.int64))
    np.save(folder / "kinds.npy", np.array([KINDS.index(each.kind) for each in passages], dtype=np.int8))
    np.save(
        folder / "lengths.npy", np.array([len(each.label_vi.split()) for each in passages], dtype=np.int32)
    )
    build_postings(folder / "facets", map(_facet_names, passages))
    build_postings(folder / "links", map(_link_names, passages))


def _facet_names(passage: Passage) -> list[str]:
    return [f"{name}:{value}" for name, values in facet_values(passage).items() for value in values]


def _link_names(passage: Passage) -> list[str]:
    """The concepts that a passage is tied to, with the part that each plays; `self` is the thing itself."""
    own = [f"self:{passage.iri}", *(f"self:{iri}" for part, iri in passage.links if part == "kind")]
    return list(dict.fromkeys([*own, *(f"{part}:{iri}" for part, iri in passage.links)]))


class Columns:
    """The columns of an index, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        """Opens what `build_columns` wrote."""
        self.kinds = mapped(folder / "kinds.npy")
        """The place of each row's kind in `KINDS`."""
        self.lengths = mapped(folder / "lengths.npy")
        """Words of each row's title."""
        self.links = Postings(folder / "links")
        """Concepts that rows are tied to, as `part:address`."""
        self._starts = mapped(folder / "hits.npy")
        size = (folder / "hits.jsonl").stat().st_size
        self._lines = np.memmap(folder / "hits.jsonl", dtype=np.uint8, mode="r") if size else b""
        self._facets = Postings(folder / "facets")
        self.folded: dict[str, list[int]] = {}
        """Codes by what `facet_terms` makes of a value."""
        for code, name in enumerate(self.names):
            facet, _, value = name.partition(":")
            self.folded.setdefault(f"{facet}:{fold(value)}", []).append(code)
        self._places = [code for code, name in enumerate(self.names) if name.startswith("province:")]

    def __len__(self) -> int:
        return len(self._starts) - 1

    @property
    def names(self) -> list[str]:
        """Facet values as `name:value`, by code."""
        return self._facets.names

    def hit(self, row: int) -> dict[str, object]:
        """What is shown of a row."""
        line = bytes(self._lines[self._starts[row] : self._starts[row + 1]])
        found: dict[str, object] = json.loads(line)
        return found

    def rows_with(self, terms: Sequence[str]) -> Rows:
        """The rows that have one of the values, each written as `facet_terms` does; ascending."""
        return self._facets.rows([code for term in terms for code in self.folded.get(term, ())])

    def facet_counts(self, rows: Rows, terms: Sequence[str]) -> Rows:
        """How many of the values, each written as `facet_terms` does, each of the rows has."""
        return self._facets.counts_of(rows, [code for term in terms for code in self.folded.get(term, ())])

    def placed(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of the rows belong to a province."""
        return self._facets.counts_of(rows, self._places) > 0

    def facets(self, rows: Rows) -> dict[str, list[dict[str, object]]]:
        """Counts of the values among some rows, the most frequent first."""
        found: dict[str, list[dict[str, object]]] = {name: [] for name in FACETS}
        codes, counts = np.unique(self._facets.codes(rows)[0], return_counts=True)
        for place in np.argsort(-counts, kind="stable").tolist():
            facet, _, value = self.names[codes[place]].partition(":")
            found[facet].append({"value": value, "count": int(counts[place])})
        return found


def _shown(passage: Passage) -> dict[str, object]:
    return {
        "iri": passage.iri,
        "kind": passage.kind,
        "plan": passage.plan,
        "province": passage.province,
        "ref": passage.ref,
        "label_vi": passage.label_vi,
        "label_en": passage.label_en,
        "source": passage.sources,
    }
