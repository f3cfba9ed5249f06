"""Who receives a report, read from small words: a bare "Bộ", "Bộ … nhận báo cáo", "qua cơ quan nào"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.picking import Chosen
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.subjects.choosing import has, these
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.linking import Mention
from qpgraph.search.text import fold

__all__ = [
    "TO",
    "central_receivers",
    "collecting",
    "from_whom",
    "past_owner",
    "receiver_asked",
    "takes_reports",
    "through_whom",
    "with_ministry",
]

TO = frozenset(("cho", "ve", "den", "toi", "len", "voi", "gui", "trinh", "nop", "to"))
"""Words before the one to whom a report goes."""
_NOT_ALONE = frozenset(("nao", "gi", "may", "nganh", "truong"))
_THROUGH = re.compile(
    r"\b(?:qua|thong qua) (?:\S+ ){0,2}(?:nao|ai|dau|gi)\b|\b(?:through|via) (?:which|whom|what|whose)\b"
)
_FROM = re.compile(
    r"\b(?:nhan|thu|gom|tong hop)\b.* (?:cua|tu) (?:nhung )?(?:ai|dau|(?:co quan|don vi|noi) nao)\b"
    r"|\bfrom (?:whom|which|what)\b.*\b(?:collect|receiv|get|take|gather)"
    r"|\bwhose reports?\b.*\b(?:collect|receiv|get|take|gather)"
)
_TAKES = ("nhan", "receiv", "get", "take", "thu", "tiep nhan")


_CENTRAL = re.compile(
    r"(?P<before>\b(?:which|what) )?\b(?:co quan|don vi|noi|bo nganh|cap|bo|ministry|ministries"
    r"|(?:central|national)(?:[- ](?:level|government))?"
    r" (?:agency|agencies|body|bodies|authority|authorities|offices?))\b"
    r"(?P<central> (?:o )?(?:cap )?(?:trung uong|bo)\b)?(?P<after> nao\b(?! va\b)"
    r"(?P<later> (?:o |tai |thuoc |cua )?(?:cap )?(?:trung uong|bo)\b)?)?"
    r"|\b(?P<whom>whom?|ai) (?:in|at|of|o|tai|tren) (?:the )?(?:cap )?(?:central|national|trung uong)"
    r"(?: (?:government|level))?\b"
)
_DEPARTMENT = re.compile(r"\b(?:which|what) departments?\b|\bso(?: nganh)? nao\b")
_MINISTRIES = re.compile(r"\b(?:bo(?! nganh)|ministry|ministries)\b")
_PLAIN = ("co quan", "don vi", "noi", "cap")
"""Nouns that need "central" after them."""


def central_receivers(question: Question, scope: Scope) -> bool:
    """Whether it is asked which agencies of the whole country, or which departments, are reported to.

    Only these are shown then.
    """
    found = next((each for each in _CENTRAL.finditer(question.folded) if _is_central(each)), None)
    start, level = "Bộ " if found and _MINISTRIES.search(found[0]) else "", "/agency/viet-nam/"
    if found is None:
        found, start, level = _DEPARTMENT.search(question.folded), "Sở ", "/agency/"
        other = question.asked.has("collector") or from_whom(question) or through_whom(question)
        if found is None or other or not receiver_asked(question):
            return False
    things = [thing for thing in question.vocabulary.of_kind("agency") if level in thing.iri]
    offices = [thing.iri for thing in things if thing.name("vi").startswith(start)]
    if level == "/agency/" and not any(map(has("receiver", offices), question.points(scope))):
        return False
    scope.add(Condition("received-by", {"agencies": offices}, found[0]), has("receiver", offices))
    return True


def _is_central(found: re.Match[str]) -> bool:
    """Whether the words ask which agencies of the whole country."""
    if found["whom"]:
        return True
    plain = found[0].removeprefix(found["before"] or "").startswith(_PLAIN)
    return bool(found["before"] or found["after"]) and bool(found["central"] or found["later"] or not plain)


def past_owner(question: Question, first: int) -> int:
    """The place before which small words tell an agency's part: "to Can Tho's science department"."""
    if first and question.asked.words[first - 1].exact == "s":
        owners = [
            each for each in question.asked.mentions if each.is_a("province") and each.last == first - 2
        ]
        return owners[0].first if owners else first
    return first


def receiver_asked(question: Question) -> bool:
    """Whether it is asked to whom is reported."""
    asked = question.asked
    firsts = [past_owner(question, mention.first) for mention, _ in asked.agencies]
    starts = {first - (asked.words[first - 1].folded == "the") for first in firsts}
    ends = {mention.last for mention, _ in asked.agencies if takes_reports(question, mention)}
    return any(cue.last + 1 not in starts and cue.first - 1 not in ends for cue in asked.all("report-to"))


def through_whom(question: Question) -> bool:
    """Whether it is asked through whom a report goes, which only its text tells."""
    return bool(_THROUGH.search(question.folded))


def from_whom(question: Question) -> bool:
    """Whether it is asked from whom reports come: "nhận báo cáo của ai", "from whom … collect"."""
    return bool(_FROM.search(question.folded))


def takes_reports(question: Question, mention: Mention) -> bool:
    """Whether the one who is named is said to receive reports: "Bộ … nhận báo cáo"."""
    if from_whom(question):
        return True
    cues = [cue for cue in question.asked.all("report-to") if cue.first == mention.last + 1]
    return any(fold(cue.text).startswith(_TAKES) for cue in cues)


def with_ministry(question: Question, scope: Scope) -> None:
    """A bare "Bộ" after a word for reporting is the ministry that is reported to."""
    words, ends = question.asked.words, {cue.last for cue in question.asked.all("report", "report-to")}
    for place in range(1, len(words)):
        after = words[place + 1].folded if place + 1 < len(words) else ""
        reported = place - 1 in ends or (words[place - 1].folded in TO and place - 2 in ends)
        named = any(mention.first <= place <= mention.last for mention, _ in question.asked.agencies)
        if words[place].folded == "bo" and reported and not named and after not in _NOT_ALONE:
            things = question.vocabulary.of_kind("agency")
            offices = [thing.iri for thing in things if thing.name("vi").startswith("Bộ ")]
            typed = question.asked.text[words[place].start : words[place].end]
            scope.add(Condition("with-receiver", {"agencies": offices}, typed), has("receiver", offices))


def collecting(question: Question, scope: Scope, points: Sequence[Point]) -> tuple[str, Chosen] | None:
    """Who sums up reports: the department that they go to for that, or that reports what it sums up."""
    offices = [
        each.iri for each in question.vocabulary.of_kind("agency") if each.name("vi").startswith("Sở ")
    ]
    summed = [point for point in points if " tong hop " in point.text]
    received = [point for point in summed if point.has("receiver", offices)]
    own = [point for point in summed if set(point.relations.get("reporter", ())) <= set(offices)]
    found = received or own
    if not found:
        return None
    words = ", ".join(cue.text for cue in question.asked.all("collector"))
    conditions = [*scope.conditions, replace(these(found), words=words)]
    if received:
        conditions.append(Condition("received-by", {"agencies": offices}))
    return "receivers" if received else "reporters", Chosen(found, tuple(conditions), 1.0)
