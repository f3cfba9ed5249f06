"""Which standards and tools the points of plans name, and how provinces share them."""

from qpgraph.ask.planning.form import Aggregate, Condition
from qpgraph.ask.planning.picking import choose, in_words, propose
from qpgraph.ask.planning.question import Question, Refusal, relaxed
from qpgraph.ask.reading.sharing import Sharing, read_sharing
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.subjects.choosing import ANY, Result, texts
from qpgraph.search.text import fold

__all__ = ["of_iso", "standards"]

_DIFFER = frozenset(("khac", "differ", "differs", "different", "difference", "unlike"))


def standards(question: Question) -> Result:
    """Which standards and tools points name."""
    asked, focus = question.asked, question.focus
    if focus.noun != "standard":
        return None
    named = any(term.standards for term in question.topic.terms)
    if (named and asked.has("most", "least")) or (asked.has("lead", "coordinate") and not asked.agencies):
        return None
    if len(asked.provinces) > 1 and _DIFFER & {word.folded for word in asked.words}:
        return None
    every = [thing.iri for thing in question.vocabulary.of_kind("province")]
    sharing = read_sharing(asked, every)
    if sharing is not None:
        question = relaxed(question)
    scope = question.scope(*(focus.kinds or ANY))
    topic = question.topic.without(
        *texts(question, "tieu chuan", "standards", "standard", "cong cu", "tools", "iso")
    )
    if asked.has("most", "least"):
        topic = Topic([term for term in topic.terms if not term.loose], topic.weights)
    scope.tests.append(lambda point: bool(point.relations.get("standard")))
    picked = choose(question, scope, topic, many=True) or (
        topic and choose(question, scope, topic, many=False)
    )
    if not picked:
        return Refusal("empty") if asked.refs and not topic else None
    picked = in_words(topic, picked)
    extra = _as_shared(question, sharing, every) if sharing is not None else []
    if asked.has("only") and asked.provinces and sharing is None:
        extra = [Condition("only-there")]
    extra += of_iso(question)
    aggregate: Aggregate = "count" if focus.what == "count" else "list"
    if asked.has("most", "least"):
        aggregate = "most" if asked.has("most") else "least"
    return propose(question, "standards", scope, picked, aggregate=aggregate, extra=extra)


def _as_shared(question: Question, sharing: Sharing, every: list[str]) -> list[Condition]:
    """The conditions on which provinces name a standard, and which don't."""
    used = question.asked.used
    found = [
        Condition("in-both", {"province": [place]}, used.get(place, "")) for place in sorted(sharing.having)
    ]
    if sharing.lacking:
        lacking = sorted(sharing.lacking)
        words = ", ".join(used.get(place, "") for place in lacking)
        found.append(Condition("without-standard-of", {"provinces": lacking}, words))
    if sharing.least > 1 or sharing.most is not None:
        found.append(Condition("standard-one-of", {"standards": _so_many(question, sharing)}, sharing.words))
    return found


def _so_many(question: Question, sharing: Sharing) -> list[str]:
    """The standards that as many provinces name as the question says."""
    places: dict[str, set[str]] = {}
    for point in question.vocabulary.points.values():
        for standard in point.relations.get("standard", ()):
            places.setdefault(standard, set()).add(point.province)
    return sorted(each for each, having in places.items() if sharing.holds(having)) or ["urn:none"]


def of_iso(question: Question) -> list[Condition]:
    """The condition that a standard is one of ISO, where "which ISO standards" asks for these alone."""
    cues = [cue for cue in question.asked.all("noun-standard") if "iso" in fold(cue.text).split()]
    said = [cue.text for cue in cues] or texts(question, "iso")
    known = question.vocabulary.of_kind("standard")
    ours = [each.iri for each in known if fold(each.name("vi")).startswith(("iso", "tcvn iso"))]
    return [Condition("standard-one-of", {"standards": ours}, said[0])] if said and ours else []
