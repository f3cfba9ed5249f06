"""Values of rows as numbers on disk, in both directions: the values of a row, the rows of a value."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

__all__ = ["Counter", "Postings", "Rows", "build_postings", "contains", "mapped"]

Rows = NDArray[np.int64]
"""Numbers of rows."""


def build_postings(folder: Path, values: Iterable[Sequence[str]]) -> None:
    """Writes the values of each row, row after row, into a new folder."""
    folder.mkdir(parents=True)
    names: dict[str, int] = {}
    counts: list[int] = [0]
    found: list[int] = []
    for each in values:
        found.extend(names.setdefault(value, len(names)) for value in each)
        counts.append(len(found))
    codes, starts = np.array(found, dtype=np.int32), np.array(counts, dtype=np.int64)
    rows = np.repeat(np.arange(len(starts) - 1, dtype=np.int64), np.diff(starts))
    order = np.argsort(codes, kind="stable")
    np.save(folder / "starts.npy", starts)
    np.save(folder / "codes.npy", codes)
    np.save(folder / "value-rows.npy", rows[order])
    np.save(folder / "value-starts.npy", np.searchsorted(codes[order], np.arange(len(names) + 1)))
    (folder / "names.json").write_text(json.dumps(list(names), ensure_ascii=False), encoding="utf-8")


class Postings:
    """What `build_postings` wrote, memory-mapped."""

    def __init__(self, folder: Path) -> None:
        """Opens the folder."""
        self._starts = mapped(folder / "starts.npy")
        self._codes = mapped(folder / "codes.npy")
        self._value_rows = mapped(folder / "value-rows.npy")
        self._value_starts = mapped(folder / "value-starts.npy")
        self.names: list[str] = json.loads((folder / "names.json").read_text(encoding="utf-8"))
        """Values by code."""
        self.code = {name: code for code, name in enumerate(self.names)}
        """Codes by value."""

    def __len__(self) -> int:
        return len(self._starts) - 1

    def rows(self, codes: Sequence[int]) -> Rows:
        """The rows that have one of the values, ascending."""
        parts = [self._value_rows[self._value_starts[code] : self._value_starts[code + 1]] for code in codes]
        if len(parts) == 1:
            return parts[0]
        return np.unique(np.concatenate(parts)) if parts else np.zeros(0, np.int64)

    def codes(self, rows: Rows) -> tuple[NDArray[np.int32], Rows]:
        """The codes of rows, and how many of them each row has."""
        starts = self._starts[rows]
        lengths = self._starts[rows + 1] - starts
        offsets = np.repeat(starts - np.concatenate(([0], np.cumsum(lengths)[:-1])), lengths)
        found: NDArray[np.int32] = self._codes[offsets + np.arange(int(lengths.sum()))]
        return found, lengths

    def counter(self, rows: Rows) -> "Counter":
        """What counts values of the rows; they are read from the disk once."""
        codes, lengths = self.codes(rows)
        return Counter(self.code, codes, np.repeat(np.arange(len(rows)), lengths), len(rows))

    def counts_of(self, rows: Rows, wanted: Sequence[int]) -> Rows:
        """How many of the values, by their codes, each of the rows has."""
        return self.counter(rows).counts_of(wanted) if wanted else np.zeros(len(rows), np.int64)


@dataclass(frozen=True)
class Counter:
    """The values of some rows, in memory: the code of each, and the place of the row that has it."""

    known: Mapping[str, int]
    codes: NDArray[np.int32]
    owners: Rows
    size: int

    def counts(self, values: Iterable[str]) -> Rows:
        """How many of the values each of the rows has."""
        return self.counts_of([self.known[value] for value in values if value in self.known])

    def counts_of(self, wanted: Sequence[int]) -> Rows:
        """The same by codes."""
        return np.bincount(self.owners[np.isin(self.codes, wanted)], minlength=self.size).astype(np.int64)


def contains(ascending: Rows, rows: Rows) -> NDArray[np.bool_]:
    """Which of the rows are among others that are in ascending order."""
    if not len(ascending):
        return np.zeros(len(rows), np.bool_)
    places = np.minimum(np.searchsorted(ascending, rows), len(ascending) - 1)
    found: NDArray[np.bool_] = ascending[places] == rows
    return found


def mapped(file: Path) -> NDArray[np.int64]:
    """A file's numbers, mapped; a plain array over them is quicker to index than `memmap` itself."""
    numbers: NDArray[np.int64] = np.load(file, mmap_mode="r").view(np.ndarray)
    return numbers
