"""Collectives ("enterprises", "educational institutions"): a part of the topic, or agencies with a role."""

from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.words.linking import Mention

__all__ = ["is_aside", "with_place"]


def is_aside(asked: Asked, mention: Mention) -> bool:
    """Whether a collective ("enterprises") is a part of the topic, not one that leads or coordinates."""
    if any("except" in each.values("cue") and each.last == mention.first - 1 for each in asked.mentions):
        return False
    if mention.first and asked.words[mention.first - 1].exact in _WITHIN:
        return True
    last = with_place(asked, mention)
    if mention.is_a("theme", "unit", "synonym"):
        return not (_has_role(asked, mention) or _has_duty(asked, mention, last))
    roles = ("lead", "coordinate", "part", "report", "report-to", "noun-duty")
    cues = [each for each in asked.mentions if set(each.values("cue")) & set(roles)]
    near = any(each.first - 3 <= mention.last and mention.first <= each.last + 3 for each in cues)
    return not (near or _has_role(asked, mention) or _has_duty(asked, mention, last))


def with_place(asked: Asked, mention: Mention) -> int:
    """Where a mention ends, with the place that it is of: "doanh nghiệp ở Hải Phòng"."""
    last, spans = mention.last, {each.first: each.last for each in asked.mentions if each.is_a("province")}
    while last + 1 < len(asked.words) and (last + 1 in spans or asked.words[last + 1].folded in _AT):
        last = spans.get(last + 1, last + 1)
    return last


def _has_duty(asked: Asked, mention: Mention, last: int) -> bool:
    """Whether the duties of a collective are asked for: "doanh nghiệp có trách nhiệm gì"."""
    words = asked.words
    duties = [each for each in asked.mentions if "noun-duty" in each.values("cue")]
    before = words[mention.first - 1].folded if mention.first else ""
    return any(
        bool(said := {word.folded for word in words[last + 1 : each.first]}) and said <= _HAVING
        if each.first > last
        else mention.first - each.last == 2 and before in ("cua", "of")
        for each in duties
    )


_HAVING = frozenset(("co", "phai", "chiu", "thi", "duoc", "giao", "nhung", "have", "has", "bear"))


def _has_role(asked: Asked, mention: Mention) -> bool:
    """Whether a role stands right beside a collective: "coordinated by medical facilities"."""
    last = max((other.last for other, _ in asked.agencies), default=len(asked.words))
    joined = {word.folded for word in asked.words[last + 1 : mention.first]}
    of_tasks = any("noun-task" in each.values("cue") for each in asked.mentions)
    after = [word.key for word in asked.words[mention.last + 1 : mention.last + 3]]
    helps = len(after) > 1 and after[0] in _HELPS and after[1] in _AT_WORK
    if of_tasks and (helps or (joined and joined <= _JOINED)):
        return True
    for each in asked.mentions:
        if not {"lead", "coordinate"} & set(each.values("cue")):
            continue
        if joined and joined <= _JOINED:
            return True
        between = [word.folded for word in asked.words[each.last + 1 : mention.first]]
        if between and len(between) < 3 and between[0] in ("by", "with", "voi", "boi", "cung"):
            return True
        between = [word.folded for word in asked.words[mention.last + 1 : each.first]]
        if each.first > mention.last and set(
            _less_collectives(asked, mention.last + 1, each.first)
        ) <= _of_places(asked):
            return True
    return False


def _less_collectives(asked: Asked, first: int, last: int) -> list[str]:
    """The words of a span without those of other collectives that are joined by "and"."""
    inside = [
        each for each in asked.mentions if each.is_a("agency") and first <= each.first and each.last < last
    ]
    taken = {place for each in inside for place in range(each.first, each.last + 1)}
    joins = _JOINED if inside else frozenset[str]()
    words = ((place, asked.words[place].folded) for place in range(first, last))
    return [word for place, word in words if place not in taken and word not in joins]


def _of_places(asked: Asked) -> set[str]:
    """The words of the provinces named, and what stands before a place."""
    spans = [(each.first, each.last) for each in asked.mentions if each.is_a("province")]
    said = {asked.words[place].folded for first, last in spans for place in range(first, last + 1)}
    return said | _BESIDE_ROLE


_WITHIN = frozenset(("trong", "ơ3", "tai5", "tai", "in", "inside", "within", "across", "at"))
"""What stands before the ones among whom something is done."""
_AT = frozenset(("o", "tai", "cua", "in", "of", "tinh", "the", "thanh", "pho", "city", "province"))
_HELPS, _AT_WORK = ("help", "assist", "support"), ("with", "in", "on", "but", "and")
_JOINED = frozenset(("and", "the", "va", "cac", "lan", "cung"))
_BESIDE_ROLE = frozenset(
    (
        "cua", "o", "tai", "in", "of", "co", "cung", "duoc", "also", "themselves", "itself", "tu",
        "do", "as", "chi", "la", "made", "named", "among", "amongst", "one", "a", "an", "the",
        "listed", "both", "trong", "so", "cac", "nhung", "quan", "don", "vi", "ben", "danh", "sach",
        "ghi", "neu", "xep", "dua", "vao", "nhu", "phia", "vai", "tro", "giu", "dong", "recorded",
        "entered", "shown", "given", "put", "down",
    )
)  # fmt: skip
