"""What tasks are to replace or amend, and which acts amend others."""

# A decision returns where it is made.

import re
from collections.abc import Callable
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope, with_agencies
from qpgraph.ask.planning.times_asked import with_years
from qpgraph.ask.reading.roles import agency_roles
from qpgraph.ask.subjects.acts.acts import types_asked
from qpgraph.ask.subjects.acts.laws import amending_laws, amending_too
from qpgraph.ask.subjects.choosing import Result, exists, has, these
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["changes", "if_changed"]

_EFFECTS = (("replace", "replaces"), ("amend", "amends"))


def changes(question: Question) -> Result:
    """What a task replaces or amends, who does it and when; the act by which another was amended."""
    asked = question.asked
    if not asked.has("replace", "amend") or _of_issuer(question) or amending_too(question):
        return None
    if _asks_new_number(question):
        return Refusal("not-heeded")
    if amending := _amending(question) or amending_laws(question):
        return amending
    if (found := _changes(question)) is None or isinstance(found, Refusal):
        return found
    small = {*question.lexicon.lists["said-of-changed"], *question.lexicon.lists["said-of-acts"]}
    said = [term.text for term in question.topic.terms if fold(term.text) in small]
    return replace(found, topic=question.topic.without(*said))


_SUPPOSED = re.compile(r"\b(?:neu|lo|nho|mot khi|khi|if|gia (?:su|nhu|dinh)|when|once|in case|should)\b")
_NEW = re.compile(r"\b(?:new|nghi quyet moi|van ban moi|quyet dinh moi)\b")


def if_changed(question: Question) -> bool:
    """Whether it is asked what holds once the act named is replaced: no act of another type."""
    things, types = question.vocabulary.things, types_asked(question)
    alike = not types or any(things[act].one("type") in types for act in question.asked.acts)
    return alike and bool(_SUPPOSED.search(question.folded))


def _asks_new_number(question: Question) -> bool:
    """Whether the number of the act is asked for that is yet to be made: none has one."""
    asked = question.asked
    numbered = bool(asked.acts) and asked.has("number") and asked.has("replace")
    return numbered and not asked.has("noun-task") and bool(_NEW.search(question.folded))


def _changes(question: Question) -> Result:
    """What tasks are to replace or amend."""
    asked, focus = question.asked, question.focus
    effects = [effect for cue, effect in _EFFECTS if asked.has(cue)]
    scope = _scope(question, effects)
    points = [point for point in question.points(scope) if _of_type(question, point, effects)]
    if focus.what == "exists":
        known = asked.acts or focus.noun == "legal" or asked.has("noun-act", "noun-legal")
        there = these(points) if points else Condition("these", {"points": ["urn:none"]})
        there = replace(there, words=_texts(question, "replace", "amend"))
        named = Chosen(points, (*scope.conditions, there), 1.0)
        return exists(question, scope, named, "points") if points or known else None
    if not points:
        return Refusal("empty") if focus.noun in ("legal", "plan") or asked.acts else None
    return _shown(question, scope, points, effects)


def _of_type(question: Question, point: Point, effects: list[str]) -> bool:
    """Whether what is changed is of the type asked for ("which law"); plans change no plan."""
    things = question.vocabulary.things
    if question.focus.noun == "plan" and question.focus.what == "list":
        return False
    types = types_asked(question)
    changed = [act for name in effects for act in point.relations.get(name, ())]
    return not types or any(things[act].one("type") in types for act in changed)


def _scope(question: Question, effects: list[str]) -> Scope:
    """The tasks that change something, within the place, years, acts and agencies named."""
    asked = question.asked
    scope = base_scope(asked, ("task",), question.vocabulary)
    scope.tests.append(lambda point: any(point.relations.get(name) for name in effects))
    if asked.acts:
        acts = list(asked.acts)
        scope.tests.append(lambda point: any(point.has(name, acts) for name in effects))
    things = question.vocabulary.things
    for mention, offices in asked.agencies:
        issued = [act.iri for act in things.values() if act.kind == "legal" and act.one("issuer") in offices]
        if issued and not asked.acts:
            condition = Condition("with-changed", {"acts": issued}, mention.text)
            scope.add(condition, _changing(effects, issued))
    roles = agency_roles(asked)
    if roles and asked.has("lead", "coordinate", "part"):
        with_agencies(scope, roles)
    with_years(scope, asked, question.vocabulary)
    return scope


def _changing(effects: list[str], acts: list[str]) -> Callable[[Point], bool]:
    """The test whether a task changes one of some acts."""
    return lambda point: any(point.has(name, acts) for name in effects)


def _shown(question: Question, scope: Scope, points: list[Point], effects: list[str]) -> Proposal:
    asked, focus = question.asked, question.focus
    named = Chosen(points, (*scope.conditions, these(points)), 1.0)
    whom = any(set(fold(cue.text).split()) & {"who", "ai"} for cue in asked.all("issuer"))
    if whom or (focus.what == "agency" and asked.has("issuer", "issued")):
        return propose(question, "changes-issuer", scope, named, missing="issuer")
    if focus.what == "agency":
        role = "coordinate" if asked.has("coordinate") and not asked.has("lead") else "lead"
        show = "coordinators" if role == "coordinate" else "leads"
        return propose(question, show, scope, named, missing=role, role=role)
    if focus.what == "time" and not asked.has("issuer", "number"):
        return propose(question, "schedule", scope, named, missing="time")
    if focus.what == "province":
        without = focus.negative
        return propose(question, "provinces", scope, named, aggregate="without" if without else "list")
    extra = [Condition("with-change", {"effects": effects}, _texts(question, "replace", "amend"))]
    if asked.acts:
        words = ", ".join(asked.used[act] for act in asked.acts)
        extra.append(Condition("with-changed", {"acts": list(asked.acts)}, words))
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    show = "changing" if (asked.acts and focus.what != "time") or focus.noun == "task" else "changes"
    if show == "changes" and asked.has("when", "deadline", "quarter"):
        show = "changes-when"
    return propose(question, show, scope, named, extra=extra, aggregate=aggregate)


def _texts(question: Question, *cues: str) -> str:
    return ", ".join(cue.text for cue in question.asked.all(*cues))


def _of_issuer(question: Question) -> bool:
    """Whether it is asked who made the act that is to change, not who changes it."""
    asked = question.asked
    return bool(asked.acts) and question.focus.what == "agency" and asked.has("issuer", "whose")


def _amending(question: Question) -> Result:
    """The act whose name says that it amends the act named."""
    asked, focus = question.asked, question.focus
    if not asked.acts or not asked.has("amend") or focus.what not in ("list", "time", "exists"):
        return None
    things = question.vocabulary.things
    heads = question.lexicon.lists["amending-act"]
    names = {f"{head} {fold(things[act].name('vi'))}" for act in asked.acts for head in heads}
    acts = question.vocabulary.of_kind("legal")
    found = sorted(thing.iri for thing in acts if fold(thing.name("vi")) in names)
    if not found:
        return None
    points = tuple(
        point
        for point in question.vocabulary.points.values()
        if point.kind == "legal-basis"
        and has("legal", found)(point)
        and (not asked.provinces or point.province in asked.provinces)
    )
    words = ", ".join(asked.used[act] for act in asked.acts)
    if focus.what == "exists":
        scope = base_scope(asked, ("legal-basis",), question.vocabulary)
        chosen = Chosen(list(points), (*scope.conditions, Condition("with-act", {"acts": found}, words)), 1.0)
        return exists(question, scope, chosen, "bases")
    conditions = (Condition("act", {"acts": found}, words),)
    show = "act-date" if focus.what == "time" or asked.has("issued", "when") else "acts"
    return Proposal(Form(shows()[show], asked.language, conditions=conditions), points)
