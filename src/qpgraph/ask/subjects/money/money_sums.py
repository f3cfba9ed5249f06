"""Several sums of a budget: added up, compared, told one by one; and sums that a question asserts."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from collections.abc import Sequence

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.reading.money import in_millions, is_about, of_row, unit_words, years_with_money
from qpgraph.ask.subjects.choosing import COMPARISONS, Result, comparison, these
from qpgraph.ask.subjects.money.money_years import beyond_span
from qpgraph.ask.subjects.money.pots import Pot
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["adds_up", "asserted", "change", "compares", "in_total", "several", "with_sum"]

_ORDERS = ("most", "higher", "least", "lower")
_LOW = ("least", "lower")
_LEVEL = ("same", "level", "varies")
_NEAR = 0.05
_ABOUT = frozenset(
    (
        "khoang",
        "tam",
        "co",
        "xap",
        "gan",
        "about",
        "around",
        "roughly",
        "nearly",
        "almost",
        "approximately",
        "some",
    )
)
_LEAST_SUM = 50.0
"""A number without a unit is taken for millions only from here on."""


def in_total(question: Question) -> bool:
    """Whether a total is asked for."""
    said = (fold(cue.text) for cue in question.asked.all("noun-budget"))
    together = {"together", "chung"} & {word.folded for word in question.asked.words}
    return (
        bool(together)
        or question.asked.has("total")
        or any(text.startswith(("tong", "total")) for text in said)
    )


def adds_up(question: Question) -> bool:
    """Whether sums are to be added up: a total is asked for, and they are not set side by side."""
    return in_total(question) and not question.asked.has("compare")


def compares(question: Question) -> bool:
    """Whether a yes or no about more, less or as much is asked for."""
    return question.focus.what == "exists" and question.asked.has(*_ORDERS, *_LEVEL, "rise", "fall")


def several(question: Question, found: Sequence[Pot], years: Sequence[int], *, by_year: bool) -> Result:
    """What is asked of several sums."""
    asked = question.asked
    items = {item.iri: item for pot in found for item in pot.items}
    scope, chosen = _scope(question, list(items.values()))
    extra = [_years(years)] if years else []
    show = "amounts-of-year" if years else "totals"
    if asked.has("times-as") and not asked.has("ratio"):
        return Refusal("derived")
    if compares(question):
        if len(found) != 2 or asked.has("total"):
            return Refusal("nothing")
        sums = [_in(pot.items, years) for pot in found]
        return _verdict(question, scope, chosen, _holds(question, *sums), extra)
    if question.focus.what == "exists" or (beyond := beyond_span(question, years)):
        return Refusal("nothing") if question.focus.what == "exists" else beyond
    groups = [pot for pot in found if pot.is_group]
    if asked.has("difference", "ratio"):
        if groups or len(found) != 2 or len(years) > 1:
            return Refusal("nothing")
        apart: Aggregate = "ratio" if asked.has("ratio") else "difference"
        return propose(question, show, scope, chosen, aggregate=apart, extra=extra)
    if asked.has(*_ORDERS):
        return _highest(question, found, scope, chosen, extra)
    if adds_up(question):
        if by_year:
            return propose(question, "amounts", scope, chosen, aggregate="sum-each")
        return propose(question, show, scope, chosen, aggregate="sum", extra=extra)
    if groups:
        if extra or by_year or len(groups) < len(found):
            return Refusal("nothing")
        return propose(question, "budget-groups", scope, chosen, aggregate="sum-each")
    if years:
        return propose(question, show, scope, chosen, extra=extra, missing="amount")
    return propose(question, "amounts" if by_year else "totals", scope, chosen)


def _highest(
    question: Question, found: Sequence[Pot], scope: Scope, chosen: Chosen, extra: Sequence[Condition]
) -> Result:
    low = question.asked.has(*_LOW)
    if not any(pot.is_group for pot in found):
        best: Aggregate = "worst" if low else "best"
        show = "amounts-of-year" if extra else "budget-items"
        return propose(question, show, scope, chosen, aggregate=best, extra=extra)
    if extra or not all(pot.is_group or not pot.row.relations.get("parent") for pot in found):
        return Refusal("nothing")
    each: Aggregate = "sum-least" if low else "sum-most"
    return propose(question, "budget-groups", scope, chosen, aggregate=each)


def with_sum(question: Question, points: Sequence[Point]) -> Result:
    """The years in which a row has the sum that is named, or more or less than that."""
    sums = _sums_said(question)
    if len(sums) != 1 or len(points) != 1:
        return None
    place, number, money = sums[0]
    name, words = comparison(question, place, number)
    said = " ".join([words, *unit_words(question.asked, place)])
    found = _years_with(points, name, money)
    if not found:
        return Refusal("no-match", {"words": said}, tuple(points))
    scope, chosen = _scope(question, points)
    return propose(question, "amounts-of-year", scope, chosen, extra=[_years(found), _said(said)])


def _years_with(points: Sequence[Point], name: str, money: float) -> list[int]:
    """The years in which the rows together have a sum, or more or less than that."""
    compare = COMPARISONS[name]
    return [
        year
        for year in _all_years(points)
        if (is_about(money, _in(points, [year])) if name == "equal" else compare(_in(points, [year]), money))
    ]


def _in(points: Sequence[Point], years: Sequence[int] = ()) -> float:
    """What the rows together have in some years, or in all; in millions."""
    return sum(of_row(point, years) for point in points)


def _years(years: Sequence[int]) -> Condition:
    return Condition("", {"years": list(years)}, ", ".join(map(str, years)))


def _sums_said(question: Question) -> list[tuple[int, float, float]]:
    """The sums named: their places, the numbers as said, and in millions."""
    numbers = [(place, number, _money(question, place, number)) for place, number in question.asked.numbers]
    return [each for each in numbers if each[2]]


def asserted(
    question: Question, points: Sequence[Point], years: Sequence[int], *, per_year: bool = False
) -> Result:
    """Whether the rows have the sum that the question states, more or less, or as much as elsewhere."""
    if _denied(question) or not points:
        return None
    sums = _sums_said(question)
    if len(sums) == 1:
        return _as_stated(question, points, years, sums[0], per_year=per_year)
    return None if sums or not compares(question) else _between_years(question, points)


def _as_stated(
    question: Question,
    points: Sequence[Point],
    years: Sequence[int],
    stated: tuple[int, float, float],
    *,
    per_year: bool,
) -> Result:
    """Whether the rows have the one sum that is named: in all, in some years, in any or each of them."""
    asked, (place, number, money) = question.asked, stated
    scope, chosen = _scope(question, points)
    name, words = comparison(question, place, number)
    said = _said(" ".join([words, *unit_words(asked, place)]))
    if not years and asked.has("most", "least"):
        if not per_year and not {"nam", "year", "years"} & {word.folded for word in asked.words}:
            return Refusal("nothing")
        ends = sorted(_in(points, [year]) for year in _all_years(points))
        end = ends[0] if asked.has("least") else ends[-1]
        found = [year for year in _all_years(points) if _in(points, [year]) == end]
        holds = is_about(money, end) if name == "equal" else COMPARISONS[name](end, money)
        return _verdict(question, scope, chosen, holds, [_years(found), said])
    if not years and (asked.has("any-year") or per_year):
        found = _years_with(points, name, money)
        holds = bool(found) if asked.has("any-year") else len(found) == len(_all_years(points))
        return _verdict(question, scope, chosen, holds, [*([_years(found)] if found and holds else []), said])
    whole = _in(points, years)
    if name == "equal":
        about = {word.folded for word in asked.words[max(place - 2, 0) : place]} & _ABOUT
        holds = is_about(money, whole) or (bool(about) and abs(money - whole) <= _NEAR * whole)
    else:
        holds = COMPARISONS[name](whole, money)
    return _verdict(question, scope, chosen, holds, [*([_years(years)] if years else []), said])


def _between_years(question: Question, points: Sequence[Point]) -> Result:
    """Whether one year has more or less than another, or all of some have as much."""
    asked = question.asked
    scope, chosen = _scope(question, points)
    named = [year for _, year in sorted(asked.years)]
    if asked.has("rise", "fall") and not asked.has(*_ORDERS) and len(named) == 1:
        named.append(named[0] - 1)
    elif asked.has(*_LEVEL) and (len(named) != 2 or asked.has("until-year")):
        named = list(range(named[0], named[1] + 1)) if len(named) == 2 else named or _all_years(points)
        level = (len({_in(points, [year]) for year in named}) == 1) != asked.has("varies")
        return _verdict(question, scope, chosen, level, [_years(named)])
    each = [_in(points, [year]) for year in named]
    if len(named) != 2 or not all(each):
        return None
    return _verdict(question, scope, chosen, _holds(question, *each), [_years(named)])


def change(question: Question, points: Sequence[Point], years: Sequence[int]) -> Result:
    """By how much a row's money rises or falls from one year to the other, or from the year before."""
    asked = question.asked
    named = [years[0] - 1, years[0]] if len(years) == 1 else list(years)
    if len(named) != 2 or len(points) != 1:
        return Refusal("nothing")
    before, after = (_in(points, [year]) for year in named)
    if not before or not after:
        return Refusal("derived")
    if before == after or (asked.has("rise") != asked.has("fall") and asked.has("rise") != (after > before)):
        return Refusal("premise-number", _told_years(named, before, after), tuple(points))
    scope, chosen = _scope(question, points)
    return propose(question, "amounts-of-year", scope, chosen, aggregate="difference", extra=[_years(named)])


def _told_years(years: Sequence[int], *sums: float) -> dict[str, str]:
    """The values of a refusal: what is said of the years, and what they have."""
    stated = ", ".join(f"{one:g} ({year})" for year, one in zip(years, sums, strict=True))
    return {"said": ", ".join(map(str, years)), "stated": stated}


def _all_years(points: Sequence[Point]) -> list[int]:
    return sorted({year for point in points for year in years_with_money(point)})


def _money(question: Question, place: int, number: float) -> float:
    money = in_millions(question.asked, place, number)
    return money or (number if number >= _LEAST_SUM else 0.0)


def _denied(question: Question) -> bool:
    """Whether the question denies something, beside the word that makes it a question."""
    last = len(question.asked.words) - 3
    return any(cue.last < last for cue in question.asked.all("not"))


def _holds(question: Question, one: float, other: float) -> bool:
    asked = question.asked
    if asked.has(*_LEVEL):
        return (one == other) != asked.has("varies")
    return one < other if asked.has(*_LOW, "fall") else one > other


def _said(words: str) -> Condition:
    """What is compared, in the question's own words."""
    return Condition("total-compared", {}, words)


def _verdict(
    question: Question, scope: Scope, chosen: Chosen, holds: bool, extra: Sequence[Condition]
) -> Proposal:
    """Yes, or no with the rows that deny it."""
    cues: list[Cue] = question.asked.all(*_ORDERS, *_LEVEL, "rise", "fall")
    compared = [_said(", ".join(cue.text or cue.name for cue in cues))]
    aggregate: Aggregate = "exists" if holds else "denied"
    return propose(question, "points", scope, chosen, aggregate=aggregate, extra=[*extra, *compared])


def _scope(question: Question, points: Sequence[Point]) -> tuple[Scope, Chosen]:
    kinds = tuple(dict.fromkeys(point.kind for point in points))
    scope = base_scope(question.asked, kinds, question.vocabulary)
    scope.conditions = [each for each in scope.conditions if each.piece not in ("with-ref", "in-group")]
    words = ", ".join([*(term.text for term in question.topic.terms), *question.asked.refs])
    named = Condition("these", these(points).values, words)
    return scope, Chosen(list(points), (*scope.conditions, named), 1.0)
