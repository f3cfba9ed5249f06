"""The budget: totals, years, items, groups."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from dataclasses import replace

from qpgraph.ask.form import Condition
from qpgraph.ask.picking import Chosen, choose
from qpgraph.ask.planning import Question, Refusal
from qpgraph.ask.scope import Scope, base_scope
from qpgraph.ask.subjects.amounts import Rows, amounts, budget_provinces, total_rows
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.ask.topics import Topic
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["money"]

_OTHERS = ("noun-target", "noun-duty", "noun-funding-source", "noun-legal", "report")
_CUES = frozenset(
    ("noun-budget", "total", "annual", "every", "noun-group", "noun-plan", "has-number", "most", "least")
)


def money(question: Question) -> Result:
    """Budget rows: totals, years, items, groups."""
    asked, focus = question.asked, question.focus
    implied = not asked.has("noun-budget") and _implied(question)
    if not (implied or asked.has("noun-budget")) or asked.has(*_OTHERS) or focus.noun in ("standard", "task"):
        return None
    if (asked.has("lead", "coordinate") and asked.agencies) or focus.what == "agency":
        return None
    if focus.what == "value" and focus.noun != "budget" and question.counted and not _currency(question):
        return None
    if asked.has("share") or (focus.what == "time" and not asked.has("most", "least", "higher", "lower")):
        return None
    if asked.has("average", "per-thing"):
        return Refusal("derived")
    question = replace(question, topic=_topic(question))
    if focus.what == "province" or (
        focus.noun == "plan" and asked.has("most", "least", "which-before", "which-after")
    ):
        return budget_provinces(question)
    rows = _rows(question)
    if focus.what == "exists" and not question.topic and isinstance(rows, Refusal):
        return exists(question, base_scope(asked, ("budget-total",), question.vocabulary), None, "points")
    if isinstance(rows, Rows):
        return amounts(question, rows)
    return None if implied else rows


def _implied(question: Question) -> bool:
    """Whether a total of something is asked for, and nothing says of what: it is money."""
    asked, focus = question.asked, question.focus
    total = any(cue.text.casefold() in ("total", "the total", "tổng", "tong") for cue in asked.all("total"))
    return (
        total and focus.noun is None and focus.what == "list" and bool(question.topic) and not asked.agencies
    )


def _currency(question: Question) -> bool:
    """Whether "how many" goes with money."""
    return set(fold(question.counted).split()) <= set(question.lexicon.lists["money-words"])


def _topic(question: Question) -> Topic:
    """What is left of the topic without the words for money, its rows and its years."""
    asked = question.asked
    money_words = set(question.lexicon.lists["money-words"])
    aside = {
        mention.text
        for mention in asked.topics
        if set(mention.values("cue")) & _CUES
        or any(iri.endswith("/finance") for iri in mention.values("theme"))
        or any(iri.endswith(("-dong", "/dong")) for iri in mention.values("unit"))
    }
    slight = question.focus.what == "province"
    kept = [
        term
        for term in question.topic.terms
        if term.text not in aside
        and not set(fold(term.text).split()) <= money_words
        and not (term.loose and (slight or (term.weight < 0.5 and not term.foreign)))
        and _numeral(term.text) is None
    ]
    return Topic([replace(term, broad=False) for term in kept], question.topic.weights)


def _rows(question: Question) -> "Rows | Refusal | None":
    """The rows that are asked about: those of a group, of a topic, or the total."""
    asked, topic = question.asked, question.topic
    items = base_scope(asked, ("budget",), question.vocabulary)
    numbered = _numbered(question)
    if numbered is not None:
        return _named(question, items, numbered)
    if asked.refs:
        chosen = choose(question, items, Topic(), many=True)
        return Rows(items, chosen, items) if chosen else None
    group = None
    if topic:
        chosen = choose(question, items, topic, many=False)
        group = _group(question, topic)
        if group is not None and (chosen is None or chosen.score < group[1]):
            return _named(question, items, group[0], ", ".join(term.text for term in topic.terms))
        if chosen is not None:
            return Rows(items, chosen, items)
        return _nothing(question)
    return total_rows(question, items)


def _numeral(text: str) -> str | None:
    return text.upper() if text.upper() in ("I", "II", "III", "IV", "V", "VI") else None


def _numbered(question: Question) -> Point | None:
    """The group or item that is named by its Roman numeral ("mục III")."""
    asked = question.asked
    marks = set(question.lexicon.lists["before-numeral"])
    for place, word in enumerate(asked.words):
        numeral = _numeral(asked.text[word.start : word.end])
        if numeral is None or place == 0 or asked.words[place - 1].folded not in marks:
            continue
        for point in question.vocabulary.points.values():
            if point.kind in ("budget-group", "budget") and point.ref == numeral and _here(question, point):
                return point
    return None


def _here(question: Question, point: Point) -> bool:
    return not question.asked.provinces or point.province in question.asked.provinces


def _group(question: Question, topic: Topic) -> tuple[Point, float] | None:
    """The group whose name is the topic."""
    groups = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "budget-group" and _here(question, point)
    ]
    fits = topic.fits(groups, lambda point: True)
    return (fits[0].point, fits[0].score) if fits and fits[0].score >= 0.9 else None


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
    if fits and fits[0].score > 0.8 and question.focus.noun != "budget":
        return None
    missing = total_rows(question, base_scope(asked, ("budget",), question.vocabulary))
    if isinstance(missing, Refusal):
        return missing
    words = ", ".join(term.text for term in topic.terms)
    return Refusal("no-match", {"words": words}, tuple(fit.point for fit in fits[:3]))
