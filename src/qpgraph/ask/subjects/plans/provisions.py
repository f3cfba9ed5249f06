"""Conditions, audience, scope, requirements, purposes, sources of funds; definitions."""

from dataclasses import replace

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, these
from qpgraph.ask.subjects.money.money_topic import money_topic
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = ["definition", "provisions"]

_OF_PLANS = ("audience", "scope", "purpose", "requirement")
"""What is said of a plan as a whole."""
_SURE = 0.9
_SAME = 0.05
_BESIDE = 2
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
        and (asked.has("noun-plan") or (asked.plans and not (question.topic or asked.refs or asked.agencies)))
        and not any(term.standards for term in question.topic.terms)
    ):
        kinds.append("purpose")
    if (
        not kinds
        or question.focus.what in ("time", "count", "value")
        or (question.focus.what == "agency" and "audience" not in kinds)
        or (question.focus.what == "province" and question.topic and not _whence(question))
        or asked.has("noun-task", "noun-step")
        or (asked.has("noun-target") and kinds[:1] != ["purpose"])
    ):
        return None
    kinds = ["funding"] if "funding" in kinds else kinds[:1]
    scope = base_scope(asked, ("provision",), question.vocabulary)
    scope.add(Condition("with-kind", {"kinds": kinds}, ""), lambda point: point.has("provision-kind", kinds))
    if kinds == ["funding"]:
        _begun(question, scope)
    points = question.points(scope)
    if not points:
        whole = kinds[0] in _OF_PLANS and not question.topic and question.focus.what == "list"
        return Refusal("empty") if whole and (asked.provinces or asked.plans) else None
    if kinds == ["funding"] and question.focus.what != "exists":
        return _sources(question, scope, points)
    topic = Topic([term for term in question.topic.terms if not term.loose], question.topic.weights)
    chosen = choose(question, scope, topic, many=False) if topic else None
    if question.focus.what == "exists":
        sure = chosen is not None and chosen.score >= _SURE
        return propose(question, "points", scope, chosen, aggregate="exists") if chosen and sure else None
    return propose(question, "texts", scope, chosen or Chosen(points, tuple(scope.conditions), 1.0))


def _whence(question: Question) -> bool:
    """Whether "where" asks from where a plan's money comes."""
    asked = question.asked
    return asked.has("noun-funding-source") and asked.has("where") and bool(asked.provinces or asked.plans)


def _begun(question: Question, scope: Scope) -> None:
    """Of a province's plans the one that begins in the year named ("the 2026 plan")."""
    asked = question.asked
    years = {str(year) for _, year in asked.years}
    here = [plan for plan in question.vocabulary.of_kind("plan") if plan.one("province") in asked.provinces]
    begun = [plan.iri for plan in here if plan.one("start") in years]
    if len(years) == len(begun) == 1 and not asked.plans:
        words = next(iter(years))
        scope.add(Condition("in-plan", {"plans": begun}, words), lambda point: point.plan in begun)


def _sources(question: Question, scope: Scope, points: list[Point]) -> Result:
    """Where the money comes from: all that is said of it, or what fits the words besides those for money."""
    aside = _excepted(question)
    topic = money_topic(question)
    said = set(question.lexicon.lists["source-words"])
    terms = [
        term for term in topic.terms if term.text not in aside and not set(fold(term.text).split()) <= said
    ]
    topic = Topic(terms, topic.weights)
    fits = topic.fits(points, lambda point: True) if topic else []
    if topic and not fits:
        return None
    best = [fit.point for fit in fits if fit.score >= fits[0].score - _SAME]
    chosen = Chosen(points, tuple(scope.conditions), 1.0)
    if best:
        words = ", ".join([*(term.text for term in terms), *aside])
        chosen = Chosen(best, (*scope.conditions, Condition("these", these(best).values, words)), 1.0)
    elif aside:
        return None
    return propose(replace(question, topic=topic), "texts", scope, chosen)


def _excepted(question: Question) -> set[str]:
    """What is named right after "besides": the sources other than that are asked for."""
    asked = question.asked
    ends = [cue.last for cue in asked.all("except")]
    return {
        mention.text for mention in asked.topics if any(0 < mention.first - end <= _BESIDE for end in ends)
    }


def definition(question: Question) -> Result:
    """What a standard, tool or theme is."""
    asked, focus = question.asked, question.focus
    mentions = [each for each in asked.topics if "noun-standard" not in each.values("cue")]
    named = [each for each in mentions if each.values("standard")]
    if asked.has("compare") and not asked.provinces and len(named) > 1:
        return Refusal("not-heeded")
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
