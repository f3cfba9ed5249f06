"""Several sums of a budget: added up, compared, told one by one; and sums that a question asserts."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from collections.abc import Sequence

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.money import in_millions, is_about, of_row
from qpgraph.ask.subjects.choosing import COMPARISONS, Result, comparison, these
from qpgraph.ask.subjects.pots import Pot
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["asserted", "compares", "in_total", "several", "with_sum"]

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


def compares(question: Question) -> bool:
    """Whether a yes or no about more, less or as much is asked for."""
    return question.focus.what == "exists" and question.asked.has(*_ORDERS, *_LEVEL, "rise", "fall")


def several(question: Question, found: Sequence[Pot], years: Sequence[int], *, by_year: bool) -> Result:
    """What is asked of several sums."""
    asked = question.asked
    items = {item.iri: item for pot in found for item in pot.items}
    scope, chosen = _scope(question, list(items.values()))
    extra = [Condition("", {"years": list(years)}, ", ".join(map(str, years)))] if years else []
    show = "amounts-of-year" if years else "totals"
    if asked.has("times-as") and not asked.has("ratio"):
        return Refusal("derived")
    if compares(question):
        if len(found) != 2 or asked.has("total"):
            return Refusal("nothing")
        sums = [sum(of_row(item, years) for item in pot.items) for pot in found]
        return _verdict(question, scope, chosen, _holds(question, *sums), extra)
    if question.focus.what == "exists":
        return Refusal("nothing")
    groups = [pot for pot in found if pot.is_group]
    if asked.has("difference", "ratio"):
        if groups or len(found) != 2:
            return Refusal("nothing")
        apart: Aggregate = "ratio" if asked.has("ratio") else "difference"
        return propose(question, show, scope, chosen, aggregate=apart, extra=extra)
    if asked.has(*_ORDERS):
        return _highest(question, found, scope, chosen, extra)
    if in_total(question):
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
    asked = question.asked
    sums = [(place, money) for place, number in asked.numbers if (money := _money(question, place, number))]
    if len(sums) != 1 or len(points) != 1:
        return None
    place, money = sums[0]
    name, words = comparison(question, place, dict(asked.numbers)[place])
    found = _years_with(question, points, name, money)
    if not found:
        return Refusal("no-match", {"words": f"{words} {_unit(asked, place)}"}, tuple(points))
    scope, chosen = _scope(question, points)
    extra = [_years(found), _said(f"{words} {_unit(asked, place)}")]
    return propose(question, "amounts-of-year", scope, chosen, extra=extra)


def _years_with(question: Question, points: Sequence[Point], name: str, money: float) -> list[int]:
    """The years in which the rows together have a sum, or more or less than that."""
    compare = COMPARISONS[name]
    each = {year: sum(of_row(point, [year]) for point in points) for year in _all_years(points)}
    return [
        year
        for year, whole in each.items()
        if (is_about(money, whole) if name == "equal" else compare(whole, money))
    ]


def _years(years: Sequence[int]) -> Condition:
    return Condition("", {"years": list(years)}, ", ".join(map(str, years)))


def _unit(asked: Asked, place: int) -> str:
    """The word after a sum."""
    return " ".join(word.folded for word in asked.words[place + 1 : place + 2])


def asserted(
    question: Question, points: Sequence[Point], years: Sequence[int], *, per_year: bool = False
) -> Result:
    """Whether the rows have the sum that the question states, more or less, or as much as elsewhere."""
    asked = question.asked
    if _denied(question) or not points:
        return None
    scope, chosen = _scope(question, points)
    sums = [
        (place, number, money)
        for place, number in asked.numbers
        if (money := _money(question, place, number))
    ]
    if len(sums) == 1:
        place, number, money = sums[0]
        name, words = comparison(question, place, number)
        if not years and (asked.has("any-year") or per_year):
            found = _years_with(question, points, name, money)
            holds = bool(found) if asked.has("any-year") else len(found) == len(_all_years(points))
            extra = [_years(found)] if found and holds else []
            return _verdict(question, scope, chosen, holds, [*extra, _said(f"{words} {_unit(asked, place)}")])
        whole = sum(of_row(point, years) for point in points)
        about = {word.folded for word in asked.words[max(place - 2, 0) : place]} & _ABOUT
        if name == "equal":
            holds = is_about(money, whole) or (bool(about) and abs(money - whole) <= _NEAR * whole)
        else:
            holds = COMPARISONS[name](whole, money)
        extra = [Condition("", {"years": list(years)}, ", ".join(map(str, years)))] if years else []
        return _verdict(
            question, scope, chosen, holds, [*extra, _said(f"{words} {asked.words[place].folded}")]
        )
    if sums or not compares(question):
        return None
    named = [year for _, year in sorted(asked.years)]
    each = [sum(of_row(point, [year]) for point in points) for year in named]
    if asked.has("rise", "fall") and not asked.has(*_ORDERS) and len(named) == 1:
        named.append(named[0] - 1)
        each.append(sum(of_row(point, [named[1]]) for point in points))
        if not each[1]:
            return None
    elif asked.has(*_LEVEL) and len(named) != 2:
        named = named or _all_years(points)
        each = [sum(of_row(point, [year]) for point in points) for year in named]
        words = ", ".join(map(str, named))
        extra = [Condition("", {"years": named}, words)]
        level = (len(set(each)) == 1) != asked.has("varies")
        return _verdict(question, scope, chosen, level, extra)
    if len(named) != 2 or not all(each):
        return None
    extra = [Condition("", {"years": named}, ", ".join(map(str, named)))]
    return _verdict(question, scope, chosen, _holds(question, *each), extra)


def _all_years(points: Sequence[Point]) -> list[int]:
    parts = {each.split(":")[0] for point in points for each in point.relations.get("allocation", ())}
    return sorted(map(int, parts))


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
