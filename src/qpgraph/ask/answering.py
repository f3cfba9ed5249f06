"""What answers a question: the subjects are tried in order, and the first that fits is taken.

A subject looks at the cues, chooses the points and says what is shown; it returns None when the
question is not its own, and a `Refusal` when it is but has no answer.
"""

# A decision returns where it is made.

import re
from collections.abc import Callable, Sequence

from qpgraph.ask.checks.demands import denied_too
from qpgraph.ask.checks.halves import says_back
from qpgraph.ask.checks.narrowing import narrowing_words
from qpgraph.ask.checks.passing import failed
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.several import facts_too, untold
from qpgraph.ask.subjects.acts.act_facts import act
from qpgraph.ask.subjects.acts.carried_out import carried_out
from qpgraph.ask.subjects.acts.changes import changes
from qpgraph.ask.subjects.acts.laws import unknown_law
from qpgraph.ask.subjects.acts.legal import bases
from qpgraph.ask.subjects.catalogue import catalogue
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.money.budget import money
from qpgraph.ask.subjects.money.by_amount import by_amount
from qpgraph.ask.subjects.plans.documents import newest, plan_facts
from qpgraph.ask.subjects.plans.matters import matters
from qpgraph.ask.subjects.plans.older import older
from qpgraph.ask.subjects.plans.plan_checks import plan_check
from qpgraph.ask.subjects.plans.procedure import steps
from qpgraph.ask.subjects.plans.proposing import proposed
from qpgraph.ask.subjects.plans.provisions import definition, provisions
from qpgraph.ask.subjects.plans.reports import reports
from qpgraph.ask.subjects.plans.signers import of_signer
from qpgraph.ask.subjects.refusals import elsewhere, which_one, why_not
from qpgraph.ask.subjects.work.agencies import agencies
from qpgraph.ask.subjects.work.aims import aims
from qpgraph.ask.subjects.work.all_of import all_of
from qpgraph.ask.subjects.work.lists import lists, outputs
from qpgraph.ask.subjects.work.numbers import counts, values
from qpgraph.ask.subjects.work.parts import parts
from qpgraph.ask.subjects.work.provinces import provinces
from qpgraph.ask.subjects.work.sides import compared
from qpgraph.ask.subjects.work.standards import standards
from qpgraph.ask.subjects.work.sums import over_years, together
from qpgraph.ask.subjects.work.times import times
from qpgraph.ask.subjects.work.whole import whole
from qpgraph.ask.subjects.work.yes_no import yes_no
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["answerable"]


def answerable(question: Question) -> Proposal | Refusal:
    """What answers a question, or else that with its further clauses; or the reason why nothing does."""
    found = _answerable(question)
    if isinstance(found, Refusal) and (whole := question.whole) is not None:
        again = _answerable(whole)
        return again if isinstance(again, Proposal) else found
    return found


def _answerable(question: Question) -> Proposal | Refusal:
    """The first subject's proposal, or the reason why there is none."""
    if refused := elsewhere(question):
        return refused
    if (spoken := matters(question)) is not None:
        return _unless_said_back(question, spoken)
    if refused := _out_of_reach(question):
        return refused
    for subject in _SUBJECTS:
        found = subject(question)
        if isinstance(found, Proposal):
            found = facts_too(question, denied_too(question, found))
        if isinstance(found, Proposal) and (missing := failed(question, found)):
            said = [text for text in dict.fromkeys(missing) if fold(text) in question.folded]
            # What was read from words that stand apart has no words of its own to show.
            return Refusal("not-covered" if said else "not-heeded", {"words": ", ".join(said)}, found.points)
        if found is not None:
            return found
    return why_not(question)


def _unless_said_back(question: Question, found: Proposal | Refusal) -> Proposal | Refusal:
    """What was found, or a refusal where a further fact is left out or only the place named is told."""
    found = facts_too(question, found) if isinstance(found, Proposal) else found
    if isinstance(found, Proposal) and (said := untold(question, found) or says_back(question, found)):
        return Refusal("not-covered", {"words": ", ".join(said)}, found.points)
    return found


def _out_of_reach(question: Question) -> Refusal | None:
    """What no plan of the graph tells: other places and matters, names of people and firms, results."""
    asked = question.asked
    if not (asked.cues or asked.topics or asked.agencies or asked.acts or asked.plans or asked.refs):
        return Refusal("nothing")
    outside = [mention.text for mention in asked.mentions if mention.is_a("outside")]
    if outside and not _is_spoken_of(question, outside):
        return Refusal("no-match", {"words": ", ".join(outside)})
    if narrowed := narrowing_words(question):
        return Refusal("no-match", {"words": ", ".join(narrowed)})
    if refused := which_one(question):
        return refused
    return next((Refusal(reason) for reason in _REASONS if _is_reason(question, reason)), None)


def _is_spoken_of(question: Question, phrases: Sequence[str]) -> bool:
    """Whether a point has one of the phrases; a single syllable may be another word."""
    long = [f" {' '.join(keys(phrase))} " for phrase in phrases if len(keys(phrase)) > 1]
    return any(phrase in point.text for phrase in long for point in question.vocabulary.points.values())


_SUPPOSED = re.compile(r"\b(?:neu|if|gia (?:su|nhu|dinh))\b")
_REASONS = ("person", "contact", "outcome", "why")


def _is_reason(question: Question, reason: str) -> bool:
    asked = question.asked
    if reason == "person" and asked.has("head-of-office"):
        return True
    if not asked.has(reason):
        return False
    if reason == "outcome" and _SUPPOSED.search(question.folded):
        return False
    if reason == "person":
        return not asked.has("issued", "issuer", "signer", "lead", "coordinate")
    purpose = any(term.standards for term in question.topic.terms) and not asked.has("not")
    return not (reason == "why" and purpose)


_SUBJECTS: tuple[Callable[[Question], Result], ...] = (
    compared,
    changes,
    older,
    newest,
    carried_out,
    proposed,
    of_signer,
    act,
    plan_check,
    plan_facts,
    unknown_law,
    bases,
    reports,
    catalogue,
    provisions,
    steps,
    by_amount,
    money,
    aims,
    outputs,
    definition,
    parts,
    all_of,
    whole,
    yes_no,
    provinces,
    agencies,
    standards,
    together,
    over_years,
    counts,
    values,
    times,
    lists,
)
