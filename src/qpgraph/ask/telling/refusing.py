"""Why there is no answer, in words."""

from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.telling.sentences import labels, words

__all__ = ["fact_words", "refusal_words"]


def refusal_words(question: Question, refusal: Refusal) -> str:
    """Why there is no answer."""
    things = question.vocabulary.things
    values = dict(refusal.values)
    language = question.asked.language
    if refusal.reason == "elsewhere":
        place = next((each for each in question.lexicon.places if each.vi == values["place"]), None)
        provinces = ", ".join(
            sorted(thing.name(language) for thing in things.values() if thing.kind == "province")
        )
        name = (place.en if language == "en" else place.vi) if place else values["place"]
        known = {thing.name("vi") for thing in things.values() if thing.kind == "province"}
        now = words(question, "now", place=name, now=place.now) if place and place.now in known else ""
        return words(question, "elsewhere", place=name, provinces=provinces, now=now)
    if "kind" in values:
        values["kind"] = words(question, f"kind-{values['kind']}")
    if refusal.reason == "no-role":
        named = (f"{words(question, f'kind-{point.kind}')} {point.ref}" for point in refusal.points[:6])
        things_named = ", ".join(dict.fromkeys(named))
        values["role"] = words(question, f"role-{values['role']}")
        values["instead"] = words(question, "instead", things=things_named) if things_named else ""
    if refusal.reason in ("no-number", "premise-number"):
        values["things"] = labels(question, refusal.points)
    return words(question, refusal.reason, **values)


def fact_words(question: Question, fact: str, proposal: Proposal) -> str:
    """That the document doesn't state a fact, with its doubt on record if there is one."""
    points = list(proposal.points)
    plans = [
        value
        for condition in proposal.form.conditions
        for name in ("plans", "acts")
        for value in condition.values.get(name, ())
    ]
    if points:
        things = labels(question, points)
    else:
        things = ", ".join(
            question.vocabulary.things[str(plan)].name(question.asked.language) for plan in plans
        )
    doubt = _doubt(question, {point.iri for point in points} or {str(plan) for plan in plans}, fact)
    return words(question, "not-stated", fact=words(question, f"fact-{fact}"), things=things, doubt=doubt)


_FIELDS = {
    "time": ("schedule", "by", "start", "end"),
    "lead": ("lead",),
    "coordinate": ("coordinate",),
    "receiver": ("to",),
}


def _doubt(question: Question, about: set[str], fact: str) -> str:
    fields = _FIELDS.get(fact, (fact,))
    for point in question.vocabulary.points.values():
        if point.kind == "defect" and point.has("about", about) and point.has("field", fields):
            return words(question, "doubt", note=point.labels.get(question.asked.language, ""))
    return ""
