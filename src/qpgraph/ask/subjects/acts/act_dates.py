"""When the legal documents asked for are of: a day, a year, from one to another, before or after one."""

from collections.abc import Callable, Sequence

from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.search.text import fold

__all__ = ["date_tests"]

Test = Callable[[str], bool]
_NEAR = 2
_ON = frozenset(("since", "ke tu"))
"""Words for "after" that take in the year itself."""


def date_tests(question: Question, years: Sequence[str]) -> list[tuple[str, Test]]:
    """The conditions on an act's date (`2025-08-28`), each with the words that ask for it."""
    dates: list[tuple[str, Test]] = [(day, _beginning(day)) for day in question.asked.dates]
    if len(years) > 1:
        return [*dates, _of_several(question, sorted(set(years)))]
    return [*dates, *(_of_year(question, year) for year in years)]


def _beginning(day: str) -> Test:
    return lambda date: date.startswith(day)


def _of_several(question: Question, years: Sequence[str]) -> tuple[str, Test]:
    """From the first to the last year, where the words say so; else one of the years."""
    places = sorted(_place(question, year) for year in years)
    between = [cue for cue in question.asked.all("until-year") if places[0] < cue.first < places[-1]]
    typed = question.asked.words
    dashed = question.asked.text[typed[places[0]].end : typed[places[-1]].start].strip() in ("-", "\u2013")
    words = ", ".join(years)
    if between or dashed or any(word.folded == "between" for word in typed):
        return words, lambda date: years[0] <= date[:4] <= years[-1]
    return words, lambda date: date[:4] in years


def _of_year(question: Question, year: str) -> tuple[str, Test]:
    """In a year, or before or after it where the word for that stands before it."""
    place = _place(question, year)
    near = _before(question, place, "before", "after")
    if near is None:
        return _from_year(question, year, place)
    words = f"{near.text} {year}"
    if near.name == "before":
        return words, lambda date: bool(date) and date[:4] < year
    if fold(near.text) in _ON:
        return words, lambda date: date[:4] >= year
    return words, lambda date: date[:4] > year


def _from_year(question: Question, year: str, place: int) -> tuple[str, Test]:
    """In a year; "from 2024 on" and "từ năm 2024" take in the years after it."""
    begun = _before(question, place, "from-year")
    after = {word.folded for word in question.asked.words[place + 1 : place + 3]}
    on = after & {"on", "onward", "onwards", "tro"} or (begun is not None and question.asked.language == "vi")
    if begun is not None and on:
        return year, lambda date: date[:4] >= year
    return year, _beginning(year)


def _before(question: Question, place: int, *names: str) -> Cue | None:
    """The cue that stands right before a year."""
    near = [cue for cue in question.asked.all(*names) if 0 < place - cue.last <= _NEAR]
    return near[-1] if near else None


def _place(question: Question, year: str) -> int:
    """Where a year stands among the words."""
    asked = question.asked
    return next(place for place, number in (*asked.years, *asked.numbers) if f"{number:g}" == year)
