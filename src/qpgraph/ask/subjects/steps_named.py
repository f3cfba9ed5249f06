"""Which step of a procedure a question names: "bước c", "step 3", "bước thứ ba", "the last step"."""

import re
from collections.abc import Sequence

from qpgraph.ask.asked import Cue
from qpgraph.ask.planning import Question
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words import Word

__all__ = ["letter_of", "step_named", "steps_meant"]

_MANY = frozenset(("cac", "nhung", "may", "nhieu", "all", "ca", "du", "moi", "tung"))

_TONES = "12345"
_STAGES = re.compile(r"\b(?:cac|nhung|may) (?:khau|cong doan|giai doan|thu tuc)\b|\b(?:stages|phases)\b")


def letter_of(point: Point) -> str:
    """The letter of a step."""
    return point.ref.rsplit(".", 1)[-1]


def step_named(question: Question) -> tuple[str, str] | None:
    """The letter of the step that is named, and the word that names it; "?" for a step that is not there."""
    points = [point for point in question.vocabulary.points.values() if point.kind == "procedure"]
    letters = [letter_of(point) for point in sorted(points, key=lambda point: point.position)]
    for cue in question.asked.all("noun-step"):
        after = question.asked.words[cue.last + 1 : cue.last + 3]
        said = after[0].exact if after else ""
        if len(said.rstrip(_TONES)) == 1 and said.isalpha():
            return (said if said in letters else "?"), said
        word = _counting(question, cue, after)
        if word is not None:
            place = _place(question, word.folded)
            there = place == -1 or 0 < place <= len(letters)
            return (letters[place - (place > 0)] if there else "?"), word.exact
    return None


def steps_meant(question: Question) -> bool:
    """Whether several steps are asked for ("các bước", "how many steps"), and not one of them."""
    words = question.asked.words
    if _STAGES.search(question.folded):
        return True
    return any(
        cue.text.casefold().endswith(("steps", "stages"))
        or bool({word.folded for word in words[max(cue.first - 2, 0) : cue.first + 1]} & _MANY)
        for cue in question.asked.all("noun-step")
    )


def _counting(question: Question, cue: Cue, after: Sequence[Word]) -> Word | None:
    """The number or ordinal beside the word for a step."""
    if after and after[0].folded.isdigit():
        return after[0]
    if len(after) > 1 and after[0].folded == "thu":
        return after[1]
    before = question.asked.words[cue.first - 1] if cue.first else None
    if before is not None and _place(question, before.folded):
        return before
    return after[0] if after and _place(question, after[0].folded) == -1 else None


def _place(question: Question, word: str) -> int:
    """The place that a number or ordinal tells; -1 for the last one, 0 for none."""
    if word.isdigit():
        return int(word)
    lists = question.lexicon.lists
    if word in lists["ordinal-last"]:
        return -1
    return next((place for place in range(1, 8) if word in lists[f"ordinal-{place}"]), 0)
