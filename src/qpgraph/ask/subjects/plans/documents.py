"""What plans say of themselves: number, date, signer, recipients, issuer, period; the newest of documents."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

import re
from collections.abc import Iterable

from qpgraph.ask.planning.form import Aggregate, Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.subjects.acts.act_facts import precision
from qpgraph.ask.subjects.acts.acts import acts_scope, asks_party_plan, chosen_bases, types_asked
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.plans.recipients import of_kind, received, receivers
from qpgraph.ask.subjects.plans.report_parties import through_whom
from qpgraph.ask.vocabulary import Thing
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["newest", "plan_fact", "plan_facts", "plans", "roles_named"]

_DATED = ("issued", "signer", "signer-role", "number", "issuer")
_PLAN_FACTS = (
    ("recipient", "plan-recipients", "recipient"),
    ("signer-role", "plan-signer-role", "signer-role"),
    ("either-role", "plan-signer-role", "signer-role"),
    ("signer", "plan-signer", "signer"),
    ("issuer", "plan-issuer", "issuer"),
    ("issued", "plan-date", "date"),
    ("number", "plan-number", "number"),
    ("period", "plan-period", "period"),
    ("document-type", "plan-type", "type"),
)


_NOT_OF_PLANS = (
    "noun-task",
    "noun-target",
    "report",
    "replace",
    "amend",
    "noun-step",
    "noun-duty",
    "lead",
    "coordinate",
)


def plan_facts(question: Question) -> Result:
    """Number, date, signer, issuer, period, recipients of plans."""
    asked, focus = question.asked, question.focus
    either = asked.has("either-role")
    exists = focus.what == "exists" and not either
    audience = asked.has("noun-audience") and not asked.has("recipient")
    audience = audience or (focus.negative and asked.has("noun-budget", "noun-catalogue", "noun-standard"))
    other = audience or bool(asked.acts or asked.refs) or asked.has(*_NOT_OF_PLANS)
    if other or exists or asks_party_plan(question):
        return None
    legal = asked.has("noun-legal") and not _of_plans_alone(question)
    if legal or any("repor" in cue.text or "bao cao" in fold(cue.text) for cue in asked.all("report-to")):
        return None
    fact = plan_fact(question)
    if fact is None and _says_nothing_else(question):
        named = Condition("plan", {"plans": asked.plans}, ", ".join(asked.used.values()))
        return Proposal(Form(shows()["plans"], asked.language, conditions=(named,)))
    shared = fact is not None and fact[0] == "recipient" and asked.has("common", "both")
    if shared or (fact is not None and asked.has("most", "least")):
        return Refusal("not-heeded")
    proposed = asked.has("proposer") and asked.has("who", "noun-agency", "issuer")
    reported = asked.has("deadline", "report-to", "by-year", "twice") or through_whom(question)
    reported = reported and asked.has("noun-report")
    if (
        fact is None
        or proposed
        or (fact[0] in ("recipient", "issued") and reported)
        or (focus.what == "count" and fact[0] != "recipient")
    ):
        return None
    roles = roles_named(question) if fact[0] == "signer" and not _which_holder(question) else []
    other = bool(asked.agencies) and not (roles or _issued(question))
    if other and fact[0] not in ("issuer", "issued", "recipient"):
        return None
    takers = {mention.text for mention, _ in receivers(question)} if fact[0] == "recipient" else set()
    if not _is_of_plans(question, takers):
        return None
    extra = received(question) if takers else []
    if fact[0] == "recipient" and not takers:
        return _plan_form(question, fact, of_kind(question), fact[1])
    if roles and focus.noun in ("plan", "province"):
        extra = [Condition("signed-as", {"roles": roles}, ", ".join(roles))]
    return _plan_form(question, fact, extra)


def _issued(question: Question) -> list[str]:
    """The plans that the agencies named issued: "who signed on behalf of Can Tho's People's Committee"."""
    offices = {office for _, found in question.asked.agencies for office in found}
    return [plan.iri for plan in question.vocabulary.of_kind("plan") if plan.one("issuer") in offices]


def _of_plans_alone(question: Question) -> bool:
    """Whether "documents" are the plans: those named by number, or asked what only plans tell."""
    said = {fold(cue.text) for cue in question.asked.all("noun-legal")}
    alone = question.asked.has("signer", "signer-role", "recipient", "period") or _is_numbered(question)
    return (
        alone and not question.asked.has("based-on") and said <= set(question.lexicon.lists["any-document"])
    )


def _says_nothing_else(question: Question) -> bool:
    """Whether a plan's number is all that a question has."""
    names = {cue.name for cue in question.asked.cues}
    alone = names <= {"definition", "noun-plan", "noun-legal", "which-before", "which-after", "list"}
    return alone and not question.topic and _is_numbered(question) and not question.asked.refs


def _is_numbered(question: Question) -> bool:
    """Whether a plan is named by its number."""
    asked = question.asked
    return any(any(map(str.isdigit, asked.used.get(plan, ""))) for plan in asked.plans)


_CHAIR = re.compile(r"\bchair(?:wom[ae]n|person)?\b")
_VICE = re.compile(r"\b(?:vice|deputy)[- ]chairman\b")


def _which_holder(question: Question) -> bool:
    """Whether the name of one who holds an office is asked for ("Phó Chủ tịch nào ký")."""
    return any(pattern.search(question.folded) for pattern in question.lexicon.patterns["holder-asked"])


def roles_named(question: Question) -> list[str]:
    """The offices of signers that are named, the longest one only ("Phó Chủ tịch" is no "Chủ tịch")."""
    said = f" {_VICE.sub('vice chairman', _CHAIR.sub('chairman', question.folded))} "
    plans_known = question.vocabulary.of_kind("plan")
    roles = {role for plan in plans_known for role in plan.relations["signer-role"] if fold(role) in said}
    return [role for role in roles if not any(role != one and fold(role) in fold(one) for one in roles)]


def _is_of_plans(question: Question, takers: Iterable[str]) -> bool:
    """Whether plans are named, and nothing is said that is not in their titles."""
    asked = question.asked
    labels = [keys(name) for plan in question.vocabulary.of_kind("plan") for name in plan.label.values()]
    own = {word for label in labels for word in label}
    topic = question.topic.without(*takers)
    small = question.lexicon.lists["said-of-plans"]
    if any(not set(term.typed) <= own and fold(term.text) not in small for term in topic.terms):
        return False
    named = bool(asked.plans) or asked.has("noun-plan")
    return named or (bool(asked.provinces) and not topic)


def _plan_form(
    question: Question, fact: tuple[str, str, str], extra: list[Condition], shown: str = "plans"
) -> Result:
    """What is shown of which plans."""
    asked, focus = question.asked, question.focus
    named = Condition("plan", {"plans": plans(question)}, ", ".join(dict.fromkeys(asked.used.values())))
    conditions = [named, *extra]
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    show = shown if extra else fact[1]
    whole = question.vocabulary.is_period(year for _, year in asked.years)
    years = [] if whole else [str(year) for _, year in asked.years]
    days = [*asked.dates, *years] if fact[0] in _DATED else []
    if days:
        conditions.append(Condition("dated", {"dates": days}, ", ".join(days)))
        show = "plans" if focus.noun in ("plan", "province") else show
    elif fact[0] == "issued":
        conditions += precision(question)
    unnumbered = any("no" in fold(cue.text).split() for cue in asked.all("numeric"))
    if focus.negative or (unnumbered and fact[0] == "number"):
        return _lacking(question, named, fact[0])
    first = asked.has("earliest") or (asked.has("came-first") and len(asked.provinces) > 1)
    last = asked.has("latest") or (asked.has("came-last") and len(asked.provinces) > 1)
    if first or last:
        show, aggregate = "plans", "worst" if first else "best"
    form = Form(shows()[show], asked.language, conditions=tuple(conditions), aggregate=aggregate)
    return Proposal(form, missing=fact[2])


def plan_fact(question: Question) -> tuple[str, str, str] | None:
    """The fact of a plan that is asked for; none where another act's is, "by which decision"."""
    asked = question.asked
    types = types_asked(question)
    if (question.focus.noun == "legal" and (asked.has("based-on") or types)) or (
        types and asked.has("based-on")
    ):
        return None
    sent = asked.has("report-to") and (asked.has("noun-plan") or _is_numbered(question))
    sent = sent and not asked.has("report", "noun-report")
    if sent and not asked.has("noun-step"):
        return _PLAN_FACTS[0]
    fact = next((each for each in _PLAN_FACTS if asked.has(each[0])), None)
    named = asked.has("who") or any({"who", "ai"} & set(keys(cue.text)) for cue in asked.all("signer"))
    if fact and fact[0] == "signer" and question.focus.what == "time" and not named:
        return next(each for each in _PLAN_FACTS if each[0] == "issued")
    dated = question.focus.what == "time" and bool(asked.plans) and not asked.refs
    dated = dated and not asked.has("report", "noun-report", "report-to")
    if fact is None and dated and not question.topic and asked.has("day-asked"):
        return next(each for each in _PLAN_FACTS if each[0] == "issued")
    if fact and fact[0] == "issued" and question.focus.what == "agency":
        return next(each for each in _PLAN_FACTS if each[0] == "issuer")
    return fact


_LACKING = {"signer": "no-signer", "number": "no-number", "issued": "no-day", "signer-role": "no-signer-role"}


def _lacking(question: Question, named: Condition, fact: str) -> Result:
    """The plans that don't state a fact."""
    if fact not in _LACKING or question.focus.noun not in ("plan", "province") or question.topic:
        return None
    said = [cue.text for cue in question.asked.all("not", "numeric", fact) if cue.text]
    lacking = Condition(_LACKING[fact], {}, ", ".join(said))
    return Proposal(Form(shows()["plans"], question.asked.language, conditions=(named, lacking)))


def newest(question: Question) -> Result:
    """The earliest or latest plan or act."""
    asked = question.asked
    if len(asked.acts) > 1 and asked.has("came-first", "came-last") and not question.topic.terms:
        return _first_of(question)
    if (
        asked.has("report")
        or not asked.has("earliest", "latest")
        or question.focus.noun not in ("plan", "province", "legal")
    ):
        return None
    aggregate: Aggregate = "worst" if asked.has("earliest") else "best"
    if question.focus.noun == "legal" and (asked.has("based-on") or not asked.has("every", "noun-plan")):
        return _newest_act(question, aggregate)
    form = Form(
        shows()["plans"],
        asked.language,
        conditions=(Condition("plan", {"plans": plans(question)}),),
        aggregate=aggregate,
    )
    return Proposal(form)


def _first_of(question: Question) -> Proposal:
    """The first or the last of the acts named."""
    asked = question.asked
    aggregate: Aggregate = "worst" if asked.has("came-first") else "best"
    words = ", ".join(asked.used[act] for act in asked.acts)
    conditions = (Condition("act", {"acts": asked.acts}, words),)
    return Proposal(Form(shows()["acts"], asked.language, conditions=conditions, aggregate=aggregate))


def _newest_act(question: Question, aggregate: Aggregate) -> Result:
    """The earliest or latest of the acts that the plans of a place stand on."""
    chosen = chosen_bases(question, acts_scope(question))
    if chosen is None:
        return None
    acts = sorted({act for point in chosen.points for act in point.relations["legal"]})
    words = ", ".join(condition.words for condition in chosen.conditions if condition.words)
    conditions = (Condition("act", {"acts": acts}, words),)
    form = Form(shows()["acts"], question.asked.language, conditions=conditions, aggregate=aggregate)
    return Proposal(form, tuple(chosen.points))


def plans(question: Question) -> list[str]:
    """The addresses of the plans that a question is about."""
    asked = question.asked
    if asked.plans:
        return asked.plans
    plans = _of_period(question, question.vocabulary.of_kind("plan"))
    told = asked.has("signer", "signer-role", "number", "period")
    if told and not asked.provinces and (issued := _issued(question)):
        return issued
    here = [plan for plan in plans if not asked.provinces or plan.one("province") in asked.provinces]
    if asked.has("noun-plan") and asked.provinces:
        own = [plan for plan in here if (plan.one("type") or "").endswith("ke-hoach")]
        here = own or here
    return [plan.iri for plan in here]


def _of_period(question: Question, plans: list[Thing]) -> list[Thing]:
    """The plans whose first and last year are named; all, where none are."""
    years = {str(year) for _, year in question.asked.years}
    return [plan for plan in plans if {plan.one("start"), plan.one("end")} == years] or plans
