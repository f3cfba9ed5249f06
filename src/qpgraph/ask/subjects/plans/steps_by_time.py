"""Steps by what the document says, or does not say, of their time and who takes them."""

import re
from dataclasses import dataclass

from qpgraph.ask.planning.form import Condition
from qpgraph.ask.planning.question import Question
from qpgraph.ask.planning.scope import Scope
from qpgraph.ask.words.numerals import NUMBER_WORDS

__all__ = ["with_what_steps_state"]

_QUARTER = re.compile(r"\b(?:quy|quarters?)\b(?! trinh)")
_TIME = re.compile(r"\b(?:thoi gian|thoi diem|moc|ngay|times?|dates?|when|khi nao|luc nao|schedule)\b")
_ACTOR = re.compile(r"\b(?:ai|who|actor|co quan|don vi|agency|nobody|no one)\b")
_SPAN = re.compile(
    r"\b(?:(?:spans?|covers?|takes?|lasts?|runs?|keo dai|trai|chiem|dien ra|lam|mat)(?: \S+){0,3} )?"
    r"(?P<number>\w+) (?:quy|quarters)\b"
)
_SPANNING = frozenset(("two", "hai", "2", "ba", "three", "3"))


@dataclass(frozen=True)
class _Lack:
    piece: str
    relations: tuple[str, ...]


_LACKS = (
    (_QUARTER, _Lack("without-quarter", ("quarter",))),
    (_TIME, _Lack("without-when", ("quarter", "when"))),
    (_ACTOR, _Lack("without-actor", ("actor",))),
)


def with_what_steps_state(question: Question, scope: Scope) -> bool:
    """Adds that steps lack a time or an actor, or last several quarters; whether the question asks that."""
    if question.focus.noun != "step" or question.focus.what not in ("list", "count"):
        return False
    if question.focus.negative:
        return _without(question, scope)
    said = _SPAN.search(question.folded)
    if said is None or said["number"] not in _SPANNING:
        return False
    number = int(said["number"]) if said["number"].isdigit() else int(NUMBER_WORDS[said["number"]])
    points = question.points(scope)
    found = sorted({point.ref for point in points if len(point.relations.get("quarter", ())) == number})
    words = question.asked.text[said.start() : said.end()]
    scope.add(Condition("with-ref", {"refs": found or ["-"]}, words), lambda point: point.ref in found)
    return True


def _without(question: Question, scope: Scope) -> bool:
    said = ((each, pattern.search(question.folded)) for pattern, each in _LACKS)
    lack, found = next(((each, found) for each, found in said if found), (_LACKS[0][1], None))
    if found is None:
        return False
    denied = ", ".join(cue.text for cue in question.asked.all("not"))
    words = f"{denied} {question.asked.text[found.start() : found.end()]}"
    scope.add(
        Condition(lack.piece, {}, words),
        lambda point: not any(point.relations.get(each) for each in lack.relations),
    )
    return True
