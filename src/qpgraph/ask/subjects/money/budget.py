"""The budget: totals, years, items, groups."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

import re
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.counting import how_much, of_all
from qpgraph.ask.reading.money import in_millions
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.ask.subjects.money.amounts import Rows, amounts, budget_provinces, by_year, total_rows
from qpgraph.ask.subjects.money.budget_items import names_rows
from qpgraph.ask.subjects.money.money_sums import several
from qpgraph.ask.subjects.money.money_topic import is_spent, money_topic
from qpgraph.ask.subjects.money.money_years import years_of
from qpgraph.ask.subjects.money.pots import numerals, pots
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["money"]

_OTHERS = ("noun-target", "noun-duty", "noun-legal", "report")


def money(question: Question) -> Result:
    """Budget rows: totals, years, items, groups."""
    asked, focus = question.asked, question.focus
    implied = not asked.has("noun-budget") and _implied(question)
    if not (implied or asked.has("noun-budget")) or asked.has(*_OTHERS):
        return None
    if asked.has("noun-funding-source") and not (focus.what == "value" and focus.noun == "budget"):
        return None
    if focus.noun == "task":
        return _of_tasks(question)
    if focus.what == "agency" or (asked.has("lead", "coordinate") and asked.agencies):
        return None if implied else _spenders(question)
    if focus.what == "value" and focus.noun != "budget" and question.counted and not _currency(question):
        return _counted(question)
    if asked.has("share") or (focus.noun == "standard" and not _asks_sum(question)):
        return None
    question = replace(question, topic=money_topic(question))
    if asked.has("per-thing"):
        return _per_thing(question)
    if _asks_provinces(question):
        return budget_provinces(question)
    years = years_of(question)
    if found := pots(question):
        return several(question, found, years, by_year=by_year(question))
    rows = _rows(question)
    if focus.what == "time" and not asked.has("most", "least", "higher", "lower"):
        return amounts(question, rows) if isinstance(rows, Rows) and not implied else None
    if focus.what == "exists" and not question.topic and isinstance(rows, Refusal):
        return exists(question, base_scope(asked, ("budget-total",), question.vocabulary), None, "points")
    if isinstance(rows, Rows):
        return amounts(question, rows)
    return None if implied else rows


_SUMS = re.compile(
    r"\b(?:bao nhieu|may|how much|how many) (?:ty|ti|trieu|tr|dong|tien|million|billion|money)\b"
    r"|\b(?:maximum|minimum|max|support|grant|subsidy|aid) (?:amount|sum|ceiling)\b"
    r"|\b(?:in|of) (?:dong|vnd)\b"
)


def _asks_sum(question: Question) -> bool:
    """Whether a sum of money is asked for outright, and not only what is paid for."""
    return _SUMS.search(question.folded) is not None


def _of_tasks(question: Question) -> Result:
    """Which task costs most: the budget has items, and says nothing of tasks by who leads them."""
    asked = question.asked
    if not asked.has("most", "least") or asked.refs:
        return None
    if asked.agencies or asked.years:
        return Refusal("derived")
    question = replace(question, topic=money_topic(question), focus=replace(question.focus, noun="budget"))
    items = total_rows(question, base_scope(asked, ("budget",), question.vocabulary))
    return (
        items
        if isinstance(items, Refusal)
        else Refusal("derived")
        if question.topic
        else amounts(question, items)
    )


def _asks_provinces(question: Question) -> bool:
    """Whether it is asked which provinces have a budget, or have none."""
    asked, focus = question.asked, question.focus
    if (
        focus.what == "province"
        or focus == replace(focus, what="count", noun="province")
        or (of_all(asked) and asked.has("most", "least") and not asked.provinces)
    ):
        return True
    which = asked.has("most", "least", "which-before", "which-after")
    if focus.noun == "plan" and len(asked.provinces) != 1 and which:
        return True
    return focus.what == "list" and focus.noun == "province" and not asked.provinces


def _spenders(question: Question) -> Result:
    """Who leads or helps with the rows of the budget, where these are named."""
    asked = question.asked
    if question.focus.what != "agency" or asked.agencies or asked.has("issuer", "signer", "part"):
        return None
    topic = money_topic(question)
    rows = base_scope(asked, ("budget",), question.vocabulary)
    if not (names_rows(question, tables=True) or asked.has("spender")) or not question.points(rows):
        return None
    chosen = choose(question, rows, topic, many=not topic)
    if chosen is None:
        return None
    show = "coordinators" if asked.has("coordinate") else "leads"
    return propose(replace(question, topic=topic), show, rows, chosen, missing="lead")


def _counted(question: Question) -> Result:
    """How many pieces an item of the budget pays for ("how many products does that line cover")."""
    asked = question.asked
    rows = base_scope(asked, ("budget",), question.vocabulary)
    units = {
        unit for topic in asked.topics if topic.text == question.counted for unit in topic.values("unit")
    }
    rows.tests.append(lambda point: bool(units & point.units))
    topic = money_topic(question)
    chosen = choose(question, rows, topic, many=False) if question.points(rows) else None
    return propose(replace(question, topic=topic), "quantities", rows, chosen) if chosen else None


def _per_thing(question: Question) -> Result:
    """What each piece costs, where an item's own words say so ("25 products at 50 million")."""
    asked, things = question.asked, question.vocabulary.things
    rows = base_scope(asked, ("budget",), question.vocabulary)
    said = {word.key for word in asked.words}
    rows.tests.append(
        lambda point: (
            any(
                set(keys(name)) <= said
                for unit in point.units
                if unit in things
                for name in things[unit].names
            )
            and len(point.values) > 0
            and any(character.isdigit() for character in point.labels.get("vi", "").partition(" x ")[2])
        )
    )
    points = question.points(rows)
    if len(points) != 1 or asked.has("average") or asked.years:
        return Refusal("derived")
    chosen = choose(question, rows, question.topic, many=False)
    return propose(question, "budget-items", rows, chosen) if chosen else Refusal("derived")


_ITEM = frozenset(("item", "items", "line", "lines", "khoan", "muc"))


def _implied(question: Question) -> bool:
    """Whether money is meant though no word says so: a total of no known thing, a sum with its unit."""
    asked, focus = question.asked, question.focus
    if (
        asked.agencies
        or focus.noun not in (None, "plan")
        or focus.what not in ("list", "value", "exists", "time")
    ):
        return False
    if any(in_millions(asked, place, number) for place, number in asked.numbers):
        return True
    compared = focus.what == "exists" and asked.has("higher", "lower", "noun-group")
    summed = focus.what == "value" and (asked.has("total", "difference") or how_much(asked))
    if (compared or summed) and numerals(question):
        return True
    if is_spent(question):
        return True
    if asked.has("difference", "higher", "lower") and _ITEM & {word.folded for word in asked.words}:
        return bool(pots(replace(question, topic=money_topic(question))))
    total = any(
        cue.text.casefold() in ("total", "the total", "sum", "the sum", "tổng", "tong")
        for cue in asked.all("total")
    )
    counts = any(term.units for term in question.topic.terms)
    return total and focus.noun is None and focus.what == "list" and bool(question.topic) and not counts


def _currency(question: Question) -> bool:
    """Whether "how many" goes with money."""
    return set(fold(question.counted).split()) <= set(question.lexicon.lists["money-words"])


def _rows(question: Question) -> "Rows | Refusal | None":
    """The rows that are asked about: those of a group, of a topic, or the total."""
    asked, topic = question.asked, question.topic
    items = base_scope(asked, ("budget",), question.vocabulary)
    numbered = _numbered(question)
    if numbered is not None:
        everything = base_scope(replace(asked, refs=[]), ("budget",), question.vocabulary)
        return _named(question, everything, numbered)
    if asked.refs:
        chosen = choose(question, items, Topic(), many=True)
        return Rows(items, chosen, items) if chosen else None
    group = None
    if topic:
        chosen = choose(question, items, topic, many=False)
        several = chosen is not None and len(chosen.points) > 1
        group = _group(question, topic, _LIKELY if several else _SURE)
        if group is not None and (several or chosen is None or chosen.score < group[1]):
            return _named(question, items, group[0], ", ".join(term.text for term in topic.terms))
        if chosen is not None:
            return Rows(items, chosen, items)
        return _nothing(question)
    return total_rows(question, items)


def _numbered(question: Question) -> Point | None:
    """The group or item that is named by its Roman numeral ("mục III")."""
    named = {ref for _, ref in numerals(question)}
    for point in question.vocabulary.points.values():
        if point.kind in ("budget-group", "budget") and point.ref in named and _here(question, point):
            return point
    return None


def _here(question: Question, point: Point) -> bool:
    return not question.asked.provinces or point.province in question.asked.provinces


_SURE, _LIKELY = 0.9, 0.7
"""How well the name of a group must fit; less where the topic picks several items of it."""


def _group(question: Question, topic: Topic, least: float) -> tuple[Point, float] | None:
    """The group whose name is the topic."""
    groups = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "budget-group" and _here(question, point)
    ]
    fits = topic.fits(groups, lambda point: True)
    return (fits[0].point, fits[0].score) if fits and fits[0].score >= least else None


def _named(question: Question, items: Scope, row: Point, words: str = "") -> Rows:
    """The items of a group: it has no amounts of its own; or the one item that is meant."""
    words = words or row.ref
    if row.kind == "budget-group":
        items.add(Condition("in-budget-group", {"groups": [row.iri]}, words), has("parent", [row.iri]))
    else:
        items.add(Condition("with-ref", {"refs": [row.ref]}, words), lambda point: point.ref == row.ref)
    chosen = Chosen(question.points(items), tuple(items.conditions), 1.0)
    return Rows(items, chosen, items, group=row.kind == "budget-group")


def _nothing(question: Question) -> Refusal | None:
    """No row is about the topic: another subject may be meant, or the budget doesn't have it."""
    asked, topic = question.asked, question.topic
    others = base_scope(asked, ("task", "target", "duty", "provision"), question.vocabulary)
    fits = topic.fits(question.points(others), lambda point: True)
    if fits and fits[0].score > 0.8 and question.focus.noun != "budget" and not _asks_sum(question):
        return None
    missing = total_rows(question, base_scope(asked, ("budget",), question.vocabulary))
    if isinstance(missing, Refusal):
        return missing
    words = ", ".join(term.text for term in topic.terms)
    return Refusal("no-match", {"words": words}, tuple(fit.point for fit in fits[:3]))
