"""Whether an agency has a role in all the tasks: "are all tasks led by the science department"."""

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import choose, propose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.role_tests import telling
from qpgraph.ask.planning.scope import base_scope
from qpgraph.ask.planning.times_asked import with_years
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.roles import agency_roles
from qpgraph.ask.subjects.choosing import Result, has

__all__ = ["all_of"]

_ALL = frozenset(("tât1", "tat", "toan2", "toan", "every", "all", "each", "moi5", "hêt1"))
"""Words for all of them, as they are typed."""
_BOTH = frozenset(("đêu2", "deu", "cung4"))


def all_of(question: Question) -> Result:
    """Whether all tasks have the agency in the role; if not, those that have not."""
    asked = question.asked
    if not (question.focus.yes_no and asked.has("noun-task") and _is_said(asked)) or _denies(asked):
        return None
    if not asked.agencies:
        return _any_agency(question)
    roles = [each for each in agency_roles(asked) if each[0] in ("lead", "coordinate")]
    if len(roles) != 1 or len(asked.agencies) != 1:
        return None
    role, mention, offices = roles[0]
    scope = base_scope(asked, ("task",), question.vocabulary)
    with_years(scope, asked, question.vocabulary)
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return None
    lacking = [point for point in chosen.points if not point.has(role, offices)]
    piece = f"without-{role}-of" if lacking else f"with-{role}"
    scope.add(
        Condition(piece, {"agencies": offices}, mention.text),
        has(role, offices) if not lacking else lambda point: not point.has(role, offices),
    )
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return None
    return propose(question, "points", scope, chosen, aggregate="denied" if lacking else "exists")


def _any_agency(question: Question) -> Result:
    """Whether all tasks have anyone in a role; if not, those that have nobody."""
    asked = question.asked
    roles = {cue.name for cue in asked.all("lead", "coordinate")}
    if len(roles) != 1 or question.topic:
        return None
    role = roles.pop()
    scope = base_scope(asked, ("task",), question.vocabulary)
    points = question.points(scope)
    lacking = any(not point.relations.get(role) for point in points)
    piece = f"without-{role}" if lacking else f"with-any-{role}"
    scope.add(Condition(piece), telling(role, wanted=not lacking))
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return None
    return propose(question, "points", scope, chosen, aggregate="denied" if lacking else "exists")


def _denies(asked: Asked) -> bool:
    """Whether a "not" does more than end the question."""
    ends = {cue.last for cue in asked.all("yes-no-end")}
    return any(cue.last not in ends for cue in asked.all("not"))


def _is_said(asked: Asked) -> bool:
    """Whether all tasks are spoken of: "all" a little before the word for tasks, or "đều" after it."""
    nouns = [cue.first for cue in asked.all("noun-task")]
    return any(
        (word.exact in _ALL and any(0 < noun - place <= 5 for noun in nouns))
        or (word.exact in _BOTH and any(noun < place for noun in nouns))
        for place, word in enumerate(asked.words)
    )
