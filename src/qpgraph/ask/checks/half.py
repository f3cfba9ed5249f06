"""What a question asks for and an answer of its form leaves out, or only says back."""

import re

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.search.text import fold

__all__ = ["half_answered", "says_back"]

_THROUGH = re.compile(
    r"\b(?:qua|thong qua) (?:\S+ ){0,2}(?:nao|ai|dau)\b|\b(?:through|via|past) (?:which|whom|what|whose)\b"
)
_ANNEX = re.compile(
    r"\b(?:co|kem|kem theo|dinh kem|gom|has|have|having|with|includes?|contains?|attach(?:ed)?)"
    r" (?:\S+ ){0,2}(?:phu luc|annex|annexe|annexes|appendix|appendices)\b"
)
_WHAT_IT_SAYS = re.compile(
    r"\b(?:noi dung gi|noi ve gi|noi gi|ve cai gi|quy dinh gi|ve viec gi|ve van de gi)\b"
    r"|\bwhat (?:is|was) (?:it|this|that)\b(?! \S*(?:number|date|called))|\bwhat it is\b"
    r"|\bwhat .{0,40}about\b"
)
_AGENTS = ("agents", "leads", "coordinators", "partners", "parts")
_TITLES = frozenset(("title", "act_title"))
_OF_ANNEXES = frozenset(("Task", "BudgetItem", "BudgetTotal"))
"""What stands in annexes, if a plan has any."""
_LINKS = frozenset(("and", "va", "cung", "with"))


def half_answered(question: Question, proposal: Proposal) -> list[str]:
    """The words of a question that ask for what an answer of this form doesn't tell."""
    return [
        *_through(question, proposal),
        *_annex(question, proposal),
        *_content(question, proposal),
        *says_back(question, proposal),
        *_which_and_how_many(question, proposal),
    ]


def _through(question: Question, proposal: Proposal) -> list[str]:
    """Through whom something goes, where those who take part are shown."""
    found = _THROUGH.search(question.folded) if proposal.form.show.name.startswith(_AGENTS) else None
    return [found[0]] if found else []


def _annex(question: Question, proposal: Proposal) -> list[str]:
    """Whether there is an annex, where points are found that stand in none."""
    if set(proposal.form.classes) <= _OF_ANNEXES or not proposal.points:
        return []
    found = _ANNEX.search(question.folded) if proposal.form.aggregate in ("exists", "denied") else None
    pieces = {each.piece for each in proposal.form.conditions}
    return [found[0]] if found and pieces <= {"in-province", "in-plan"} else []


def _content(question: Question, proposal: Proposal) -> list[str]:
    """What an act says, where it is only told who stands on it."""
    shown = proposal.form.show
    found = _WHAT_IT_SAYS.search(question.folded)
    untold = not _TITLES & {*shown.told, *shown.columns[:1]}
    beside = shown.name == "provinces" or (shown.name.startswith("act-") and untold)
    if not (found and question.asked.acts and beside) or shown.name == "act-title":
        return []
    return [found[0]]


def says_back(question: Question, proposal: Proposal) -> list[str]:
    """The place that is asked for, where only the one that the question names is shown."""
    form, asked = proposal.form, question.asked
    pieces = {each.piece for each in form.conditions}
    if form.show.name != "provinces" or form.aggregate != "list" or "in-province" not in pieces:
        return []
    return [cue.text for cue in asked.all("where", "noun-province")][:1] if len(asked.provinces) == 1 else []


def _which_and_how_many(question: Question, proposal: Proposal) -> list[str]:
    """ "Which officials …, and how many of them" where only the number is shown."""
    asked = question.asked
    if proposal.form.show.name != "quantities" or proposal.form.aggregate != "list":
        return []
    many = [cue for cue in asked.all("how-many") if cue.first and asked.words[cue.first - 1].folded in _LINKS]
    return [cue.text for cue in asked.all("which-after") if many and _opens(question, cue)][:1]


def _opens(question: Question, cue: Cue) -> bool:
    """Whether "which" opens the question, before a noun of its own."""
    return cue.first <= 1 and fold(cue.text) in ("which", "what")
