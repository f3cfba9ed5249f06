"""What a question takes for granted of who signed a document, and its answer does not have."""

import re

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.search.text import fold

__all__ = ["signed"]


_SIGNED_BY = re.compile(
    r"(?:signed by|signature of|ký bởi|do (?:ông|bà)|(?:ông|bà))(?: (?:Mr|Mrs|Ms)\.?)?"
    r" ((?:[^\W\d_a-z]\w+ ){1,3}[^\W\d_a-z]\w+)"
)


def signed(question: Question, proposal: Proposal) -> list[str]:
    """The words on a signature that the answer does not take up."""
    return [*_of_acts(question, proposal), *_signed_by_other(question, proposal)]


def _of_acts(question: Question, proposal: Proposal) -> list[str]:
    """The word for signing, where it is told who issued an act: plans don't say who signed it."""
    shown = proposal.form.show
    issued = shown.name.startswith("act") and shown.columns[0] == "issuer" and "signer" not in shown.columns
    return [cue.text for cue in question.asked.all("signer") if issued and cue.text][:1]


def _signed_by_other(question: Question, proposal: Proposal) -> list[str]:
    """The person who is said to have signed a plan, if not one of those shown says so."""
    asked, plans = question.asked, question.vocabulary.of_kind("plan")
    shown = {
        plan
        for condition in proposal.form.conditions
        if condition.piece == "plan"
        for plan in condition.values["plans"]
    }
    known = {name for plan in plans for name in plan.relations["signer"]}
    named = {name for name in known if f" {fold(name)} " in f" {question.folded} "}
    if asked.has("signer") and (said := _SIGNED_BY.search(asked.text)) and not asked.agencies:
        named.add(said.group(1))
    ours = {name for plan in plans if plan.iri in shown for name in plan.relations["signer"]}
    others = sorted(named - ours) if shown and proposal.form.aggregate != "exists" else []
    return others[:1]
