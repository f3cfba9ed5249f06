"""What is asked of the one who signed a plan, by name: which plan it is, in what office, on what day."""

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["of_signer", "signers_named"]

_FACTS = (
    ("signer-role", "plan-signer-role", "signer-role"),
    ("number", "plan-number", "number"),
    ("day-asked", "plan-date", "date"),
    ("when", "plan-date", "date"),
    ("recipient", "plan-recipients", "recipient"),
    ("issuer", "plan-issuer", "issuer"),
)
_OTHERS = (
    "noun-task",
    "noun-target",
    "noun-step",
    "noun-duty",
    "lead",
    "coordinate",
    "report",
    "replace",
    "not",
)


def of_signer(question: Question) -> Result:
    """The plan that one who is named signed, or a fact of it."""
    asked = question.asked
    names = signers_named(question)
    if not names or question.focus.what == "exists" or asked.has(*_OTHERS) or asked.acts or asked.agencies:
        return None
    plans = [
        plan for plan in question.vocabulary.of_kind("plan") if set(names) & set(plan.relations["signer"])
    ]
    fact = next((each for each in _FACTS if asked.has(each[0])), None)
    if fact is None and not asked.has("signer", "noun-plan", "noun-legal", "noun-province", "where"):
        return None
    here = [plan.iri for plan in plans if not asked.provinces or plan.one("province") in asked.provinces]
    if not here or (asked.plans and not set(asked.plans) <= set(here)):
        return Refusal("empty")
    own = {word for name in names for word in keys(name)}
    left = [term.text for term in question.topic.terms if not set(term.typed) <= own]
    small = question.lexicon.lists["said-of-plans"]
    if strange := [text for text in left if fold(text) not in small]:
        return Refusal("not-covered", {"words": ", ".join(strange)})
    words = ", ".join(asked.used.get(each, "") for each in (*asked.provinces, *asked.plans))
    conditions = (
        Condition("plan", {"plans": here}, words),
        Condition("signed", {"names": names}, ", ".join(names)),
    )
    show, missing = (fact[1], fact[2]) if fact else ("plans", None)
    return Proposal(Form(shows()[show], asked.language, conditions=conditions), missing=missing)


def signers_named(question: Question) -> list[str]:
    """The signers of plans who are named."""
    said = f" {question.folded} "
    names = {name for plan in question.vocabulary.of_kind("plan") for name in plan.relations["signer"]}
    return sorted(name for name in names if fold(name) in said)
