"""What a question is about: its content words, weighed, and how well each point of the graph fits them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from qpgraph.ask.vocabulary import Point

__all__ = ["Fit", "Term", "Topic"]


@dataclass(frozen=True)
class Term:
    """A content word or phrase: the forms that it is looked for under, the concepts that it stands for."""

    text: str
    typed: tuple[str, ...]
    weight: float
    forms: frozenset[str] = frozenset()
    """Other words for it."""
    names: frozenset[str] = frozenset()
    """The names of its themes."""
    themes: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    loose: bool = False
    """A word that stands for no concept."""
    broad: bool = False
    """The theme's own name: the theme is meant, not the words."""
    toned: frozenset[str] = frozenset()
    """Its words that are typed with a tone: they are no others ("phạt" is no "phát")."""
    verb: bool = False
    """A small verb ("who signs"): it picks among points, but none must have it."""
    foreign: bool = False
    """A word that the graph doesn't know."""
    points: Mapping[str, float] = field(default_factory=dict, hash=False)
    """The points that it stands for, with how well each fits; then nothing else is asked of it."""
    head: str = ""
    """The part of a long phrase that says what it is of: a point without it is not about it."""

    def says(self, point: Point) -> bool:
        """Whether a point has the words."""
        return f" {' '.join(self.typed)} " in point.text

    def fit(self, point: Point, weights: dict[str, float]) -> float:  # noqa: PLR0911
        """How well a point fits, 0 to 1: its standard, its words, other words, its theme, its group."""
        if self.points:
            return self.points.get(point.iri, 0.0)
        if self.standards:
            return 1.0 if point.has("standard", self.standards) else 0.9 * self._names_family(point)
        phrase = f" {' '.join(self.typed)} "
        if not self.toned <= point.exact:
            return 0.0
        if phrase in point.text:
            return 1.0
        if self.loose:
            return self._loose_fit(point, phrase)
        if any(form in point.broken for form in self.forms) or (
            self.units and point.units.intersection(self.units)
        ):
            return 0.95
        if any(name in point.broken for name in self.names):
            return 0.85 if self.broad else 0.75
        tagged = 0.7 if point.has("theme", self.themes) else 0.0
        if len(self.typed) > 1:
            total = sum(weights.get(word, 1.0) for word in self.typed)
            shared = sum(weights.get(word, 1.0) for word in self.typed if word in point.words)
            together = all(f" {one} {two} " in point.text for one, two in pairwise(self.typed))
            most = 0.7 if together or len(self.typed) < 4 else 0.55
            most = most if self.head in point.text else min(most, 0.5)
            tagged = max(tagged, most * shared / total if shared / total > 0.5 else 0.0)
        if phrase in point.around or any(form in point.around for form in self.forms):
            tagged = max(tagged, 0.5)
        return tagged

    def _names_family(self, point: Point) -> bool:
        """Whether a point has the words for a family of standards or tools, and names none of them."""
        words = self.typed[1:] if self.typed[0] in ("cac", "nhung", "the") else self.typed
        return len(words) > 1 and f" {' '.join(words)} " in point.text

    def _loose_fit(self, point: Point, phrase: str) -> float:
        if phrase in point.around:
            return 0.4
        if len(self.typed) < 2:
            return 0.0
        pairs = [f" {first} {second} " for first, second in pairwise(self.typed)]
        shared = sum(pair in point.text for pair in pairs) / len(pairs)
        return (
            0.9 * shared
            if shared
            else 0.2 * sum(word in point.words for word in self.typed) / len(self.typed)
        )


@dataclass(frozen=True)
class Fit:
    """A point and how well it fits a topic."""

    point: Point
    score: float


@dataclass
class Topic:
    """The content of a question."""

    terms: list[Term] = field(default_factory=list)
    weights: dict[str, float] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def concepts(self) -> list[Term]:
        """The terms that stand for themes or standards."""
        return [term for term in self.terms if term.themes or term.standards]

    @property
    def only_concepts(self) -> bool:
        """Whether themes and standards say it all."""
        return all(
            (term.themes and (term.broad or not term.forms) and not term.units) or term.standards
            for term in self.terms
        )

    def less_group(self, points: Sequence[Point]) -> "Topic":
        """The topic without what only repeats the name of the group that the points are of."""
        named = [{word for phrase in point.near for word in phrase} for point in points]
        own = set.intersection(*named) if named else set()
        return Topic([term for term in self.terms if not set(term.typed) <= own], self.weights)

    @property
    def leads(self) -> bool:
        """Whether points that search is sure of stand for the words."""
        return any(term.points for term in self.terms)

    @property
    def without_verb(self) -> "Topic":
        """The topic less its small verb."""
        return Topic([term for term in self.terms if not term.verb], self.weights)

    def score(self, point: Point) -> float:
        """How well a point fits, 0 to 1."""
        total = sum(term.weight for term in self.terms)
        return (
            sum(term.weight * term.fit(point, self.weights) for term in self.terms) / total if total else 0.0
        )

    def fits(self, points: Iterable[Point], wanted: Callable[[Point], bool]) -> list[Fit]:
        """The points that fit at all, best first."""
        found = [Fit(point, score) for point in points if wanted(point) and (score := self.score(point)) > 0]
        return sorted(found, key=lambda fit: (-fit.score, fit.point.document, fit.point.position))

    def unmatched(self, points: Sequence[Point]) -> list[str]:
        """The terms that none of the points fits."""
        return [
            term.text for term in self.terms if not any(term.fit(point, self.weights) for point in points)
        ]

    def without(self, *texts: str) -> "Topic":
        """The topic less some terms."""
        return Topic([term for term in self.terms if term.text not in texts], self.weights)
