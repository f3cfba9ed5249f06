"""What "which" goes with where its noun is made of two, or stands far before it."""

from dataclasses import replace

from qpgraph.ask.reading.asked import Asked, Cue
from qpgraph.ask.reading.counting import by_number
from qpgraph.search.text import fold

__all__ = [
    "DOES",
    "asks_itself",
    "does_what",
    "of_those",
    "take_reference",
    "tasks_at_last",
    "which_at_last",
    "whole_noun",
]


def which_at_last(asked: Asked) -> bool:
    """Whether "which?" stands alone at the end, after provinces are spoken of."""
    last = len(asked.words) - 1
    last -= asked.words[last].folded in ("one", "ones") if asked.words else 0
    alone = any(cue.first == cue.last == last for cue in asked.all("which-after"))
    shares = asked.has("common") and asked.has("noun-act", "noun-legal")
    return alone and not shares and asked.has("every", "shared", "noun-province")


def tasks_at_last(asked: Asked) -> bool:
    """Whether "Which?" or "Numbers?" alone at the end asks for the tasks that are told of before it."""
    last = len(asked.words) - 1
    last -= asked.words[last].folded in ("one", "ones") if asked.words else 0
    alone = [
        cue
        for cue in asked.all("which-after", "number", "list")
        if cue.last == last and cue.first >= last - 1
    ]
    begins = any(asked.words[cue.first].after_break for cue in alone)
    return begins and any(noun.last < alone[0].first for noun in asked.all("noun-task"))


def of_those(asked: Asked, which: Cue) -> bool:
    """Whether "which" goes with provinces that are spoken of first: "of the four, which has …"."""
    spoken = any(cue.first <= 1 and cue.last == which.first - 1 for cue in asked.all("every", "shared"))
    after = asked.words[which.last + 1].folded if which.last + 1 < len(asked.words) else ""
    return spoken and after in _VERBS


_VERBS = frozenset(
    (
        "has",
        "have",
        "had",
        "does",
        "do",
        "did",
        "is",
        "are",
        "set",
        "sets",
        "lack",
        "lacks",
        "mention",
        "mentions",
    )
)


def asks_itself(noun: Cue) -> bool:
    """Whether a noun has its own question word ("tỉnh, thành nào")."""
    return fold(noun.text).split()[-1:] == ["nao"]


def whole_noun(asked: Asked, which: Cue, noun: str) -> str:
    """The noun after "which"; that of an act where an agency only says whose ("which Ministry circular")."""
    agencies = [cue.last for cue in asked.all("noun-agency") if cue.first > which.last]
    acts = any(cue.first - 1 in agencies for cue in asked.all("noun-act", "noun-legal"))
    return "legal" if noun == "agency" and acts and which.name == "which-after" else noun


def take_reference(asked: Asked) -> None:
    """ "Mấy" after a task asks which one it is: "phối hợp nhiệm vụ mấy"."""
    nouns = {cue.last + 1 for cue in asked.all("noun-task", "noun-target", "noun-measure")}
    last = len(asked.words) - 1

    def asks_which(cue: Cue) -> bool:
        ends = cue.last == last or asked.words[cue.last + 1].after_break
        ends = ends or asked.words[cue.last + 1].folded in _AFTER_NUMBER
        return fold(cue.text) == "may" and cue.first in nouns and ends

    asked.cues = [
        replace(cue, name="which-before") if cue.name == "how-many" and asks_which(cue) else cue
        for cue in asked.cues
    ]


_AFTER_NUMBER = frozenset(("cua", "o", "trong", "vay", "the", "thi", "do"))


DOES = frozenset(("do", "does", "did", "must", "should", "can", "will", "may"))
"""Verbs after "what" that ask for a deed."""
_DEEDS = ("signer", "report", "report-to", "noun-duty", "replace", "amend")


def does_what(asked: Asked, cue: Cue, noun: Cue) -> bool:
    """Whether it is asked what one does, and not which: "sở ký gì", "what does task 4.2 name"."""
    if by_number(asked, noun):
        return bool(DOES & {word.folded for word in asked.words[cue.last + 1 : noun.first]})
    if noun.name == "noun-province":
        return fold(cue.text) == "gi" and asked.words[cue.first - 1].folded in (
            "chuyen",
            "viec",
            "dieu",
            "lam",
        )
    if noun.name not in ("noun-agency", "noun-plan"):
        return False
    if cue.text.casefold() == "what":
        return asked.words[min(cue.last + 1, len(asked.words) - 1)].exact in DOES
    if noun.name == "noun-plan" or fold(cue.text) not in ("gi", "nhung gi"):
        return False
    return any(noun.last < deed.first <= cue.first for deed in asked.all(*_DEEDS))
