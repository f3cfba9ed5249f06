"""Several facts of one thing asked for in one breath: "what is it about, and when was it issued".

Each further clause of a question wants facts; the columns that tell them are put beside what is shown.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import yaml

from qpgraph.ask.planning.form import Show
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.further import facts_wanted
from qpgraph.ask.vocabulary import Point

__all__ = ["Fact", "facts", "facts_too", "untold"]

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
    "due": ("date",),
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
_NAMING = {"point": ("ref", "number", "task", "target"), "place": ("place",), "office": ("doer", "number")}
"""Facts that name what is counted, by its key."""
_NAMED = ("time", "due", "ref", "number", "task", "target", "title", "place")
"""Facts that an answer may begin with; another that it begins with was asked for before."""
_MEASURED = {"amount": ("amount", "value", "total"), "quantity": ("value", "total")}
"""Facts that are told wherever points are compared by them."""


@dataclass(frozen=True)
class Fact:
    """How a fact of points is told."""

    fact: str
    of: frozenset[str]
    columns: tuple[str, ...]
    piece: str
    states: tuple[str, ...]

    def stated(self, points: Sequence[Point]) -> float:
        """How many of the points have it, of one."""
        having = [
            not self.states
            or any(point.values if name == "values" else point.relations.get(name) for name in self.states)
            for point in points
        ]
        return sum(having) / len(having) if having else 0.0


@cache
def facts() -> tuple[Fact, ...]:
    """The facts of points that can be told besides what is first asked for (`facts.yaml`)."""
    text = (Path(__file__).parent / "facts.yaml").read_text(encoding="utf-8")
    return tuple(
        Fact(
            each["fact"], frozenset(each["of"]), tuple(each["columns"]), each["piece"], tuple(each["states"])
        )
        for each in yaml.load(text, Loader=yaml.CSafeLoader)
    )


def facts_too(question: Question, proposal: Proposal) -> Proposal:
    """The proposal with all facts told that are asked for."""
    form = proposal.form
    wanted = [fact for clause in question.asked.further for fact in _wanted(clause)]
    if (
        form.aggregate == "count"
        and len(wanted) == 1
        and wanted[0] in ("named", *_NAMING.get(form.show.key, ()))
    ):
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
    if name == "named" or form.show.measure in _MEASURED.get(name, ()):
        return True
    if form.aggregate not in _WIDE:
        return False
    if not form.classes or form.show.name == "bases":
        told = (*form.show.told, *form.show.columns[:1], "province")
        columns = {column.removesuffix("_en") for column in told if column in form.show.columns}
        return bool(columns & {*_OF_DOCUMENTS.get(name, ())})
    fact, show = _told_by(proposal, name), form.show
    if fact is None or fact.columns[0] != show.columns[0]:
        return fact is not None and fact.columns[0] in show.columns
    return name in _NAMED or bool({*fact.columns[1:]} & {*show.told})


def _told_by(proposal: Proposal, name: str) -> Fact | None:
    """How a fact of the points that are shown is told, if they all may have it and one of them does."""
    classes = set(proposal.form.classes)
    if not classes or proposal.form.show.name in _OF_ACTS:
        return None
    found = [each for each in facts() if each.fact == name and (not each.of or classes <= each.of)]
    best = max(found, key=lambda each: each.stated(proposal.points), default=None)
    return best if best and (best.stated(proposal.points) or not best.states) else None


def _with(show: Show, fact: Fact, language: str) -> Show:
    """What is shown, with the columns of a fact."""
    if fact.columns[0] == show.columns[0]:
        return replace(show, told=tuple(dict.fromkeys((*show.told, *fact.columns[1:2]))))
    again = (show.name, fact.fact) in _SHOWN
    told = dict.fromkeys((*show.told, *([] if again else [_named(fact, fact.columns[0], language)])))
    if fact.columns[0] in show.columns:
        return replace(show, told=tuple(told)) if fact.columns[0] not in _BESIDE else show
    columns = dict.fromkeys((show.columns[0], *fact.columns, *show.columns))
    pieces = dict.fromkeys((*show.pieces, fact.piece))
    return replace(show, columns=tuple(columns), pieces=tuple(pieces), told=tuple(told))


def _named(of: Show | Fact, column: str, language: str) -> str:
    """The column in the asker's language, if there is one."""
    named = f"{column}_{language}"
    return named if named in of.columns else column


_SHOWN = (("leads", "doer"), ("agents", "doer"), ("coordinators", "coordinate"))
"""Facts that are what is shown already."""
_BESIDE = ("ref", "province", "title")
"""Columns that a sentence tells with every point."""


def _of_document(question: Question, show: Show) -> Show:
    """What is shown of a plan or an act, with the columns of the other facts that are asked for."""
    asked, language = _asked(question), question.asked.language
    if show.name in _OF_PLANS:
        show = _with_columns(asked, show)
    elif "province" in asked and "province" not in show.columns:
        columns = (show.columns[0], "province", *show.columns[1:], "plan")
        show = replace(show, columns=columns, pieces=(*show.pieces, "also-places"))
    told = [name for name in asked if name in show.columns[1:] and name != "province"]
    return replace(show, told=tuple(_named(show, name, language) for name in told))


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
        pieces, more = (*pieces, "show-signer-role"), [*more, "signer_role_en"]
    return replace(show, columns=tuple(dict.fromkeys((first, *more, *rest))), pieces=pieces)
