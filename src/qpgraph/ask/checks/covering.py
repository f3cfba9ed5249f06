"""Whether an answer uses all that a question says; what it leaves out stops it."""

from collections.abc import Sequence
from math import log

from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.reading.money import amounts_beside, in_millions, is_about
from qpgraph.ask.reading.role_questions import one_of
from qpgraph.ask.reading.roles import advised
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys
from qpgraph.search.text import exact, fold, has_diacritics

__all__ = ["uncovered"]

_FIRM = 0.85
_LEGAL = ("legal", "cites", "replaces", "amends")
_ALIKE = 0.7
_RARE = 0.95
"""A word as rare is left out only where a number or a standard makes sure of the point."""
_PAIR, _APART = 2, 0.2
"""How well a point fits at most that has one of two syllables, mostly one word, and not the other."""
_HARMLESS = 0.3
"""A word that stands in so many points says little: it may be left out."""


def uncovered(question: Question, proposal: Proposal) -> list[str]:
    """The words and numbers of a question that neither a condition nor a point of the answer has."""
    said = fold(" ".join(each.words for each in proposal.form.conditions if each.piece != "these"))
    days = [*question.asked.dates, *question.asked.quarters.values()]
    if unused := [day for day in days if fold(day) not in said]:
        return unused
    listed = proposal.form.show.name == "points" and proposal.form.aggregate == "list"
    heeded = question.topic or question.asked.refs or "Reporting" in proposal.form.classes
    pieces = [each.piece for each in proposal.form.conditions]
    by_day = any(piece.startswith(("with-d", "with-month")) for piece in pieces)
    if question.asked.days and listed and not heeded and not by_day:
        return question.asked.days
    topic = question.topic if proposal.topic is None else proposal.topic
    if not proposal.points:
        return _unused_of_documents(question, proposal, topic, said)
    left = [term for term in topic.terms if not _covered(question, proposal, term, said)]
    missing = [] if _is_slight(question, proposal, left) else [term.text for term in left]
    missing += _unused_numbers(question, proposal, said)
    missing = [text for text in missing if text not in _years_of_acts(question)]
    missing += _unused_acts(question, proposal, said)
    missing += _unused_agencies(question, proposal, said)
    missing += _unused_places(question, proposal)
    return missing + _unused_years(question, proposal, said)


def _unused_of_documents(question: Question, proposal: Proposal, topic: Topic, said: str) -> list[str]:
    """The words of a topic that nothing has, where plans or provinces as such are told."""
    if proposal.form.show.name not in ("plans", "provinces") or proposal.form.aggregate == "exists":
        return []
    if question.asked.acts:
        return []
    small = question.lexicon.lists["said-of-plans"]
    left = [term for term in topic.terms if fold(term.text) not in small]
    return [term.text for term in left if not _covered(question, proposal, term, said)]


def _unused_numbers(question: Question, proposal: Proposal, said: str) -> list[str]:
    """The numbers named that neither a condition nor a point of the answer has; money by its amount."""
    # Of several points that are listed each must have the number.
    every = set.intersection if proposal.form.aggregate in ("list", "count") else set.union
    known = every(
        *({f"{value:g}" for value, _ in point.values} | set(point.words) for point in proposal.points)
    )
    asked = question.asked
    compared = any(each.piece.startswith("total-") for each in proposal.form.conditions)
    amounts = set() if compared else amounts_beside(question.vocabulary, proposal.points)
    left = []
    for place, number in asked.numbers:
        if amounts and (money := in_millions(asked, place, number)):
            text = fold(asked.text[asked.words[place].start : asked.words[place + 1].end])
            has = text in said or any(is_about(money, amount) for amount in amounts)
        else:
            has = f"{number:g}" in known or asked.words[place].folded in said
            has = has or f"{number:g}" in said.split()
        if not has:
            left.append(asked.words[place].exact)
    return left


_ADVISING = {"muu", "trinh", "advis", "submit"}
"""Words (their keys) of points in which somebody is advised or asked."""


def _unused_agencies(question: Question, proposal: Proposal, said: str) -> list[str]:
    """The agencies named that neither a condition nor a point of the answer has."""
    left = []
    things = question.vocabulary.things
    listed = proposal.form.show.name in ("points", "provinces") or proposal.form.aggregate == "count"
    quantity = all if listed else any
    advised_here = [mention for mention, _ in advised(question.asked)]
    for mention, offices in question.asked.agencies:
        if mention in advised_here and all(point.words & _ADVISING for point in proposal.points):
            continue
        name = f" {' '.join(keys(mention.text))} "
        named = {word for word in keys(mention.text) if word != "and"}
        kinds = {kind for iri in offices for kind in things[iri].relations.get("kind", ())}
        short = {each for kind in kinds if kind in things for each in things[kind].names if " " not in each}
        alike = {f" {' '.join(keys(each))} " for each in short}
        if fold(mention.text) not in said and not quantity(
            name in point.text
            or (point.kind == "budget" and any(each in point.text for each in alike))
            or (point.kind == "legal-basis" and named <= point.words)
            or any(set(values) & set(offices) for values in point.relations.values())
            for point in _context(question, proposal)
        ):
            left.append(mention.text)
    return [] if one_of(question.asked) and _has_one_of(question, proposal) else left


_ROLE_SHOWN = {"leads": "lead", "coordinators": "coordinate", "agents": "agent"}


def _has_one_of(question: Question, proposal: Proposal) -> bool:
    """Whether one of the agencies named has the role that is shown: "is it A or B that leads"."""
    role = _ROLE_SHOWN.get(proposal.form.show.name, "")
    offices = [office for _, some in question.asked.agencies for office in some]
    return any(point.has(role, offices) for point in proposal.points)


_DENIED = ("without-act-of", "without-standard-of")


def _unused_places(question: Question, proposal: Proposal) -> list[str]:
    """The provinces named that none of the points listed is of."""
    form, asked = proposal.form, question.asked
    if form.aggregate != "list" or form.show.name == "provinces":
        return []
    places = {point.province for point in proposal.points}
    denied = [each.values["provinces"] for each in form.conditions if each.piece.startswith(_DENIED)]
    places |= {str(place) for named in denied for place in named}
    left = [place for place in asked.provinces if place not in places]
    return [asked.used.get(place, place) for place in left if asked.names(place) or not form.classes]


def _unused_years(question: Question, proposal: Proposal, said: str) -> list[str]:
    """The years named that neither a condition nor a point of the answer has."""
    last = question.vocabulary.last_year
    years = [year for _, year in question.asked.years if year != last]
    if question.vocabulary.is_period([year for _, year in question.asked.years]):
        return []

    def has(point: Point, year: str) -> bool:
        times = (
            *point.relations.get("start", ()),
            *point.relations.get("end", ()),
            *point.relations.get("by", ()),
        )
        return year in point.words or year in times or year in {f"{value:g}" for value, _ in point.values}

    return [
        str(year)
        for year in years
        if str(year) not in said and not all(has(point, str(year)) for point in proposal.points)
    ]


def _is_stop(question: Question, text: str) -> bool:
    """Whether a word has no meaning of its own; with its marks, where the question has marks."""
    lexicon = question.lexicon
    if question.asked.language == "vi" and has_diacritics(question.asked.text):
        return text.casefold() in lexicon.stopwords or exact(text) in lexicon.stops_exact
    return fold(text) in lexicon.stops_folded


def _types(question: Question) -> set[str]:
    """What types of legal documents are called."""
    return {
        form for name, forms in question.lexicon.lists.items() if name.startswith("act-") for form in forms
    }


def _years_of_acts(question: Question) -> set[str]:
    """The years of the acts named: "the law of 2007"."""
    things = question.vocabulary.things
    return {(things[act].one("date") or "")[:4] for act in question.asked.acts}


def _unused_acts(question: Question, proposal: Proposal, said: str) -> list[str]:
    """The acts named that neither a condition nor a point of the answer has."""
    asked, things = question.asked, question.vocabulary.things
    points = _context(question, proposal)
    left = []
    for act in asked.acts:
        name = f" {' '.join(keys(asked.used[act]))} "
        title = {word for label in things[act].label.values() for word in keys(label)}
        if fold(asked.used[act]) not in said and not any(
            name in point.text
            or any(point.has(relation, [act]) for relation in _LEGAL)
            or (point.kind == "legal-basis" and len(title & point.words) >= _ALIKE * len(title))
            for point in points
        ):
            left.append(asked.used[act])
    return left


def _is_slight(question: Question, proposal: Proposal, left: Sequence[Term]) -> bool:
    """Whether what is left out is a small verb, or a known word beside all that names one point."""
    if any(term.foreign for term in left):
        return False
    if any(fold(term.text) in question.lexicon.lists["telling-apart"] for term in left):
        return False
    rest = [term for term in left if not term.verb]
    firm = [
        term
        for term in question.topic.terms
        if term not in left
        and all(term.fit(point, question.topic.weights) >= _FIRM for point in proposal.points)
    ]
    weights = question.topic.weights
    sure = bool(question.asked.refs) or any(term.standards for term in firm)
    weak = all(
        term.loose and len(term.typed) == 1 and (sure or weights.get(term.typed[0], 1.0) < _RARE)
        for term in rest
    )
    one = len({point.iri for point in proposal.points}) == 1
    named = any(condition.piece == "with-act" for condition in proposal.form.conditions)
    return not rest or (
        (bool(firm) or named) and one and weak and (len(rest) == 1 or bool(question.asked.refs))
    )


def _context(question: Question, proposal: Proposal) -> list[Point]:
    """The points of an answer; the steps of a procedure speak of one matter together."""
    plans = {point.plan for point in proposal.points if point.kind == "procedure"}
    steps = [
        point
        for point in question.vocabulary.points.values()
        if point.kind == "procedure" and point.plan in plans
    ]
    return [*proposal.points, *steps]


def _covered(question: Question, proposal: Proposal, term: Term, said: str) -> bool:  # noqa: PLR0911
    weights = question.topic.weights
    if fold(term.text) in said:
        return True
    if not (term.foreign or term.standards) and _is_harmless(question, term):
        return True
    if _is_stop(question, term.text):
        return True
    if any(
        fold(term.text) in question.lexicon.lists.get(f"said-of-{name}", ()) for name in proposal.form.classes
    ):
        return True
    if question.asked.acts and fold(term.text) in _types(question):
        return True
    least = _APART if term.loose and len(term.typed) == _PAIR else 0.0
    if any(term.fit(point, weights) > least for point in _context(question, proposal)):
        return True
    cues = {fold(cue.text) for cue in question.asked.cues}
    if fold(term.text) in cues:
        return True
    if term.toned or least or (term.standards and question.asked.refs):
        return False
    words = {word for point in proposal.points for word in point.words}
    return any(word in words and weights.get(word, 1.0) >= _HARMLESS for word in term.typed)


def _is_harmless(question: Question, term: Term) -> bool:
    """Whether a word says little, as so many points have it; several syllables by their phrase."""
    weights, points = question.vocabulary.weights, question.vocabulary.points.values()
    if any(weights.get(word, 1.0) >= _HARMLESS for word in term.typed):
        return False
    phrase = f" {' '.join(term.typed)} "
    having = sum(phrase in point.text for point in points) if len(term.typed) > 1 else 0
    return not having or log(1 + len(points) / having) < _HARMLESS * log(1 + len(points))
