"""How many and how much: the numbers of targets and outputs, and counts of points."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import (
    Result,
    also_listed,
    counts_in,
    percent,
    stating_numbers,
    these,
    yearly,
)
from qpgraph.ask.subjects.plans.documents import plans
from qpgraph.ask.subjects.refusals import not_listed, others
from qpgraph.ask.subjects.work.comparing import compare
from qpgraph.ask.subjects.work.lists import groups, more_conditions
from qpgraph.ask.subjects.work.provinces import provinces
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["counts", "values"]

_OWN = 0.8
_SURE = 0.95
"""One point that fits so well may count something else than it is asked for."""


def values(question: Question) -> Result:
    """How many, how much: the numbers of targets, and of what tasks bring forth."""
    asked, focus = question.asked, question.focus
    superlative = asked.has("most", "least", "higher", "lower", "difference", "ratio")
    comparing = asked.has("compare") or (asked.has("every") and focus.what == "value")
    comparing = comparing and focus.what in ("list", "value") and not asked.refs
    if focus.what == "list" and superlative and focus.noun in ("target", None) and not asked.agencies:
        return compare(question)
    if focus.what != "value" and not (comparing and (focus.noun == "target" or question.topic)):
        return None
    if superlative:
        return compare(question)
    if (not question.topic and not asked.refs) or (focus.noun == "budget" and asked.refs):
        return None
    best: tuple[float, Proposal] | None = None
    order = [("target", "quantities"), ("task", "outputs"), ("provision", "quantities")]
    if focus.kinds == ("task",):
        order = [("task", "outputs"), ("target", "quantities")]
    order += [("budget", "quantities")] if asked.refs else []
    for kind, show in order:
        scope = base_scope(asked, (kind,), question.vocabulary)
        stating_numbers(question, scope)
        several = len(asked.provinces) != 1 and not asked.refs
        broad = (
            comparing and question.topic.only_concepts and all(term.broad for term in question.topic.terms)
        )
        chosen = choose(question, scope, question.topic, many=broad, per_province=several)
        if chosen:
            chosen = _in_unit(question, chosen)
        if chosen and _is_stock(question, chosen):
            best = None
            break
        if chosen:
            chosen = _other_part(question, scope, chosen)
        if chosen and (best is None or chosen.score > best[0] + 0.1):
            best = (chosen.score, propose(question, show, scope, chosen))
    if best:
        return _unpaid(question, best[1]) or best[1]
    return _unstated(question, ("target", "task"))


_THERE = re.compile(r"\b(?:are there|there are|exist|how many (?:\S+ ){1,2}(?:are in|has|have))\b")
"""Asks what is there, and not what is planned."""


def _is_stock(question: Question, chosen: Chosen) -> bool:
    """Whether "how many … does it have" says nothing but what is counted: no target tells what is there."""
    places = [point.province for point in chosen.points]
    terms = question.topic.terms
    there = question.asked.has("has") or _THERE.search(question.folded)
    alone = len(terms) == 1 and bool(terms[0].units) and bool(there)
    return alone and len(places) - len(set(places)) > 1


def _other_part(question: Question, scope: Scope, chosen: Chosen) -> Chosen:
    """With the other part of a target where that has a thing named that the first part lacks."""
    if len(chosen.points) != 1:
        return chosen
    one, weights = chosen.points[0], question.topic.weights
    terms = [term for term in question.topic.terms if not (term.loose or term.verb)]
    lacking = [term for term in terms if term.fit(one, weights) < _PART]
    others = [
        point
        for point in question.points(scope)
        if point.ref == one.ref
        and point.plan == one.plan
        and point != one
        and (not question.counted or point.units & one.units)
        and any(term.fit(point, weights) > _SURE for term in lacking)
    ]
    if not others:
        return chosen
    kept = tuple(condition for condition in chosen.conditions if condition.piece != "these")
    words = ", ".join(term.text for term in question.topic.terms)
    points = [one, *others]
    return Chosen(points, (*kept, replace(these(points), words=words)), chosen.score)


_PART = 0.8


def _unpaid(question: Question, found: Proposal) -> Refusal | None:
    """Money is asked for, and the points found only count something else: a prize is no number of prizes."""
    cues = [cue.text for cue in question.asked.all("noun-budget") if cue.text]
    left = [text for text in cues if not found.says(keys(text), each=False)]
    return Refusal("not-covered", {"words": ", ".join(left)}, found.points) if left else None


def _in_unit(question: Question, chosen: Chosen) -> Chosen | None:
    """Of several numbers those in the unit asked for; none where none of them counts what is asked."""
    if not question.counted:
        return chosen
    counting = [
        term for term in question.topic.terms if term.units or term.forms or term.text == question.counted
    ]
    points = [point for point in chosen.points if counts_in(question, point, counting)]
    if question.percent or not counting or len(points) == len(chosen.points):
        return chosen
    first = [term for term in counting if term.text == question.counted]
    if not points:
        sure = len(chosen.points) == 1 and chosen.score >= _SURE
        weights = question.topic.weights
        own = all(term.fit(chosen.points[0], weights) >= _OWN for term in first)
        growth = any(percent(point) and yearly(point) for point in chosen.points)
        return chosen if sure and own and not growth else None
    exact = [point for point in points if counts_in(question, point, first)]
    exact = [point for point in exact if not percent(point)] or exact
    kept = tuple(condition for condition in chosen.conditions if condition.piece != "these")
    text = ", ".join(term.text for term in question.topic.terms)
    iris = sorted(point.iri for point in exact or points)
    return Chosen(exact or points, (*kept, Condition("these", {"points": iris}, text)), chosen.score)


def _unstated(question: Question, kinds: Sequence[str]) -> Result:
    """A point is there, but without a number."""
    if not question.topic:
        return None
    for kind in kinds:
        scope = base_scope(question.asked, (kind,), question.vocabulary)
        chosen = choose(question, scope, question.topic, many=False)
        if chosen and chosen.score >= 0.85 and question.asked.provinces:
            if others(question, kind):
                return None
            return Refusal("no-number", {}, tuple(chosen.points))
    return None


def counts(question: Question) -> Result:  # noqa: PLR0911 - a kind of count returns where it is made
    """How many tasks, targets, measures, duties, plans there are."""
    asked, focus = question.asked, question.focus
    if focus.what != "count" or focus.noun is None:
        return None
    if focus.noun == "plan" and (question.topic or focus.kinds):
        places = provinces(replace(question, focus=replace(focus, noun="province")))
        found = places.points if isinstance(places, Proposal) else ()
        as_many = len({point.plan for point in found}) == len({point.province for point in found})
        return places if as_many else None
    if focus.noun == "plan":
        conditions = (Condition("plan", {"plans": plans(question)}),)
        return Proposal(Form(shows()["plans"], asked.language, conditions=conditions, aggregate="count"))
    if focus.noun in ("task-group", "measure-group"):
        return groups(question)
    if focus.noun not in ("task", "target", "measure", "duty", "general-target"):
        return None
    kind = "target" if focus.noun == "general-target" else focus.noun
    if kind == "task" and asked.has("noun-duty") and asked.agencies:
        kind = "task"
    question = replace(question, topic=question.beside_groups)
    scope = question.scope(kind)
    more_conditions(question, scope)
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return _zero(question, scope) or None
    if asked.has("difference", "ratio"):
        return Refusal("nothing")
    if len(asked.provinces) > 1 and asked.has("most", "higher", "least", "lower"):
        fewest: Aggregate = "least" if asked.has("least", "lower") else "most"
        return propose(question, "provinces", scope, chosen, aggregate=fewest)
    if also_listed(asked):
        return propose(question, "points", scope, chosen)
    apart = asked.has("compare", "by-province") or len(asked.all("how-many")) > 1
    each = (asked.has("every") and len(asked.provinces) != 1) or (apart and len(asked.provinces) > 1)
    summed = asked.has("total") or any(fold(cue.text).startswith("tong") for cue in asked.all("how-many"))
    each = each and not summed
    aggregate: Aggregate = "count-each" if each else "count"
    return propose(question, "points", scope, chosen, aggregate=aggregate)


def _zero(question: Question, scope: Scope) -> Result:
    """An exact condition that nothing meets is a count of 0, if the plan has any points of the kind."""
    if not question.points(base_scope(replace(question.asked, refs=[]), scope.kinds, question.vocabulary)):
        return not_listed(question, scope.classes)
    if question.topic and not question.topic.only_concepts:
        return None
    conditions = [*scope.conditions]
    for term in question.topic.terms:
        if term.standards:
            conditions.append(Condition("with-standard", {"standards": list(term.standards)}, term.text))
        else:
            conditions.append(Condition("with-theme", {"themes": list(term.themes)}, term.text))
    if any(not values for condition in conditions for values in condition.values.values()):
        return None
    return propose(question, "points", scope, Chosen([], tuple(conditions), 1.0), aggregate="count")
