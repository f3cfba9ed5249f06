"""Which part a named agency has in a task, and which of two named agencies has a part."""

# A decision returns where it is made.

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import choose, propose
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import base_scope
from qpgraph.ask.planning.times_asked import with_years
from qpgraph.ask.reading.role_questions import one_of, part_asked
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.work.agencies import agencies
from qpgraph.ask.subjects.work.lists import lists
from qpgraph.ask.subjects.work.numbers import counts
from qpgraph.ask.vocabulary import Point

__all__ = ["parts"]


def parts(question: Question) -> Result:
    """Which part an agency has ("does it lead or coordinate"); which of two has it ("A or B")."""
    if part_asked(question.asked):
        return _part(question)
    if one_of(question.asked):
        if question.asked.has("most", "least", "higher", "lower"):
            return _compared(question)
        listed = question.asked.has("which-before", "which-after", "list", "how-many")
        listed = listed and not question.asked.refs
        if listed and question.focus.what in ("list", "count") and question.focus.kinds:
            merged = _merged(question)
            return counts(merged) or lists(merged)
        asked = replace(question.asked, agencies=[])
        focus = replace(question.focus, what="agency", noun="agency", yes_no=False, negative=False)
        return agencies(replace(question, asked=asked, focus=focus))
    return None


def _compared(question: Question) -> Result:
    """Which of two agencies has a role in more tasks, or in fewer."""
    asked = question.asked
    if asked.has("difference"):
        return None
    role = "coordinate" if asked.has("coordinate") and not asked.has("lead") else "lead"
    offices = [iri for _, some in asked.agencies for iri in some]
    scope = base_scope(asked, ("task",), question.vocabulary)
    with_years(scope, asked, question.vocabulary)
    scope.tests.append(lambda point: point.has(role, offices))
    chosen = choose(question, scope, question.topic, many=True)
    if chosen is None:
        return None
    words = ", ".join(mention.text for mention, _ in asked.agencies)
    extra = [Condition("part-of-office", {"agencies": offices}, words)]
    aggregate: Aggregate = "least" if asked.has("least", "lower") else "most"
    show = "leads" if role == "lead" else "coordinators"
    return propose(question, show, scope, chosen, aggregate=aggregate, extra=extra)


def _merged(question: Question) -> Question:
    """The question with its agencies as one condition that any of them meets."""
    agencies = question.asked.agencies
    mention = replace(agencies[0][0], text=", ".join(each.text for each, _ in agencies))
    offices = [iri for _, some in agencies for iri in some]
    return replace(question, asked=replace(question.asked, agencies=[(mention, offices)]))


def _part(question: Question) -> Result:
    """The part of the agency in a task, or in a duty of its own or of another."""
    mention, offices = question.asked.agencies[0]
    topic = question.topic.without_verb
    extra = [Condition("part-of-office", {"agencies": offices}, mention.text)]
    for kind, show, relations in _PARTS:
        scope = base_scope(question.asked, (kind,), question.vocabulary)
        scope.tests.append(partial(_has_part, relations, offices, kind))
        chosen = choose(question, scope, topic, many=False)
        if chosen is not None:
            return propose(question, show, scope, chosen, extra=extra, missing="part")
    return None


_PARTS = (("task", "parts", ("lead", "coordinate")), ("duty", "duty-parts", ("agent", "partner")))


def _has_part(relations: Sequence[str], offices: Sequence[str], kind: str, point: Point) -> bool:
    """Whether an agency has a part in a point that says which."""
    told = kind == "task" or point.has("role", ("lead", "coordinate"))
    return told and any(point.has(relation, offices) for relation in relations)
