"""Completion as one types: names of things and concepts that go on so, diacritics or not."""

import json
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from qpgraph.search.text import fold, normalize

__all__ = ["Suggester", "Suggestion", "build_suggestions"]

_INNER_MAX = 60
"""A name longer than this is completed from its beginning only."""
_SCANNED = 2000


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name, what it names and of which kind."""

    text: str
    kind: str
    iri: str | None


def build_suggestions(file: Path, suggestions: Iterable[Suggestion]) -> None:
    """Writes the suggestions, each name once, the weightier (earlier given) meaning first."""
    kept: dict[str, Suggestion] = {}
    for suggestion in suggestions:
        kept.setdefault(normalize(suggestion.text).lower(), suggestion)
    entries = list(kept.values())
    starts = sorted(
        (folded[place:], number)
        for number, entry in enumerate(entries)
        for folded, place in _starts(entry.text)
    )
    content = {"entries": [list(asdict(entry).values()) for entry in entries], "starts": starts}
    file.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")


class Suggester:
    """Opened suggestions."""

    def __init__(self, file: Path) -> None:
        """Reads what `build_suggestions` wrote."""
        content = json.loads(file.read_text(encoding="utf-8"))
        self._entries = [Suggestion(*entry) for entry in content["entries"]]
        self._keys = [key for key, _ in content["starts"]]
        self._numbers = [number for _, number in content["starts"]]

    def suggest(self, typed: str, k: int = 10) -> list[Suggestion]:
        """The best `k` names in which a word begins as typed; those that begin so as a whole first."""
        typed = normalize(typed)
        prefix = fold(typed).lstrip()
        if not prefix:
            return []
        found: dict[int, bool] = {}
        place = bisect_left(self._keys, prefix)
        for at in range(place, min(place + _SCANNED, len(self._keys))):
            if not self._keys[at].startswith(prefix):
                break
            number = self._numbers[at]
            whole = len(self._keys[at]) == len(self._entries[number].text)
            found[number] = found.get(number, False) or whole
        lowered = typed.lower().strip()
        best = sorted(
            found,
            key=lambda number: (
                lowered not in self._entries[number].text.lower(),
                not found[number],
                len(self._entries[number].text) > _INNER_MAX,
                number,
            ),
        )
        return [self._entries[number] for number in best[:k]]


def _starts(text: str) -> Iterable[tuple[str, int]]:
    folded = fold(normalize(text))
    yield folded, 0
    if len(folded) > _INNER_MAX:
        return
    for place in range(1, len(folded)):
        if folded[place].isalnum() and not folded[place - 1].isalnum():
            yield folded, place
