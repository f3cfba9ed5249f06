"""A second opinion: whether search finds, for the same question, what an answer was read from.

Points that a question's words picked (and no concept, number or name) may share its words and not its
subject. Search judges in another way, by trees learned from judged queries; where it holds none of the
points for likely, the answer is not given.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from qpgraph.ask.form import Form
from qpgraph.errors import QpgraphError
from qpgraph.settings import Settings

__all__ = ["Likely", "Nearest", "likely_by", "nearest_by_search", "unlikely"]

Nearest = Callable[[str, int], list[Mapping[str, Any]]]
"""From a text and a number of hits to the hits that search gives; none where there is no index."""
Likely = Callable[[str], Mapping[str, float]]
"""From a question to addresses with how likely each is what is asked for, from 0 to 1; may be empty."""

_LIKELY = 0.4
_LOOKED_AT = 50
_OF_POINTS = ("list", "count", "exists", "sum", "best", "worst")
_JUDGED = ("/task/", "/target/", "/measure/", "/duty/")
"""What the addresses of points hold that search finds."""


def nearest_by_search(settings: Settings) -> Nearest:
    """Search in the index beside the store, opened at the first text."""
    found: list[Any] = []

    def nearest(text: str, count: int) -> list[Mapping[str, Any]]:
        try:
            if not found:
                from qpgraph.search.current import CurrentSearch

                found.append(CurrentSearch(settings.store))
            return list(found[0].get().search(text, count).hits)
        except QpgraphError:
            return []

    return nearest


def likely_by(nearest: Nearest) -> Likely:
    """What search holds for likely."""
    return lambda text: {str(hit["iri"]): float(hit["score"]) for hit in nearest(text, _LOOKED_AT)}


def unlikely(form: Form, points: Iterable[str], likely: Callable[[], Mapping[str, float]]) -> bool:
    """Whether words alone picked the points of an answer and search finds none of them likely."""
    pieces = {condition.piece for condition in form.conditions}
    judged = [point for point in points if any(part in point for part in _JUDGED)]
    if form.show.key == "standard" or "these" not in pieces or form.aggregate not in _OF_POINTS or not judged:
        return False
    scores = likely()
    return bool(scores) and max(scores.get(point, 0.0) for point in judged) < _LIKELY
