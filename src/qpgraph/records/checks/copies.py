"""Entries say it in our own words: no long run of words is the source's."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache

from rapidfuzz import fuzz

from qpgraph.records.checks.entries import entries, texts
from qpgraph.records.checks.finding import Finding
from qpgraph.records.checks.folding import words
from qpgraph.records.documents import Document
from qpgraph.records.model import PlanRecords

__all__ = ["check_copies"]

_RUN = 14
"""So many equal words one after the other are a copy; a name counts as one."""
_ALIKE = 60
"""How alike (0 to 100) a word and what OCR made of it are at least."""
_AGENCIES = ("lead", "coordinate", "agencies", "partners", "who", "to", "actors", "recipients")


def check_copies(records: PlanRecords, document: Document) -> Iterator[Finding]:
    """Vietnamese texts that share a long run of words with the lines that they cite."""
    alike = _same if records.plan.reading == "clean" else _alike
    names = sorted({tuple(words(name)) for name in _names(records)}, key=len, reverse=True)
    for entry in entries(records):
        source = words(document.text(entry.record.lines))
        for fields, text in texts(entry.record):
            run = _longest_run(words(text.vi), source, alike)
            length = _without_names(run, names)
            if length >= _RUN:
                message = f"{length} words in a row are the source's: '{' '.join(run)}'; reword"
                yield Finding(entry.file, entry.at(*fields, "vi"), message, severity="warning")


def _names(records: PlanRecords) -> Iterator[str]:
    """Names of agencies, standards and acts, which nobody can say in other words."""
    for entry in entries(records):
        for field in _AGENCIES:
            yield from getattr(entry.record, field, ())
        yield from getattr(entry.record, "standards", ())
    yield from (basis.id for basis in records.legal_bases)


def _longest_run(
    own: Sequence[str], source: Sequence[str], alike: Callable[[str, str], bool]
) -> Sequence[str]:
    """The longest run of words of `own` that stands in `source`."""
    best, end = 0, 0
    before = [0] * (len(source) + 1)
    for place, word in enumerate(own, 1):
        row = [0] * (len(source) + 1)
        for column, other in enumerate(source, 1):
            if alike(word, other):
                row[column] = before[column - 1] + 1
                if row[column] > best:
                    best, end = row[column], place
        before = row
    return own[end - best : end]


def _without_names(run: Sequence[str], names: Iterable[tuple[str, ...]]) -> int:
    """The length of a run when each name counts as one word."""
    text = f" {' '.join(run)} "
    for name in names:
        text = text.replace(f" {' '.join(name)} ", " * ")
    return len(text.split())


def _same(word: str, other: str) -> bool:
    return word == other


@lru_cache(maxsize=1 << 20)
def _alike(word: str, other: str) -> bool:
    return word == other or fuzz.ratio(word, other) >= _ALIKE
