"""The conditions of a question, twice: as pieces of SPARQL, and as tests on points in memory.

The tests only serve to see what a question's words fit; the answer itself comes from SPARQL.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from qpgraph.ask.asked import Asked, Cue
from qpgraph.ask.form import Condition
from qpgraph.ask.linking import Mention
from qpgraph.ask.vocabulary import Point, Vocabulary
from qpgraph.search.text import fold

__all__ = ["CLASSES", "Scope", "agency_roles", "base_scope", "with_agencies", "with_years"]

CLASSES = {
    "task": "Task",
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

Test = Callable[[Point], bool]


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
        words = ", ".join(asked.refs)
        if groups := _groups(asked, kinds, vocabulary):
            scope.add(
                Condition("in-group", {"refs": sorted(refs)}, words),
                lambda point: point.has("parent", groups),
            )
            return scope
        scope.add(Condition("with-ref", {"refs": sorted(refs)}, words), lambda point: point.ref in refs)
    return scope


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


def agency_roles(asked: Asked) -> list[tuple[str, Mention, list[str]]]:
    """The agencies named, each with the role that the words give it: lead, coordinate or part."""
    cues = [cue for cue in asked.cues if cue.name in ("lead", "coordinate", "part")]
    found = []
    for mention, offices in asked.agencies:
        near = min(cues, key=lambda cue: _distance(cue, mention), default=None)
        role = near.name if near else "part"
        if near and role == "coordinate" and mention.first > near.last and len(asked.agencies) > 1:
            role = "lead" if not any(cue.name == "lead" for cue in cues) else "coordinate"
        found.append((role, mention, offices))
    return found


def _distance(cue: Cue, mention: Mention) -> int:
    return min(abs(cue.first - mention.last), abs(mention.first - cue.last))


def with_agencies(scope: Scope, roles: Iterable[tuple[str, Mention, list[str]]]) -> None:
    """Conditions on who has which part, for the scope's kind of points."""
    task = any(kind in ("task", "budget") for kind in scope.kinds)
    for number, (named, mention, offices) in enumerate(roles):
        role = "part" if number and scope.kinds == ("duty",) else named
        values = {"agencies": offices}
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
        scope.add(Condition(piece, values, mention.text), _having(relations, offices))


def _having(relations: Sequence[str], things: Sequence[str]) -> Test:
    return lambda point: any(point.has(relation, things) for relation in relations)


def with_years(scope: Scope, asked: Asked, vocabulary: Vocabulary) -> None:
    """Conditions on when tasks are done; the plans' own period and "by 2030" are none."""
    years = sorted(year for _, year in asked.years)
    if not years or "task" not in scope.kinds or vocabulary.is_period(years):
        return
    if len(years) == 2:
        first, last = years
        scope.add(
            Condition("years", {"first": [first], "last": [last]}, f"{first}-{last}"),
            lambda point: _year(point, "start") == first and _year(point, "end") == last,
        )
        return
    place, year = asked.years[0]
    cues = {cue.name for cue in asked.cues if 0 < place - cue.first <= 4}
    whole = {cue.name for cue in asked.cues}
    if year == 2030 and "until-year" in cues and "finish" not in whole:
        return
    piece, test = _year_test(year, cues, whole)
    if piece == "year-before" and not any(
        scope.holds(point) and test(point) for point in vocabulary.points.values()
    ):
        piece = "year-before-annual"
        test = _annual
    scope.add(Condition(piece, {"year": [year]}, str(year)), test)


def _year_test(year: int, cues: set[str], whole: set[str]) -> tuple[str, Test]:
    if "before" in cues:
        if "finish" in whole:
            return "ends-before", lambda point: 0 < _year(point, "end") < year
        return "year-before", lambda point: 0 < _year(point, "start") < year
    if "after" in cues:
        return "year-after", lambda point: _year(point, "start") > year
    if "begin" in whole or "from-year" in cues:
        return "year-begins", lambda point: _year(point, "start") == year
    if "finish" in whole or "until-year" in cues:
        return "year-ends", lambda point: _year(point, "end") == year
    return (
        "year-in",
        lambda point: 0 < (_year(point, "start") or _year(point, "end")) <= year <= _year(point, "end"),
    )


def _annual(point: Point) -> bool:
    return any(value.endswith("/annual") for value in point.relations.get("recurrence", ()))


def _year(point: Point, relation: str) -> int:
    found = point.relations.get(relation)
    return int(found[0]) if found else 0
