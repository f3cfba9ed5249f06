"""Why a question has no answer: another place, nothing of the kind, a premise that is wrong."""

from collections.abc import Sequence
from itertools import pairwise

from qpgraph.ask.checks.narrowing import asking_places
from qpgraph.ask.planning.question import Question, Refusal, relaxed
from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = [
    "elsewhere",
    "none_in_role",
    "not_listed",
    "not_stated",
    "other_deed",
    "others",
    "which_one",
    "why_not",
]


def elsewhere(question: Question) -> Refusal | None:
    """A place without a plan in the graph, unless the graph's own words name it."""
    places = _places_asked(question.asked)
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


_COMPARING = ("higher", "lower", "compare", "same", "difference", "most", "least")


def _places_asked(asked: Asked) -> list[str]:
    """The places without a plan, less those only told beside a sentence that asks of a province with one."""
    if not asked.places:
        return []
    asking = asking_places(asked)
    here = any(each.is_a("province") and each.first in asking for each in asked.mentions)
    here = here or any(cue.first in asking for cue in asked.all("noun-province"))
    if not here or asked.has(*_COMPARING):
        return asked.places
    told = [each for each in asked.mentions if each.is_a("place") and each.first not in asking]
    return [place for place in asked.places if not any(place in each.values("place") for each in told)]


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
        for kind in kinds if not _is_there(question) else ():
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
    if refused := none_in_role(question):
        return refused
    if topic and _is_there(question) and not asked.unknown and not topic.unmatched(everything):
        return Refusal("not-heeded", {}, nearest)
    if topic:
        missing = topic.unmatched(everything)
        words = ", ".join(missing or [term.text for term in topic.terms])
        return Refusal("no-match", {"words": words}, nearest)
    return Refusal("nothing", {}, nearest)


_THERE = 0.7


def _is_there(question: Question) -> bool:
    """Whether a point of the places named is about the topic: then they don't lack it."""
    return any(
        question.topic.score(point) >= _THERE
        for point in question.vocabulary.points.values()
        if point.province in question.asked.provinces and point.kind in ("target", "task", "measure", "duty")
    )


def others(question: Question, kind: str) -> list[str]:
    """The provinces that do have such points."""
    scope = relaxed(question).scope(kind)
    fits = question.topic.fits(question.points(scope), lambda point: bool(point.values) or kind != "target")
    return list(
        dict.fromkeys(
            fit.point.province for fit in fits if fit.score >= 0.8 and fit.score >= fits[0].score - 0.12
        )
    )


_NEAR = 3
_NAMES = frozenset(("name", "names", "ten"))


_IS = frozenset(("la", "is", "are", "was", "will", "be", "the", "a", "an", "cac", "nhung"))


def _is_who(asked: Asked, who: Cue, first: int) -> bool:
    """Whether nothing but "is" stands between "who" and a word: "who is the contractor"."""
    between = {word.folded for word in asked.words[who.last + 1 : first]}
    return bool(between) and who.last < first and between <= _IS


_EVERY = frozenset(("cac", "nhung", "the", "all"))


def which_one(question: Question) -> Refusal | None:
    """Which enterprise, university or person: the plans name none."""
    asked = question.asked
    whos = asked.all("who")
    instances = question.lexicon.lists["instances"]
    pairs = list(pairwise(asked.words))
    members = [mention for mention, _ in asked.agencies if fold(mention.text) in instances]
    spans = [(mention.first, mention.last, mention.text) for mention in (*asked.topics, *members)]
    spans += [
        (place, place + 1, f"{one.folded} {two.folded}") for place, (one, two) in enumerate(pairs) if whos
    ]
    spans += [(place, place, asked.words[place].exact) for place in asked.unknown]
    for first, last, text in spans:
        names = {word.folded for word in asked.words[max(first - _NEAR, 0) : first]} & _NAMES
        said = " ".join(word for word in fold(text).split() if word not in _EVERY)
        if said not in instances and not (names and said.startswith(instances)):
            continue
        if whos and not any(_is_who(asked, cue, first) for cue in whos):
            continue
        after = bool(whos) or any(_is_beside(asked, cue.last + 1, first) for cue in asked.all("which-after"))
        before = any(
            fold(cue.text) == "nao" and _is_beside(asked, last + 1, cue.first)
            for cue in asked.all("which-before")
        )
        if after or before or names:
            nearest = question.topic.fits(question.vocabulary.points.values(), lambda point: True)[:5]
            named = " ".join(word for word in text.split() if fold(word) not in _EVERY)
            return Refusal("which-one", {"words": named}, tuple(fit.point for fit in nearest))
    return None


_SPECIFIC = frozenset(("cu", "the", "specific", "particular", "individual", "exact"))


def _is_beside(asked: Asked, start: int, end: int) -> bool:
    """Whether only words that tell a thing from its like stand between: "which consulting firm"."""
    between = range(start, end)
    return start <= end and all(
        place in asked.unknown or asked.words[place].folded in _SPECIFIC for place in between
    )


def none_in_role(question: Question) -> Refusal | None:
    """An agency that is named in the place asked about, but not in the role asked about."""
    asked, things = question.asked, question.vocabulary.things
    if len(asked.agencies) != 1 or not asked.has("lead", "coordinate", "part"):
        return None
    mention, offices = asked.agencies[0]
    said = {cue.name for cue in asked.all("lead", "coordinate")}
    here = [
        point
        for point in question.vocabulary.points.values()
        if point.kind in ("duty", "task", "reporting")
        and (not asked.provinces or point.province in asked.provinces)
        and (not asked.plans or point.plan in asked.plans)
        and any(point.has(role, offices) for role in ("lead", "coordinate", "agent", "partner", "reporter"))
    ]
    if not question.topic.terms and any(point.has(role, offices) for point in here for role in said):
        return None
    if len(question.topic.terms) and not any(question.topic.score(point) > 0 for point in here):
        return None
    here.sort(key=lambda point: (not point.has("agent", offices), not point.has("lead", offices)))
    role = next(name for name in ("lead", "coordinate", "part") if asked.has(name))
    places = [things[place].name(asked.language) for place in asked.provinces]
    agency = things[offices[0]].name(asked.language) if offices else mention.text
    values = {"agency": agency, "place": ", ".join(places) or "-", "role": role}
    return Refusal("no-role", values, tuple(here))


_DEEDS = ("issued", "issuer", "signer", "amend", "replace", "proposer")


def other_deed(question: Question, points: Sequence[Point]) -> Refusal | None:
    """What "who" does by the word after it, where no point found tells of that: "who checks its work"."""
    asked = question.asked
    roles = {cue.first for cue in asked.all("lead", "coordinate", "part")}
    after = {cue.last + 1 for cue in asked.all("who")} - roles
    objects = {mention.first for mention, _ in asked.agencies}
    deeds = {
        topic.text
        for topic in asked.topics
        if topic.first in after and not objects & {topic.last + 1, topic.last + 2}
    }
    acts = [cue for cue in asked.all(*_DEEDS) if cue.first in after and cue.text]
    if any(not any(set(keys(cue.text)) <= point.words for point in points) for cue in acts):
        return Refusal("nothing", {}, tuple(points))
    loose = {asked.words[place].folded for place in after & set(asked.unknown)} if asked.refs else set()
    terms = [
        term
        for term in question.topic.terms
        if term.text in deeds or (not term.foreign and fold(term.text).split()[0] in loose)
    ]
    fits = [term.fit(point, question.topic.weights) for term in terms for point in points]
    return Refusal("nothing", {}, tuple(points)) if fits and not any(fits) else None


def not_listed(question: Question, classes: Sequence[str]) -> Refusal:
    """That the plan of a place has no list of such points: then none can be counted."""
    asked, things = question.asked, question.vocabulary.things
    named = {*asked.provinces} or {str(things[plan].one("province")) for plan in asked.plans}
    places = sorted(things[place].name(asked.language) for place in named)
    told = [question.lexicon.sentences[f"class-{name}"][asked.language] for name in classes]
    return Refusal("not-listed", {"place": ", ".join(places), "things": ", ".join(told)})


def not_stated(question: Question, fact: str, things: str) -> Refusal:
    """That the documents don't state a fact of some things; the fact by its name in `sentences.yaml`."""
    told = question.lexicon.sentences[f"fact-{fact}"][question.asked.language]
    return Refusal("not-stated", {"fact": told, "things": things, "doubt": ""})
