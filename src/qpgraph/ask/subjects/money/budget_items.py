"""The items of a budget: all of them, those above or below a sum, those that have money in some years."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.money import in_millions, of_row, sums_between, unit_words, years_with_money
from qpgraph.ask.subjects.choosing import COMPARISONS, comparison
from qpgraph.ask.subjects.money.money_years import budget_span
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.numerals import LOW_NUMBERS
from qpgraph.search.text import fold

__all__ = ["asks_items", "names_rows", "narrow"]

_ADDED = ("cong", "gop", "don", "tong lai", "add", "sum", "put together")
_ROW = re.compile(
    r"\b(?:(?P<count>how many|bao nhieu|may)|which|what|each|every|list|name|all|one|single) (?:\S+ )?"
    r"(?:items?|lines?|rows?|entry|entries|headings?|khoan|muc|hang muc|khoan muc|dau muc|dong chi"
    r"|dong kinh phi)\b(?! of (?:business|work))"
)


def names_rows(question: Question, *, tables: bool = False) -> bool:
    """Whether the rows of the budget are named as such: "khoản chi", "budget lines"; or its `tables`."""
    lists = question.lexicon.lists
    rows = {*lists["budget-rows"], *(lists["budget-tables"] if tables else ())}
    named = any(fold(cue.text) in rows for cue in question.asked.all("noun-budget"))
    return named or _ROW.search(question.folded) is not None


def asks_items(question: Question) -> bool:
    """Whether the items are asked for, and not their sum."""
    asked, focus = question.asked, question.focus
    if focus.noun == "group":
        return True
    if asked.refs or any(fold(cue.text).startswith(_ADDED) for cue in asked.all("total")):
        return False
    said, rows = _ROW.search(question.folded), names_rows(question)
    if rows and (focus.what == "count" or (said["count"] if said else asked.has("how-many"))):
        return True
    listed = asked.has("which-before", "which-after", "list")
    which = rows or asked.has("which-before") or bool(asked.numbers)
    return focus.what == "list" and focus.noun == "budget" and listed and which


def narrow(question: Question, items: Scope, years: Sequence[int]) -> bool:
    """Leaves the items with the sums, or with money in the years, that are said; whether any is."""
    before = len(items.conditions)
    _with_sums(question, items, years)
    if len(items.conditions) == before:
        _by_years(question, items, years)
    return len(items.conditions) > before


def _with_sums(question: Question, items: Scope, years: Sequence[int]) -> None:
    """Items that have more than, less than or just the sum that is named, in all or in the years named."""
    asked = question.asked
    if (between := sums_between(asked)) is not None:
        low, high, words = between
        _keep(question, items, words, lambda point: low <= of_row(point, years) <= high)
        items.conditions.append(Condition("", {}, words))
        return
    for place, number in asked.numbers:
        value = in_millions(asked, place, number) or number
        name, words = comparison(question, place, number)
        compare = COMPARISONS[name]
        words = " ".join([words, *unit_words(asked, place)])
        if years:
            _keep(question, items, words, partial(_compared, compare, value, years))
            items.conditions.append(Condition("", {}, words))
            continue
        items.add(
            Condition(f"total-{name}", {"value": [value]}, words),
            partial(_compared, compare, value, ()),
        )


def _compared(
    compare: Callable[[float, float], bool], value: float, years: Sequence[int], point: Point
) -> bool:
    return compare(of_row(point, years), value)


_NOTHING = re.compile(
    r"\b(?:nothing|zero|blank|empty|khong dong|0 dong|bo trong|de trong"
    r"|(?:stops?|ends?|skips?|drops?)(?: out)?|het tien|ngung chi|dung chi|thoi chi)\b"
)
_LOW = "|".join(("1", *(word for word in LOW_NUMBERS if word != "nam")))
_ONLY_SOME = re.compile(
    rf"\b(?:chi|duy nhat|only|just|single|exactly|dung)(?: \S+){{0,3}} (?P<many>{_LOW}|single)"
    r"(?: single)? (?:nam|years?)\b"
)
_ALL_YEARS = re.compile(
    r"\bnam nao cung\b|\b(?:moi|hang|tung|cac|ca) (?:nam )?nam deu\b|\bdu (?:ca )?(?:5|nam) nam\b"
    r"|\b(?:has?|have|gets?|get|receives?|receive|funded|money|paid|appears?)\b(?: \S+){0,3}"
    r" (?:every|each|all)\b(?: \S+){0,2} years?\b|\b(?:in|for) (?:every|all)\b(?: \S+){0,2} years?\b"
)


def _by_years(question: Question, items: Scope, years: Sequence[int]) -> None:
    """Items by the years that have money: none of those named or these alone; so many, all, all the same."""
    if years:
        _in_years_named(question, items, years)
        return
    asked, folded = question.asked, question.folded
    first, last = budget_span(question)
    whole = list(range(first, last + 1))
    if found := _ONLY_SOME.search(folded):
        many = LOW_NUMBERS.get(found["many"], 1)
        _keep(question, items, _typed(question, found), lambda point: len(years_with_money(point)) == many)
    elif cues := asked.all("level", "same", "varies"):
        same = not asked.has("varies")
        words = ", ".join(cue.text for cue in (*cues, *asked.all("common")) if cue.text)
        _keep(question, items, words, lambda point: _is_level(point, whole) is same)
    elif found := _ALL_YEARS.search(folded):
        denied = [cue.text for cue in asked.all("not")] if question.focus.negative else []
        words = ", ".join([*denied, _typed(question, found)])
        _keep(question, items, words, lambda point: (years_with_money(point) == whole) is not bool(denied))
        if denied:
            items.conditions.append(Condition("without-these", {}, ", ".join(denied)))


def _in_years_named(question: Question, items: Scope, years: Sequence[int]) -> None:
    """Items that have no money in the years named, or have it in no other."""
    asked, found = question.asked, _NOTHING.search(question.folded)
    named = [str(year) for year in years]
    if question.focus.negative or asked.has("not") or found:
        denied = [cue.text for cue in asked.all("not")] + ([_typed(question, found)] if found else [])
        items.add(
            Condition("without-money", {"years": list(years)}, ", ".join([*denied, *named])),
            lambda point: not set(years) & set(years_with_money(point)),
        )
    elif only := asked.all("only"):
        words = ", ".join([*(cue.text for cue in only), *named])
        _keep(question, items, words, lambda point: years_with_money(point) == list(years))


def _is_level(point: Point, years: Sequence[int]) -> bool:
    return len({of_row(point, [year]) for year in years}) == 1


def _typed(question: Question, found: re.Match[str]) -> str:
    return question.asked.text[found.start() : found.end()]


def _keep(question: Question, items: Scope, words: str, test: Callable[[Point], bool]) -> None:
    """Leaves the items that meet a test, by name."""
    found = sorted(point.iri for point in question.points(items) if test(point))
    items.add(Condition("these", {"points": found or ["urn:none"]}, words), lambda point: point.iri in found)
