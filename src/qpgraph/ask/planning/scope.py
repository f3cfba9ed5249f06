"""The conditions of a question, twice: as pieces of SPARQL, and as tests on points in memory.

The tests only serve to see what a question's words fit; the answer itself comes from SPARQL.
"""

import operator
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.role_tests import Test, having, helped_in, lacking, telling, within
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.role_numbers import joint
from qpgraph.ask.reading.roles import denied_roles, excluded, of_nobody, sole_roles
from qpgraph.ask.vocabulary import Point, Vocabulary
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = [
    "CLASSES",
    "Scope",
    "Test",
    "base_scope",
    "with_agencies",
    "with_denials",
    "with_numbers_of_agencies",
]

CLASSES = {
    "task": "Task",
    "task-group": "TaskGroup",
    "measure-group": "MeasureGroup",
    "target": "Target",
    "measure": "Measure",
    "duty": "Duty",
    "reporting": "Reporting",
    "legal-basis": "LegalBasis",
    "catalogue": "CatalogueEntry",
    "procedure": "ProcedureStep",
    "budget": "BudgetItem",
    "budget-total": "BudgetTotal",
    "provision": "Provision",
}
"""Kinds of points and the ontology's classes."""


@dataclass
class Scope:
    """Kinds of points, and conditions that they must meet."""

    kinds: tuple[str, ...]
    conditions: list[Condition] = field(default_factory=list)
    tests: list[Test] = field(default_factory=list)

    def add(self, condition: Condition, test: Test) -> None:
        """Adds a condition and its test."""
        self.conditions.append(condition)
        self.tests.append(test)

    def holds(self, point: Point) -> bool:
        """Whether a point is of the kinds and meets the conditions."""
        return point.kind in self.kinds and all(test(point) for test in self.tests)

    @property
    def classes(self) -> tuple[str, ...]:
        """The ontology's classes of the kinds."""
        return tuple(CLASSES[kind] for kind in self.kinds)


def base_scope(
    asked: Asked, kinds: Sequence[str], vocabulary: Vocabulary, *, anywhere: bool = False
) -> Scope:
    """The kinds within the provinces, plans and numbers named; `anywhere` leaves the place open."""
    scope = Scope(tuple(kinds))
    if asked.plans and not anywhere:
        plans = list(asked.plans)
        scope.add(_named("in-plan", "plans", plans, asked), lambda point: point.plan in plans)
    elif asked.provinces and not anywhere:
        provinces = list(asked.provinces)
        scope.add(
            _named("in-province", "provinces", provinces, asked), lambda point: point.province in provinces
        )
    if asked.refs:
        refs = set(asked.refs) | {
            point.ref for point in vocabulary.points.values() if fold(point.ref) in asked.refs
        }
        refs |= _parts_of(asked, kinds, vocabulary)
        words = ", ".join(asked.refs)
        if groups := _groups(asked, kinds, vocabulary):
            scope.add(
                Condition("in-group", {"refs": sorted(refs)}, words),
                lambda point: point.has("parent", groups),
            )
            return scope
        scope.add(Condition("with-ref", {"refs": sorted(refs)}, words), lambda point: point.ref in refs)
    return scope


def _parts_of(asked: Asked, kinds: Sequence[str], vocabulary: Vocabulary) -> set[str]:
    """The numbers of the parts of what is named and has no point of its own ("V.8" of V.8.a)."""
    known = {fold(point.ref) for point in vocabulary.points.values()}
    whole = tuple(f"{ref}." for ref in asked.refs if ref not in known and "." in ref)
    points = [point for point in vocabulary.points.values() if point.kind in kinds]
    return {point.ref for point in points if whole and fold(point.ref).startswith(whole)}


def _groups(asked: Asked, kinds: Sequence[str], vocabulary: Vocabulary) -> list[str]:
    """The groups of tasks or measures that have the number; none if one of the points has it."""
    here = [
        point
        for point in vocabulary.points.values()
        if fold(point.ref) in asked.refs
        and (not asked.provinces or point.province in asked.provinces)
        and (not asked.plans or point.plan in asked.plans)
    ]
    if any(point.kind in kinds for point in here):
        return []
    return [point.iri for point in here if point.kind in {f"{kind}-group" for kind in kinds}]


def _named(piece: str, slot: str, values: list[str], asked: Asked) -> Condition:
    return Condition(
        piece, {slot: values}, ", ".join(dict.fromkeys(asked.used.get(value, "") for value in values))
    )


def with_agencies(scope: Scope, roles: Iterable[tuple[str, Mention, list[str]]]) -> None:
    """Conditions on who has which part, for the scope's kind of points."""
    task = any(kind in ("task", "budget") for kind in scope.kinds)
    roles = list(roles)
    helped = "coordinate" in {role for role, _, _ in roles}
    for number, (named, mention, offices) in enumerate(roles):
        role = "part" if number and scope.kinds == ("duty",) else named
        values = {"agencies": offices}
        if role in _WITHIN and task and "duty" in scope.kinds:
            if role == "lead" and helped:
                scope.add(Condition("with-helped-in", values, mention.text), helped_in(offices))
                continue
            scope.add(Condition(f"with-{role}-in", values, mention.text), within(role, offices))
            continue
        if role == "part" or not (task or "duty" in scope.kinds) or (task and "duty" in scope.kinds):
            relations: tuple[str, ...] = (
                "lead",
                "coordinate",
                "agent",
                "partner",
                "reporter",
                "receiver",
                "actor",
            )
            piece = "with-part"
        elif task:
            relations, piece = ((role,), f"with-{role}")
        else:
            relations, piece = (("agent",), "with-agent")
        scope.add(Condition(piece, values, mention.text), having(relations, offices))
        if piece == "with-agent" and role in ("lead", "coordinate"):
            _with_role(scope, role)


_WITHIN = ("lead", "coordinate")


def _with_role(scope: Scope, role: str) -> None:
    """Duties that an agency only helps in are none that it leads, and the other way round."""
    if role == "lead":
        scope.add(
            Condition("without-role", {"roles": ["coordinate"]}),
            lambda point: not point.has("role", ["coordinate"]),
        )
    else:
        scope.add(Condition("with-role", {"roles": [role]}), lambda point: point.has("role", [role]))


def with_denials(scope: Scope, asked: Asked, *, listed: bool = True) -> None:
    """Conditions on who has no part, and on how many share one; `listed`: tasks are asked for."""
    if "task" not in scope.kinds:
        return
    for denied in denied_roles(asked):
        name, offices = denied.role, list(denied.offices)
        condition = Condition(f"without-{name}-of", {"agencies": offices}, denied.words)
        scope.add(condition, lacking(name, offices))
    for cue in asked.all("lead", "coordinate") if asked.agencies else ():
        if of_nobody(asked, cue):
            scope.add(Condition(f"without-{cue.name}"), telling(cue.name, wanted=False))
    for mention, offices in excluded(asked):
        if listed and asked.has("noun-task"):
            condition = Condition("without-lead-of", {"agencies": offices}, mention.text)
            scope.add(condition, lacking("lead", offices))
    with_numbers_of_agencies(scope, asked)


def with_numbers_of_agencies(scope: Scope, asked: Asked) -> None:
    """Conditions on how many agencies share a role in a task."""
    sole = sole_roles(asked)
    for role in ("lead", "coordinate"):
        if role in sole:
            _with_joint(scope, role, 1, more=False)
        elif (found := joint(asked, role)) is not None:
            _with_joint(scope, role, *found)


def _with_joint(scope: Scope, role: str, number: int, more: bool) -> None:
    piece = f"joint-{role}-more" if more else f"joint-{role}"
    compare: Callable[[int, int], bool] = operator.ge if more else operator.eq
    scope.add(
        Condition(piece, {"number": [number]}, str(number)),
        lambda point: compare(len(set(point.relations.get(role, ()))), number),
    )
