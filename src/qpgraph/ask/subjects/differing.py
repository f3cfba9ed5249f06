"""The legal documents that one province's plans stand on and another's do not; laws that none stands on."""

from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.acts import acts_scope, types_asked
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.ask.wording.words import keys
from qpgraph.search.text import fold

__all__ = ["differing", "unknown_law"]

_SIDES = 2
_JOINING = ("but", "nhung", "lai", "con", "thi")


def differing(question: Question) -> Result:
    """The acts that the plans of the one of two provinces stand on, and those of the other do not."""
    asked, focus = question.asked, question.focus
    if len(asked.provinces) != _SIDES or focus.noun != "legal" or not focus.negative:
        return None
    if any(fold(term.text) not in _JOINING for term in question.topic.terms):
        return None
    if asked.acts or asked.agencies or focus.what not in ("list", "count") or not asked.has("based-on"):
        return None
    lacking = _lacking(question)
    if lacking is None:
        return None
    having = next(place for place in asked.provinces if place != lacking)
    bases = [point for point in question.vocabulary.points.values() if point.kind == "legal-basis"]
    there = {act for point in bases if point.province == lacking for act in point.relations["legal"]}
    acts = {act for point in bases if point.province == having for act in point.relations["legal"]} - there
    types = types_asked(question)
    things = question.vocabulary.things
    found = sorted(act for act in acts if not types or things[act].one("type") in types)
    if not found:
        return Refusal("empty")
    scope = acts_scope(question)
    words = ", ".join(cue.text for cue in asked.all("not", "only"))
    scope.add(Condition("without-act-of", {"provinces": [lacking]}, words), has("legal", found))
    scope.add(Condition("in-province", {"provinces": [having]}), lambda point: point.province == having)
    chosen = Chosen(question.points(scope), tuple(scope.conditions), 1.0)
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    return replace(propose(question, "bases", scope, chosen, aggregate=aggregate), topic=Topic())


def _lacking(question: Question) -> str | None:
    """The province that the denial goes with: the last before it, or else the first after it."""
    asked = question.asked
    denials = [cue for cue in asked.all("not") if cue.text]
    places = sorted(
        (mention.first, place)
        for mention in asked.mentions
        for place in mention.values("province")
        if place in asked.provinces
    )
    if not denials or len(places) != _SIDES:
        return None
    denial = denials[0].first
    if places[0][0] < denial < places[1][0]:
        # "cited by A but not by B", "which A does not cite and B does".
        near = asked.words[places[0][0] : denial]
        return places[1][1] if {"but", "ma", "nhung"} & {word.folded for word in near} else None
    return places[1][1] if places[1][0] < denial else None


def unknown_law(question: Question) -> Result:
    """A law that is named ("Luật Doanh nghiệp") and that no plan stands on."""
    asked = question.asked
    named = _law_named(question)
    if not named or asked.acts or asked.has("noun-task", "lead", "coordinate"):
        return None
    if question.focus.what != "exists" or not asked.has("based-on", "noun-legal"):
        return Refusal("no-match", {"words": named})
    scope = acts_scope(question)
    scope.add(Condition("with-act", {"acts": ["urn:none"]}, named), lambda point: False)
    return exists(question, scope, Chosen([], tuple(scope.conditions), 1.0), "bases")


def _law_named(question: Question) -> str:
    """What follows the word for a law, if it is the name of none that the graph has; else nothing."""
    asked = question.asked
    laws = [act for act in question.vocabulary.of_kind("legal") if (act.one("type") or "").endswith("/luat")]
    titles = [{word for label in act.label.values() for word in keys(label)} for act in laws]
    for cue in asked.all("noun-act"):
        after = cue.last + 1
        if fold(cue.text) == "law" and after < len(asked.words) and asked.words[after].folded == "on":
            after += 1
        elif fold(cue.text) != "luat":
            continue
        for mention in asked.topics:
            if mention.first == after and not any(set(keys(mention.text)) <= title for title in titles):
                return f"{cue.text} {mention.text}"
    return ""
