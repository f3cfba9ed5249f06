"""Who proposed a plan, and when: as far as a proposal is among the acts that it stands on."""

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.plans.documents import plans
from qpgraph.ask.subjects.refusals import not_stated
from qpgraph.search.text import fold

__all__ = ["proposed"]

_TYPE = "/to-trinh"
_NOT_OF_PLANS = (
    "noun-task",
    "noun-target",
    "noun-step",
    "noun-duty",
    "noun-budget",
    "noun-report",
    "report",
    "lead",
    "coordinate",
    "replace",
    "amend",
    "every",
    "how-often",
    "carries-out",
    "based-on",
)


def proposed(question: Question) -> Result:
    """The agency that proposed a plan, or the day of its proposal."""
    asked = question.asked
    dated = question.focus.what == "time" or asked.has("when", "deadline", "day-asked")
    named = _named(question)
    if not (asked.has("proposer") or named) or asked.has(*_NOT_OF_PLANS) or asked.refs:
        return None
    if not (dated or question.focus.what == "agency" or asked.has("issuer", "whose")):
        return None
    if any(pattern.search(question.folded) for pattern in question.lexicon.patterns["yearly-plan"]):
        return None
    if any(not _is_proposal(question, act) for act in asked.acts) or not _only_small(question):
        return None
    found = sorted(act for act in named or _proposals(question) if _is_by(question, act))
    if not found:
        return _untold(question) if asked.has("issued", "noun-plan") or _numbered(question) else None
    words = ", ".join([*dict.fromkeys(asked.used.values()), *(each.text for each, _ in asked.agencies)])
    show = "act-date" if dated and not asked.has("who", "issuer", "whose") else "act-issuer"
    condition = Condition("act", {"acts": found}, words)
    return Proposal(Form(shows()[show], asked.language, conditions=(condition,)), missing=show[4:])


def _is_proposal(question: Question, act: str) -> bool:
    return (question.vocabulary.things[act].one("type") or "").endswith(_TYPE)


def _named(question: Question) -> list[str]:
    """The proposals named: by number, or by the word for one."""
    if question.asked.acts:
        return [act for act in question.asked.acts if _is_proposal(question, act)]
    said = f" {question.folded} "
    forms = question.lexicon.lists["act-to-trinh"]
    return _proposals(question) if any(f" {form} " in said for form in forms) else []


def _proposals(question: Question) -> list[str]:
    """The proposals that the plans asked about stand on."""
    asked = question.asked
    if not (asked.plans or asked.provinces or asked.has("issued") or asked.agencies):
        return []
    here = set(plans(question))
    return [
        act
        for point in question.vocabulary.points.values()
        if point.kind == "legal-basis" and point.plan in here
        for act in point.relations["legal"]
        if _is_proposal(question, act)
    ]


def _is_by(question: Question, act: str) -> bool:
    """Whether an act is by all agencies named, those aside that issue plans."""
    issuer = question.vocabulary.things[act].one("issuer")
    issuers = {plan.one("issuer") for plan in question.vocabulary.of_kind("plan")}
    named = [set(offices) for _, offices in question.asked.agencies if not issuers & set(offices)]
    return all(issuer in offices for offices in named)


def _only_small(question: Question) -> bool:
    """Whether nothing is said besides who proposes, and what the document is called."""
    lists = question.lexicon.lists
    small = {*lists["said-of-acts"], *lists["said-of-proposals"], *lists["act-to-trinh"]}
    return all(fold(term.text) in small for term in question.topic.terms)


def _numbered(question: Question) -> bool:
    """Whether a plan is named by its number."""
    asked = question.asked
    return any(any(map(str.isdigit, asked.used.get(plan, ""))) for plan in asked.plans)


def _untold(question: Question) -> Refusal:
    """That a plan doesn't say who proposed it."""
    things, language = question.vocabulary.things, question.asked.language
    return not_stated(question, "proposer", ", ".join(things[iri].name(language) for iri in plans(question)))
