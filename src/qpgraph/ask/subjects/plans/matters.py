"""What a procedure, the conditions of support and the closing words of plans say, asked in free words.

Such a question is known by what it speaks of ("hand in" and "papers"); what else it says must be in the
points all the same, so that "foreign firms" or a fee are not passed over.
"""

# ruff: noqa: PLR0911 - a decision returns where it is made

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from qpgraph.ask.checks.covering import uncovered
from qpgraph.ask.checks.heeded import unheeded
from qpgraph.ask.checks.limits import unlimited
from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, propose
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.planning.times_asked import with_quarters
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.reading.matters import Spoken, matters_said, says_nothing
from qpgraph.ask.reading.topics import Term, Topic
from qpgraph.ask.subjects.acts.changes import if_changed
from qpgraph.ask.subjects.choosing import these
from qpgraph.ask.subjects.plans.matters_order import BEFORE, beside, passed
from qpgraph.ask.subjects.plans.steps_named import letter_of, step_named, steps_meant
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import keys
from qpgraph.search.text import fold

__all__ = ["matters"]

_HANDED_IN = ("applying", "asking-acceptance")
_TO_WHOM = re.compile(
    r"\b(?:cho|ve|den|toi|len|o|tai) (?:\S+ ){0,3}(?:ai|dau|nao)\b|\bto (?:whom|which|what|who)\b"
    r"|\b(?:who|which \S+) (?:receives|gets|takes|accepts|collects)\b|\bwhere\b|\bwhom\b"
    r"|\b(?:who|which \S+) (?:\S+ ){0,8}to\s*\??$"
    r"|\b(?:ai|noi nao|co quan nao|so nao|don vi nao) (?:tiep )?(?:nhan|thu)\b"
)
"""Asks to whom something is handed in, and not who does it."""
_ASKING = ("when", "which-after", "which-before", "in-year", "who", "how-many", "list")
"""Cues of question words, which say nothing of a matter."""
_WELL, _MORE = 0.6, 0.2
_IN_YEAR = re.compile(r" nam 20\d\d ")
_NOT_HERE = ("how-long", "contact", "person", "why")
"""What no point says of a matter."""


def matters(question: Question) -> Proposal | None:
    """What the points say of the matter that a question speaks of; None where it speaks of none."""
    asked = question.asked
    if len(asked.provinces) > 1 or asked.refs or steps_meant(question) or asked.has(*_NOT_HERE):
        return None
    if question.focus.noun == "legal" and asked.has("replace", "amend") and not if_changed(question):
        return None
    named = [mention for mention in asked.mentions if mention.is_a("province", "place")]
    aside = {place for mention in named for place in range(mention.first, mention.last + 1)}
    said = matters_said(asked.words, asked.language, aside)
    gone = passed(question, said)
    if gone is None and any(fold(cue.text) in BEFORE for cue in asked.all("before")):
        said = [each for each in said if "procedure" not in each.matter.kinds]
    if gone is None:
        question, said = _in_clause_asked(question, said, aside)
        return _first(question, _by_verb(question, said), "")
    ahead = [each for each in said if each is not gone[0] and not each.places <= gone[0].places]
    return _first(question, ahead or [gone[0]], "" if ahead else gone[1])


def _in_clause_asked(
    question: Question, said: list[Spoken], aside: set[int]
) -> tuple[Question, list[Spoken]]:
    """The matters of the clause that asks, where the first one is only told before it.

    ("The files are in since the first quarter, so in which is the list approved?"; the quarter of the
    other clause is none that is asked about.)
    """
    asked = question.asked
    asking = asked.all(*_ASKING)
    breaks = [place for place, word in enumerate(asked.words) if word.after_break]
    begun = max((place for place in breaks if asking and place <= asking[-1].first), default=0)
    small = {place for cue in asking for place in range(cue.first, cue.last + 1)}
    if not said or not begun or any(place >= begun for place in said[0].places - small):
        return question, said
    here = matters_said(asked.words, asked.language, aside | set(range(begun)))
    if not here:
        return question, said
    begins = asked.words[begun].start
    quarters = {number: text for number, text in asked.quarters.items() if asked.text.find(text) >= begins}
    return replace(question, asked=replace(asked, quarters=quarters)), here


def _first(question: Question, said: Sequence[Spoken], way: str) -> Proposal | None:
    """What is said of the first matter that points tell of."""
    found = (_about(question, spoken, way=way) for spoken in said)
    return next((each for each in found if each is not None), None)


def _by_verb(question: Question, said: list[Spoken]) -> list[Spoken]:
    """The matters with that first, of those with the same points, whose verb stands nearest to "who"."""
    who = question.asked.cue("who", "noun-agency")
    if question.focus.what != "agency" or who is None or not said or not said[0].verb:
        return said

    def apart(each: Spoken) -> int:
        after = [place - who.last for place in each.verb if place > who.last]
        return min(after, default=len(question.asked.words))

    rivals = [each for each in said if each.verb and each.matter.has == said[0].matter.has]
    return [*sorted(rivals, key=apart), *(each for each in said if each not in rivals)]


def _about(question: Question, spoken: Spoken, *, way: str) -> Proposal | None:
    scope = base_scope(question.asked, spoken.matter.kinds, question.vocabulary)
    points = [point for point in question.points(scope) if spoken.matter.tells(point)]
    if points and way:
        points = beside(question, points, spoken, way)
    with_quarters(scope, question.asked)
    points = [point for point in points if scope.holds(point) and _is_named(question, point)]
    if not points or (not question.asked.provinces and len({point.plan for point in points}) > 1):
        return None
    placed = bool(way) or question.asked.has("after", "before")
    if scope.kinds == ("procedure",) and not placed and _is_outdone(question, scope, points):
        return None
    order = [cue.text for cue in question.asked.all(way)][:1] if way else []
    said = ", ".join([*order, *_typed(question, spoken)])
    chosen = Chosen(points, (*scope.conditions, replace(these(points), words=said)), 1.0)
    proposal = _shown(question, spoken, scope, chosen)
    if proposal is None:
        return None
    rest = _rest(question, spoken, points)
    proposal = replace(proposal, topic=rest.topic)
    if uncovered(rest, proposal) or unheeded(rest, proposal) or unlimited(rest, proposal):
        return None
    return proposal


def _is_outdone(question: Question, scope: Scope, points: Sequence[Point]) -> bool:
    """Whether another step, or a duty where it is asked who, has clearly more of all the words."""
    rivals = question.points(scope)
    if question.focus.what == "agency":
        rivals += question.points(base_scope(question.asked, ("duty",), question.vocabulary))
    fits = question.topic.fits(rivals, lambda point: True)
    own = max((fit.score for fit in fits if fit.point in points), default=0.0)
    return bool(fits) and fits[0].score >= _WELL and fits[0].score > own + _MORE


def _typed(question: Question, spoken: Spoken) -> list[str]:
    """The words of a matter as typed, those that stand together as one phrase, without question words."""
    asked = question.asked
    small = {place for cue in asked.all(*_ASKING) for place in range(cue.first, cue.last + 1)}
    places = sorted(spoken.places - small) or sorted(spoken.places)
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return [asked.text[asked.words[run[0]].start : asked.words[run[-1]].end] for run in runs]


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
        and not (question.focus.yes_no and spoken.matter.by and "duty" in spoken.matter.kinds)
    ]
    cues = [cue for cue in asked.cues if not of_matter(cue)]
    if spoken.for_or_against and not asked.quarters:
        cues = [cue for cue in cues if cue.name != "quarter"]  # "quarterly" is how often it is done
    topic = Topic([term for term in question.topic.terms if left(term)], question.topic.weights)
    numbers = [each for each in asked.numbers if each[0] not in places]
    return replace(question, asked=replace(asked, cues=cues, agencies=agencies, numbers=numbers), topic=topic)


def _shown(question: Question, spoken: Spoken, scope: Scope, chosen: Chosen) -> Proposal | None:
    focus = question.focus
    steps = "procedure" in scope.kinds
    if focus.yes_no:
        return _agreed(question, spoken, scope, chosen, steps=steps)
    to_whom = spoken.matter.name in _HANDED_IN and _TO_WHOM.search(question.folded) is not None
    if steps and spoken.matter.name != "paying" and focus.noun == "budget":
        return None
    where = question.asked.has("where") and not question.asked.has("noun-province")
    if steps and to_whom and (where or focus.what == "agency"):
        return propose(question, "steps", scope, chosen)
    if focus.what == "province":
        return None if focus.negative else propose(question, "provinces", scope, chosen)
    if spoken.matter.name == "paying" and focus.what in ("count", "value", "time", "list"):
        return propose(question, "steps", scope, chosen)
    if focus.what in ("count", "value"):
        return None
    if not steps and focus.what == "time" and (question.asked.has("noun-budget") or not _timed(chosen)):
        return None
    if not steps:
        by = spoken.matter.by and focus.what == "agency"
        return propose(question, "agents" if by else "texts", scope, chosen)
    if to_whom and focus.what == "time":
        return _with_time(propose(question, "steps", scope, chosen))
    if focus.what == "agency":
        return _actors(question, spoken, scope, chosen)
    if focus.what == "time" and not _aside(question):
        return propose(question, "step-times", scope, chosen, missing="when")
    return propose(question, "steps", scope, chosen)


def _with_time(proposal: Proposal) -> Proposal:
    """The proposal with the time of a step told too."""
    return replace(proposal, form=replace(proposal.form, show=replace(proposal.form.show, told=("when",))))


def _aside(question: Question) -> bool:
    """Whether "when" only begins a clause: "which paper does a firm attach when it asks"."""
    asked = question.asked
    which = asked.cue("which-after", "which-before")
    when = asked.cue("when")
    return which is not None and when is not None and when.text == "when" and which.first < when.first


def _timed(chosen: Chosen) -> bool:
    """Whether the words of the points tell a time: when a decision is in force, a plan is summed up."""
    return all(" tu ngay " in point.text or _IN_YEAR.search(point.text) for point in chosen.points)


def _actors(question: Question, spoken: Spoken, scope: Scope, chosen: Chosen) -> Proposal:
    """Who takes a step; where it names several, the one that does what is asked about."""
    extra = []
    if spoken.matter.by and all(spoken.matter.tells(point) for point in chosen.points):
        actors = [actor for point in chosen.points for actor in point.relations.get("actor", ())]
        if offices := _doers(question, spoken, actors):
            extra = [Condition("done-by", {"actors": offices})]
    return propose(question, "step-actors", scope, chosen, extra=extra, missing="actor")


def _agreed(
    question: Question, spoken: Spoken, scope: Scope, chosen: Chosen, *, steps: bool
) -> Proposal | None:
    """Yes or no; where both are said ("once or in parts"), what the points say."""
    asked = question.asked
    if spoken.stance == "list":
        return propose(question, "steps" if steps else "texts", scope, chosen)
    stance, offices = spoken.stance, {iri for _, some in asked.agencies for iri in some}
    if not stance and steps and asked.agencies and not asked.quarters:
        if len(asked.agencies) > 1 or not all(point.relations.get("actor") for point in chosen.points):
            return None
        if spoken.matter.by:
            offices = set(_doers(question, spoken, offices))
        stance = "yes" if all(_takes(point, offices) for point in chosen.points) else "no"
    if not stance and not steps and spoken.matter.by and asked.agencies:
        stance = "yes" if offices == set(_doers(question, spoken, offices)) else "no"
    if not stance or _is_denied(question, spoken):
        return None
    return propose(question, "points", scope, chosen, aggregate="exists" if stance == "yes" else "denied")


def _doers(question: Question, spoken: Spoken, offices: Collection[str]) -> list[str]:
    """Those of some agencies whose name says that they do it."""
    by, things = spoken.matter.by, question.vocabulary.things
    return [iri for iri in offices if things[iri].name("vi").startswith(by)]


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
