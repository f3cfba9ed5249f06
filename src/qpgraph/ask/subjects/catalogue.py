"""The catalogue of standards and tools: purposes, groups, entries."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from dataclasses import replace

from qpgraph.ask.planning import Question, choose, propose
from qpgraph.ask.scope import base_scope
from qpgraph.ask.subjects.choosing import Result, exists, texts
from qpgraph.ask.topics import Topic

__all__ = ["catalogue"]


def catalogue(question: Question) -> Result:
    """The catalogue of standards: what an entry is for, which group, which entries."""
    asked, focus = question.asked, question.focus
    standards = [term for term in question.topic.terms if term.standards]
    purpose = asked.has("what-for") and standards and not asked.has("noun-task", "noun-target")
    if not (
        asked.has("noun-catalogue")
        or purpose
        or (asked.has("noun-group") and (standards or focus.noun == "group"))
    ):
        return None
    if (
        asked.has("noun-catalogue")
        and any(
            "xuat khau" in term.text or "export" in term.text.lower() or "xuất khẩu" in term.text.lower()
            for term in question.topic.terms
        )
        and not asked.has("noun-group", "noun-standard", "what-for")
    ):
        return None
    scope = base_scope(asked, ("catalogue",), question.vocabulary)
    if standards:
        chosen = choose(question, scope, Topic(standards, question.topic.weights), many=True)
    else:
        chosen = choose(question, scope, _catalogue_topic(question), many=True)
    if focus.what == "exists":
        return exists(question, scope, chosen, "items")
    if chosen is None:
        return None
    if purpose:
        return propose(question, "purposes", scope, chosen)
    if focus.what == "count":
        show = "groups" if focus.noun == "group" else "items"
        return propose(question, show, scope, chosen, aggregate="count")
    if focus.noun == "group" and (standards or asked.has("which-before", "which-after", "list")):
        return propose(question, "groups", scope, chosen)
    if focus.what == "province":
        return propose(question, "provinces", scope, chosen)
    return propose(question, "items", scope, chosen)


def _catalogue_topic(question: Question) -> Topic:
    """A group's words are looked for as words, not as themes."""
    topic = question.topic.without(
        *texts(question, "tieu chuan", "standards", "standard", "cong cu", "tools", "tool")
    )
    return Topic([replace(term, broad=False) for term in topic.terms], topic.weights)
