"""Why a question has no answer: another place, nothing of the kind, a premise that is wrong."""

from qpgraph.ask.planning import Question, Refusal, relaxed
from qpgraph.ask.words import keys

__all__ = ["elsewhere", "others", "why_not"]


def elsewhere(question: Question) -> Refusal | None:
    """A place without a plan in the graph, unless the graph's own words name it."""
    places = question.asked.places
    if not places:
        return None
    for place in places:
        names = [f" {' '.join(keys(name))} " for name in question.lexicon_place(place)]
        named = [
            point
            for point in question.vocabulary.points.values()
            if any(name in point.text for name in names)
        ]
        if named and (
            question.asked.has("amend", "replace") or question.topic.fits(named, lambda point: True)[:1]
        ):
            best = question.topic.fits(named, lambda point: True)
            if question.asked.has("amend", "replace") or (
                best and best[0].score >= 0.9 and len(question.topic.terms) > 1
            ):
                continue
        return Refusal("elsewhere", {"place": place})
    return None


def why_not(question: Question) -> Refusal:
    """The reason why nothing fits: a wrong premise is named, else the words that the documents don't have."""
    asked = question.asked
    topic = question.topic
    if asked.refs and not topic:
        return Refusal("no-match", {"words": ", ".join(asked.refs)})
    everything = [point for point in question.vocabulary.points.values() if point.kind != "defect"]
    nearest = tuple(fit.point for fit in topic.fits(everything, lambda point: True)[:5]) if topic else ()
    if asked.provinces and topic:
        first = ("task", "duty") if question.focus.what == "agency" else ("target", "task", "measure", "duty")
        kinds = question.focus.kinds or first
        for kind in kinds:
            elsewhere = [place for place in others(question, kind) if place not in asked.provinces]
            if elsewhere:
                things = question.vocabulary.things
                values = {
                    "place": ", ".join(things[place].name(asked.language) for place in asked.provinces),
                    "others": ", ".join(things[place].name(asked.language) for place in elsewhere),
                    "words": ", ".join(term.text for term in topic.terms),
                    "kind": kind,
                }
                return Refusal("premise", values, nearest)
    if topic:
        missing = topic.unmatched(everything)
        words = ", ".join(missing or [term.text for term in topic.terms])
        return Refusal("no-match", {"words": words}, nearest)
    return Refusal("nothing", {}, nearest)


def others(question: Question, kind: str) -> list[str]:
    """The provinces that do have such points."""
    scope = relaxed(question).scope(kind)
    fits = question.topic.fits(question.points(scope), lambda point: bool(point.values) or kind != "target")
    return list(
        dict.fromkeys(
            fit.point.province for fit in fits if fit.score >= 0.8 and fit.score >= fits[0].score - 0.12
        )
    )
