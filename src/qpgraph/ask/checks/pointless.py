"""The years and numbers of a question whose answer has no points: a "no", or a province without any."""

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["without_points"]


def without_points(question: Question, proposal: Proposal) -> list[str]:
    """The years and numbers that no condition has, where the answer has no points to have them."""
    asked = question.asked
    if proposal.points or question.vocabulary.is_period([year for _, year in asked.years]):
        return []
    said = " ".join([*(condition.words for condition in proposal.form.conditions), *asked.used.values()])
    last = question.vocabulary.last_year
    years = [str(year) for _, year in asked.years if year != last]
    numbers = [asked.words[place].exact for place, number in asked.numbers if not _is_of(question, number)]
    return [text for text in (*years, *numbers) if text not in said]


def _is_of(question: Question, number: float) -> bool:
    """Whether the one point whose own number is named has a number: then what is not so is something else."""
    asked = question.asked
    points = [
        point
        for point in question.vocabulary.points.values()
        if fold(point.ref) in asked.refs and point.province in asked.provinces
    ]
    return len(asked.refs) == 1 and bool(points) and all(_has(point, number) for point in points)


def _has(point: Point, number: float) -> bool:
    """Whether a number is one of a point's own."""
    return any(value == number for value, _ in point.values)
