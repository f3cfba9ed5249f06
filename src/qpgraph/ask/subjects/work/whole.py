"""Does it hold of all, or of one alone: "do all four plans", "only Bắc Ninh"."""

import re
from dataclasses import replace

from qpgraph.ask.planning.picking import choose, propose
from qpgraph.ask.planning.question import Question, Refusal
from qpgraph.ask.reading.whether import said_not
from qpgraph.ask.subjects.choosing import ANY, Result

__all__ = ["whole"]

_ALL_PLACES = re.compile(
    r"\b(?:all|every|each)(?: one)?(?: of)?(?: the| these)?(?: (?:four|five|4|5))?"
    r" (?:provinces?|plans?|cities|city|localit\w+|places?|documents?)\b|\ball (?:of them|four|4)\b"
    r"|\b(?:ca|tat ca|toan bo|moi|tung)(?: ca)?(?: cac)?(?: bon| 4)?"
    r" (?:tinh|dia phuong|ke hoach|noi|thanh pho|van ban)\b|\bca (?:bon|4)\b"
)
_ALL_TASKS = re.compile(
    r"\b(?:all|every|each)(?: one)?(?: of)?(?: the| its| their| these)?(?: \w+){0,3}? (?:tasks?|activit\w+)\b"
    r"|\b(?:moi|tat ca|toan bo|tung)(?: ca)?(?: cac| nhung)? ?(?:nhiem vu|nv|viec|dau viec|cong viec)\b"
)
_ANY = re.compile(
    r"\b(?:any|either|one) of\b|\bis there\b|\bare there\b|\bco (?:tinh|dia phuong|ke hoach) nao\b"
)
_SOME_PLACES = re.compile(
    r"\b(?:at least|at most|more than|fewer than|less than|exactly|it nhat|toi thieu|hon|tren|duoi|dung)"
    r" (?:one|two|three|four|mot|hai|ba|bon|[1-4])(?: \w+)?"
    r" (?:provinc|plan|cit|localit|tinh|ke hoach|dia phuong)"
)
"""As many places as that: whether there are any tells nothing of it."""
_NEAR = 3


def whole(question: Question) -> Result:
    """Whether it holds of all provinces, or of just one."""
    asked, text = question.asked, question.folded
    if not question.focus.yes_no or asked.acts:
        return None
    if _is_open(question):
        return Refusal("nothing")
    if _ANY.search(text):
        return None
    if _ALL_PLACES.search(text) and len(asked.provinces) != 1:
        return _everywhere(question)
    place = _only_place(question)
    return _nowhere_else(question, place) if place is not None else None


def _is_open(question: Question) -> bool:
    """Whether neither what is found nor that nothing is found would tell it."""
    asked, text = question.asked, question.folded
    if _SOME_PLACES.search(text) or _ALL_TASKS.search(text):
        return True
    if asked.has("elsewhere-too"):
        return bool(asked.provinces)
    return said_not(asked) and (asked.has("only") or bool(_ALL_PLACES.search(text)))


def _everywhere(question: Question) -> Result:
    """Whether each of the provinces has it."""
    kinds = question.focus.kinds or ANY
    scope = question.scope(*kinds)
    chosen = choose(question, scope, question.topic, many=True) if question.topic else None
    return propose(question, "provinces", scope, chosen, aggregate="everywhere") if chosen else None


def _only_place(question: Question) -> str | None:
    """The province that "only" stands beside."""
    asked = question.asked
    if len(asked.provinces) != 1 or not question.topic or asked.agencies:
        return None
    place = asked.provinces[0]
    spans = [mention for mention in asked.mentions if mention.is_a("province")]
    for cue in asked.all("only"):
        before = any(0 < mention.first - cue.last <= 1 for mention in spans)
        noun = any(0 < noun.first - cue.last <= _NEAR for noun in asked.all("noun-province", "noun-plan"))
        last = any(cue.first - noun.last == 1 for noun in asked.all("noun-province", "noun-plan", "where"))
        if before or noun or (last and asked.language == "vi"):
            return place
    return None


def _nowhere_else(question: Question, place: str) -> Result:
    """Whether a province has it and no other does."""
    things = question.vocabulary.of_kind("province")
    others = [thing.iri for thing in things if thing.iri != place]
    kinds = question.focus.kinds or ANY
    here = choose(question, question.scope(*kinds), question.topic, many=True)
    if here is None:
        return None
    asked = replace(question.asked, provinces=others, plans=[])
    elsewhere = replace(question, asked=asked)
    scope = elsewhere.scope(*kinds)
    found = choose(elsewhere, scope, question.topic, many=True)
    if found is not None:
        return propose(elsewhere, "points", scope, found, aggregate="denied")
    return propose(question, "points", question.scope(*kinds), here, aggregate="exists")
