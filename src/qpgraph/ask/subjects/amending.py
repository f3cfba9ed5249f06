"""The laws whose names say that they amend others, asked for as a kind ("which amending laws")."""

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.picking import propose
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.subjects.acts import acts_scope, chosen_bases
from qpgraph.ask.subjects.choosing import Result, exists, has
from qpgraph.search.text import fold

__all__ = ["amending_laws"]

_NEAR = 3


def amending_laws(question: Question) -> Result:
    """Which amending laws there are, how many, and of when."""
    asked, focus = question.asked, question.focus
    if asked.acts or asked.has("noun-task", "lead", "coordinate") or not _are_asked(question):
        return None
    heads = question.lexicon.lists["amending-act"]
    acts = sorted(
        act.iri for act in question.vocabulary.of_kind("legal") if fold(act.name("vi")).startswith(heads)
    )
    words = ", ".join(cue.text for cue in asked.all("amend"))
    scope = acts_scope(question)
    scope.add(Condition("with-act", {"acts": acts}, words), has("legal", acts))
    chosen = chosen_bases(question, scope)
    if chosen is None:
        return None
    points = chosen.points
    if focus.what == "exists":
        return exists(question, scope, chosen, "bases")
    if focus.what == "province":
        return propose(
            question, "provinces", scope, chosen, aggregate="without" if focus.negative else "list"
        )
    if focus.what == "time" or asked.has("issued", "deadline"):
        found = sorted({act for point in points for act in point.relations["legal"]})
        condition = Condition("act", {"acts": found}, ", ".join(each.words for each in chosen.conditions))
        return Proposal(Form(shows()["act-date"], asked.language, conditions=(condition,)), tuple(points))
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    return propose(question, "bases", scope, chosen, aggregate=aggregate)


def _are_asked(question: Question) -> bool:
    """Whether the word for amending stands beside the word for a law."""
    laws = [
        cue for cue in question.asked.all("noun-act") if fold(cue.text) in question.lexicon.lists["act-luat"]
    ]
    return any(
        law.last < amend.first <= law.last + _NEAR or amend.last + 1 == law.first
        for law in laws
        for amend in question.asked.all("amend")
        if amend.text
    )
