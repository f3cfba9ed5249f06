"""What plans and legal documents say of themselves: number, date, signer, issuer, period, title."""

# A decision returns where it is made.
# ruff: noqa: PLR0911

from qpgraph.ask.form import Aggregate, Condition, Form, shows
from qpgraph.ask.linking import Mention
from qpgraph.ask.planning import Proposal, Question
from qpgraph.ask.scope import base_scope
from qpgraph.ask.subjects.acts import types_asked
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.words import keys
from qpgraph.search.text import fold

__all__ = ["act", "newest", "plan_check", "plan_facts", "plans"]

_DATED = ("issued", "signer", "signer-role", "number", "issuer")
_PLAN_FACTS = (
    ("recipient", "plan-recipients", "recipient"),
    ("signer-role", "plan-signer-role", "signer-role"),
    ("signer", "plan-signer", "signer"),
    ("issuer", "plan-issuer", "issuer"),
    ("issued", "plan-date", "date"),
    ("number", "plan-number", "number"),
    ("period", "plan-period", "period"),
    ("document-type", "plan-type", "type"),
)


def act(question: Question) -> Result:
    """Facts of a legal document that is named."""
    asked = question.asked
    whose = asked.has("issuer", "whose")
    if not asked.acts or (asked.has("replace", "amend") and not whose):
        return None
    if question.focus.what in ("province", "exists") and not (whose and question.focus.what == "province"):
        return None
    if asked.has("noun-step", "noun-task", "noun-target", "noun-measure", "lead", "coordinate", "report"):
        return None
    titles = {
        word
        for act in asked.acts
        for name in question.vocabulary.things[act].label.values()
        for word in keys(name)
    }
    types = {
        form for name, forms in question.lexicon.lists.items() if name.startswith("act-") for form in forms
    }
    if any(fold(term.text) not in types and not set(term.typed) <= titles for term in question.topic.terms):
        return None
    if asked.has("issuer", "who", "whose") or (question.focus.noun == "agency" and asked.has("issued")):
        show = "act-issuer"
    elif asked.has("issued", "when", "deadline"):
        show = "act-date"
    elif asked.has("document-type"):
        show = "act-type"
    elif _of_others(question):
        return None
    else:
        show = "act-title"
    named = Condition("act", {"acts": asked.acts}, ", ".join(asked.used[act] for act in asked.acts))
    conditions = (named, *(_precision(question) if show == "act-date" else ()))
    form = Form(shows()[show], asked.language, conditions=conditions)
    return Proposal(form, missing=show.removeprefix("act-"))


def _precision(question: Question) -> tuple[Condition, ...]:
    """That a date has its day, or its month, where these are asked for."""
    if question.asked.has("day-asked"):
        return (Condition("with-day"),)
    return (Condition("with-month"),) if question.asked.has("month-asked") else ()


def _of_others(question: Question) -> bool:
    """Whether the act is only what something else is asked by."""
    asked, focus = question.asked, question.focus
    return (
        (focus.noun == "legal" and asked.has("noun-act", "noun-legal"))
        or focus.noun in ("plan", "province")
        or (asked.has("noun-plan") and asked.has("based-on"))
        or focus.what in ("count", "value")
    )


def plan_facts(question: Question) -> Result:
    """Number, date, signer, issuer, period of plans."""
    asked = question.asked
    if asked.acts or asked.has(
        "noun-task",
        "noun-target",
        "report",
        "noun-legal",
        "replace",
        "amend",
        "noun-step",
        "noun-duty",
    ):
        return None
    if any("repor" in cue.text or "báo cáo" in cue.text for cue in asked.all("report-to")):
        return None
    fact = _plan_fact(question)
    if question.focus.what == "exists" or (
        question.focus.what == "count" and (fact is None or fact[0] != "recipient")
    ):
        return None
    if (
        fact is None
        or (asked.agencies and fact[0] not in ("issuer", "issued", "recipient"))
        or asked.has("lead", "coordinate")
    ):
        return None
    labels = [keys(name) for plan in question.vocabulary.of_kind("plan") for name in plan.label.values()]
    own = {word for label in labels for word in label}
    takers = {mention.text for mention, _ in receivers(question)} if fact[0] == "recipient" else set()
    topic = question.topic.without(*takers)
    if any(not set(term.typed) <= own for term in topic.terms):
        return None
    if not (asked.provinces or asked.plans or asked.has("noun-plan")):
        return None
    if topic and not (asked.plans or asked.has("noun-plan")):
        return None
    if fact[0] == "issued" and question.focus.what == "agency":
        fact = _PLAN_FACTS[1]
    chosen = plans(question)
    conditions = [Condition("plan", {"plans": chosen}, ", ".join(dict.fromkeys(asked.used.values())))]
    aggregate: Aggregate = "count" if question.focus.what == "count" else "list"
    show = fact[1]
    if fact[0] == "recipient" and takers:
        conditions += received(question)
        show = "plans"
    days = [*asked.dates, *(str(year) for _, year in asked.years)] if fact[0] in _DATED else []
    if days:
        conditions.append(Condition("dated", {"dates": days}, ", ".join(days)))
        show = "plans" if question.focus.noun in ("plan", "province") else show
    elif fact[0] == "issued":
        conditions += _precision(question)
    if question.focus.negative:
        return _lacking(question, conditions, fact[0])
    if asked.has("earliest", "latest"):
        show, aggregate = "plans", "worst" if asked.has("earliest") else "best"
    form = Form(shows()[show], asked.language, conditions=tuple(conditions), aggregate=aggregate)
    return Proposal(form, missing=fact[2])


def _plan_fact(question: Question) -> tuple[str, str, str] | None:
    """The fact of a plan that is asked for; none where another act's is, "by which decision"."""
    asked = question.asked
    if question.focus.noun == "legal" and (asked.has("based-on") or types_asked(question)):
        return None
    sent = asked.has("report-to") and asked.has("noun-plan") and not asked.has("report", "noun-report")
    if sent and not asked.has("noun-step"):
        return _PLAN_FACTS[0]
    return next((each for each in _PLAN_FACTS if asked.has(each[0])), None)


_LACKING = {"signer": "no-signer", "number": "no-number", "issued": "no-day", "signer-role": "no-signer-role"}


def _lacking(question: Question, conditions: list[Condition], fact: str) -> Result:
    """The plans that don't state a fact."""
    if fact not in _LACKING or question.focus.noun not in ("plan", "province"):
        return None
    kept = [condition for condition in conditions if condition.piece == "plan"]
    lacking = Condition(
        _LACKING[fact], {}, ", ".join(filter(None, (cue.text for cue in question.asked.all("not", fact))))
    )
    form = Form(shows()["plans"], question.asked.language, conditions=(*kept, lacking))
    return Proposal(form)


def received(question: Question) -> list[Condition]:
    """That a plan is sent to the agencies named."""
    return [
        Condition("with-recipient", {"agencies": offices}, mention.text)
        for mention, offices in receivers(question)
    ]


def receivers(question: Question) -> list[tuple[Mention, list[str]]]:
    """The agencies named, and the collectives ("communes") that plans are sent to."""
    things = question.vocabulary.things
    found = list(question.asked.agencies)
    for mention in question.asked.topics:
        kinds = set(mention.values("agency"))
        offices = [
            iri
            for iri, thing in things.items()
            if thing.kind == "agency" and (iri in kinds or kinds & set(thing.relations["kind"]))
        ]
        if offices:
            found.append((mention, offices))
    return found


def newest(question: Question) -> Result:
    """The earliest or latest plan or act."""
    asked = question.asked
    if not asked.has("earliest", "latest") or question.focus.noun not in ("plan", "province", "legal"):
        return None
    aggregate: Aggregate = "worst" if asked.has("earliest") else "best"
    if question.focus.noun == "legal":
        conditions = tuple(_place_conditions(question))
        return Proposal(Form(shows()["acts"], asked.language, conditions=conditions, aggregate=aggregate))
    form = Form(
        shows()["plans"],
        asked.language,
        conditions=(Condition("plan", {"plans": plans(question)}),),
        aggregate=aggregate,
    )
    return Proposal(form)


def _place_conditions(question: Question) -> list[Condition]:
    """The acts that the plans of a place stand on."""
    conditions = base_scope(question.asked, (), question.vocabulary).conditions
    named = {name: values for condition in conditions for name, values in condition.values.items()}
    points = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "legal-basis"
        and point.plan in named.get("plans", [point.plan])
        and point.province in named.get("provinces", [point.province])
    ]
    acts = sorted({act for point in points for act in point.relations["legal"]})
    words = ", ".join(condition.words for condition in conditions)
    return [Condition("act", {"acts": acts}, words)]


def plans(question: Question) -> list[str]:
    """The addresses of the plans that a question is about."""
    asked = question.asked
    if asked.plans:
        return asked.plans
    plans = question.vocabulary.of_kind("plan")
    here = [plan for plan in plans if not asked.provinces or plan.one("province") in asked.provinces]
    if asked.has("noun-plan") and asked.provinces:
        own = [plan for plan in here if (plan.one("type") or "").endswith("ke-hoach")]
        here = own or here
    return [plan.iri for plan in here]


def plan_check(question: Question) -> Result:
    """Whether a plan was signed by one, sent to one, or issued on a day."""
    asked = question.asked
    if question.focus.what != "exists" or asked.acts or not (asked.has("noun-plan") or asked.plans):
        return None
    conditions = [Condition("plan", {"plans": plans(question)}, ", ".join(asked.used.values()))]
    sent = _plan_fact(question)
    if sent and sent[0] == "recipient" and receivers(question):
        conditions += received(question)
    elif asked.has("issued", "signer") and (asked.dates or asked.years) and not asked.agencies:
        days = [*asked.dates, *(str(year) for _, year in asked.years)]
        conditions += [Condition("dated", {"dates": [day]}, day) for day in days]
    elif asked.has("signer") and (names := _signers(question)):
        conditions.append(Condition("signed", {"names": names}, ", ".join(names)))
    else:
        return None
    return Proposal(Form(shows()["plans"], asked.language, conditions=tuple(conditions), aggregate="exists"))


def _signers(question: Question) -> list[str]:
    """The signers of plans who are named."""
    said = f" {question.folded} "
    names = {name for plan in question.vocabulary.of_kind("plan") for name in plan.relations["signer"]}
    return sorted(name for name in names if fold(name) in said)
