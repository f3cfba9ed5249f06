"""Who leads, who coordinates, whose duty it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.planning.scope import Scope, Test, base_scope, with_agencies, with_numbers_of_agencies
from qpgraph.ask.planning.times_asked import with_recurrence, with_years
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.role_numbers import in_each, numbers_tasks
from qpgraph.ask.reading.role_questions import (
    beside,
    both_asked,
    leads_beside,
    mutual,
    shares_lead,
    with_whom,
)
from qpgraph.ask.reading.roles import agency_roles, excluded, left_out, never, roles_asked, sole_roles
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import Result, also_listed, has, wrong_number
from qpgraph.ask.subjects.refusals import other_deed
from qpgraph.ask.subjects.work.agency_kinds import offices_asked

__all__ = ["agencies"]


def agencies(question: Question) -> Result:  # noqa: PLR0911 - a reason why it is not asked returns
    """Who leads, coordinates, is responsible."""
    asked, focus = question.asked, question.focus
    if focus.what != "agency" and not (focus.what == "count" and focus.noun == "agency"):
        return None
    roles = agency_roles(asked)
    gone = never(asked) if not roles else None
    if focus.negative and gone is None:
        return Refusal("not-agencies")
    if (focus.what == "count" or asked.has("higher", "lower")) and not _says_role(asked):
        return None
    ranked = asked.has("higher", "lower") and len(asked.agencies) > 1
    if ranked or numbers_tasks(asked) or in_each(asked):
        return Refusal("not-heeded")
    asked_role = _asked_role(asked, bool(roles))
    if gone == asked_role:
        asked_role = "coordinate" if gone == "lead" else "lead"
    among = offices_asked(asked, question.vocabulary, whole=not (question.topic or asked.refs))
    if not (question.topic or asked.refs or roles or asked.has("lead", "coordinate", "part", "noun-duty")):
        return None
    if roles and not (question.topic or asked.refs or _says_role(asked)):
        return Refusal("nothing")
    options = _options(question, asked_role, among, named=bool(roles))
    if not options:
        return None
    stated = [option for option in options if _states(option, asked_role, named=bool(roles))]
    best = max(
        stated or options, key=lambda option: option.score + _before_duties(question, option, asked_role)
    )
    best = next((option for option in stated if _tells_more(option, best)), best)
    points = best.chosen.points
    if refused := wrong_number(question, points) or other_deed(question, points):
        return refused
    both = not roles and gone is None and focus.what == "agency" and both_asked(asked)
    show = (
        "parts"
        if (both and best.kind == "task") or best.way == "any"
        else _show(best, asked_role, named=bool(roles))
    )
    aggregate: Aggregate = "count" if focus.what == "count" and not also_listed(asked) else "list"
    if asked.has("most", "least"):
        aggregate = "most" if asked.has("most") else "least"
    extra = [Condition(f"never-{gone}")] if gone else []
    if among:
        extra.append(Condition("part-of-office", {"agencies": among}))
    named = [
        (mention, offices) for _, mention, offices in roles if best.way != "other" or best.kind == "duty"
    ]
    for mention, offices in [*excluded(asked), *named]:
        extra.append(Condition("other-than", {"agencies": offices}, mention.text))
    return propose(
        question,
        show,
        best.scope,
        best.chosen,
        aggregate=aggregate,
        extra=extra,
        missing=asked_role,
        role=asked_role,
    )


def _says_role(asked: Asked) -> bool:
    """Whether it is said what those who are asked for have to do with who is named."""
    return asked.has("lead", "coordinate", "part", "noun-duty", "together", "jointly") or beside(asked)


Way = Literal["other", "same", "any"]
"""The role of who is named: the other one of two, the same as is asked for, or any."""


@dataclass(frozen=True)
class _Option:
    """Tasks or duties that may be meant; `way`: which role who is named has, beside the one asked for."""

    score: float
    kind: str
    scope: Scope
    chosen: Chosen
    way: Way


def _tells_more(option: _Option, duty: _Option) -> bool:
    """Whether a task has all the agencies of a duty that fits better, each in the same role, and others."""
    if (option.kind, duty.kind) != ("task", "duty"):
        return False
    task, own = _offices(option), _offices(duty)
    return bool(own["agent"]) and own["agent"] <= task["lead"] and own["partner"] < task["coordinate"]


def _offices(option: _Option) -> dict[str, set[str]]:
    """The agencies of an option's points by their role."""
    names = ("lead", "coordinate", "agent", "partner")
    points = option.chosen.points
    return {name: {iri for point in points for iri in point.relations.get(name, ())} for name in names}


_SHOWN = {"leads": "lead", "coordinators": "coordinate", "agents": "agent", "partners": "partner"}


def _states(option: _Option, role: str, *, named: bool) -> bool:
    """Whether a point says who has the role that is asked for."""
    relation = _SHOWN.get(_show(option, role, named=named))
    return relation is None or any(point.relations.get(relation) for point in option.chosen.points)


_TASKS_FIRST = 0.08


def _before_duties(question: Question, option: _Option, role: str) -> float:
    """How far a task goes before a duty that fits alike: not where "all departments" help in it."""
    if option.kind != "task":
        return 0.0
    things = question.vocabulary.things
    helpers = {iri for point in option.chosen.points for iri in point.relations.get("coordinate", ())}
    vague = all(things[iri].is_many for iri in helpers)
    alike = question.asked.all("coordinate")
    implied = role == "coordinate" and not any(cue.text for cue in alike)
    return -_TASKS_FIRST if vague and implied else _TASKS_FIRST


def _options(question: Question, role: str, among: Sequence[str], *, named: bool) -> list[_Option]:
    """The tasks and duties that may be meant, by the first topic that finds any."""
    kinds = ("duty",) if "duty" in question.focus.kinds else ("task", "duty")
    if named and role == "coordinate":
        kinds = (*kinds, "help")
    options: list[_Option] = []
    for topic, way in _tries(question, role, named=named):
        for kind in kinds if not options else ():
            if way == "any" and kind != "task":
                continue
            if options and kind != "task" and "task" in question.focus.kinds:
                continue
            scope = _scope(question, kind, role, way)
            if among:
                scope.tests.append(_having(role, among))
            chosen, score = _chosen(question, scope, topic)
            if chosen:
                options.append(_Option(score, kind, scope, chosen, way))
    return options


def _show(option: _Option, role: str, *, named: bool) -> str:
    """What is shown of tasks, by the role; of duties, those whose they are or with whom they are done."""
    if option.kind == "help":
        return "agents"
    if option.kind == "task":
        return {"lead": "leads", "coordinate": "coordinators", "part": "parts"}[role]
    partners = all(point.relations.get("partner") for point in option.chosen.points)
    helps = not named and all(point.has("role", ["coordinate"]) for point in option.chosen.points)
    helping = role == "coordinate" and option.way != "same" and (named or partners) and not helps
    return "partners" if helping else "agents"


def _having(role: str, offices: Sequence[str]) -> Test:
    """The test whether one of some agencies has the role asked for, in a task or a duty."""
    names = {"lead": ("lead", "agent"), "coordinate": ("coordinate", "partner", "agent")}.get(role, _ALL)
    return lambda point: any(point.has(name, offices) for name in names)


_ALL = ("lead", "coordinate", "agent", "partner")


def _asked_role(asked: Asked, named: bool) -> str:
    """The role that is asked for; `named`: agencies are named, so that one of two roles is theirs."""
    said = roles_asked(asked)
    if any(left_out(asked, cue) for cue in asked.all("lead")) or (named and with_whom(asked)):
        return "coordinate"
    if leads_beside(asked) or (named and shares_lead(asked)):
        return "lead"
    kept = {cue.name for cue in said} or {cue.name for cue in asked.all("lead", "coordinate")}
    if kept == {"lead", "coordinate"} and not named and said:
        places = [cue.first for cue in asked.all("who", "which-before", "which-after")] or [0]
        return min(said, key=lambda cue: min(abs(cue.first - place) for place in places)).name
    if "coordinate" in kept or (named and not kept and (asked.has("together") or beside(asked))):
        return "coordinate"
    return "part" if asked.has("part") and "lead" not in kept else "lead"


def _tries(question: Question, role: str, *, named: bool) -> list[tuple[Topic, Way]]:
    """The topics to try; last, that who is named has the same role as who is asked for."""
    topics: list[tuple[Topic, Way]] = [(question.topic, "other"), (question.topic.without_verb, "other")]
    if not named:
        return topics
    alike: list[tuple[Topic, Way]] = [(question.topic, "same")]
    if role == "coordinate" and mutual(question.asked):
        return [*topics, (question.topic, "any")]
    if leads_beside(question.asked):
        return alike
    return [*alike, *topics] if shares_lead(question.asked) else [*topics, *alike]


def _scope(question: Question, kind: str, asked_role: str, way: Way) -> Scope:
    """The tasks or duties that may be meant, by the role that who is named has in them."""
    if kind == "help":
        return _helping(question)
    scope = base_scope(question.asked, (kind,), question.vocabulary)
    with_years(scope, question.asked, question.vocabulary)
    with_recurrence(scope, question.asked)
    if way == "any":
        with_agencies(scope, [("part", mention, some) for _, mention, some in agency_roles(question.asked)])
        return scope
    leads = (asked_role == "coordinate") != (way == "same")
    other = ("agent" if leads else "partner") if kind == "duty" else "lead" if leads else "coordinate"
    for _, mention, offices in agency_roles(question.asked):
        scope.add(Condition(f"with-{other}", {"agencies": offices}, mention.text), has(other, offices))
    if kind == "task" and sole_roles(question.asked):
        with_numbers_of_agencies(scope, question.asked)
    if kind == "duty" and asked_role == "coordinate":
        scope.tests.append(lambda point: point.has("role", ["coordinate"]) or "partner" in point.relations)
    elif kind == "duty" and (question.asked.has("lead") or not question.topic.leads):
        scope.tests.append(lambda point: not point.has("role", ["coordinate"]))
    return scope


def _helping(question: Question) -> Scope:
    """The duties in which others help who is named."""
    scope = base_scope(question.asked, ("duty",), question.vocabulary)
    for _, mention, offices in agency_roles(question.asked):
        scope.add(Condition("with-partner", {"agencies": offices}, mention.text), has("partner", offices))
    scope.add(
        Condition("with-role", {"roles": ["coordinate"]}), lambda point: point.has("role", ["coordinate"])
    )
    return scope


def _chosen(question: Question, scope: Scope, topic: Topic) -> tuple[Chosen | None, float]:
    """The points, and how well they fit: all on a theme, or the one that its words stand in."""
    if not (topic and topic.only_concepts and not question.asked.refs):
        chosen = choose(question, scope, topic, many=False)
        return chosen, chosen.score if chosen else 0.0
    chosen = choose(question, scope, topic, many=True)
    exact = choose(question, scope, topic, many=False)
    if chosen and exact and not question.asked.has("list") and _is_narrow(question, exact):
        return exact, 1.0
    return chosen, 1.0


def _is_narrow(question: Question, exact: Chosen) -> bool:
    """Whether the words themselves, not only their theme, stand in one point of a named place."""
    return bool(question.asked.provinces) and len(exact.points) == 1
