"""Does it?"""

from collections.abc import Sequence

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose, shared_pairs
from qpgraph.ask.planning.question import Question, Refusal, relaxed
from qpgraph.ask.planning.role_tests import telling
from qpgraph.ask.planning.scope import Scope, base_scope, with_agencies
from qpgraph.ask.reading.roles import denied_roles, of_nobody
from qpgraph.ask.reading.whether import denials
from qpgraph.ask.subjects.choosing import ANY, Result, exists, these, with_numbers
from qpgraph.ask.subjects.work.lists import more_conditions
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["yes_no"]


def yes_no(question: Question) -> Result:  # noqa: PLR0911 - a question that is not for it returns
    """Does it?"""
    asked, focus = question.asked, question.focus
    if not focus.yes_no:
        return None
    denied = _denied(question)
    if denied is not None or _is_vague(question):
        return denied
    if (count := _counted(question)) is not None:
        return count
    kinds = focus.kinds or (("task", "duty") if asked.agencies else ANY)
    scope = question.scope(*kinds)
    if asked.agencies and asked.has("coordinate") and _ANYONE & {word.folded for word in asked.words}:
        scope = _helped(question)
    _more_conditions_exists(question, scope)
    alone = asked.has("noun-agency") or not (focus.kinds or asked.agencies)
    if alone and not question.topic and _says_only_where(scope):
        return None
    if asked.refs and _names_no_such_standard(question, scope):
        return exists(question, scope, None, "points")
    chosen = choose(question, scope, question.topic, many=True)
    if chosen and _is_weaker(question, kinds, chosen):
        chosen = None
    if chosen:
        return propose(question, "points", scope, chosen, aggregate="exists")
    if _is_half_so(question, scope):
        return Refusal("not-heeded")
    if (together := _work_together(question)) is not None:
        return together
    if not question.topic and not scope.conditions:
        return None
    known = (
        bool(asked.standards) or not question.topic or _is_somewhere(question) or question.topic.only_concepts
    )
    if not known:
        return None
    return exists(question, scope, None, "points")


def _counted(question: Question) -> Result:
    """Whether a plan has as many points of a kind as are said: "does Bắc Ninh have 29 tasks"."""
    asked = question.asked
    nouns = {cue.first - 1 for cue in asked.all("noun-task", "noun-target", "noun-measure", "noun-duty")}
    said = [(asked.words[place].exact, number) for place, number in asked.numbers if place in nouns]
    if len(said) != 1 or len(question.focus.kinds) != 1:
        return None
    scope = question.scope(*question.focus.kinds)
    points = question.points(scope)
    more = (
        asked.agencies
        or asked.refs
        or asked.years
        or asked.has("only", "lead", "coordinate", "part", *_COMPARED)
    )
    if (
        question.topic
        or more
        or denials(asked)
        or len(asked.provinces) != 1
        or len(asked.numbers) > 1
        or not points
    ):
        return Refusal("not-covered", {"words": said[0][0]})
    told = Condition("", {}, said[0][0])
    found = Chosen(points, (*scope.conditions, told, these(points)), 1.0)
    right = len(points) == said[0][1]
    return propose(question, "points", scope, found, aggregate="exists" if right else "denied")


_COMPARED = ("at-least", "at-most", "more-than", "less-than", "higher", "lower", "annual", "once-only")


def _names_no_such_standard(question: Question, scope: Scope) -> bool:
    """Whether the points named have none of a standard that is asked after."""
    named = [term for term in question.topic.terms if term.standards]
    points = question.points(scope)
    return bool(points) and any(not any(term.says(point) for point in points) for term in named)


def _is_half_so(question: Question, scope: Scope) -> bool:
    """Whether points of the place have the number and some of what is said: "no" may be wrong then."""
    if not (question.asked.numbers and question.asked.provinces):
        return False
    weights, terms = question.topic.weights, question.topic.terms
    return any(
        point.values and any(term.fit(point, weights) >= _SOME for term in terms)
        for point in question.points(scope)
    )


def _says_only_where(scope: Scope) -> bool:
    """Whether nothing is said but a place: "has Cần Thơ's plan an annex" asks for none of its points."""
    return all(condition.piece in ("in-province", "in-plan", "with-ref") for condition in scope.conditions)


_ANYONE = frozenset(("anyone", "anybody", "someone", "somebody"))


def _helped(question: Question) -> Scope:
    """The tasks in which others help who is named: "does anyone help A with it"."""
    scope = base_scope(question.asked, ("task",), question.vocabulary)
    with_agencies(scope, [("lead", mention, offices) for mention, offices in question.asked.agencies])
    scope.add(Condition("with-any-coordinate"), telling("coordinate"))
    return scope


def _work_together(question: Question) -> Result:
    """The tasks and duties that two agencies share, whichever leads: "does A work with B on it"."""
    asked = question.asked
    works = any(cue.text for cue in asked.all("coordinate")) and not asked.has("lead", "only", "numeric")
    if len(asked.agencies) != _TWO or not works or denied_roles(asked):
        return None
    scope = base_scope(asked, ("task", "duty"), question.vocabulary)
    with_agencies(scope, [("part", mention, offices) for mention, offices in asked.agencies])
    chosen = choose(question, scope, question.topic, many=True)
    return propose(question, "points", scope, chosen, aggregate="exists") if chosen else None


_TWO = 2
_WEAK, _SURE = 0.75, 0.95


def _is_weaker(question: Question, kinds: Sequence[str], chosen: Chosen) -> bool:
    """Whether a place's points only share the theme of what other places have in words: it lacks that."""
    if not question.asked.provinces or chosen.score > _WEAK or question.asked.refs:
        return False
    anywhere = relaxed(question)
    best = choose(anywhere, anywhere.scope(*kinds), question.topic, many=True)
    return best is not None and best.score >= _SURE


_PAIRS = 4
"""As many pairs of neighbouring words make a question tell of the very case that a provision denies."""


def _denied(question: Question) -> Result:
    """The provision that denies what is asked, by nearly its own words."""
    scope = base_scope(question.asked, ("provision",), question.vocabulary)
    denying = question.lexicon.lists["denying"]
    points = [
        point
        for point in question.points(scope)
        if any(fold(label).split()[0] in denying for label in point.labels.values())
        and shared_pairs(question, point) >= _PAIRS
    ]
    if len(points) != 1:
        return None
    return propose(question, "points", scope, _those(scope, points), aggregate="denied")


def _those(scope: Scope, points: list[Point]) -> Chosen:
    return Chosen(points, (*scope.conditions, these(points)), 1.0)


_ROLES = ("lead", "coordinate", "part", "noun-duty", "noun-task", "noun-measure")
_SOME = 0.6


def _is_vague(question: Question) -> bool:
    """Whether what is asked is only an agency without its role, or only a syllable or two."""
    asked, terms = question.asked, question.topic.terms
    if asked.agencies and not terms and not asked.refs and not asked.has(*_ROLES):
        return True
    small = [term for term in terms if term.loose and len(term.typed) == 1 and asked.language == "vi"]
    return bool(terms) and len(small) == len(terms) and not asked.refs


def _any_agency(question: Question, scope: Scope) -> None:
    """Whether there is, or after a "not" isn't, anyone with a role: "does task 4.7 have a coordinator"."""
    asked = question.asked
    roles = {cue.name: cue for cue in asked.all("lead", "coordinate")}
    if len(roles) != 1 or asked.agencies or question.topic or not (asked.refs or asked.has("noun-task")):
        return
    name, cue = next(iter(roles.items()))
    denied = any(0 < cue.first - no.last <= _NEAR and not asked.refs for no in asked.all("not"))
    denied = denied or of_nobody(asked, cue)
    piece = f"without-{name}" if denied else f"with-any-{name}"
    scope.add(Condition(piece), telling(name, wanted=not denied))


_NEAR = 3


def _is_somewhere(question: Question) -> bool:
    """Whether some point of any place has all that is asked for: then a place without it lacks it."""
    topic = question.topic
    return any(
        all(term.fit(point, topic.weights) >= _SOME for term in topic.terms)
        for point in question.vocabulary.points.values()
        if point.kind in (*ANY, "reporting", "budget")
    )


def _more_conditions_exists(question: Question, scope: Scope) -> None:
    if "task" in scope.kinds and len(scope.kinds) == 1:
        more_conditions(question, scope)
        _any_agency(question, scope)
    elif "target" in scope.kinds:
        with_numbers(question, scope)
