"""Who reports to whom, by when."""

# A decision returns where it is made.
# ruff: noqa: PLR0911, PLR0912

from qpgraph.ask.form import Condition
from qpgraph.ask.linking import Mention
from qpgraph.ask.picking import Chosen, choose, propose
from qpgraph.ask.planning import Question, Refusal
from qpgraph.ask.scope import Scope, base_scope
from qpgraph.ask.subjects.choosing import Result, exists, has, roles_in_topic
from qpgraph.ask.topics import Topic

__all__ = ["reports"]


def reports(question: Question) -> Result:
    """Who reports to whom, by when."""
    asked, focus = question.asked, question.focus
    if not asked.has("report", "report-to", "noun-report") or asked.has(
        "noun-task", "noun-target", "noun-budget"
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
    _with_parties(question, scope)
    topic = Topic()
    chosen = choose(question, scope, topic, many=True)
    if focus.what == "exists":
        if asked.has("deadline") and not asked.days:
            scope.add(
                Condition("any-deadline", {}, ", ".join(cue.text for cue in asked.all("deadline"))),
                lambda point: bool(point.relations.get("deadline")),
            )
            chosen = choose(question, scope, topic, many=True)
        return exists(question, scope, chosen, "points")
    if chosen is None:
        return Refusal("empty") if asked.has("report-to") else None
    if focus.negative and focus.what != "province":
        return Refusal("empty")
    if asked.has("most", "least", "earliest", "latest", "higher") and asked.has(
        "deadline", "when", "earliest", "latest"
    ):
        return propose(
            question, "deadlines", scope, chosen, aggregate="best" if asked.has("latest") else "worst"
        )
    collector = asked.has("collector") and not any(each.piece == "with-receiver" for each in scope.conditions)
    if (_receiver_asked(question) or collector) and not _dated(question):
        return propose(question, "receivers", scope, chosen, missing="receiver")
    if focus.what == "province":
        if focus.negative or asked.has("not"):
            return _without_deadline(question, scope, chosen)
        return propose(question, "provinces", scope, chosen)
    if focus.what == "time" or asked.has("deadline", "when", "how-often"):
        return propose(question, "deadlines", scope, chosen, missing="deadline")
    if focus.what == "agency":
        return propose(question, "reporters", scope, chosen)
    if focus.what == "count":
        return propose(question, "points", scope, chosen, aggregate="count")
    return propose(question, "deadlines", scope, chosen)


def _said(question: Question, piece: str, cue: str) -> Condition:
    """A condition without values, with the words that ask for it."""
    return Condition(piece, {}, ", ".join(each.text for each in question.asked.all(cue)))


_MONTHS = {"half-year": ("--06", "--07"), "year-end": ("--11", "--12")}


def _days(question: Question) -> list[str]:
    """The days named, or those of reports in the middle or at the end of the year."""
    asked = question.asked
    months = tuple(month for cue, found in _MONTHS.items() if asked.has(cue) for month in found)
    if asked.days or not months:
        return asked.days
    known = {
        day for point in question.vocabulary.points.values() for day in point.relations.get("deadline", ())
    }
    return sorted(day for day in known if day.startswith(months))


_TO = frozenset(("cho", "ve", "den", "toi", "len", "voi", "gui", "trinh", "nop", "to"))
_OF = frozenset(("cua", "do", "by", "from", "of"))
_AND = frozenset(("va", "and"))


def _with_parties(question: Question, scope: Scope) -> None:
    """The agencies named as who reports or who is reported to, by the small word before them."""
    last = "reporter"
    for mention, offices in sorted(
        [*question.asked.agencies, *roles_in_topic(question, scope, ("reporter",))],
        key=lambda each: each[0].first,
    ):
        relation = last = _party(question, mention, last)
        piece = f"with-{relation}"
        if not any(point.has(relation, offices) for point in question.points(scope)):
            relation, piece = "receiver" if relation == "reporter" else "reporter", "with-part"
        scope.add(Condition(piece, {"agencies": offices}, mention.text), has(relation, offices))


def _party(question: Question, mention: Mention, last: str) -> str:
    """Whether one who is named reports or is reported to."""
    asked, focus = question.asked, question.focus
    before = [word.folded for word in asked.words[max(mention.first - 2, 0) : mention.first]]
    if before and before[-1] in _AND:
        return last
    if before and before[-1] in _TO:
        return "receiver"
    if before and before[-1] in _OF:
        return "reporter"
    cue = asked.cue("report-to") or asked.cue("report", "noun-report")
    to = cue is not None and mention.first > cue.last and not _receiver_asked(question)
    who = focus.what == "agency" or (focus.what == "time" and to) or (to and len(asked.agencies) > 1)
    return "receiver" if to and who else "reporter"


def _dated(question: Question) -> bool:
    """Whether the day of a report is asked for."""
    return not question.asked.days and question.asked.has("deadline", "when")


def _receiver_asked(question: Question) -> bool:
    """Whether it is asked to whom is reported."""
    asked = question.asked
    starts = {
        mention.first - (asked.words[mention.first - 1].folded == "the") for mention, _ in asked.agencies
    }
    return any(cue.last + 1 not in starts for cue in asked.all("report-to"))


def _without_deadline(question: Question, scope: Scope, chosen: Chosen) -> Result:
    dated = {point.province for point in chosen.points if point.relations.get("deadline")}
    left = [point for point in chosen.points if point.province not in dated]
    if not left:
        return None
    lacking = _said(question, "without-deadline", "not")
    return propose(question, "provinces", scope, Chosen(left, (*chosen.conditions, lacking), 1.0))
