"""Who reports to whom, by when."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

import re
from collections import defaultdict
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen, choose, propose
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.scope import Scope, base_scope
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.reading.whether import denials
from qpgraph.ask.subjects.choosing import Result, exists, has, roles_in_topic, these
from qpgraph.ask.subjects.plans.report_parties import (
    TO,
    central_receivers,
    collecting,
    from_whom,
    past_owner,
    receiver_asked,
    takes_reports,
    through_whom,
    with_ministry,
)
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = ["reports"]


def reports(question: Question) -> Result:
    """Who reports to whom, by when."""
    asked, focus = question.asked, question.focus
    if not asked.has("report", "report-to", "noun-report") or asked.has(
        "noun-task", "noun-target", "noun-budget", "noun-audience"
    ):
        return None
    scope = base_scope(asked, ("reporting",), question.vocabulary)
    if days := _days(question):
        words = ", ".join(days)
        scope.add(Condition("with-deadline", {"days": days}, words), has("deadline", days))
    if asked.has("on-request"):
        scope.add(
            Condition("on-request", {}, ", ".join(cue.text for cue in asked.all("on-request"))),
            lambda point: bool(point.relations.get("on-request")),
        )
    if not _with_parties(question, scope):
        return Refusal("empty")
    with_ministry(question, scope)
    central = central_receivers(question, scope)
    topic = Topic()
    chosen = choose(question, scope, topic, many=True)
    if focus.what == "exists":
        return _whether(question, scope)
    placed = bool(asked.provinces or asked.plans)
    if asked.has("twice") and focus.what in ("province", "list", "agency") and not placed:
        points = _twice(question, scope)
        twice = Chosen(points, (*scope.conditions, these(points)), 1.0)
        return propose(question, "deadlines", scope, twice) if points else None
    if not central and (duty := _of_duty(question)) is not None:
        return duty
    if chosen is None:
        return Refusal("empty") if asked.has("report-to") else None
    of_places = focus.what == "province" or (focus.noun == "plan" and not asked.provinces)
    if focus.negative and not of_places:
        return Refusal("empty")
    if of_places and (focus.negative or asked.has("not")):
        return _lacking(question, scope, chosen)
    ordered = asked.has("most", "least", "earliest", "latest", "higher") and len(chosen.points) > 1
    if ordered and asked.has("deadline", "when", "earliest", "latest"):
        return propose(
            question, "deadlines", scope, chosen, aggregate="best" if asked.has("latest") else "worst"
        )
    collector = asked.has("collector") and not any(each.piece == "with-receiver" for each in scope.conditions)
    if through_whom(question):
        return propose(question, "report-texts", scope, chosen)
    if focus.what == "province" and any(each.piece == "with-receiver" for each in scope.conditions):
        return propose(question, "provinces", scope, chosen)
    if collector and not central and (summing := collecting(question, scope, chosen.points)) is not None:
        return propose(question, summing[0], scope, summing[1])
    if central or (receiver_asked(question) and not from_whom(question)) or collector:
        told = ("deadline",) if _dated(question) else ()
        return _telling(propose(question, "receivers", scope, chosen, missing="receiver"), told)
    if focus.what == "province":
        return propose(question, "provinces", scope, chosen)
    which_day = asked.has("which-after") and asked.has("day-asked", "fixed-day")
    times = focus.what == "count" and asked.has("annual", "each-year", "in-year", "every")
    if focus.what == "time" or which_day or times or asked.has("deadline", "when", "how-often", "twice"):
        return propose(question, "deadlines", scope, chosen, missing="deadline")
    if focus.what == "agency":
        return propose(question, "reporters", scope, chosen)
    if focus.what == "count":
        return propose(question, "points", scope, chosen, aggregate="count")
    dated = any(point.relations.get("deadline") for point in chosen.points)
    return propose(question, "deadlines" if dated else "reporters", scope, chosen)


def _whether(question: Question, scope: Scope) -> Result:
    """Whether there is such a report; with a day, or without one where the question says so."""
    asked = question.asked
    dated = asked.has("deadline", "day-asked", "month-asked", "fixed-day")
    here = [] if dated or asked.days else question.points(scope)
    if asked.has("annual") and here and not any(point.relations.get("recurrence") for point in here):
        return Refusal("not-heeded")
    if dated and not asked.days and not asked.has("on-request", "half-year", "year-end"):
        words = ", ".join(cue.text for cue in asked.all("deadline", "fixed-day") if cue.text)
        if denials(asked):
            scope.add(
                Condition("without-deadline", {}, words), lambda point: not point.relations.get("deadline")
            )
        else:
            scope.add(
                Condition("any-deadline", {}, words), lambda point: bool(point.relations.get("deadline"))
            )
    return exists(question, scope, choose(question, scope, Topic(), many=True), "points")


def _telling(proposal: Proposal, columns: tuple[str, ...]) -> Proposal:
    """The proposal with more columns told."""
    return replace(proposal, form=replace(proposal.form, show=replace(proposal.form.show, told=columns)))


_OWN = 0.75


def _of_duty(question: Question) -> Result:
    """The duty that tells of a report on a matter of its own: needs that are surveyed, and for whom."""
    topic = Topic([term for term in question.topic.terms if not term.verb], question.topic.weights)
    reporting = [point for point in question.vocabulary.points.values() if point.kind == "reporting"]
    small = question.lexicon.lists["said-of-Reporting"]
    strange = [
        term
        for term in topic.terms
        if fold(term.text) not in small and not any(term.fit(point, topic.weights) for point in reporting)
    ]
    if not strange or not question.asked.has("report-to", "report") or question.asked.has("twice"):
        return None
    scope = base_scope(question.asked, ("duty",), question.vocabulary)
    chosen = choose(question, scope, topic, many=False)
    if chosen is None or chosen.score < _OWN or len(chosen.points) > 1:
        return None
    return propose(question, "texts", scope, chosen)


def _twice(question: Question, scope: Scope) -> list[Point]:
    """The reports that the same ones send more than once a year."""
    by: dict[tuple[str, ...], list[Point]] = defaultdict(list)
    for point in question.points(scope):
        if point.relations.get("deadline"):
            by[point.plan, *sorted(point.relations.get("reporter", ()))].append(point)
    return [point for points in by.values() if len(points) > 1 for point in points]


def _said(question: Question, piece: str, cue: str) -> Condition:
    """A condition without values, with the words that ask for it."""
    return Condition(piece, {}, ", ".join(each.text for each in question.asked.all(cue)))


_MONTHS = {"half-year": ("--06", "--07"), "year-end": ("--11", "--12")}


_ENGLISH = "january|february|march|april|may|june|july|august|september|october|november|december"
_MAY = r"|(?:(?<=\b(?:in|by|of) )|(?<=before )|(?<=after ))may|"
"""The month, and neither the verb nor "mấy"."""
_MONTH = re.compile(
    r"\b(?:(?P<side>before|truoc|after|sau) )?(?:the )?(?P<end>end of |cuoi |het )?(?:month of )?"
    rf"(?:(?P<en>{_ENGLISH.replace('|may|', _MAY)})|thang (?P<vi>1[0-2]|[1-9]))\b"
)


def _by_month(question: Question, named: re.Match[str]) -> list[str]:
    """The days of reports before, in or after a month."""
    month = int(named["vi"]) if named["vi"] else _ENGLISH.split("|").index(named["en"]) + 1
    points = question.vocabulary.points.values()
    known = {day for point in points for day in point.relations.get("deadline", ())}
    if named["side"] in ("after", "sau"):
        return sorted(day for day in known if int(day[2:4]) > month) or [_NEVER]
    if named["side"] in ("before", "truoc") and not named["end"]:
        return sorted(day for day in known if int(day[2:4]) < month) or [_NEVER]
    return sorted(day for day in known if int(day[2:4]) == month) or [_NEVER]


_NEVER = "--01-01"
"""A day on which nobody reports."""


def _days(question: Question) -> list[str]:
    """The days named, or those of reports in the middle or at the end of the year."""
    asked = question.asked
    if not asked.days and (named := _MONTH.search(question.folded)):
        return _by_month(question, named)
    months = tuple(month for cue, found in _MONTHS.items() if asked.has(cue) for month in found)
    if asked.days or not months:
        return asked.days
    known = {
        day for point in question.vocabulary.points.values() for day in point.relations.get("deadline", ())
    }
    return sorted(day for day in known if day.startswith(months))


_OF = frozenset(("cua", "do", "by", "from", "of"))
_ARTICLES = frozenset(("the", "a", "its", "their", "cac", "nhung"))
_AND = frozenset(("va", "and"))


_TWO_FACTS = (("report", "report-to", "noun-report"), ("deadline", "when"))
"""Said twice, two reports are asked about: all of the place are told."""


def _with_parties(question: Question, scope: Scope) -> bool:
    """The agencies named as who reports or who is reported to, by the small word before them.

    Returns whether they can have these parts: who collects reports for one that receives none is not told.
    """
    if all(len([cue for cue in question.asked.all(*names) if cue.text]) > 1 for names in _TWO_FACTS):
        return True
    last = "reporter"
    for mention, offices in sorted(
        [*_widened(question), *roles_in_topic(question, scope, ("reporter",))],
        key=lambda each: each[0].first,
    ):
        relation = last = _party(question, mention, last)
        piece = f"with-{relation}"
        if not any(point.has(relation, offices) for point in question.points(scope)):
            if relation == "receiver" and (question.asked.has("collector") or _is_told_to(question, mention)):
                return False
            relation, piece = "receiver" if relation == "reporter" else "reporter", "with-part"
        scope.add(Condition(piece, {"agencies": offices}, mention.text), has(relation, offices))
    return True


_COLLECTIVE = ("Các sở", "Các cơ quan", "Các đơn vị")


def _widened(question: Question) -> list[tuple[Mention, list[str]]]:
    """The agencies named; a collective ("các sở ngành") stands for every other of its kind."""
    things = question.vocabulary.things
    alike = [
        iri
        for iri, thing in things.items()
        if thing.kind == "agency" and thing.name("vi").startswith(_COLLECTIVE)
    ]
    return [
        (
            mention,
            alike if all(things[iri].name("vi").startswith(_COLLECTIVE) for iri in offices) else offices,
        )
        for mention, offices in question.asked.agencies
    ]


def _party(question: Question, mention: Mention, last: str) -> str:
    """Whether one who is named reports or is reported to."""
    asked, focus = question.asked, question.focus
    first = past_owner(question, mention.first)
    before = [word.folded for word in asked.words[max(first - 2, 0) : first]]
    if before and before[-1] in _ARTICLES:
        before.pop()
    if asked.words[mention.first].folded in ("len", "bao"):
        return "receiver"
    if before and before[-1] in _AND:
        return last
    if before and before[-1] in TO:
        return "receiver"
    if takes_reports(question, mention):
        return "receiver"
    if before and before[-1] in _OF:
        return "reporter"
    cue = asked.cue("report-to") or asked.cue("report", "noun-report")
    to = cue is not None and mention.first > cue.last and not receiver_asked(question)
    who = focus.what == "agency" or (focus.what == "time" and to) or (to and len(asked.agencies) > 1)
    return "receiver" if to and who else "reporter"


def _is_told_to(question: Question, mention: Mention) -> bool:
    """Whether it is asked plainly who reports to the one who is named: "who reports to X"."""
    words, place = question.asked.words, past_owner(question, mention.first) - 1
    place -= words[place].folded in _ARTICLES
    return question.asked.has("who") and place > 0 and words[place].folded == "to"


def _dated(question: Question) -> bool:
    """Whether the day of a report is asked for."""
    return not question.asked.days and question.asked.has("deadline", "when")


def _lacking(question: Question, scope: Scope, chosen: Chosen) -> Result:
    """The provinces that name no day for such a report; where no day is asked for, those without one."""
    if not question.asked.has("deadline", "day-asked", "month-asked", "fixed-day", "when"):
        return propose(question, "provinces", scope, chosen, aggregate="without")
    dated = {point.province for point in chosen.points if point.relations.get("deadline")}
    left = [point for point in chosen.points if point.province not in dated]
    if not left:
        return None
    lacking = _said(question, "without-deadline", "not")
    return propose(question, "provinces", scope, Chosen(left, (*chosen.conditions, lacking), 1.0))
