"""A question with all that planning needs, the forms that may answer it, or the reason why none can."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from qpgraph.ask.lexicon import Lexicon
from qpgraph.ask.planning.form import Form
from qpgraph.ask.planning.scope import Scope, base_scope, with_agencies, with_denials
from qpgraph.ask.planning.times_asked import with_quarters, with_years
from qpgraph.ask.reading.asked import Asked
from qpgraph.ask.reading.focus import Focus, read_focus
from qpgraph.ask.reading.roles import agency_roles
from qpgraph.ask.reading.topic_reading import read_topic
from qpgraph.ask.reading.topics import Topic
from qpgraph.ask.vocabulary import Point, Vocabulary
from qpgraph.search.text import fold

__all__ = ["Plan", "Proposal", "Question", "Refusal", "relaxed"]


@dataclass(frozen=True)
class Proposal:
    """A form, what it expects to find, and what is to be told besides."""

    form: Form
    points: tuple[Point, ...] = ()
    topic: Topic | None = None
    """What the answer is to cover, if it is not all that the question says."""
    missing: str | None = None
    """The fact that the document may not state: then an empty first column is an answer of its own."""
    score: float = 1.0
    role: str | None = None

    def says(self, words: Sequence[str], *, each: bool) -> bool:
        """Whether a point has the words one after the other (their keys); `each`: whether all points have."""
        phrase = f" {' '.join(words)} "
        having = (phrase in point.text for point in self.points)
        return bool(self.points) and (all(having) if each else any(having))


@dataclass(frozen=True)
class Refusal:
    """Why a question has no answer: a reason's name in `lexicon/sentences.yaml`, and its values."""

    reason: str
    values: dict[str, str] = field(default_factory=dict)
    points: tuple[Point, ...] = ()


@dataclass
class Question:
    """A question with all that planning needs."""

    asked: Asked
    focus: Focus
    vocabulary: Vocabulary
    lexicon: Lexicon
    topic: Topic

    @classmethod
    def of(cls, asked: Asked, focus: Focus, vocabulary: Vocabulary, lexicon: Lexicon) -> "Question":
        """The question with its topic."""
        return cls(asked, focus, vocabulary, lexicon, read_topic(asked, vocabulary, lexicon))

    @cached_property
    def further(self) -> "list[Question]":
        """The clauses that ask for further facts, each as a question."""
        return [
            Question.of(clause, self.focus, self.vocabulary, self.lexicon) for clause in self.asked.further
        ]

    @cached_property
    def whole(self) -> "Question | None":
        """The question as it was before its further clauses were parted from it."""
        whole = self.asked.whole
        if whole is None:
            return None
        return Question.of(whole, read_focus(whole), self.vocabulary, self.lexicon)

    @property
    def beside_groups(self) -> Topic:
        """The topic less the words that only say again what a group named by its number is called."""
        groups = [
            point
            for point in self.vocabulary.points.values()
            if point.kind.endswith("-group")
            and fold(point.ref) in self.asked.refs
            and (not self.asked.provinces or point.province in self.asked.provinces)
        ]
        said = [
            term.text
            for term in self.topic.terms
            for group in groups
            if term.fit(group, self.topic.weights) > 0
        ]
        return self.topic.without(*said)

    @property
    def counted(self) -> str:
        """The unit that "how many" goes with ("how many enterprises"); empty without one."""
        places = [cue.last for cue in self.asked.cues if cue.name == "how-many"]
        return next(
            (
                topic.text
                for topic in self.asked.topics
                for place in places
                if topic.first - place == 1 and topic.is_a("unit", "synonym", "theme", "agency")
            ),
            "",
        )

    @property
    def percent(self) -> bool:
        """Whether a share is asked for."""
        return self.asked.has("share")

    @property
    def folded(self) -> str:
        """The question without diacritics."""
        return fold(self.asked.text)

    def lexicon_place(self, place: str) -> tuple[str, ...]:
        """The names of a place that is not in the graph."""
        return next((each.names for each in self.lexicon.places if each.vi == place), (place,))

    def scope(self, *kinds: str, anywhere: bool = False, agencies: bool = True) -> Scope:
        """The scope of kinds with the places, numbers, agencies and years of the question."""
        scope = base_scope(self.asked, kinds, self.vocabulary, anywhere=anywhere)
        if agencies:
            with_agencies(scope, agency_roles(self.asked))
            with_denials(scope, self.asked, listed=self.focus.what != "agency")
        with_years(scope, self.asked, self.vocabulary)
        if set(kinds) <= {"task"}:
            with_quarters(scope, self.asked)
        return scope

    def points(self, scope: Scope) -> list[Point]:
        """The points of a scope."""
        return [point for point in self.vocabulary.points.values() if scope.holds(point)]


Plan = Callable[[Question], Proposal | Refusal]
"""What answers a question, or why nothing does."""


def relaxed(question: Question) -> Question:
    """The question without its place."""
    return replace(question, asked=replace(question.asked, provinces=[], plans=[]))
