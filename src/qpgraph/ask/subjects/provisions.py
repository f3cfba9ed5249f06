"""Conditions, audience, scope, requirements, purposes, sources of funds; definitions."""

from qpgraph.ask.form import Condition, Form, shows
from qpgraph.ask.linking import Mention
from qpgraph.ask.picking import Chosen, choose, propose
from qpgraph.ask.planning import Proposal, Question
from qpgraph.ask.scope import base_scope
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.topics import Topic

__all__ = ["definition", "provisions"]

_SURE = 0.9
_IS = frozenset(("la", "is", "are"))

_PROVISIONS = {
    "noun-condition": "condition",
    "noun-audience": "audience",
    "noun-scope": "scope",
    "noun-requirement": "requirement",
    "noun-plan-purpose": "purpose",
    "noun-funding-source": "funding",
}


def provisions(question: Question) -> Result:
    """Conditions, audience, scope, requirements, purposes, sources of funds."""
    asked = question.asked
    kinds = [kind for cue, kind in _PROVISIONS.items() if asked.has(cue)]
    if (
        asked.has("what-for")
        and asked.has("noun-plan")
        and not any(term.standards for term in question.topic.terms)
    ):
        kinds.append("purpose")
    if (
        not kinds
        or question.focus.what in ("agency", "time", "count", "value")
        or (question.focus.what == "province" and question.topic)
        or asked.has("noun-task", "noun-target", "noun-step")
    ):
        return None
    kinds = ["funding"] if "funding" in kinds else kinds[:1]
    scope = base_scope(asked, ("provision",), question.vocabulary)
    scope.add(Condition("with-kind", {"kinds": kinds}, ""), lambda point: point.has("provision-kind", kinds))
    points = question.points(scope)
    if not points:
        return None
    topic = Topic([term for term in question.topic.terms if not term.loose], question.topic.weights)
    chosen = choose(question, scope, topic, many=False) if topic else None
    if question.focus.what == "exists":
        sure = chosen is not None and chosen.score >= _SURE
        return propose(question, "points", scope, chosen, aggregate="exists") if chosen and sure else None
    return propose(question, "texts", scope, chosen or Chosen(points, tuple(scope.conditions), 1.0))


def definition(question: Question) -> Result:
    """What a standard, tool or theme is."""
    asked, focus = question.asked, question.focus
    mentions = [each for each in asked.topics if "noun-standard" not in each.values("cue")]
    if len(mentions) != 1 or asked.unknown or focus.what != "list":
        return None
    if asked.provinces or asked.agencies or asked.refs or asked.acts:
        return None
    itself = focus.noun == "standard" and _is_itself(question, mentions[0])
    if not itself and (focus.noun is not None or not asked.has("definition")):
        return None
    things = mentions[0].values("standard") or mentions[0].values("theme")
    if not things or asked.has("how-many", "noun-target", "most", "least"):
        return None
    conditions = (Condition("definition", {"things": things[:1]}, mentions[0].text),)
    return Proposal(Form(shows()["definitions"], asked.language, conditions=conditions))


def _is_itself(question: Question, mention: Mention) -> bool:
    """Whether "ISO 7101 là tiêu chuẩn gì", "what standard is ISO 7101" only ask what it is."""
    words = question.asked.words
    near = {word.folded for word in words[max(mention.first - 1, 0) : mention.last + 2]}
    return bool(mention.values("standard")) and bool(near & _IS)
