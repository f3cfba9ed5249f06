"""Does it?"""

from qpgraph.ask.planning import Question, choose, propose
from qpgraph.ask.scope import Scope
from qpgraph.ask.subjects.choosing import ANY, Result, exists, with_numbers
from qpgraph.ask.subjects.lists import more_conditions

__all__ = ["yes_no"]


def yes_no(question: Question) -> Result:
    """Does it?"""
    asked, focus = question.asked, question.focus
    if not focus.yes_no:
        return None
    kinds = focus.kinds or (("task", "duty") if asked.agencies else ANY)
    scope = question.scope(*kinds)
    _more_conditions_exists(question, scope)
    chosen = choose(question, scope, question.topic, many=True)
    if chosen:
        return propose(question, "points", scope, chosen, aggregate="exists")
    if not question.topic and not scope.conditions:
        return None
    known = (
        bool(asked.standards)
        or not question.topic
        or any(
            fit.score >= 0.75
            for fit in question.topic.fits(
                question.vocabulary.points.values(),
                lambda point: point.kind in (*ANY, "reporting", "budget"),
            )[:1]
        )
        or question.topic.only_concepts
    )
    if not known:
        return None
    return exists(question, scope, None, "points")


def _more_conditions_exists(question: Question, scope: Scope) -> None:
    if "task" in scope.kinds and len(scope.kinds) == 1:
        more_conditions(question, scope)
    elif "target" in scope.kinds:
        with_numbers(question, scope)
