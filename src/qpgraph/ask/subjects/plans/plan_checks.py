"""Whether a plan was signed by one, sent to one, or issued on a day."""

import re

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.reading.whether import said_not
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.plans.documents import plan_fact, plans, roles_named
from qpgraph.ask.subjects.plans.recipients import received, receivers
from qpgraph.ask.subjects.plans.signers import signers_named
from qpgraph.ask.subjects.refusals import not_stated
from qpgraph.ask.words.words import OR

__all__ = ["plan_check"]


def plan_check(question: Question) -> Result:
    """Whether a plan was signed by one, sent to one, or issued on a day."""
    asked = question.asked
    if asked.has("report"):
        return None
    if (
        question.focus.what != "exists"
        or asked.acts
        or asked.has("either-role")
        or not (asked.has("noun-plan", "every", "shared") or asked.plans)
    ):
        return None
    conditions = [Condition("plan", {"plans": plans(question)}, ", ".join(asked.used.values()))]
    fact = plan_fact(question)
    sent = bool(fact and fact[0] == "recipient" and receivers(question))
    if _one_of_two_years(question) or (sent and _may_be_one_of_many(question)):
        return Refusal("not-heeded")
    if sent:
        conditions += received(question)
    elif _checks_number(question):
        things = question.vocabulary.things
        here = [plan for plan in asked.plans if things[plan].one("province") in asked.provinces]
        conditions = [Condition("plan", {"plans": here or ["urn:none"]}, ", ".join(asked.used.values()))]
    elif asked.has("issued", "signer") and (asked.dates or asked.years) and not asked.agencies:
        conditions = _dated(question, conditions)
    elif asked.has("signer") and (names := signers_named(question)):
        conditions.append(Condition("signed", {"names": names}, ", ".join(names)))
    elif asked.has("signer") and (roles := roles_named(question)):
        if (unknown := _without_role(question)) is not None:
            return unknown
        conditions.append(Condition("signed-as", {"roles": roles}, ", ".join(roles)))
    elif _only_states(question) and (stated := next((each for each in _STATED if asked.has(each)), "")):
        having = [plan for plan in plans(question) if _states(question, plan, stated)]
        words = ", ".join([*asked.used.values(), *(cue.text for cue in asked.all(stated) if cue.text)])
        conditions = [Condition("plan", {"plans": having or ["urn:none"]}, words)]
    else:
        return None
    return Proposal(Form(shows()["plans"], asked.language, conditions=tuple(conditions), aggregate="exists"))


def _one_of_two_years(question: Question) -> bool:
    """Whether it is asked which of two years a plan is of."""
    asked = question.asked
    return len({*asked.dates, *asked.years}) > 1 and bool(OR & {word.folded for word in asked.words})


def _dated(question: Question, conditions: list[Condition]) -> list[Condition]:
    """That plans are of the day or year named; all of them, where all are meant."""
    asked, things = question.asked, question.vocabulary.things
    days = [*asked.dates, *(str(year) for _, year in asked.years)]
    dates = [things[plan].one("date") or "" for plan in plans(question)]
    if asked.has("every", "shared") and not all(date.startswith(day) for date in dates for day in days):
        conditions = [Condition("plan", {"plans": ["urn:none"]}, ", ".join(asked.used.values()))]
    return [*conditions, *(Condition("dated", {"dates": [day]}, day) for day in days)]


_STATING = re.compile(
    r"\b(?:state|give|name|show|mention|bear|carry|have|include|contain|say|tell|ghi|neu|co|mang)s?\b"
)
_STATED = ("number", "signer-role", "signer")


def _only_states(question: Question) -> bool:
    """Whether all that is asked is if plans state a fact: "does the plan give the signer's name"."""
    asked = question.asked
    other = (
        asked.has("issued")
        or said_not(asked)
        or question.topic
        or asked.agencies
        or asked.refs
        or asked.years
    )
    return bool(_STATING.search(question.folded)) and not other


def _states(question: Question, plan: str, fact: str) -> bool:
    """Whether a plan states its number, or who signed it."""
    thing = question.vocabulary.things[plan]
    return any("/" in name for name in thing.names) if fact == "number" else bool(thing.one(fact))


_OF_NUMBERS = {"yes-no-start", "yes-no-end", "number", "noun-plan", "noun-legal"}
"""The cues that a question has which only checks the number of a plan."""


def _checks_number(question: Question) -> bool:
    """Whether all that is asked is if a plan has the number named."""
    asked = question.asked
    numbered = any(any(map(str.isdigit, asked.used.get(plan, ""))) for plan in asked.plans)
    alone = {cue.name for cue in asked.cues} <= _OF_NUMBERS
    return asked.has("number") and numbered and alone and not question.topic and not asked.agencies


_MANY = ("Các sở", "Các ban", "Các cơ quan", "Các đơn vị", "Các tổ chức")


def _may_be_one_of_many(question: Question) -> bool:
    """Whether a department is named that a plan is sent to, if at all, as one of all departments."""
    things = question.vocabulary.things
    named = [office for _, offices in receivers(question) for office in offices]
    departments = [office for office in named if things[office].name("vi").startswith(("Sở", "Ban "))]
    taken = {to for plan in plans(question) for to in things[plan].relations["recipient"]}
    groups = [things[to].name("vi") for to in taken if to in things]
    return bool(departments) and not taken & set(named) and any(name.startswith(_MANY) for name in groups)


def _without_role(question: Question) -> Refusal | None:
    """That a plan asked about doesn't state the office of who signed it."""
    things, language = question.vocabulary.things, question.asked.language
    silent = [iri for iri in plans(question) if not things[iri].relations.get("signer-role")]
    if not silent:
        return None
    return not_stated(question, "signer-role", ", ".join(things[iri].name(language) for iri in silent))
