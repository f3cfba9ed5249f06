"""The catalogue of standards and tools: purposes, groups, entries."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

import re
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, exists, texts, these
from qpgraph.ask.subjects.work.standards import of_iso
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["catalogue"]

_NAMED = 0.75
"""How many of a group's words name it."""


def catalogue(question: Question) -> Result:
    """The catalogue of standards: what an entry is for, which group, which entries."""
    asked, focus = question.asked, question.focus
    standards = [term for term in question.topic.terms if term.standards]
    kept = asked.has("noun-catalogue") or not asked.has("noun-task", "noun-target")
    purpose = (asked.has("what-for") or _asks_what_of(question)) and standards and kept
    scope = base_scope(asked, ("catalogue",), question.vocabulary)
    own = kept and focus.what == "value" and _group(question, scope)
    if not (
        asked.has("noun-catalogue")
        or purpose
        or (asked.has("noun-group") and (standards or focus.noun in ("group", "standard") or own))
    ):
        return None
    catalogued = asked.has("noun-catalogue")
    if (catalogued and _of_exports(question)) or (
        (asked.refs or focus.yes_no) and not catalogued and not question.points(scope)
    ):
        return None
    if asked.has("lead", "coordinate", "report", "noun-task") and not asked.has("noun-catalogue"):
        return None
    if focus.what == "province" and focus.negative:
        return propose(
            question, "provinces", scope, Chosen([], tuple(scope.conditions), 1.0), aggregate="without"
        )
    if (iso := of_iso(question)) and asked.has("noun-catalogue") and not question.topic:
        every = Chosen(question.points(scope), tuple(scope.conditions), 1.0)
        way: Aggregate = "count" if focus.what == "count" else "list"
        return propose(question, "standards", scope, every, aggregate=way, extra=iso)
    if kept and focus.noun == "group" and focus.what == "count" and not standards:
        return _groups_counted(question, scope)
    if group := _numbered(question, scope) or _group(question, scope):
        if _rows(question) and asked.has("how-many"):
            return propose(question, "catalogue-rows", scope, group, aggregate="count")
        aggregate: Aggregate = "count" if focus.what == "count" else "list"
        return propose(question, "items", scope, group, aggregate=aggregate)
    if standards:
        names = tuple(name for term in standards for name in term.standards)
        either = replace(standards[0], standards=names, text=", ".join(term.text for term in standards))
        chosen = choose(question, scope, Topic([either], question.topic.weights), many=True)
    else:
        chosen = choose(question, scope, _catalogue_topic(question), many=True)
    if focus.what == "exists" or (len(standards) > 1 and _SAME_GROUP.search(question.folded)):
        apart = bool(_SAME_GROUP.search(question.folded)) and not _one_group(question, scope)
        return exists(question, scope, None if apart else chosen, "items")
    if chosen is None:
        if purpose and standards:
            return Refusal("no-purpose", {"words": ", ".join(term.text for term in standards)})
        return None
    if standards and _GROUP_OF.search(question.folded):
        return propose(question, "groups", scope, chosen)
    if purpose:
        return propose(question, "purposes", scope, chosen)
    if focus.what in ("count", "value") and not standards and asked.has("how-many"):
        question = replace(question, topic=_catalogue_topic(question))
    if focus.what == "count" or (focus.what == "value" and asked.has("how-many") and not standards):
        show = "groups" if focus.noun == "group" else "catalogue-rows" if _rows(question) else "items"
        return propose(question, show, scope, chosen, aggregate="count")
    if _GROUPS.search(question.folded) and not standards and focus.what == "list":
        return propose(question, "groups", scope, chosen)
    if focus.noun == "group" and (standards or asked.has("which-before", "which-after", "list")):
        return propose(question, "groups", scope, chosen)
    if focus.what == "province" or (focus.noun == "plan" and focus.what == "list"):
        return propose(question, "provinces", scope, chosen)
    return propose(question, "items", scope, chosen)


_WHAT_OF = ("target", "output", "catalogue", None)


def _asks_what_of(question: Question) -> bool:
    """Whether "what" is asked of an entry of the catalogue: that it stands there is no answer."""
    asked, focus = question.asked, question.focus
    asks = asked.has("which-before", "which-after", "definition", "noun-target", "noun-output")
    other = asked.has("number", "how-many", "when", "where", "noun-group", "noun-standard", "together")
    named = asked.has("noun-catalogue") and focus.what == "list" and focus.noun in _WHAT_OF
    return named and asks and not (other or focus.negative)


def _group(question: Question, scope: Scope) -> Chosen | None:
    """The entries of a group that is named, with its word ("nhóm") or in the catalogue asked about."""
    asked = question.asked
    named = asked.has("noun-group") or any("nhom" in fold(term.text) for term in question.topic.terms)
    if not named and not asked.has("noun-catalogue"):
        return None
    said = {word.key for word in asked.words}
    best: list[Point] = []
    most = 0.0
    for point in question.points(scope):
        for name in point.relations.get("group", ()):
            words = {word for word in keys(name) if not word.isdigit()}
            share = len(words & said) / len(words)
            if share >= _NAMED and share >= most:
                best = [*(best if share == most else []), point]
                most = share
    of_group = {"nhom", *keys(" ".join(name for point in best for name in point.relations["group"]))}
    rest = [term for term in question.topic.terms if term.standards]
    rest = [term for term in rest if "nhom" not in term.typed or not set(term.typed) <= of_group]
    if not best or rest:
        return None
    best = _once(best)
    words_said = ", ".join(term.text for term in question.topic.terms)
    return Chosen(best, (*scope.conditions, replace(these(best), words=words_said)), 1.0)


_NUMBERED = re.compile(r"\b(?:nhom|phan|muc|group|part|section|category) (?:so )?([1-9])\b(?! ?[.,]\d)")


def _numbered(question: Question, scope: Scope) -> Chosen | None:
    """The entries of a group of the catalogue that is named by its number."""
    number = _NUMBERED.search(question.folded)
    if number is None or not question.asked.has("noun-catalogue") or question.topic:
        return None
    kept = replace(question.asked, refs=[])
    scope = base_scope(kept, ("catalogue",), question.vocabulary)
    found = [point for point in question.points(scope) if f"/catalogue/{number[1]}." in point.iri]
    words = f"{number[0]}, {number[1]}"
    return Chosen(found, (*scope.conditions, replace(these(found), words=words)), 1.0) if found else None


_OF_CATALOGUE = frozenset(
    keys("cai tien linh vuc khuyen nghi khuyen cao goi y tieu chuan cong cu nang suat chat luong")
)
_OF_CATALOGUE |= frozenset(
    keys("recommended suggested improvement field fields tools standards split divided productivity")
)
"""Words that only say that it is the catalogue, or that it has parts."""


def _groups_counted(question: Question, scope: Scope) -> Result:
    """How many groups the catalogue has: those of which something more is said, if it is."""
    about = _catalogue_topic(question)
    about = Topic([term for term in about.terms if not set(term.typed) <= _OF_CATALOGUE], about.weights)
    chosen = choose(question, scope, about, many=True)
    if chosen is None:
        return None
    found = propose(question, "groups", scope, chosen, aggregate="count")
    return replace(found, topic=about)


_SAME_GROUP = re.compile(
    r"\b(?:cung|chung) (?:mot )?nhom\b|\b(?:same|one) (?:catalogue )?(?:group|section|category|heading)\b"
)
_GROUPS = re.compile(r"\b(?:list|which|what|name|the) (?:are )?(?:the )?groups\b")


def _one_group(question: Question, scope: Scope) -> bool:
    """Whether all the standards named stand in one group."""
    terms = [term for term in question.topic.terms if term.standards]
    groups = [
        {
            group
            for point in question.points(scope)
            if point.has("standard", term.standards)
            for group in point.relations.get("group", ())
        }
        for term in terms
    ]
    return bool(groups) and bool(set.intersection(*groups))


_PART = r"(?:nhom|linh vuc|mang|phan|muc|group|heading|section|category|field|part|area|rubric)"
_GROUP_OF = re.compile(
    rf"\b(?:thuoc|o|nam|xep|vao|vo|liet|dung|trong|cua)\b(?: \S+){{0,3}}? {_PART} (?:nao|gi|may)\b"
    rf"|\b(?:which|what) (?:\S+ )?{_PART}\b|\bthe {_PART} of\b"
    r"|\b(?:xep|liet|nam|dung)(?: \S+){0,5} (?:vao|o|vo) (?:dau|cho nao)\b"
)
"""Words that ask for the part of the catalogue in which a standard stands."""
_ROWS = frozenset(("row", "rows", "item", "items", "entry", "entries", "line", "lines", "dong", "muc"))


def _rows(question: Question) -> bool:
    """Whether the rows of the catalogue are counted, and not the standards in them."""
    places = [mention for mention in question.asked.mentions if mention.is_a("province")]
    named = {place for each in places for place in range(each.first, each.last + 1)}
    said = {word.folded for place, word in enumerate(question.asked.words) if place not in named}
    return bool(_ROWS & said) and question.focus.noun != "standard"


def _once(points: list[Point]) -> list[Point]:
    return list({point.iri: point for point in points}.values())


def _of_exports(question: Question) -> bool:
    """Whether the list of key export products is meant, which a task is to draw up."""
    asked = question.asked
    key = {word.folded for word in asked.words} & _KEY_EXPORTS
    if not (key or asked.has(*_OF_TASKS)) or asked.has("noun-group", "noun-standard", "what-for"):
        return False
    return any("xuat khau" in fold(term.text) or "export" in fold(term.text) for term in question.topic.terms)


_KEY_EXPORTS = frozenset(("luc", "hang", "san", "key", "main", "goods", "product", "products", "staple"))
_OF_TASKS = ("lead", "coordinate", "part", "who", "when", "deadline", "period", "begin", "finish")


def _catalogue_topic(question: Question) -> Topic:
    """A group's words are looked for as words, not as themes."""
    topic = question.topic.without(
        *texts(
            question,
            "linh vuc",
            "field",
            "fields",
            "items",
            "rows",
            "entries",
            "item",
            "row",
            "entry",
            "dong",
            "muc",
            "area",
            "areas",
            "tieu chuan",
            "standards",
            "standard",
            "cong cu",
            "tools",
            "tool",
            "chung nhan",
            "certificates",
            "certification",
        )
    )
    return Topic([replace(term, broad=False) for term in topic.terms], topic.weights)
