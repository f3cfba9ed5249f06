"""Whether one document was issued before another: "was Hai Phong's plan issued before Can Tho's?"."""

from qpgraph.ask.planning.form import Condition, Form, shows
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.reading.whether import said_not
from qpgraph.ask.subjects.acts.acts import says_only_names
from qpgraph.ask.subjects.choosing import Result
from qpgraph.ask.subjects.plans.documents import plans

__all__ = ["older"]

_LATER = ("after", "came-last", "latest")
_ORDERS = ("before", "came-first", "earliest", *_LATER)
_NOT_OF_DATES = ("noun-task", "noun-step", "report", "noun-report")
_PAIR = 2


def older(question: Question) -> Result:
    """Whether the first of two documents named is older, or newer, than the second."""
    asked, things = question.asked, question.vocabulary.things
    ordered = asked.has("came-first", "came-last") or (asked.has("issued", "signer") and asked.has(*_ORDERS))
    if (
        question.focus.what != "exists"
        or not ordered
        or asked.has(*_NOT_OF_DATES)
        or asked.refs
        or said_not(asked)
    ):
        return None
    documents = _named(question)
    if len(documents) != _PAIR or not says_only_names(question, documents):
        return None
    one, other = (things[each].one("date") or "" for each in documents)
    if not (one and other) or one.startswith(other) or other.startswith(one):
        return Refusal("empty")
    found = documents[:1] if (one > other) == asked.has(*_LATER) else ["urn:none"]
    piece, slot = ("act", "acts") if things[documents[0]].kind == "legal" else ("plan", "plans")
    said = [*asked.used.values(), *(cue.text for cue in asked.all(*_ORDERS, "issued", "signer") if cue.text)]
    condition = Condition(piece, {slot: found}, ", ".join(said))
    return Proposal(Form(shows()[slot], asked.language, conditions=(condition,), aggregate="exists"))


def _named(question: Question) -> list[str]:
    """The two acts or plans named, in the order of the question."""
    asked, things = question.asked, question.vocabulary.things
    if not asked.acts and not asked.has("noun-plan", "noun-act", "noun-legal"):
        return []
    found = [*asked.acts, *(plans(question) if asked.plans or not asked.acts else ())]
    begins: dict[str, int] = {}
    for mention in asked.mentions:
        for value in mention.values("province"):
            begins.setdefault(value, mention.first)
    for number, word in enumerate(asked.words):
        begins.setdefault(word.folded, number)

    def place(document: str) -> int:
        used = asked.used.get(document, "").casefold().split()
        return begins.get(used[-1] if used else things[document].one("province") or "", -1)

    order = sorted(found, key=place)
    return order if all(place(each) >= 0 for each in order) else []
