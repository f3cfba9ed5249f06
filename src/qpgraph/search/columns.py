"""What a hit shows and what it is filtered by, on disk by row: nothing is read before it is needed."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qpgraph.search.passages import KINDS, Passage
from qpgraph.search.text import fold, normalize

__all__ = ["FACETS", "Columns", "build_columns", "contains", "facet_terms", "facet_values"]

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


def build_columns(folder: Path, passages: Iterable[Passage]) -> None:
    """Writes `hits.jsonl` with `hits.npy` (where each begins), and the facets' values as numbers."""
    folder.mkdir(parents=True)
    starts = [0]
    names: dict[str, int] = {}
    counts: list[int] = [0]
    codes: list[int] = []
    kinds: list[int] = []
    with (folder / "hits.jsonl").open("wb") as lines:
        for passage in passages:
            line = json.dumps(_shown(passage), ensure_ascii=False).encode() + b"\n"
            lines.write(line)
            starts.append(starts[-1] + len(line))
            kinds.append(KINDS.index(passage.kind))
            for name, values in facet_values(passage).items():
                codes.extend(names.setdefault(f"{name}:{value}", len(names)) for value in values)
            counts.append(len(codes))
    np.save(folder / "kinds.npy", np.array(kinds, dtype=np.int8))
    np.save(folder / "hits.npy", np.array(starts, dtype=np.int64))
    np.save(folder / "facet-starts.npy", np.array(counts, dtype=np.int64))
    np.save(folder / "facet-codes.npy", np.array(codes, dtype=np.int32))
    _build_inverted(folder, np.array(codes, dtype=np.int32), np.array(counts, dtype=np.int64), len(names))
    (folder / "facets.json").write_text(json.dumps(list(names), ensure_ascii=False), encoding="utf-8")


def _build_inverted(folder: Path, codes: NDArray[np.int32], starts: NDArray[np.int64], values: int) -> None:
    """The rows of each value, ascending, one value after the other."""
    rows = np.repeat(np.arange(len(starts) - 1, dtype=np.int64), np.diff(starts))
    order = np.argsort(codes, kind="stable")
    np.save(folder / "value-rows.npy", rows[order])
    np.save(folder / "value-starts.npy", np.searchsorted(codes[order], np.arange(values + 1)))


class Columns:
    """The columns of an index, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        """Opens what `build_columns` wrote."""
        self._kinds = _mapped(folder / "kinds.npy")
        self._starts = _mapped(folder / "hits.npy")
        size = (folder / "hits.jsonl").stat().st_size
        self._lines = np.memmap(folder / "hits.jsonl", dtype=np.uint8, mode="r") if size else b""
        self._facet_starts = _mapped(folder / "facet-starts.npy")
        self._codes = _mapped(folder / "facet-codes.npy")
        self._value_rows = _mapped(folder / "value-rows.npy")
        self._value_starts = _mapped(folder / "value-starts.npy")
        self.names: list[str] = json.loads((folder / "facets.json").read_text(encoding="utf-8"))
        """Facet values as `name:value`, by code."""
        self.folded: dict[str, list[int]] = {}
        """Codes by what `facet_terms` makes of a value."""
        for code, name in enumerate(self.names):
            facet, _, value = name.partition(":")
            self.folded.setdefault(f"{facet}:{fold(value)}", []).append(code)

    def __len__(self) -> int:
        return len(self._starts) - 1

    def hit(self, row: int) -> dict[str, object]:
        """What is shown of a row."""
        line = bytes(self._lines[self._starts[row] : self._starts[row + 1]])
        found: dict[str, object] = json.loads(line)
        return found

    def rows_with(self, terms: Sequence[str]) -> NDArray[np.int64]:
        """The rows that have one of the values, each written as `facet_terms` does; ascending."""
        parts = [
            self._value_rows[self._value_starts[code] : self._value_starts[code + 1]]
            for term in terms
            for code in self.folded.get(term, ())
        ]
        if len(parts) == 1:
            return parts[0]
        return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int64)

    def priors(self, rows: NDArray[np.int64], prior: Mapping[str, float]) -> NDArray[np.float32]:
        """For each row what its kind is given beforehand."""
        given = np.array([prior.get(kind, 0.0) for kind in KINDS], dtype=np.float32)
        found: NDArray[np.float32] = given[self._kinds[rows]]
        return found

    def facets(self, rows: NDArray[np.int64]) -> dict[str, list[dict[str, object]]]:
        """Counts of the values among some rows, the most frequent first."""
        found: dict[str, list[dict[str, object]]] = {name: [] for name in FACETS}
        starts, ends = self._facet_starts[rows], self._facet_starts[rows + 1]
        lengths = ends - starts
        total = int(lengths.sum())
        offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        codes, counts = np.unique(self._codes[offsets + np.arange(total)], return_counts=True)
        for place in np.argsort(-counts, kind="stable").tolist():
            facet, _, value = self.names[codes[place]].partition(":")
            found[facet].append({"value": value, "count": int(counts[place])})
        return found


def contains(ascending: NDArray[np.int64], rows: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the rows are among others that are in ascending order."""
    if not len(ascending):
        return np.zeros(len(rows), np.bool_)
    places = np.minimum(np.searchsorted(ascending, rows), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[places] == rows
    return found


def _mapped(file: Path) -> NDArray[np.int64]:
    """A file's numbers, mapped; a plain array over them is quicker to index than `memmap` itself."""
    numbers: NDArray[np.int64] = np.load(file, mmap_mode="r").view(np.ndarray)
    return numbers


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
