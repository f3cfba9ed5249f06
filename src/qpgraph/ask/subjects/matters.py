"""What a procedure, the conditions of support and the closing words of plans say, asked in free words.

Such a question is known by what it speaks of ("hand in" and "papers"); what else it says must be in the
points all the same, so that "foreign firms" or a fee are not passed over.
"""

# A decision returns where it is made.
# ruff: noqa: PLR0911

import re
from dataclasses import replace

from qpgraph.ask.asked import Cue
from qpgraph.ask.covering import uncovered
from qpgraph.ask.form import Condition
from qpgraph.ask.heeded import unheeded
from qpgraph.ask.limits import unlimited
from qpgraph.ask.matters import Spoken, matters_said, says_nothing
from qpgraph.ask.picking import Chosen, propose
from qpgraph.ask.planning import Proposal, Question
from qpgraph.ask.scope import Scope, base_scope, with_quarters
from qpgraph.ask.subjects.choosing import these
from qpgraph.ask.subjects.steps_named import letter_of, step_named, steps_meant
from qpgraph.ask.topics import Term, Topic
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words import keys
from qpgraph.search.text import fold

__all__ = ["matters"]


_AT_THE_END = ("asking-acceptance", "paying", "closing")
"""Matters that are spoken of with "after" themselves: after the work is done."""
_HANDED_IN = ("applying", "asking-acceptance")
_TO_WHOM = re.compile(
    r"\b(?:cho|ve|den|toi|len|o) (?:\S+ ){0,3}(?:ai|dau|nao)\b|\bto (?:whom|which|what|who)\b"
    r"|\bwho (?:receives|gets|takes|accepts|collects)\b|\bwhere\b|\bwhom\b"
    r"|\b(?:who|which \S+) (?:\S+ ){0,8}to\s*\??$"
    r"|\b(?:ai|noi nao|co quan nao|so nao|don vi nao) (?:tiep )?(?:nhan|thu)\b"
)
"""Asks to whom something is handed in, and not who does it."""
_BEFORE = 8
_NOT_HERE = ("how-long", "contact", "person", "why")
"""What no point says of a matter."""


def matters(question: Question) -> Proposal | None:
    """What the points say of the matter that a question speaks of; None where it speaks of none."""
    asked = question.asked
    if len(asked.provinces) > 1 or asked.refs or steps_meant(question) or asked.has(*_NOT_HERE):
        return None
    if any(fold(cue.text) in ("before", "truoc", "prior to") for cue in asked.all("before")):
        return None
    named = [mention for mention in asked.mentions if mention.is_a("province", "place")]
    aside = {place for mention in named for place in range(mention.first, mention.last + 1)}
    said = matters_said(asked.words, asked.language, aside)
    passed = min(
        (each for each in said if _next_asked(question, each)),
        key=lambda each: min(each.places),
        default=None,
    )
    ahead = [each for each in said if each is not passed]
    for spoken in ahead if passed is not None and ahead else said:
        if (found := _about(question, spoken, later=spoken is passed)) is not None:
            return found
    return None


def _about(question: Question, spoken: Spoken, *, later: bool) -> Proposal | None:
    scope = base_scope(question.asked, spoken.matter.kinds, question.vocabulary)
    points = [point for point in question.points(scope) if spoken.matter.tells(point)]
    if points and later:
        points = _next(question, points[0])
    with_quarters(scope, question.asked)
    points = [point for point in points if scope.holds(point) and _is_named(question, point)]
    if not points or (not question.asked.provinces and len({point.plan for point in points}) > 1):
        return None
    said = ", ".join(_typed(question, spoken))
    chosen = Chosen(points, (*scope.conditions, replace(these(points), words=said)), 1.0)
    proposal = _shown(question, spoken, scope, chosen)
    if proposal is None:
        return None
    rest = _rest(question, spoken, points)
    proposal = replace(proposal, topic=rest.topic)
    if uncovered(rest, proposal) or unheeded(rest, proposal) or unlimited(rest, proposal):
        return None
    return proposal


def _typed(question: Question, spoken: Spoken) -> list[str]:
    asked = question.asked
    return [asked.text[asked.words[place].start : asked.words[place].end] for place in sorted(spoken.places)]


def _next_asked(question: Question, spoken: Spoken) -> bool:
    """Whether what comes after is asked: "once the files are in, what does the department do"."""
    if question.focus.yes_no or "procedure" not in spoken.matter.kinds or spoken.matter.name in _AT_THE_END:
        return False
    places = spoken.places
    return any(
        0 < min(places) - cue.last <= _BEFORE and cue.last + 1 <= max(places) for cue in _after(question)
    )


def _after(question: Question) -> list[Cue]:
    after = [cue for cue in question.asked.all("after") if fold(cue.text) in ("after", "sau")]
    later = {"thi", "what", "who", "ai", "which", "buoc", "step", "next", "gi"}
    return after if {word.folded for word in question.asked.words} & later else []


def _next(question: Question, point: Point) -> list[Point]:
    """The step after one."""
    steps = [each for each in question.vocabulary.points.values() if each.kind == point.kind]
    later = [each for each in steps if each.plan == point.plan and each.position > point.position]
    return sorted(later, key=lambda each: each.position)[:1]


def _is_named(question: Question, point: Point) -> bool:
    """Whether the step that a question names, if any, is this one."""
    named = step_named(question) if point.kind == "procedure" else None
    return named is None or named[0] == letter_of(point)


_KEPT = ("not", "except", "only", "quarter")
"""Cues that stay what they are among the words of a matter."""


def _rest(question: Question, spoken: Spoken, points: list[Point]) -> Question:
    """The question less the words that say what it speaks of."""
    asked = question.asked
    places = spoken.places | (spoken.for_or_against if question.focus.yes_no else frozenset())
    taken = {asked.words[place].key for place in places}

    def left(term: Term) -> bool:
        return not (says_nothing(term.text) or says_nothing(" ".join(set(term.typed) - taken)))

    def of_matter(cue: Cue) -> bool:
        span = set(range(cue.first, cue.last + 1))
        return span <= places if cue.name in _KEPT else bool(span & places)

    told = [f" {fold(' '.join(point.labels.values()))} " for point in points]
    committee = all(" uy ban nhan dan " in text or " ubnd " in text for text in told)
    agencies = [
        (mention, offices)
        for mention, offices in asked.agencies
        if not set(keys(mention.text)) <= taken
        and not (committee and all("/uy-ban-nhan-dan" in office for office in offices))
        and not all(_takes(point, set(offices)) for point in points)
    ]
    cues = [cue for cue in asked.cues if not of_matter(cue)]
    topic = Topic([term for term in question.topic.terms if left(term)], question.topic.weights)
    numbers = [each for each in asked.numbers if each[0] not in places]
    return replace(question, asked=replace(asked, cues=cues, agencies=agencies, numbers=numbers), topic=topic)


def _shown(question: Question, spoken: Spoken, scope: Scope, chosen: Chosen) -> Proposal | None:
    focus = question.focus
    steps = "procedure" in scope.kinds
    if focus.yes_no:
        return _agreed(question, spoken, scope, chosen, steps=steps)
    if focus.what == "province":
        return None if focus.negative else propose(question, "provinces", scope, chosen)
    if spoken.matter.name == "paying" and focus.what in ("count", "value", "time", "list"):
        return propose(question, "steps", scope, chosen)
    if focus.what in ("count", "value"):
        return None
    if not steps:
        return (
            None if focus.what == "time" and not _timed(chosen) else propose(question, "texts", scope, chosen)
        )
    if focus.what == "agency" and spoken.matter.name in _HANDED_IN and _TO_WHOM.search(question.folded):
        return propose(question, "steps", scope, chosen)
    if focus.what == "agency":
        return _actors(question, spoken, scope, chosen)
    if focus.what == "time" and not _aside(question):
        return propose(question, "step-times", scope, chosen, missing="when")
    return propose(question, "steps", scope, chosen)


def _aside(question: Question) -> bool:
    """Whether "when" only begins a clause: "which paper does a firm attach when it asks"."""
    asked = question.asked
    which = asked.cue("which-after", "which-before")
    when = asked.cue("when")
    return which is not None and when is not None and when.text == "when" and which.first < when.first


def _timed(chosen: Chosen) -> bool:
    """Whether the words of the points tell a time: when a decision is in force."""
    return all(" tu ngay " in point.text for point in chosen.points)


def _actors(question: Question, spoken: Spoken, scope: Scope, chosen: Chosen) -> Proposal:
    """Who takes a step; where it names several, the one that does what is asked about."""
    extra = []
    if spoken.matter.by and all(spoken.matter.tells(point) for point in chosen.points):
        offices = [
            actor
            for point in chosen.points
            for actor in point.relations.get("actor", ())
            if question.vocabulary.things[actor].name("vi").startswith(spoken.matter.by)
        ]
        extra = [Condition("done-by", {"actors": offices})] if offices else []
    return propose(question, "step-actors", scope, chosen, extra=extra, missing="actor")


def _agreed(
    question: Question, spoken: Spoken, scope: Scope, chosen: Chosen, *, steps: bool
) -> Proposal | None:
    """Yes or no; where both are said ("once or in parts"), what the points say."""
    asked = question.asked
    if spoken.stance == "list":
        return propose(question, "steps" if steps else "texts", scope, chosen)
    stance = spoken.stance
    if not stance and steps and asked.agencies and not asked.quarters:
        offices = {iri for _, some in asked.agencies for iri in some}
        if len(asked.agencies) > 1 or not all(point.relations.get("actor") for point in chosen.points):
            return None
        stance = "yes" if all(_takes(point, offices) for point in chosen.points) else "no"
    if not stance or _is_denied(question, spoken):
        return None
    return propose(question, "points", scope, chosen, aggregate="exists" if stance == "yes" else "denied")


def _takes(point: Point, offices: set[str]) -> bool:
    return bool(offices & set(point.relations.get("actor", ())))


def _is_denied(question: Question, spoken: Spoken) -> bool:
    """Whether the question says "not" apart from its matter and a last "không?"."""
    last = len(question.asked.words) - 2
    ends = {cue.first for cue in question.asked.all("yes-no-end")}
    return any(
        cue.last < last and cue.first not in spoken.places | spoken.for_or_against and cue.first not in ends
        for cue in question.asked.all("not")
    )
