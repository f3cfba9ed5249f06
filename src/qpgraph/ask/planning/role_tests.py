"""Tests on points in memory: who has which part in them."""

from collections.abc import Callable, Sequence

from qpgraph.ask.vocabulary import Point

__all__ = ["Test", "having", "helped_in", "lacking", "telling", "within"]

Test = Callable[[Point], bool]


def within(role: str, offices: Sequence[str]) -> Test:
    """The test whether agencies have a role in a task or, as their duty, by what it says of itself."""

    def test(point: Point) -> bool:
        helps = point.has("role", ["coordinate"])
        if role == "lead":
            return point.has("lead", offices) or (point.has("agent", offices) and not helps)
        relations = ("coordinate", "partner", "agent") if helps else ("coordinate", "partner")
        return any(point.has(relation, offices) for relation in relations)

    return test


def helped_in(offices: Sequence[str]) -> Test:
    """The test whether agencies lead a point, or others help them in it."""
    lead = within("lead", offices)
    return lambda point: lead(point) or (point.has("role", ["coordinate"]) and point.has("partner", offices))


def lacking(relation: str, offices: Sequence[str]) -> Test:
    """The test whether agencies have no such part; `part` is any."""
    relations = ("lead", "coordinate") if relation == "part" else (relation,)
    return lambda point: not any(point.has(each, offices) for each in relations)


def telling(role: str, *, wanted: bool = True) -> Test:
    """The test whether a point tells of anyone in a role, or, if not wanted, of nobody."""
    return lambda point: wanted == bool(point.relations.get(role))


def having(relations: Sequence[str], things: Sequence[str]) -> Test:
    """The test whether a point stands in one of some relations to one of some things."""
    return lambda point: any(point.has(relation, things) for relation in relations)
