"""The sums of a budget that a question names side by side: items, groups, by their words or numbers."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qpgraph.ask.planning.question import Question
from qpgraph.ask.reading.topics import Term
from qpgraph.ask.vocabulary import Point
from qpgraph.search.text import fold

__all__ = ["Pot", "numeral", "numerals", "pots"]

_FITS = 0.7
_LESS = 0.06
_JOINERS = frozenset(
    (
        "and",
        "or",
        "plus",
        "exceed",
        "exceeds",
        "vuot",
        "with",
        "than",
        "vs",
        "versus",
        "against",
        "to",
        "hay",
        "hoac",
        "va",
        "voi",
        "lan",
        "hon",
        "cung",
        "so",
        "but",
        "con",
        "as",
        "or",
        "nor",
        "both",
    )
)
_PAPERS = frozenset(
    ("luc", "annex", "appendix", "chapter", "chuong", "table", "bang", "quy", "quarter", "article")
)
"""Before a Roman numeral that is no part of a budget."""
_NUMERALS = ("I", "II", "III", "IV", "V", "VI")


@dataclass(frozen=True)
class Pot:
    """An item of the budget, or the items of a group."""

    row: Point
    items: tuple[Point, ...]
    place: int
    """Where the question names it."""

    @property
    def is_group(self) -> bool:
        """Whether it is a group of items."""
        return self.row.kind == "budget-group"


def pots(question: Question) -> list[Pot]:
    """The sums named, in their order; none where fewer than two are, or nothing stands between them."""
    found = _by_number(question) or _by_words(question)
    found = sorted({pot.row.iri: pot for pot in reversed(found)}.values(), key=lambda pot: pot.place)
    return found if len(found) > 1 and _joined(question, found) else []


def numeral(text: str) -> str | None:
    """The Roman numeral of a part of a budget, if it is one."""
    return text.upper() if text.upper() in _NUMERALS else None


def numerals(question: Question) -> list[tuple[int, str]]:
    """The Roman numerals that name parts ("mục III"), those joined to one too, with their places."""
    asked = question.asked
    marks = set(question.lexicon.lists["before-numeral"])
    found: list[tuple[int, str]] = []
    for place, word in enumerate(asked.words):
        named = numeral(asked.text[word.start : word.end])
        if named is None or place == 0:
            continue
        before = asked.words[place - 1].folded
        known = {each for each, _ in found}
        joined = before in _JOINERS and bool(known & {place - 2, place - 3})
        after = [word.folded for word in asked.words[place + 1 : place + 3]]
        follows = len(after) > 1 and after[0] in _JOINERS and numeral(after[1]) is not None
        alone = (len(named) > 1 or follows) and asked.has("noun-budget") and before not in _PAPERS
        if before in marks or joined or place - 1 in known or alone:
            found.append((place, named))
    return found


def _here(question: Question, *kinds: str) -> list[Point]:
    return [
        point
        for point in question.vocabulary.points.values()
        if point.kind in kinds
        and (not question.asked.provinces or point.province in question.asked.provinces)
        and (not question.asked.plans or point.plan in question.asked.plans)
    ]


def _pot(question: Question, row: Point, place: int) -> Pot:
    items = tuple(point for point in _here(question, "budget") if point.has("parent", [row.iri]))
    return Pot(row, items if row.kind == "budget-group" else (row,), place)


def _by_number(question: Question) -> list[Pot]:
    asked = question.asked
    rows = _here(question, "budget", "budget-group")
    said = [(question.folded.find(ref), ref) for ref in asked.refs]
    said += [(asked.words[place].start, named) for place, named in numerals(question)]
    return [_pot(question, row, place) for place, ref in said for row in rows if fold(row.ref) == fold(ref)]


def _by_words(question: Question) -> list[Pot]:
    rows = _here(question, "budget", "budget-group")
    rest = [term for term in question.topic.terms if not term.verb]
    found = []
    while rest:
        best = max(rows, key=lambda row: _score(question, row, rest), default=None)
        if best is None or not (fitting := _fitting(question, best, rest)):
            return []
        places = [question.asked.text.find(term.text) for term in fitting]
        found.append(_pot(question, best, min(places)))
        rest = [term for term in rest if term not in fitting]
    return found


def _fitting(question: Question, row: Point, terms: Sequence[Term]) -> list[Term]:
    """The terms that mean a row: no other of the budget fits one better."""
    weights = question.topic.weights
    rows = _here(question, "budget", "budget-group")
    found = []
    for term in (replace(term, broad=False) for term in terms):
        best = max(each.fit(other, weights) for each in [term] for other in rows)
        if term.fit(row, weights) >= max(_FITS, best - _LESS):
            found.append(term)
    return [term for term in terms if replace(term, broad=False) in found]


def _score(question: Question, row: Point, terms: Sequence[Term]) -> tuple[float, bool]:
    """How well a row fits; of two alike the item is meant and not its group."""
    weights = question.topic.weights
    fitting = _fitting(question, row, terms)
    return sum(term.weight * term.fit(row, weights) for term in fitting), row.kind == "budget"


def _joined(question: Question, found: Sequence[Pot]) -> bool:
    """Whether a word or a comma that joins or compares stands between each and the next."""
    asked = question.asked
    text = asked.text
    for one, other in itertools.pairwise(found):
        between = [word.folded for word in asked.words if one.place <= word.start < other.place]
        if not set(between) & _JOINERS and not {",", ";", "+", "/", "&", "(", ":"} & set(
            text[one.place : other.place]
        ):
            return False
    return True
