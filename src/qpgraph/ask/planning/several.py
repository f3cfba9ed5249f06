"""Several facts of a document asked for in one breath: "what is it about, and when was it issued"."""

import re
from dataclasses import replace

from qpgraph.ask.planning.form import Show
from qpgraph.ask.planning.question import Proposal, Question

__all__ = ["facts_too"]

_FACTS = {
    "title": ("title", "act_title"),
    "number": ("number", "id"),
    "document-type": ("type",),
    "issuer": ("issuer",),
    "signer": ("signer",),
    "signer-role": ("signer_role",),
    "issued": ("date",),
    "period": ("start", "end"),
}
"""Cues to the columns that tell what they ask for."""
_PLAIN = ("title", "number", "type", "issuer", "signer", "signer_role", "date", "start", "end")
"""The columns that any plan may have."""
_WHAT_IT_IS = re.compile(
    r"\bwhat (?:is|was) (?:it|this|that)\b(?! \S*(?:number|date|called))|\bwhat it is\b"
    r"|\bwhat is .{0,40}\babout\b"
)
_OF_PLANS = ("plan-number", "plan-date", "plan-signer", "plan-signer-role", "plan-issuer", "plan-type")
_OF_ACTS = ("act-date", "act-issuer", "act-title", "act-type", "acts", "bases")


def facts_too(question: Question, proposal: Proposal) -> Proposal:
    """The proposal with all facts told that are asked for, where what is shown is a document."""
    show = proposal.form.show
    if proposal.form.aggregate not in ("list", "best", "worst"):
        return proposal
    if show.name in _OF_PLANS:
        show = _with_columns(question, show)
    elif show.name not in (*_OF_ACTS, "plans"):
        return proposal
    told = tuple(name for name in _asked(question) if name in show.columns[1:])
    return replace(proposal, form=replace(proposal.form, show=replace(show, told=told)))


def _asked(question: Question) -> list[str]:
    """The columns that the cues ask for."""
    asked = question.asked
    cues = [cue for cue in _FACTS if asked.has(cue)]
    if asked.has("signer-role", "either-role") and not _names_person(question):
        cues = [cue for cue in cues if cue != "signer"]
    found = [column for cue in cues for column in _FACTS[cue]]
    if _WHAT_IT_IS.search(question.folded):
        found += ["title", "act_title"]
    if asked.has("when", "deadline", "day-asked", "month-asked") or (
        question.focus.what == "time" and not asked.has("period")
    ):
        found.append("date")
    if asked.has("who", "whose") and not asked.has("signer", "signer-role"):
        found.append("issuer")
    return list(dict.fromkeys(found))


def _names_person(question: Question) -> bool:
    """Whether the name of the one who signed is asked for, not only the office."""
    return bool({"who", "whose", "ai", "nguoi", "ten", "name", "ong"} & set(question.folded.split()))


def _with_columns(question: Question, show: Show) -> Show:
    """What is shown of a plan, with the columns of the other facts that are asked for."""
    more = [column for column in _asked(question) if column in _PLAIN]
    first, *rest = show.columns
    pieces = show.pieces
    if "signer_role" in more and "show-signer-role" not in pieces:
        pieces = (*pieces, "show-signer-role")
    return replace(show, columns=tuple(dict.fromkeys((first, *more, *rest))), pieces=pieces)
