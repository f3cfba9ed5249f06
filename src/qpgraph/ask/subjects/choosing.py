"""What several subjects do alike: the conditions, the collectives, the yes or no."""

import operator
from collections.abc import Callable, Collection, Sequence
from itertools import pairwise

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import FLOOR, Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.topics import Term
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.linking import Mention
from qpgraph.ask.words.numerals import HALVES, NUMBER_WORDS, ONE
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = [
    "ANY",
    "COMPARISONS",
    "Result",
    "also_listed",
    "comparison",
    "counted",
    "counts_in",
    "exists",
    "has",
    "numbers_of_tasks",
    "percent",
    "roles_in_topic",
    "stating_numbers",
    "texts",
    "these",
    "with_numbers",
    "wrong_number",
    "yearly",
]

Result = Proposal | Refusal | None


ANY = ("task", "target", "measure", "duty", "catalogue")


def has(relation: str, things: Sequence[str]) -> Callable[..., bool]:
    """The test whether a point stands in a relation to one of some things."""
    return lambda point: point.has(relation, things)


def these(points: Sequence[object]) -> Condition:
    """The condition that names just these points."""
    return Condition("these", {"points": sorted(point.iri for point in points)})  # type: ignore[attr-defined]


def exists(
    question: Question,
    scope: Scope,
    chosen: Chosen | None,
    show: str,
    extra: Sequence[Condition] = (),
) -> Proposal:
    """The proposal that asks whether there is anything of the kind."""
    if chosen is None:
        conditions = (
            tuple(scope.conditions)
            if not question.topic
            else (*scope.conditions, Condition("these", {"points": ["urn:none"]}, _topic_words(question)))
        )
        chosen = Chosen([], conditions, 1.0)
    return propose(question, show, scope, chosen, aggregate="exists", extra=extra)


def _topic_words(question: Question) -> str:
    return ", ".join(term.text for term in question.topic.terms)


def texts(question: Question, *folded: str) -> list[str]:
    """The words of the topic, as they were typed, whose folded form is one of these."""
    return [term.text for term in question.topic.terms if fold(term.text) in folded]


def with_numbers(question: Question, scope: Scope) -> None:
    """A number with "at least", "more than" or "less than" before it."""
    asked = question.asked
    spans = _spans(asked)
    for low, high in spans:
        _with_span(question, scope, low, high)
    inside = {place for span in spans for place, _ in span}
    for place, number in asked.numbers:
        if place in inside:
            continue
        name, words = comparison(question, place, number)
        loosely = question.focus.yes_no or not _is_beyond(question, scope, number)
        if name == "more-than" and loosely and _is_said(question, scope, number):
            name = "at-least"
        units = _units_after(question, place)
        test = _valued(COMPARISONS[name], number, units)
        if units:
            scope.add(Condition(f"{name}-of", {"value": [number], "units": sorted(units)}, words), test)
        else:
            scope.add(Condition(name, {"value": [number]}, words), test)


_TO = frozenset(("to", "and", "den", "toi", "until"))
_Number = tuple[int, float]


def _spans(asked: Asked) -> list[tuple[_Number, _Number]]:
    """The pairs of numbers that are the ends of a span ("5 - 10", "between 5 and 10")."""
    found = []
    for one, other in pairwise(sorted(asked.numbers)):
        between = asked.text[asked.words[one[0]].end : asked.words[other[0]].start].strip()
        if one[1] < other[1] and (between in ("-", "–") or fold(between) in _TO):
            found.append((one, other))
    return found


def _with_span(question: Question, scope: Scope, low: _Number, high: _Number) -> None:
    asked, units = question.asked, _units_after(question, high[0])
    words = asked.text[asked.words[low[0]].start : asked.words[high[0]].end]
    values: dict[str, list[str] | list[float]] = {"low": [low[1]], "high": [high[1]]}

    def holds(point: Point) -> bool:
        first = any(value == low[1] and (not units or unit in units) for value, unit in point.values)
        return first and any(float(end) == high[1] for end in point.relations.get("max", ()))

    piece = "range-of" if units else "range"
    scope.add(Condition(piece, {**values, "units": sorted(units)} if units else values, words), holds)


def numbers_of_tasks(question: Question) -> bool:
    """Whether a number with its unit, or a span of numbers, is one that tasks have."""
    counts = any(_units_after(question, place) for place, _ in question.asked.numbers)
    return bool(question.asked.numbers) and (counts or bool(_spans(question.asked)))


def _is_beyond(question: Question, scope: Scope, number: float) -> bool:
    """Whether a point on the topic has more than the number, and need not just say "more than" it."""
    points = [point for point in question.points(scope) if any(value > number for value, _ in point.values)]
    return any(fit.score >= FLOOR for fit in question.topic.fits(points, lambda point: True))


def _is_said(question: Question, scope: Scope, number: float) -> bool:
    """Whether a point itself says "more than" the number: then that is what is asked."""
    said = [f" {' '.join(keys(word))} {number:g} " for word in question.lexicon.cues["more-than"]]
    return any(
        phrase in point.text and any(value == number for value, _ in point.values)
        for point in question.points(scope)
        for phrase in said
    )


def comparison(question: Question, place: int, number: float) -> tuple[str, str]:
    """How a number is compared, and the words that say so."""
    near = [
        cue
        for cue in question.asked.cues
        if cue.name in ("at-least", "more-than", "less-than") and 0 < place - cue.first <= 4
    ]
    name = max(near, key=lambda cue: cue.first).name if near else "equal"
    word = question.asked.words[place]
    spelt = word.exact in (*NUMBER_WORDS, *ONE)
    said = question.asked.text[word.start : word.end] if spelt else f"{number:g}"
    return name, f"{near[0].text} {said}" if near else said


def _units_after(question: Question, place: int) -> set[str]:
    """The units that stand right after a number: a percent sign, or the things that are counted."""
    asked, units = question.asked, question.vocabulary.of_kind("unit")
    after = asked.text[asked.words[place].end :].lstrip()[:10].casefold()
    share = after.startswith(("%", "phần trăm", "phan tram", "percent", "per cent"))
    if share or asked.words[place].exact in HALVES:
        return {unit.iri for unit in units if unit.iri.endswith("/percent")}
    topic = next((each for each in asked.topics if 0 < each.first - place <= 1), None)
    if topic is None:
        return set()
    typed = f" {' '.join(keys(topic.text))} "
    found = set(topic.values("unit")) | {
        unit.iri for unit in units if any(typed in f" {' '.join(keys(name))} " for name in unit.names)
    }
    times = tuple(f" {unit.name('vi')}" for unit in units if unit.iri in found)
    return found | {unit.iri for unit in units if times and unit.name("vi").endswith(times)}


COMPARISONS: dict[str, Callable[[float, float], bool]] = {
    "equal": operator.eq,
    "at-least": operator.ge,
    "more-than": operator.gt,
    "less-than": operator.lt,
}
"""How numbers are compared, by the cue."""


def _valued(
    compare: Callable[[float, float], bool], number: float, units: Collection[str] = ()
) -> Callable[[Point], bool]:
    return lambda point: any(
        compare(value, number) and (not units or unit in units) for value, unit in point.values
    )


def roles_in_topic(
    question: Question, scope: Scope, relations: Sequence[str]
) -> list[tuple[Mention, list[str]]]:
    """Collectives ("enterprises", "communes") that have a part in the points: they are meant as such."""
    points = question.points(scope)
    things = question.vocabulary.things
    found = []
    for mention in question.asked.topics:
        kinds = set(mention.values("agency"))
        if any(things[iri].name("vi").startswith(("Các sở", "Các cơ quan", "Các đơn vị")) for iri in kinds):
            alike = ("Các sở", "Các cơ quan", "Các đơn vị")
            kinds |= {
                iri
                for iri, thing in things.items()
                if thing.kind == "agency" and thing.name("vi").startswith(alike)
            }
        offices = [
            iri
            for iri, thing in things.items()
            if thing.kind == "agency" and (iri in kinds or kinds & set(thing.relations["kind"]))
        ]
        if offices and any(point.has(relation, offices) for point in points for relation in relations):
            found.append((mention, offices))
    return found


def counted(point: Point) -> bool:
    """Whether a point states a number."""
    return bool(point.values)


def counts_in(question: Question, point: Point, terms: Sequence[Term]) -> bool:
    """Whether a point counts in a unit that a term names; a percentage, if it is no growth, of anything."""
    things, plain = question.vocabulary.things, question.asked.language == "en"
    if any(unit.endswith("/percent") for unit in point.units):
        return question.percent or not yearly(point)
    names = [
        f" {' '.join(keys(name))} " for unit in point.units if unit in things for name in things[unit].names
    ]
    return any(
        point.units & set(term.units)
        or any(name in f" {' '.join(term.typed)} " for name in names)
        or any(form.replace(" , ", " ") in name for form in term.forms for name in names)
        or (plain and any(f" {word} " in name for word in term.typed if len(word) > 3 for name in names))
        for term in terms
    )


def percent(point: Point) -> bool:
    """Whether a point counts in percent."""
    return any(unit.endswith("/percent") for unit in point.units)


def yearly(point: Point) -> bool:
    """Whether a point's number is one of each year."""
    again = any(value.endswith("/annual") for value in point.relations.get("recurrence", ()))
    return bool(point.relations.get("per")) or (again and not point.relations.get("by"))


def stating_numbers(question: Question, scope: Scope) -> None:
    """Leaves the points with a number of the kind asked for: a share, or a count; of each year, if asked."""
    scope.tests.append(percent if question.percent else counted)
    if question.asked.has("annual", "each-year"):
        scope.tests.append(yearly)
    if (cue := question.asked.cue("either-number")) is not None:
        either = set(cue.text.split())
        scope.tests.append(lambda point: any(f"{value:g}" in either for value, _ in point.values))


def wrong_number(question: Question, points: Sequence[Point]) -> Refusal | None:
    """A number that the question takes for granted and the points found do not have."""
    numbers = [number for _, number in question.asked.numbers]
    valued = [point for point in points if point.values]
    if not numbers or not valued or len(valued) < len(points):
        return None
    said = {f"{number:g}" for number in numbers}
    known = {f"{value:g}" for point in valued for value, _ in point.values}
    words = {word for point in valued for word in point.words}
    if said & (known | words):
        return None
    values = {"said": ", ".join(sorted(said)), "stated": ", ".join(sorted(known))}
    return Refusal("premise-number", values, tuple(valued))


_AT_END = 3


def also_listed(asked: Asked) -> bool:
    """Whether "which ones" ends a question for a number: "how many tasks does it lead, and which"."""
    many = asked.cue("how-many")
    if many is None:
        return False
    last = len(asked.words) - _AT_END
    cues = asked.all("which-before", "which-after", "list", "number")
    after = [cue for cue in cues if cue.first > many.last + 1]
    # "How many tasks does each province list" asks for none of them.
    after = [cue for cue in after if cue.text != "list" or asked.words[cue.first].after_break]
    return any(last <= cue.first < len(asked.words) and cue.last >= last for cue in after)
