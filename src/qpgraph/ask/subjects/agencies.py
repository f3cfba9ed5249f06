"""Who leads, who coordinates, whose duty it is."""

# A decision returns where it is made.
# ruff: noqa: PLR0912

from qpgraph.ask.form import Aggregate, Condition
from qpgraph.ask.planning import Chosen, Question, Refusal, choose, propose
from qpgraph.ask.scope import agency_roles, base_scope
from qpgraph.ask.subjects.choosing import Result, has, wrong_number

__all__ = ["agencies"]


def agencies(question: Question) -> Result:
    """Who leads, coordinates, is responsible."""
    asked, focus = question.asked, question.focus
    if focus.what != "agency" and not (focus.what == "count" and focus.noun == "agency"):
        return None
    if focus.negative:
        return Refusal("nothing")
    roles = agency_roles(asked)
    asked_role = "coordinate" if asked.has("coordinate") and not (asked.has("lead") and not roles) else "lead"
    if asked.has("coordinate") and asked.has("lead") and not roles:
        first = asked.cue("coordinate", "lead")
        asked_role = first.name if first else "lead"
    if not asked.has("lead", "coordinate") and asked.has("part"):
        asked_role = "part"
    duty_only = "duty" in focus.kinds
    options = []
    for kind in ("duty",) if duty_only else ("task", "duty"):
        scope = base_scope(asked, (kind,), question.vocabulary)
        from qpgraph.ask.scope import with_years

        with_years(scope, asked, question.vocabulary)
        for _, mention, offices in roles:
            relation = (
                "lead"
                if asked_role == "coordinate" and kind == "task"
                else "coordinate"
                if kind == "task"
                else "agent"
            )
            piece = {"lead": "with-lead", "coordinate": "with-coordinate", "agent": "with-agent"}[relation]
            scope.add(Condition(piece, {"agencies": offices}, mention.text), has(relation, offices))
        if kind == "duty":
            if asked_role == "coordinate":
                scope.tests.append(
                    lambda point: point.has("role", ["coordinate"]) or bool(point.relations.get("partner"))
                )
            else:
                scope.tests.append(lambda point: not point.has("role", ["coordinate"]))
        many = bool(question.topic) and question.topic.only_concepts and not asked.refs
        chosen = choose(question, scope, question.topic, many=many)
        exact = choose(question, scope, question.topic, many=False) if question.topic else None
        if many and chosen and exact and not asked.has("list") and _is_narrow(question, exact):
            chosen = exact
        if chosen:
            options.append((chosen.score if not many else 1.0, kind, scope, chosen))
    if not options:
        return None
    best = max(options, key=lambda option: option[0] + (0.08 if option[1] == "task" else 0.0))
    _, kind, scope, chosen = best
    show = {"lead": "leads", "coordinate": "coordinators", "part": "parts"}[asked_role]
    if kind == "duty":
        show = "partners" if asked_role == "coordinate" and roles else "agents"
    if wrong := wrong_number(question, chosen.points):
        return wrong
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    if asked.has("most", "least"):
        aggregate = "most" if asked.has("most") else "least"
    return propose(question, show, scope, chosen, aggregate=aggregate, missing=asked_role, role=asked_role)


def _is_narrow(question: Question, exact: Chosen) -> bool:
    """Whether the words themselves, not only their theme, stand in one point of a named place."""
    return bool(question.asked.provinces) and len(exact.points) == 1
