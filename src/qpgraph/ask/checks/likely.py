"""A second opinion: whether search finds, for the same question, what an answer was read from.

Points that a question's words picked (and no concept, number or name) may share its words and not its
subject. Search judges in another way, by trees learned from judged queries; where it holds none of the
points for likely, the answer is not given.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from qpgraph.ask.planning.form import Form
from qpgraph.ask.planning.scope import CLASSES
from qpgraph.ask.vocabulary import Point
from qpgraph.errors import QpgraphError
from qpgraph.settings import Settings

__all__ = ["Likely", "SearchBeside", "overlooked", "unlikely"]

Likely = Callable[[str], Mapping[str, float]]
"""From a question to addresses with how likely each is what is asked for, from 0 to 1; may be empty."""

_LIKELY = 0.4
_SURE = 0.9
_LOOKED_AT = 50
_OF_POINTS = ("list", "count", "exists", "sum", "best", "worst")
_NUMBERS = ("more-than", "less-than", "at-least", "equal")
"""Conditions that say which points are meant better than search can."""
_JUDGED = ("/task/", "/target/", "/measure/", "/duty/")
"""What the addresses of points hold that search finds."""


class SearchBeside:
    """Search in the index beside a store, opened at the first text; it finds nothing where there is none."""

    def __init__(self, settings: Settings) -> None:
        """`settings` tell where the store is."""
        self._settings = settings
        self._current: Any = None
        self._last: tuple[Any, str, Mapping[str, float]] = (None, "", {})

    def nearest(self, text: str, count: int) -> list[Mapping[str, Any]]:
        """The hits that search gives."""
        try:
            return list(self._search().search(text, count).hits)
        except QpgraphError:
            return []

    def likely(self, text: str) -> Mapping[str, float]:
        """Addresses with how likely each is what is asked for."""
        try:
            search, last = self._search(), self._last
            if last[:2] != (search, text):  # one question is judged more than once
                self._last = last = (search, text, search.likely(text, _LOOKED_AT))
        except QpgraphError:
            return {}
        return last[2]

    def _search(self) -> Any:
        if self._current is None:
            from qpgraph.search.current import CurrentSearch

            self._current = CurrentSearch(self._settings.store)
        return self._current.get()


def unlikely(form: Form, points: Iterable[str], likely: Callable[[], Mapping[str, float]]) -> bool:
    """Whether words alone picked the points of an answer and search finds none of them likely."""
    by_words = any(each.piece == "these" and each.words for each in form.conditions)
    by_number = any(each.piece.startswith(_NUMBERS) for each in form.conditions)
    judged = [point for point in points if any(part in point for part in _JUDGED)]
    if not by_words or by_number or form.show.key == "standard" or form.aggregate not in _OF_POINTS:
        return False
    if not judged:
        return False
    scores = likely()
    return bool(scores) and max(scores.get(point, 0.0) for point in judged) < _LIKELY


def overlooked(
    form: Form, picked: Collection[str], lacking: Iterable[Point], likely: Callable[[], Mapping[str, float]]
) -> bool:
    """Whether search is sure of a point that the words did not pick, of a place that is said to have none."""
    by_words = any(each.piece == "these" and each.words for each in form.conditions)
    classes = {kind for kind, name in CLASSES.items() if name in form.classes}
    others = [point.iri for point in lacking if point.kind in classes and point.iri not in picked]
    if form.aggregate != "without" or not by_words or not others:
        return False
    scores = likely()
    return max(scores.get(point, 0.0) for point in others) >= _SURE
