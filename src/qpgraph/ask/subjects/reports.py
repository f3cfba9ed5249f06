"""Who reports to whom, by when."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

from qpgraph.ask.form import Condition
from qpgraph.ask.planning import Chosen, Question, choose, propose
from qpgraph.ask.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import Result, exists, has, roles_in_topic, these
from qpgraph.ask.topics import Topic

__all__ = ["reports"]


def reports(question: Question) -> Result:
    """Who reports to whom, by when."""
    asked, focus = question.asked, question.focus
    if not asked.has("report", "report-to", "noun-report") or asked.has(
        "noun-task", "noun-target", "noun-budget"
    ):
        return None
    scope = base_scope(asked, ("reporting",), question.vocabulary)
    cue = asked.cue("report-to") or asked.cue("report", "noun-report")
    if asked.days:
        days = asked.days
        scope.add(Condition("with-deadline", {"days": days}, ", ".join(days)), has("deadline", days))
    reporters = [*asked.agencies, *roles_in_topic(question, scope, ("reporter",))]
    for mention, offices in reporters:
        to = cue is not None and mention.first > cue.last
        who = focus.what == "agency" or (focus.what == "time" and to) or (to and len(asked.agencies) > 1)
        relation, piece = ("receiver", "with-receiver") if to and who else ("reporter", "with-reporter")
        if not any(point.has(relation, offices) for point in question.points(scope)):
            relation, piece = "receiver" if relation == "reporter" else "reporter", "with-part"
        scope.add(Condition(piece, {"agencies": offices}, mention.text), has(relation, offices))
    topic = Topic()
    chosen = choose(question, scope, topic, many=True)
    if focus.what == "exists":
        return exists(question, scope, chosen, "points")
    if chosen is None:
        return None
    if asked.has("most", "least", "earliest", "latest", "higher") and asked.has(
        "deadline", "when", "earliest", "latest"
    ):
        return propose(
            question, "deadlines", scope, chosen, aggregate="best" if asked.has("latest") else "worst"
        )
    if focus.what == "province":
        if focus.negative or asked.has("not"):
            return _without_deadline(question, scope, chosen)
        return propose(question, "provinces", scope, chosen)
    named = any(condition.piece == "with-receiver" for condition in scope.conditions)
    if asked.has("report-to") and not asked.has("deadline", "when") and not named:
        return propose(question, "receivers", scope, chosen, missing="receiver")
    if focus.what == "time" or asked.has("deadline", "when", "how-often"):
        return propose(question, "deadlines", scope, chosen, missing="deadline")
    if focus.what == "agency":
        return propose(question, "reporters", scope, chosen)
    if focus.what == "count":
        return propose(question, "points", scope, chosen, aggregate="count")
    return propose(question, "deadlines", scope, chosen)


def _without_deadline(question: Question, scope: Scope, chosen: Chosen) -> Result:
    dated = {point.province for point in chosen.points if point.relations.get("deadline")}
    left = [point for point in chosen.points if point.province not in dated]
    if not left:
        return None
    return propose(question, "provinces", scope, Chosen(left, (*chosen.conditions, these(left)), 1.0))
