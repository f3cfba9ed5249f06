"""Which provinces are to have what is asked for, and which are not: "in A and B but not in C"."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.words.numerals import LOW_NUMBERS
from qpgraph.search.text import fold

__all__ = ["Sharing", "read_sharing"]


@dataclass(frozen=True)
class Sharing:
    """The provinces that are to have a thing, those that are not, and how many may have it at all."""

    having: frozenset[str] = frozenset()
    lacking: frozenset[str] = frozenset()
    least: int = 1
    most: int | None = None
    words: str = ""

    def holds(self, places: Collection[str]) -> bool:
        """Whether a thing that these provinces have is meant."""
        enough = self.least <= len(places) and (self.most is None or len(places) <= self.most)
        return enough and self.having <= set(places) and not self.lacking & set(places)


def read_sharing(asked: Asked, every: Collection[str]) -> Sharing | None:
    """How provinces share a thing; `None` also where a denial is of no province that can be told."""
    denials = [cue for cue in asked.all("not") if cue.text]
    kinds = {cue.first for cue in asked.all("noun-act", "noun-legal", "noun-standard")}
    if any(cue.last + 1 in kinds for cue in denials):
        return None
    counted = _counted(asked, every)
    several = len(asked.provinces) >= _SEVERAL
    if denials:
        return _of_sides(asked, denials, every) if counted is None else None
    if counted is not None:
        return None if several else counted
    words = ", ".join(cue.text for cue in asked.all("shared", "both", "common") if cue.text)
    if several and (asked.has("shared", "both", "common") or _both_named(asked)):
        return Sharing(having=frozenset(asked.provinces), words=words)
    if asked.provinces or not asked.has("shared", "common"):
        return None
    number, said = (len(every), "") if asked.has("shared") else _spoken_of(asked)
    return Sharing(least=number, words=", ".join(each for each in (words, said) if each))


def _spoken_of(asked: Asked) -> tuple[int, str]:
    """How many provinces or plans are said to share something, two or more, and the words for them."""
    for noun in asked.all("noun-province", "noun-plan", "every"):
        first = noun.first - (noun.name != "every" and noun.first > 0)
        for word in asked.words[first : noun.last + 1]:
            if number := _number(word.folded):
                return max(number, _SEVERAL), asked.text[
                    asked.words[first].start : asked.words[noun.last].end
                ]
    return _SEVERAL, ""


_SEVERAL = 2
_JOINED = frozenset(
    ("and", "va", "or", "hay", "hoac", "nor", "lan", "voi", "ca", "plan", "plans", "the", "s", "cung")
)
"""Words between provinces that stand together."""
_TURNING = frozenset(
    (
        "but",
        "nhung",
        "ma",
        "and",
        "va",
        "con",
        "chu",
        "while",
        "whereas",
        "yet",
        "though",
        "lai",
        "that",
        "which",
    )
)
"""Words between a province and a denial that is not its own."""


_OTHERS = re.compile(
    r"\b(?:(?:ba|3|cac|nhung|moi|may)? ?(?:tinh|noi|dia phuong|thanh pho|cho|ke hoach|ben)"
    r"(?: \S+)? (?:kia|khac|con lai)"
    r"|(?:the )?(?:other|remaining)(?: (?:three|3))?"
    r"(?: (?:provinces?|places?|cit\w+|localit\w+|plans?))?"
    r"|(?:the )?others|the rest|(?:any|no)(?:where|one|body) else)\b"
)
"""Words for all provinces but those named."""
_EXCEPT = re.compile(r"\b(?:than|but|except|besides|ngoai|tru)\b")


def _both_named(asked: Asked) -> bool:
    """Whether provinces are named together: "cả Hải Phòng và Đồng Nai", "by A as well as by B"."""
    groups = _groups(asked)
    if any(f" {words} " in f" {fold(asked.text)} " for words in _AS_WELL) and not asked.has("compare"):
        return True
    return any(
        first and len(places) >= _SEVERAL and asked.words[first - 1].folded == "ca"
        for first, _, places in groups
    )


_AS_WELL = ("as well as", "and also", "cung nhu", "lan", "alike")


def _others(asked: Asked, every: Collection[str]) -> list[tuple[int, int, frozenset[str]]]:
    """The provinces that are meant by "the others", with the places of the words for them."""
    text = fold(asked.text)
    rest = frozenset(every) - set(asked.provinces)
    found = []
    for match in _OTHERS.finditer(text) if rest and asked.provinces else ():
        inside = [
            place for place, word in enumerate(asked.words) if match.start() <= word.start < match.end()
        ]
        found.append((inside[0], inside[-1], rest))
    return found


def _groups(asked: Asked) -> list[tuple[int, int, frozenset[str]]]:
    """The provinces that stand together, with the places of their first and last word."""
    found: list[tuple[int, int, frozenset[str]]] = []
    for mention in sorted(asked.mentions, key=lambda each: each.first):
        places = frozenset(mention.values("province")) & set(asked.provinces)
        if not places:
            continue
        between = {word.folded for word in asked.words[found[-1][1] + 1 : mention.first]} if found else {""}
        if found and between <= _JOINED:
            first, _, before = found.pop()
            places, mention_first = places | before, first
        else:
            mention_first = mention.first
        found.append((mention_first, mention.last, places))
    return found


def _of_sides(asked: Asked, denials: Sequence[Cue], every: Collection[str]) -> Sharing | None:
    """The provinces that something is said of, and those that it is denied of."""
    groups = sorted((*_groups(asked), *_others(asked, every)), key=lambda group: group[0])
    within = [cue for cue in denials if any(first < cue.first <= last for first, last, _ in groups)]
    words = [word.folded for word in asked.words]
    lacking: set[str] = set()
    for denial in denials:
        if denial in within:
            continue
        if denial.last + 1 < len(words) and words[denial.last + 1] in ("only", "chi"):
            return None
        before = [group for group in groups if group[1] < denial.first]
        after = [group for group in groups if group[0] >= denial.first]
        if not before and not after:
            return None
        own = bool(before) and not _turns(asked, before[-1][1], denial)
        lacking |= (before[-1] if own or not after else after[0])[2]
    having = frozenset(asked.provinces) - lacking
    if _only_but(asked, denials):
        having, lacking = frozenset(asked.provinces), set(every) - set(asked.provinces)
    if not lacking or len(lacking) == len(every):
        return None
    text = ", ".join(
        [
            *(cue.text for cue in asked.all("both", "common", "shared") if cue.text),
            *(each.text for each in denials),
        ]
    )
    return Sharing(having=having, lacking=frozenset(lacking), words=text)


def _only_but(asked: Asked, denials: Sequence[Cue]) -> bool:
    """Whether "nowhere but in A", "no other plan than that of A" is said."""
    text = fold(asked.text)
    for denial in denials:
        after = text[asked.words[denial.last].end :]
        nobody = denial.text.casefold() == "nowhere" or any(
            0 <= noun.first - denial.last <= 2
            for noun in asked.all("noun-province", "noun-plan", "elsewhere-too")
        )
        if nobody and (_EXCEPT.search(after) or _EXCEPT.match(text)):
            return True
    return False


def _turns(asked: Asked, last: int, denial: Cue) -> bool:
    """Whether between a province and a denial the question turns to another ("A but not B", "A, not B")."""
    between = asked.words[last + 1 : denial.first]
    comma = asked.words[denial.first].after_break
    return comma or any(word.folded in _TURNING for word in between)


def _counted(asked: Asked, every: Collection[str]) -> Sharing | None:
    """How many provinces are to share a thing: "at least three provinces", "exactly two plans"."""
    words = [word.folded for word in asked.words]
    for noun in asked.all("noun-province", "noun-plan", "every", "shared"):
        for place in range(noun.first, noun.first - 4, -1):
            number = _number(words[place]) if 0 <= place < len(words) else None
            if number is None or number > len(every):
                continue
            if (bounds := _bounds(asked, words, place, noun.last, number)) is not None:
                first = max(min(place, noun.first) - 2, 0)
                said = asked.text[asked.words[first].start : asked.words[noun.last].end]
                return Sharing(least=bounds[0], most=bounds[1], words=said)
    return None


def _number(word: str) -> int | None:
    return int(word) if word.isdigit() and len(word) == 1 else LOW_NUMBERS.get(word)


_EXACT = frozenset(("exactly", "just", "only", "dung", "chi", "precisely", "vua", "dung1"))
_UPWARD = ("tro len", "or more", "and more", "or over", "and above", "tro xuong")


def _bounds(
    asked: Asked, words: Sequence[str], place: int, last: int, number: int
) -> tuple[int, int | None] | None:
    """The fewest and the most provinces that a number with its comparison allows."""
    near = {cue.name for cue in asked.all("at-least", "more-than", "less-than") if 0 < place - cue.last <= 2}
    after = " ".join(words[last + 1 : last + 3])
    beside = " ".join(words[place + 1 : place + 3])
    if after == "tro xuong":
        return 1, number
    if after in _UPWARD or beside in _UPWARD or "at-least" in near:
        return number, None
    if "more-than" in near:
        return number + 1, None
    if "less-than" in near:
        return 1, number - 1
    return (number, number) if _EXACT.intersection(words[max(place - 2, 0) : place]) else None
