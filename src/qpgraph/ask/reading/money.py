"""Sums of money that a question names, and those of the budget that its answer is from."""

from collections.abc import Iterable

from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.vocabulary import Point, Vocabulary

__all__ = [
    "MONEY_UNITS",
    "amounts_beside",
    "in_millions",
    "is_about",
    "of_row",
    "sums_between",
    "told_sums",
    "unit_words",
    "years_with_money",
]

_UNITS = {
    "ty": 1000.0,
    "ti": 1000.0,
    "billion": 1000.0,
    "bn": 1000.0,
    "trieu": 1.0,
    "million": 1.0,
    "tr": 1.0,
}
MONEY_UNITS = frozenset(_UNITS)
"""The words for millions and thousands of millions."""
_DONG = frozenset(("dong", "dongs", "vnd", "d"))
_WHOLE = 1e6
_ABOUT = 0.01


def in_millions(asked: Asked, place: int, number: float) -> float:
    """A sum of money in millions of dong; 0 for a number without a unit of money."""
    after = asked.words[place + 1].folded if place + 1 < len(asked.words) else ""
    if after in _DONG and number >= _WHOLE:
        return number / _WHOLE
    return number * _UNITS.get(after, 0.0)


def unit_words(asked: Asked, place: int) -> list[str]:
    """The words for money after a number, as typed: "million", "dong"."""
    words = []
    for word in asked.words[place + 1 : place + 3]:
        if word.folded not in MONEY_UNITS | _DONG:
            break
        words.append(asked.text[word.start : word.end])
    return words


_TO = frozenset(("-", "–", "to", "and", "den", "toi", "va"))


def sums_between(asked: Asked) -> tuple[float, float, str] | None:
    """Two sums that are the ends of a span ("from 1 to 2 billion"), in millions, and the words for them."""
    if len(asked.numbers) != _ENDS:
        return None
    (one, low), (other, high) = sorted(asked.numbers)
    unit = in_millions(asked, other, 1.0)
    words = [word.folded for word in asked.words[one + 1 : other] if word.folded not in MONEY_UNITS | _DONG]
    if not unit or words not in [[word] for word in _TO] or low >= high:
        return None
    first, last = asked.words[one].start, asked.words[other + 1].end
    return in_millions(asked, one, low) or low * unit, high * unit, asked.text[first:last]


_ENDS = 2
"""A span has so many."""


def is_about(money: float, amount: float) -> bool:
    """Whether a sum is an amount of the budget, but for rounding to a hundredth; both in millions."""
    return abs(money - amount) <= _ABOUT * amount


def amounts_beside(vocabulary: Vocabulary, points: Iterable[Point]) -> set[float]:
    """All amounts, in millions, of the budgets that some of the points are rows of."""
    plans = {point.plan for point in points if point.relations.get("amount")}
    rows = (point for point in vocabulary.points.values() if point.plan in plans)
    return {float(each) for point in rows for each in point.relations.get("amount", ())}


def of_row(point: Point, years: Iterable[int] = ()) -> float:
    """What a row of the budget has in some years together, or in all; in millions."""
    parts = dict(each.split(":") for each in point.relations.get("allocation", ()))
    if wanted := [str(year) for year in years]:
        return sum(float(parts.get(year, 0)) for year in wanted)
    return float(point.relations.get("total", ("0",))[0])


def years_with_money(point: Point) -> list[int]:
    """The years in which a row of the budget has money."""
    return sorted(int(each.split(":")[0]) for each in point.relations.get("allocation", ()))


def told_sums(point: Point, years: Iterable[int] = ()) -> str:
    """What a row of the budget has, in some years or in all, to stand after its name."""
    if not point.relations.get("total"):
        return ""
    wanted = list(years)
    parts = [f"{of_row(point, [year]):g} triệu đồng ({year})" for year in wanted if of_row(point, [year])]
    whole = [] if wanted else [f"{of_row(point):g} triệu đồng"]
    return "".join([": " if parts or whole else "", ", ".join(parts or whole)])
