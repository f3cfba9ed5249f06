"""Which step of a procedure a question names: "bước c", "step 3", "bước thứ ba", "the last step"."""

import re
from collections.abc import Sequence

from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.asked import Cue
from qpgraph.ask.vocabulary import Point
from qpgraph.ask.words.words import Word
from qpgraph.search.text import fold

__all__ = ["letter_of", "step_named", "steps_meant", "steps_named"]

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
        after = question.asked.words[cue.last + 1 : cue.last + 4]
        after = after[1:] if after and after[0].folded in _FROM else after
        said = after[0].exact if after else ""
        if len(said.rstrip(_TONES)) == 1 and said.isalpha() and not (said == "o" or _is_whole(cue)):
            return (said if said in letters else "?"), said
        word = None if _is_whole(cue) else _counting(question, cue, after)
        if word is not None:
            place = _place(question, word.folded)
            there = place == -1 or 0 < place <= len(letters)
            return (letters[place - (place > 0)] if there else "?"), word.exact
    return None


_FROM = frozenset(("tu", "from"))
_TO = frozenset(("den", "toi", "to", "through", "until"))
_AND = frozenset(("va", "and", "or", "hay", "hoac"))
_STEP = frozenset(("buoc", "step", "the"))


def steps_named(question: Question) -> tuple[list[str], str] | None:
    """The letters of the steps that are named, one or several ("bước a đến c"), and the words for them."""
    first = step_named(question)
    if first is None or first[0] == "?":
        return None if first is None else (["?"], first[1])
    points = [point for point in question.vocabulary.points.values() if point.kind == "procedure"]
    letters = [letter_of(point) for point in sorted(points, key=lambda point: point.position)]
    words = [word for word in question.asked.words if word.folded not in _STEP]
    place = next(number for number, word in enumerate(words) if word.exact == first[1])
    named, begun = [first[0]], words[place].start
    while place + 2 < len(words) and words[place + 1].folded in _TO | _AND:
        between, last = words[place + 1 : place + 3]
        other = _letter(last, letters)
        if not other:
            break
        span = letters[letters.index(named[-1]) + 1 : letters.index(other) + 1]
        named += span if between.folded in _TO else [other]
        place += 2
    return named, question.asked.text[begun : words[place].end]


def _letter(word: Word, letters: Sequence[str]) -> str:
    """The letter that a word is, or whose place it tells; empty for none."""
    if word.exact.isdigit():
        return letters[int(word.exact) - 1] if 0 < int(word.exact) <= len(letters) else ""
    letter = word.exact.rstrip(_TONES)
    return letter if letter in letters else ""


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


def _is_whole(cue: Cue) -> bool:
    """Whether a word stands for the whole procedure, and not for a step of it."""
    return not {"buoc", "step", "steps", "stage", "stages"} & set(fold(cue.text).split())


def _counting(question: Question, cue: Cue, after: Sequence[Word]) -> Word | None:
    """The number or ordinal beside the word for a step."""
    if after and after[0].folded.isdigit():
        return after[0]
    if len(after) > 1 and after[0].folded == "thu":
        return after[1]
    before = question.asked.words[cue.first - 1] if cue.first else None
    after_it = {each.last for each in question.asked.all("after")}
    if before is not None and cue.first - 1 not in after_it and _place(question, before.folded):
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
