"""Amounts of budget rows: totals, years, the largest, sums of groups, whether there is any."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

import re
from dataclasses import dataclass

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.counting import of_all
from qpgraph.ask.reading.further import asks_fact
from qpgraph.ask.reading.money import of_row
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, exists
from qpgraph.ask.subjects.money.budget_items import asks_items, names_rows, narrow
from qpgraph.ask.subjects.money.money_sums import adds_up, asserted, change, in_total, with_sum
from qpgraph.ask.subjects.money.money_years import beyond_span, budget_span, excepted, years_of

__all__ = ["Rows", "amounts", "budget_provinces", "by_year", "total_rows"]


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
    lacking = chosen and set(question.asked.provinces) - {point.province for point in chosen.points}
    if lacking or (of_all(question.asked) and in_total(question)):
        return _no_budget(question)
    return Rows(totals, chosen, items) if chosen else _no_budget(question)


def budget_provinces(question: Question) -> Result:
    """Which provinces have, or have not, a budget."""
    kind = "budget" if question.topic else "budget-total"
    totals = base_scope(question.asked, (kind,), question.vocabulary, anywhere=True)
    chosen = choose(question, totals, question.topic, many=True)
    if chosen is None:
        return Refusal("nothing") if question.topic else None
    many: Aggregate = "count" if question.focus.what == "count" else "list"
    aggregate: Aggregate = "without" if question.focus.negative else many
    return propose(question, "provinces", totals, chosen, aggregate=aggregate)


def amounts(question: Question, rows: Rows) -> Result:
    """What is asked of the rows."""
    years = years_of(question)
    said = [cue.text for cue in question.asked.all("before", "after")] if years else []
    words = ", ".join(map(str, years))
    if len(said) == 1 and len(question.asked.years) == 1:
        words = f"{said[0]} {question.asked.years[0][1]}: {words}"
    extra = [Condition("", {"years": years}, words)] if years else []
    if question.focus.what == "exists" and _asks_which_item(question):
        return _items(question, rows, extra)
    if question.focus.what == "exists":
        if stated := asserted(question, rows.chosen.points, years, per_year=by_year(question)):
            return stated
        return _any(question, rows, extra)
    if beyond := beyond_span(question, years):
        return beyond
    timed = question.focus.what == "time" or question.asked.has("year-of")
    if timed and not years and (found := with_sum(question, rows.chosen.points)):
        return found
    if _only_in(question) and not asks_items(question):
        return Refusal("nothing")
    if question.asked.has("average"):
        return _each_year(question, rows) if _is_level(question, rows) else Refusal("derived")
    listing = question.focus.what == "list" and question.asked.has("which-before", "which-after", "list")
    if (
        rows.group
        and listing
        and not _COSTS.search(question.folded)
        and not question.asked.has("total", "how-many")
    ):
        return _items(question, rows, extra)
    if years and question.focus.what == "value" and question.asked.has("rise", "fall"):
        return change(question, rows.chosen.points, years)
    if _is_ordered(question) and (found := _extreme(question, rows, extra)) is not None:
        return found
    if rows.group and by_year(question):
        return _each_year(question, rows)
    one = rows.chosen.points and rows.scope is rows.items and question.topic
    of_group = rows.group and years and question.focus.noun == "group"
    if asks_items(question) and (rows.group or not one) and not of_group:
        return _items(question, rows, extra)
    if not years and (
        by_year(question) or question.asked.has("year-of", "how-many-years") or question.focus.what == "time"
    ):
        return _each_year(question, rows)
    return _plain(question, rows, years, extra)


_COSTS = re.compile(r"\bwhat (?:will|would|does|do|is|are)\b.*\b(?:costs?|come to|amount to|add up to)\b")
"""Asks for one sum, though it may be one of several items."""


def _plain(question: Question, rows: Rows, years: list[int], extra: list[Condition]) -> Result:
    """The amounts of the years named, or the total; summed up for a group, or where a total is asked for."""
    whole = adds_up(question) or (excepted(question) and not by_year(question))
    several = len(years or rows.chosen.points) > 1
    aggregate: Aggregate = "sum" if rows.group or (several and whole) else "list"
    show, missing = ("amounts-of-year", "amount") if years else ("totals", None)
    return propose(question, show, rows.scope, rows.chosen, extra=extra, aggregate=aggregate, missing=missing)


def _is_ordered(question: Question) -> bool:
    """Whether the most, the least or a difference is asked for; "more than 100 million" orders nothing."""
    asked = question.asked
    return asked.has("most", "least", "difference") or (asked.has("higher", "lower") and not asked.numbers)


_NEAR = 3


def _asks_which_item(question: Question) -> bool:
    """Whether "is there an item that …" asks which: "có khoản nào năm 2030 không có tiền không"."""
    return names_rows(question) and question.asked.has("which-before") and not question.topic


def _only_in(question: Question) -> bool:
    """Whether "only" goes with a year."""
    how_many = question.focus.what == "value" or any(map(asks_fact, question.asked.all("noun-budget")))
    only = [] if how_many else question.asked.all("only")
    return any(-_NEAR <= place - cue.last <= _NEAR for cue in only for place, _ in question.asked.years)


def _each_year(question: Question, rows: Rows) -> Result:
    """The amounts year by year, with their total where that is asked for too."""
    if rows.group:
        return propose(question, "amounts", rows.scope, rows.chosen, aggregate="sum-each")
    show = "amounts-and-totals" if question.asked.has("and-total") else "amounts"
    return propose(question, show, rows.scope, rows.chosen)


def _is_level(question: Question, rows: Rows) -> bool:
    """Whether what a year has on average is asked of a row that has as much each year."""
    points = rows.chosen.points
    if len(points) != 1 or not by_year(question):
        return False
    if re.search(r"\b(?:mot|moi|per|each|a|an|every) (?!nam\b|year\b|annum\b)", question.folded):
        return False
    first, last = budget_span(question)
    whole = of_row(points[0])
    return all(of_row(points[0], [year]) * (last - first + 1) == whole for year in range(first, last + 1))


def by_year(question: Question) -> bool:
    """Whether the amount of each year is asked for, and not one total."""
    asked = question.asked
    each = asked.has("by-year", "each-year", "annual") or (
        asked.has("every") and not asked.has("noun-province") and not of_all(asked)
    )
    return each and not (asked.has("total") and not asked.has("by-year"))


def _items(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    narrowed = narrow(question, rows.items, years_of(question))
    whole = rows.chosen if rows.group and not narrowed else choose(question, rows.items, Topic(), many=True)
    if whole is None:
        return Refusal("empty") if narrowed else _no_budget(question)
    show = "budget-groups" if question.focus.noun == "group" else "budget-items"
    if question.asked.has("how-many") or question.focus.what == "count":
        return propose(question, show, rows.items, whole, aggregate="count")
    if show == "budget-groups":
        return propose(question, show, rows.items, whole, aggregate="sum-each")
    if extra and not any(condition.piece == "without-money" for condition in whole.conditions):
        return propose(question, "amounts-of-year", rows.items, whole, extra=extra)
    if by_year(question) and not narrowed:
        return propose(question, "amounts", rows.items, whole)
    return propose(question, show, rows.items, whole)


def _extreme(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    """The year, item or group with the most or least money."""
    asked = question.asked
    aggregate: Aggregate = "worst" if asked.has("least", "lower") else "best"
    if asked.has("difference"):
        return _difference(question, rows, extra)
    if _of_years(question) or asked.has("when", "year-of") or (len(extra) and len(years_of(question)) > 1):
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


_YEARLY = re.compile(
    r"\b(?:muc|so tien|tong|kinh phi) (?:chi |kinh phi |du toan )?(?:hang nam|moi nam|tung nam|theo nam)\b"
)


def _of_years(question: Question) -> bool:
    """Whether the amounts of the years are compared, and not the items: "the lowest yearly amount"."""
    if question.focus.noun == "group" or not by_year(question):
        return False
    return not asks_items(question) or bool(_YEARLY.search(question.folded))


def _difference(question: Question, rows: Rows, extra: list[Condition]) -> Result:
    """How much more one of two years has than the other."""
    if rows.group or len(years_of(question)) != 2 or len(rows.chosen.points) != 1:
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
