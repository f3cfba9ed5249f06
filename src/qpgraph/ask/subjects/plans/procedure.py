"""The steps of a procedure: what, who, when."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose, shared_pairs
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.planning.times_asked import with_quarters
from qpgraph.ask.reading.topics import Fit, Topic
from qpgraph.ask.subjects.choosing import Result, exists, has, roles_in_topic, these
from qpgraph.ask.subjects.plans.matters_order import in_turn, order_said
from qpgraph.ask.subjects.plans.steps_by_time import with_what_steps_state
from qpgraph.ask.subjects.plans.steps_named import letter_of, steps_meant, steps_named
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = ["steps"]


def steps(question: Question) -> Result:
    """The steps of a procedure."""
    asked = question.asked
    scope = base_scope(asked, ("procedure",), question.vocabulary)
    if not asked.has("noun-step") and not _fit_best(question, scope):
        return None
    with_quarters(scope, asked)
    topic = question.topic
    named = steps_named(question)
    if named and (way := order_said(question)):
        points = question.points(scope)
        here = [point for point in points if letter_of(point) == named[0][0]]
        next_to = in_turn(points, here[0], way) if here else []
        if not next_to or question.focus.yes_no:
            return Refusal("empty")
        named = [letter_of(next_to[0])], f"{way} {named[1]}"
    if named:
        refs = sorted({point.ref for point in question.points(scope) if letter_of(point) in named[0]})
        if not refs:
            return Refusal("empty")
        scope.add(Condition("with-ref", {"refs": refs}, named[1]), lambda point: point.ref in refs)
        topic = Topic()
    if named is None and with_what_steps_state(question, scope):
        stated = Chosen(question.points(scope), tuple(scope.conditions), 1.0)
        less = replace(question, topic=Topic())
        return _shown(less, scope, stated) if stated.points else Refusal("empty")
    topic = _after_passive(question, _with_actor(question, scope, topic))
    chosen = _steps_chosen(question, scope, topic, bool(named))
    if chosen is None:
        lacking = question.focus.what == "exists" and not topic and not question.points(scope)
        return exists(question, scope, None, "points") if lacking else None
    return _shown(question, scope, chosen)


_NOT_OF_STEPS = (
    *("noun-task", "noun-target", "noun-duty", "noun-province"),
    *("noun-budget", "noun-group", "number"),
)
"""Cues of what is no step."""


def _fit_best(question: Question, scope: Scope) -> bool:
    """Whether steps fit better than anything else, where no word for a step is said."""
    asked, topic = question.asked, question.topic
    if asked.has(*_NOT_OF_STEPS):
        return False
    rest = base_scope(asked, ("task", "target", "duty", "measure"), question.vocabulary)
    fits = topic.fits(question.points(scope), lambda point: True)
    others = topic.fits(question.points(rest), lambda point: True)
    return bool(fits) and fits[0].score >= _WELL and _is_better(question, fits, others)


def _with_actor(question: Question, scope: Scope, topic: Topic) -> Topic:
    """Adds who takes the steps; returns the topic without them."""
    actors = [*question.asked.agencies, *roles_in_topic(question, scope, ("actor",))]
    left = topic.without(*[mention.text for mention, _ in actors])
    if not actors or question.focus.what == "agency" or not _acts(question, actors):
        return left
    mention, offices = actors[0]
    if any(point.has("actor", offices) for point in question.points(scope)):
        if _is_another(question, scope, topic, offices):
            return topic
        scope.add(Condition("with-actor", {"agencies": offices}, mention.text), has("actor", offices))
    return left


def _shown(question: Question, scope: Scope, chosen: Chosen) -> Result:
    """What is shown of the steps."""
    focus = question.focus
    if question.asked.has("how-long"):
        return Refusal("no-number", {}, tuple(chosen.points))
    if focus.what == "exists":
        return exists(question, scope, chosen, "points")
    if focus.what == "agency" or (focus.what == "count" and focus.noun == "agency"):
        return propose(question, "step-actors", scope, chosen, missing="actor")
    if focus.what == "time":
        return propose(question, "step-times", scope, chosen, missing="when")
    if focus.what == "value" and not steps_meant(question):
        return Refusal("no-number", {}, tuple(chosen.points))
    if focus.what in ("count", "value"):
        return propose(question, "points", scope, chosen, aggregate="count")
    if focus.what == "province":
        without = focus.negative
        return propose(question, "provinces", scope, chosen, aggregate="without" if without else "list")
    return propose(question, "steps", scope, chosen)


_WELL = 0.65
_SURE = 0.9


def _is_another(question: Question, scope: Scope, topic: Topic, offices: Sequence[str]) -> bool:
    """Whether all the words stand in a step that the agency named does not take, but is about."""
    fits = topic.fits(question.points(scope), lambda point: True)
    return (
        len(topic.terms) > 1
        and bool(fits)
        and fits[0].score >= _SURE
        and not fits[0].point.has("actor", offices)
    )


_PASSIVE = frozenset(("duoc", "bi", "get", "gets", "be", "is", "are"))
_HEAVY = 2.0


def _after_passive(question: Question, topic: Topic) -> Topic:
    """The topic with the verb after a passive weighed more: what is done tells one step from another."""
    words = question.asked.words
    done = {
        mention.text
        for mention in question.asked.topics
        if mention.first and words[mention.first - 1].folded in _PASSIVE
    }
    terms = [
        replace(term, weight=term.weight * _HEAVY) if term.text in done else term for term in topic.terms
    ]
    return Topic(terms, topic.weights)


def _acts(question: Question, actors: Sequence[tuple[Mention, list[str]]]) -> bool:
    """Whether the agency named takes the steps, and is not the one that the procedure is for."""
    words = question.asked.words
    said = f" {' '.join(word.folded for word in words)} "
    if any(f" {phrase} " in said for phrase in question.lexicon.lists["going-through"]):
        return False
    if question.focus.what == "count" and {word.folded for word in words} & _HELPED:
        return False
    first, before = actors[0][0].first, {"ho", "tro"}
    helped = {word.folded for word in words[max(first - 2, 0) : first]} >= before
    return not helped


_HELPED = frozenset(("support", "supports", "help", "helps", "aid", "tro", "giup"))
"""Words with which a procedure is counted as a whole, whomever it helps."""


def _is_better(question: Question, steps: Sequence[Fit], others: Sequence[Fit]) -> bool:
    """Whether a step fits better than a task or duty; of two as good, which has more of its pairs."""
    if not others or steps[0].score > others[0].score + 0.05:
        return True
    if question.focus.what == "time" and steps[0].score >= others[0].score - 0.05:
        return True
    if question.focus.what != "agency" or question.asked.has("lead", "coordinate"):
        return False
    if steps[0].score < others[0].score - 0.05:
        return False
    pairs = [
        max(shared_pairs(question, fit.point) for fit in fits if fit.score >= fits[0].score - 0.02)
        for fits in (steps, others)
    ]
    return pairs[0] >= pairs[1]


def _steps_chosen(question: Question, scope: Scope, topic: Topic, exact: bool) -> Chosen | None:
    points = question.points(scope)
    if exact:
        return Chosen(points, (*scope.conditions, these(points)), 1.0) if points else None
    if question.focus.what == "count" and question.asked.has("from-year") and not question.asked.years:
        return None  # "from registration to payment": between which steps can't be told
    whole = question.focus.what in ("count", "list", "province") or (
        question.focus.what == "exists" and not topic
    )
    if whole and any(condition.piece == "with-actor" for condition in scope.conditions):
        topic = Topic()
    if whole:
        said = question.lexicon.lists["said-of-ProcedureStep"]
        topic = topic.without(*(term.text for term in topic.terms if fold(term.text) in said))
    fits = topic.fits(points, lambda point: True) if topic else []
    if fits and fits[0].score >= 0.6 and not (whole and len(fits) == len(points)):
        return choose(question, scope, topic, many=False)
    if not points or (topic and not whole and (not fits or fits[0].score < 0.3)):
        return None
    return Chosen(points, tuple(scope.conditions), 1.0)
