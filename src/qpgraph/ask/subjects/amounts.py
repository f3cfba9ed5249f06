"""Amounts of budget rows: totals, years, the largest, sums of groups, whether there is any."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from dataclasses import dataclass
from itertools import pairwise

from qpgraph.ask.form import Aggregate, Condition
from qpgraph.ask.picking import Chosen, choose, propose
from qpgraph.ask.planning import Proposal, Question, Refusal
from qpgraph.ask.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import COMPARISONS, Result, comparison, exists
from qpgraph.ask.topics import Topic
from qpgraph.search.text import fold

__all__ = ["Rows", "amounts", "budget_provinces", "total_rows"]

_ITEMS = frozenset(
    (
        "khoan",
        "khoan chi",
        "khoan kinh phi",
        "noi dung chi",
        "hang muc",
        "budget item",
        "budget items",
        "budget lines",
    )
)


@dataclass(frozen=True)
class Rows:
    """The rows of a budget that are asked about."""

    scope: Scope
    chosen: Chosen
    items: Scope
    """All items that may be meant, where one of them is asked for."""
    group: bool = False
    """Whether they are the items of a group, summed up."""


def total_rows(question: Question, items: Scope) -> Rows | Refusal:
    """The totals of the plans asked about; a refusal where a plan has no budget."""
    totals = base_scope(question.asked, ("budget-total",), question.vocabulary)
    chosen = choose(question, totals, Topic(), many=True)
    return Rows(totals, chosen, items) if chosen else _no_budget(question)


def budget_provinces(question: Question) -> Result:
    """Which provinces have, or have not, a budget."""
    totals = base_scope(question.asked, ("budget-total",), question.vocabulary, anywhere=True)
    chosen = choose(question, totals, Topic(), many=True)
    if chosen is None:
        return None
    aggregate: Aggregate = "without" if question.focus.negative else "list"
    return propose(question, "provinces", totals, chosen, aggregate=aggregate)


def amounts(question: Question, rows: Rows) -> Result:
    """What is asked of the rows."""
    years = _years(question)
    said = [cue.text for cue in question.asked.all("before", "after")] if years else []
    words = ", ".join(map(str, years))
    if len(said) == 1 and len(question.asked.years) == 1:
        words = f"{said[0]} {question.asked.years[0][1]}: {words}"
    extra = [Condition("", {"years": years}, words)] if years else []
    if question.focus.what == "exists":
        return _any(question, rows, extra)
    if question.asked.has("only") and years:
        return Refusal("nothing")
    listing = question.focus.what == "list" and question.asked.has("which-before", "which-after", "list")
    if rows.group and listing and not question.asked.has("total", "how-many"):
        return _items(question, rows, extra)
    if question.asked.has("most", "least", "higher", "lower", "difference"):
        found = _extreme(question, rows, extra)
        if found is not None:
            return found
    one = rows.chosen.points and rows.scope is rows.items and question.topic
    if _asks_items(question) and (rows.group or not one):
        return _items(question, rows, extra)
    if rows.group:
        if _by_year(question):
            return propose(
                question,
                "amounts-of-year" if years else "amounts",
                rows.scope,
                rows.chosen,
                aggregate="sum-each",
                extra=extra,
            )
        show = "amounts-of-year" if years else "totals"
        return propose(question, show, rows.scope, rows.chosen, aggregate="sum", extra=extra)
    if years:
        aggregate: Aggregate = "sum" if len(years) > 1 and _in_total(question) else "list"
        return propose(
            question,
            "amounts-of-year",
            rows.scope,
            rows.chosen,
            extra=extra,
            missing="amount",
            aggregate=aggregate,
        )
    if _by_year(question):
        return propose(question, "amounts", rows.scope, rows.chosen)
    return propose(question, "totals", rows.scope, rows.chosen)


def _years(question: Question) -> list[int]:
    """The years asked about, with those between where a span is meant; none for the plans' own period."""
    years = sorted({year for _, year in question.asked.years})
    if question.asked.has("first-years", "last-years"):
        return _ends(question)
    places = sorted(place for place, _ in question.asked.years)
    between = question.asked.words[places[0] : places[-1]] if places else ()
    apart = any(
        word.folded in ("and", "va", "or", "hay", "hoac", "with", "voi", "vs", "versus") for word in between
    )
    if question.vocabulary.is_period(years) and not apart:
        return []
    if len(years) == 1 and (sided := _sided(question, years[0])):
        return sided
    if len(years) == 2 and question.asked.has("until-year"):
        return list(range(years[0], years[1] + 1))
    return years


_COUNTS = {"hai": 2, "two": 2, "2": 2, "ba": 3, "three": 3, "3": 3, "bon": 4, "four": 4, "4": 4}


def _ends(question: Question) -> list[int]:
    """The first or last years of the plans, as many as are said."""
    periods = {
        (plan.one("start"), plan.one("end"))
        for plan in question.vocabulary.of_kind("plan")
        if not question.asked.provinces or plan.one("province") in question.asked.provinces
    }
    begin, end = min((int(one or 0), int(other or 0)) for one, other in periods)
    marks = {"nam", "year", "years"}
    words = [word.folded for word in question.asked.words]
    counts = [_COUNTS[word] for word, after in pairwise(words) if word in _COUNTS and after in marks]
    many = counts[0] if counts else 1
    whole = list(range(begin, end + 1))
    return whole[:many] if question.asked.has("first-years") else whole[-many:]


def _sided(question: Question, year: int) -> list[int]:
    """The years of the plans before or after one."""
    place = question.asked.years[0][0]
    near = [cue for cue in question.asked.all("before", "after") if 0 < place - cue.last <= _NEAR]
    if not near:
        return []
    here = question.asked.provinces
    plans = [plan for plan in question.vocabulary.of_kind("plan") if not here or plan.one("province") in here]
    first = min(int(plan.one("start") or year) for plan in plans)
    last = max(int(plan.one("end") or year) for plan in plans)
    since = near[0].text.casefold() in _SINCE
    after = range(year if since else year + 1, last + 1)
    return list(range(first, year)) if near[0].name == "before" else list(after)


_NEAR = 2
_SINCE = ("since", "kể từ", "ke tu")


def _in_total(question: Question) -> bool:
    said = (fold(cue.text) for cue in question.asked.all("noun-budget"))
    return question.asked.has("total") or any(text.startswith(("tong", "total")) for text in said)


def _by_year(question: Question) -> bool:
    asked = question.asked
    each = asked.has("by-year", "annual") or (asked.has("every") and not asked.has("noun-province"))
    return each and not (asked.has("total") and not asked.has("by-year"))


def _asks_items(question: Question) -> bool:
    asked, focus = question.asked, question.focus
    said = {fold(cue.text) for cue in asked.all("noun-budget")}
    if focus.noun == "group":
        return True
    if asked.refs:
        return False
    if said & _ITEMS and (asked.has("how-many") or focus.what == "count"):
        return True
    return (
        focus.what == "list"
        and focus.noun == "budget"
        and asked.has("which-before", "which-after", "list")
        and bool(said & _ITEMS or asked.has("which-before") or asked.numbers)
    )


def _items(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    _with_totals(question, rows.items)
    whole = rows.chosen if rows.group else choose(question, rows.items, Topic(), many=True)
    if whole is None:
        return Refusal("empty") if question.asked.numbers else _no_budget(question)
    show = "budget-groups" if question.focus.noun == "group" else "budget-items"
    if question.asked.has("how-many") or question.focus.what == "count":
        return propose(question, show, rows.items, whole, aggregate="count")
    if show == "budget-groups":
        return propose(question, show, rows.items, whole, aggregate="sum-each")
    if extra:
        return propose(question, "amounts-of-year", rows.items, whole, extra=extra)
    return propose(question, show, rows.items, whole)


def _with_totals(question: Question, items: Scope) -> None:
    """Items whose total is above, below or just the amount that is named."""
    for place, number in question.asked.numbers:
        name, words = comparison(question, place, number)
        after = question.asked.words[place + 1].folded if place + 1 < len(question.asked.words) else ""
        value = number * (1000 if after in ("ty", "ti", "billion", "bn") else 1)
        compare = COMPARISONS[name]
        items.add(
            Condition(f"total-{name}", {"value": [value]}, words),
            lambda point, compare=compare, value=value: compare(  # type: ignore[misc]
                max(map(float, point.relations.get("amount", ["0"]))), value
            ),
        )


def _extreme(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    """The year, item or group with the most or least money."""
    asked = question.asked
    aggregate: Aggregate = "worst" if asked.has("least", "lower") else "best"
    if asked.has("difference"):
        return _difference(question, rows, extra)
    if asked.has("when", "year-of") or (len(extra) and len(_years(question)) > 1):
        if rows.group:
            return None
        show = "amounts-of-year" if extra else "amounts"
        return propose(question, show, rows.scope, rows.chosen, aggregate=aggregate, extra=extra)
    whole = rows.chosen if rows.group else choose(question, rows.items, Topic(), many=True)
    if whole is None:
        return _no_budget(question)
    if question.focus.noun == "group" or (question.asked.has("noun-group") and not rows.group):
        each: Aggregate = "sum-least" if aggregate == "worst" else "sum-most"
        return propose(question, "budget-groups", rows.items, whole, aggregate=each)
    show = "amounts-of-year" if extra else "budget-items"
    return propose(question, show, rows.items, whole, aggregate=aggregate, extra=extra)


def _difference(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    """How much more one of two years has than the other."""
    if rows.group or len(_years(question)) != 2 or len(rows.chosen.points) != 1:
        return Refusal("nothing")
    return propose(question, "amounts-of-year", rows.scope, rows.chosen, aggregate="difference", extra=extra)


def _any(question: Question, rows: Rows, extra: list[Condition]) -> Proposal:
    """Whether there is money at all, in a year, or just as much as the question says."""
    return exists(question, rows.scope, rows.chosen, "amounts-of-year" if extra else "points", extra)


def _no_budget(question: Question) -> Refusal:
    points = [point for point in question.vocabulary.points.values() if point.kind == "provision"]
    here = [
        point
        for point in points
        if point.has("provision-kind", ["funding"]) and point.province in question.asked.provinces
    ]
    having = {point.province for point in question.vocabulary.points.values() if point.kind == "budget-total"}
    names = ", ".join(
        question.vocabulary.things[place].name(question.asked.language) for place in sorted(having)
    )
    return Refusal("no-budget", {"others": names}, tuple(here))
