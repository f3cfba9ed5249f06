"""Several facts of one thing asked for in one breath: "what is it about, and when was it issued".

Each further clause of a question wants facts; the columns that tell them are put beside what is shown.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from qpgraph.ask.planning.form import Show
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.further import facts_wanted
from qpgraph.ask.vocabulary import Point

__all__ = ["facts_too", "untold"]

_OF_DOCUMENTS = {
    "title": ("title", "act_title"),
    "number": ("number", "id"),
    "ref": ("number", "id"),
    "type": ("type",),
    "issuer": ("issuer",),
    "doer": ("issuer",),
    "signer": ("signer",),
    "signer-role": ("signer_role",),
    "date": ("date",),
    "time": ("date",),
    "period": ("start", "end"),
    "place": ("province",),
}
"""Facts of plans and acts to the columns that tell them."""
_CUES = {
    **{name: name for name in ("title", "number", "issuer", "signer", "signer-role", "period")},
    "document-type": "type",
    "issued": "date",
}
_PLAIN = ("title", "number", "type", "issuer", "signer", "signer_role", "date", "start", "end")
"""The columns that any plan may have."""
_WHAT_IT_IS = re.compile(
    r"\bwhat (?:is|was) (?:it|this|that)\b(?! \S*(?:number|date|called))|\bwhat it is\b"
    r"|\bwhat is .{0,40}\babout\b"
)
_OF_PLANS = ("plan-number", "plan-date", "plan-signer", "plan-signer-role", "plan-issuer", "plan-type")
_OF_ACTS = ("act-date", "act-issuer", "act-title", "act-type", "acts", "bases")
_WIDE = ("list", "best", "worst")
_MEASURED = {"amount": ("amount", "value", "total"), "quantity": ("value", "total")}
"""Facts that are told wherever points are compared by them."""


@dataclass(frozen=True)
class _Fact:
    """How a fact of points is told."""

    fact: str
    of: frozenset[str]
    columns: tuple[str, ...]
    piece: str
    states: tuple[str, ...]

    def stated(self, points: Iterable[Point]) -> bool:
        """Whether one of the points has it."""
        return not self.states or any(
            point.values if name == "values" else point.relations.get(name)
            for point in points
            for name in self.states
        )


@cache
def _facts() -> tuple[_Fact, ...]:
    text = (Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8")
    return tuple(
        _Fact(each["fact"], frozenset(each["of"]), tuple(each["columns"]), each["piece"], tuple(each["states"]))
        for each in yaml.load(text, Loader=yaml.CSafeLoader)
    )


def facts_too(question: Question, proposal: Proposal) -> Proposal:
    """The proposal with all facts told that are asked for."""
    form = proposal.form
    wanted = [fact for clause in question.asked.further for fact in _wanted(clause)]
    named = "place" if form.show.name == "provinces" else "ref"
    if form.aggregate == "count" and {*wanted} & {named, "task", "target"} and len(wanted) == 1:
        return replace(proposal, form=replace(form, aggregate="list"))
    if form.aggregate not in _WIDE:
        return proposal
    show = form.show
    if show.name in (*_OF_PLANS, *_OF_ACTS, "plans"):
        show = _of_document(question, show)
    for fact in filter(None, (_told_by(proposal, name) for name in wanted)):
        show = _with(show, fact, question.asked.language)
    return replace(proposal, form=replace(form, show=show))


def untold(question: Question, proposal: Proposal) -> list[str]:
    """The further clauses of a question whose facts an answer doesn't tell."""
    return [
        clause.text
        for clause in question.asked.further
        if not all(_tells(proposal, fact) for fact in _wanted(clause))
    ]


def _wanted(clause: Asked) -> list[str]:
    """The facts that a clause asks for; money of each year is another than the total."""
    each = clause.has("annual", "each-year", "by-year")
    return [
        f"{fact}-yearly" if each and fact in ("amount", "quantity") else fact for fact in facts_wanted(clause)
    ]


def _tells(proposal: Proposal, name: str) -> bool:
    form = proposal.form
    if form.show.measure in _MEASURED.get(name, ()):
        return True
    if form.aggregate not in _WIDE:
        return False
    if not form.classes or form.show.name == "bases":
        return bool({*form.show.told, *form.show.columns[:1]} & set(_OF_DOCUMENTS.get(name, ())))
    fact = _told_by(proposal, name)
    return fact is not None and fact.columns[0] in form.show.columns


def _told_by(proposal: Proposal, name: str) -> _Fact | None:
    """How a fact of the points that are shown is told, if they all may have it and one of them does."""
    classes = set(proposal.form.classes)
    if not classes or proposal.form.show.name in _OF_ACTS:
        return None
    found = (each for each in _facts() if each.fact == name and (not each.of or classes <= each.of))
    return next((each for each in found if each.stated(proposal.points)), None)


def _with(show: Show, fact: _Fact, language: str) -> Show:
    """What is shown, with the columns of a fact."""
    named = f"{fact.columns[0]}_{language}"
    told = dict.fromkeys((*show.told, named if named in fact.columns else fact.columns[0]))
    if fact.columns[0] in show.columns:
        return replace(show, told=tuple(told)) if fact.columns[0] not in _BESIDE else show
    columns = dict.fromkeys((show.columns[0], *fact.columns, *show.columns))
    pieces = dict.fromkeys((*show.pieces, fact.piece))
    return replace(show, columns=tuple(columns), pieces=tuple(pieces), told=tuple(told))


_BESIDE = ("ref", "province", "title")
"""Columns that a sentence tells with every point."""


def _of_document(question: Question, show: Show) -> Show:
    """What is shown of a plan or an act, with the columns of the other facts that are asked for."""
    asked = _asked(question)
    if show.name in _OF_PLANS:
        show = _with_columns(asked, show)
    elif "province" in asked and "province" not in show.columns:
        columns = (show.columns[0], "province", *show.columns[1:], "plan")
        show = replace(show, columns=columns, pieces=(*show.pieces, "also-places"))
    return replace(show, told=tuple(name for name in asked if name in show.columns[1:]))


def _asked(question: Question) -> list[str]:
    """The columns that the cues ask for, and those of further clauses."""
    asked = question.asked
    facts = [fact for cue, fact in _CUES.items() if asked.has(cue)]
    if asked.has("signer-role", "either-role") and not _names_person(question):
        facts = [fact for fact in facts if fact != "signer"]
    if _WHAT_IT_IS.search(question.folded):
        facts.append("title")
    if asked.has("when", "deadline", "day-asked", "month-asked") or (
        question.focus.what == "time" and not asked.has("period")
    ):
        facts.append("date")
    if asked.has("who", "whose") and not asked.has("signer", "signer-role"):
        facts.append("issuer")
    facts += [fact for clause in asked.further for fact in facts_wanted(clause)]
    return list(dict.fromkeys(column for fact in facts for column in _OF_DOCUMENTS.get(fact, ())))


def _names_person(question: Question) -> bool:
    """Whether the name of the one who signed is asked for, not only the office."""
    return bool({"who", "whose", "ai", "nguoi", "ten", "name", "ong"} & set(question.folded.split()))


def _with_columns(asked: list[str], show: Show) -> Show:
    """What is shown of a plan, with further columns."""
    more = [column for column in asked if column in _PLAIN]
    first, *rest = show.columns
    pieces = show.pieces
    if "signer_role" in more and "show-signer-role" not in pieces:
        pieces = (*pieces, "show-signer-role")
    return replace(show, columns=tuple(dict.fromkeys((first, *more, *rest))), pieces=pieces)
