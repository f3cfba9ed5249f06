"""A question to its answer: reads, plans, yields SPARQL and is sent the rows, tells."""

from collections.abc import Generator, Iterator
from dataclasses import replace

from qpgraph.ask.answer import Answer
from qpgraph.ask.answering import answerable
from qpgraph.ask.checks.halves import places_left
from qpgraph.ask.checks.led import led_reading
from qpgraph.ask.checks.likely import Likely, overlooked, unlikely
from qpgraph.ask.checks.second import second_reading
from qpgraph.ask.lexicon import Lexicon, load_lexicon
from qpgraph.ask.model import KNOWN_TERMS, LanguageModel, ModelError, checked
from qpgraph.ask.planning.question import Proposal, Question, Refusal
from qpgraph.ask.planning.sparql import compose
from qpgraph.ask.reading.focus import read_focus
from qpgraph.ask.reading.reader import Reader
from qpgraph.ask.telling.citing import citations_of, closest, nearest
from qpgraph.ask.telling.refusing import fact_words, refusal_words
from qpgraph.ask.telling.sentences import interpretation, sentence, words
from qpgraph.ask.vocabulary import Rows, Vocabulary
from qpgraph.ask.words.asking import asking_sentence
from qpgraph.ask.words.framing import WH
from qpgraph.ask.words.linking import Linker
from qpgraph.errors import QpgraphError

__all__ = ["LONGEST", "QuestionError", "Understanding"]

_FOR_A_MODEL = ("nothing", "no-match", "empty")

LONGEST = 1000
"""Characters of a question."""


class QuestionError(QpgraphError):
    """A question that is empty or too long (HTTP 400)."""


class Understanding:
    """All that is needed to understand questions about one state of the graph."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        lexicon: Lexicon | None = None,
        model: LanguageModel | None = None,
        likely: Likely | None = None,
    ) -> None:
        """`model` writes SPARQL for what is not understood; by default that of the environment, or none.

        `likely` gives the second opinion of search; without it none is asked.
        """
        self.vocabulary = vocabulary
        self._likely = likely
        self._model = model or LanguageModel.of()
        self._terms: frozenset[str] = frozenset()
        self.lexicon = lexicon or load_lexicon()
        self._reader = Reader(vocabulary, Linker(vocabulary, self.lexicon), self.lexicon)

    def read(self, text: str) -> Question:
        """A question read. Raises `QuestionError` if it is empty or too long."""
        if not text.strip():
            raise QuestionError(
                "the question is empty; ask something, for example: which provinces apply ISO 9001?"
            )
        if len(text) > LONGEST:
            raise QuestionError(f"the question has {len(text)} characters; ask in {LONGEST} or fewer")
        asked = self._reader.read(text)
        return Question.of(asked, read_focus(asked), self.vocabulary, self.lexicon)

    def answer(self, text: str) -> Generator[str, Rows, Answer]:
        """Yields the SPARQL of a question, is sent its rows, returns the answer."""
        question, planned = self.understood(text)
        if isinstance(planned, Refusal):
            if self._model is not None and planned.reason in _FOR_A_MODEL:
                return (yield from self._by_model(question, planned, self._model))
            return self._refused(question, planned)
        query = compose(planned.form)
        rows = yield query
        return self._answered(question, planned, query, rows)

    def understood(self, text: str) -> tuple[Question, Proposal | Refusal]:
        """The first reading that has an answer; else the whole text and why it has none."""
        whole = self.read(text)
        refused: Proposal | Refusal | None = None
        for question in self._readings(text, whole):
            planned = self._planned(question)
            if isinstance(planned, Proposal):
                return question, planned
            refused = planned if question is whole else refused
        assert refused is not None
        return whole, refused

    def _readings(self, text: str, whole: Question) -> Iterator[Question]:
        """The sentence that asks, the whole text, and what stands after a colon; each only when wanted."""
        parts = asking_sentence(text)
        if parts and (alone := self._alone(text, *parts)):
            yield alone
        yield whole
        clauses = asking_sentence(text, clauses=True)
        if clauses and clauses != parts and (alone := self._alone(text, *clauses, clauses=True)):
            yield alone

    def _planned(self, question: Question) -> Proposal | Refusal:
        """What answers a question; where its words fail, as search helps to read it."""
        planned = answerable(question)
        for reading in (second_reading, led_reading):
            if isinstance(planned, Refusal) and self._likely is not None:
                planned = reading(question, planned, answerable, self._likely)
        return planned

    def _alone(self, text: str, sentence: str, beside: str, *, clauses: bool = False) -> Question | None:
        """The sentence that asks, read alone, if it says what it is about; with the places told beside it.

        Beside a clause nothing may be told that could be a part of the question.
        """
        asking, around = self._reader.read(sentence), self._reader.read(beside)
        offices = around.agencies and not asking.refs
        named = around.refs or around.acts or offices or around.numbers or around.years
        if clauses and (named or around.has(*WH)):
            return None
        if not (asking.provinces or asking.plans or asking.places):
            places = [each.text for each in around.mentions if each.is_a("province", "plan", "place")]
            asking = self._reader.read(", ".join([*places, sentence])) if places else asking
        question = Question.of(
            replace(asking, typed=text, aside=beside), read_focus(asking), self.vocabulary, self.lexicon
        )
        about = question.topic or asking.refs or asking.acts or asking.agencies or asking.has("noun-budget")
        return question if about else None

    def _by_model(
        self, question: Question, refusal: Refusal, model: LanguageModel
    ) -> Generator[str, Rows, Answer]:
        """What a language model finds, if what it writes may be run; else the refusal."""
        try:
            written = model.write(question.asked.text)
            if written is None:
                return self._refused(question, refusal)
            if not self._terms:
                self._terms = frozenset(row["term"] for row in (yield KNOWN_TERMS))
            query = checked(written, self._terms)
        except ModelError as error:
            refused = self._refused(question, refusal)
            return replace(refused, interpretation=f"{refused.interpretation} ({error})".strip())
        rows = yield query
        shown = _shown(rows, ())
        if not shown:
            return self._refused(question, refusal, query)
        columns = list(dict.fromkeys(name for row in shown for name in row))
        points = [value for row in rows for value in row.values() if value in self.vocabulary.points]
        told = "; ".join(" · ".join(row.values()) for row in shown[:12])
        return Answer(
            question=question.asked.typed,
            answered=True,
            answer=told,
            interpretation=words(question, "by-model"),
            sparql=query,
            columns=columns,
            rows=shown,
            citations=citations_of(self.vocabulary, rows, points),
            language=question.asked.language,
        )

    def _answered(self, question: Question, proposal: Proposal, query: str, rows: Rows) -> Answer:
        form = proposal.form
        points = [iri for row in rows for iri in (row.get("points") or row.get("point") or "").split()]
        shown = _shown(rows, form.show.columns)
        columns = list(dict.fromkeys(name for row in shown for name in row))
        columns.sort(key=lambda name: _place(name, form.show.columns))
        first = form.show.columns[0]
        counting = form.aggregate in ("count", "exists", "denied", "everywhere", "count-each")
        stated = counting or any(row.get(name) for row in shown for name in _facts(form.show.name, first))
        if not stated and proposal.missing:
            return self._unstated(question, proposal, query)
        if not shown and form.aggregate == "without" and proposal.points:
            places = {each.province for each in proposal.points}
            names = sorted(self.vocabulary.things[place].name(question.asked.language) for place in places)
            having = Refusal("all-have", {"provinces": ", ".join(names)}, proposal.points)
            return self._refused(question, having, query)
        if not shown:
            return self._refused(question, Refusal("empty", {}, proposal.points), query)
        if not counting:
            kept = _facts(form.show.name, first)
            shown = [row for row in shown if any(row.get(name) for name in kept)]
        if left := places_left(question, proposal, shown):
            refusal = Refusal("not-covered", {"words": ", ".join(left)}, proposal.points)
            return self._refused(question, refusal, query)
        if form.aggregate == "without":
            points = [
                plan.iri
                for plan in self.vocabulary.of_kind("plan")
                if self._province(plan.one("province")) in {row["province"] for row in shown}
            ]
        if self._unlikely(question, proposal, points) or self._overlooked(question, proposal, shown):
            return self._refused(question, Refusal("unlikely", {}, proposal.points), query)
        if counting and not points:
            points = [point.iri for point in proposal.points] or self._plans(question)
        return Answer(
            question=question.asked.typed,
            answered=True,
            answer=sentence(question, proposal, shown, columns),
            interpretation=interpretation(question, form),
            sparql=query,
            columns=columns,
            rows=shown,
            citations=citations_of(self.vocabulary, rows, points),
            language=question.asked.language,
        )

    def _unlikely(self, question: Question, proposal: Proposal, points: list[str]) -> bool:
        likely, picked = self._likely, points or [point.iri for point in proposal.points]
        return likely is not None and unlikely(proposal.form, picked, lambda: likely(question.asked.text))

    def _overlooked(self, question: Question, proposal: Proposal, shown: Rows) -> bool:
        """Whether a province that is said to lack something has it after all, as search sees it."""
        likely, places = self._likely, {row.get("province") for row in shown}
        if likely is None or proposal.form.aggregate != "without":
            return False
        points = self.vocabulary.points.values()
        lacking = [point for point in points if self._province(point.province) in places]
        picked = {point.iri for point in proposal.points}
        return overlooked(proposal.form, picked, lacking, lambda: likely(question.asked.text))

    def _province(self, iri: str | None) -> str:
        return self.vocabulary.things[iri].name("vi") if iri in self.vocabulary.things else ""

    def _plans(self, question: Question) -> list[str]:
        asked = question.asked
        return asked.plans or [
            plan.iri
            for plan in self.vocabulary.of_kind("plan")
            if not asked.provinces or plan.one("province") in asked.provinces
        ]

    def _unstated(self, question: Question, proposal: Proposal, query: str) -> Answer:
        assert proposal.missing is not None
        return Answer(
            question=question.asked.typed,
            answered=False,
            answer=fact_words(question, proposal.missing, proposal),
            interpretation=interpretation(question, proposal.form),
            sparql=query,
            citations=citations_of(self.vocabulary, (), [point.iri for point in proposal.points]),
            language=question.asked.language,
            hits=nearest(question, proposal.points),
        )

    def _refused(self, question: Question, refusal: Refusal, query: str | None = None) -> Answer:
        told = words(question, "empty") if refusal.reason == "empty" else refusal_words(question, refusal)
        return Answer(
            question=question.asked.typed,
            answered=False,
            answer=told,
            interpretation=interpretation(question, None),
            sparql=query,
            language=question.asked.language,
            hits=nearest(question, refusal.points or closest(question)),
        )


def _facts(show: str, first: str) -> tuple[str, ...]:
    if show == "schedule":
        return ("start", "end", "recurrence", "condition")
    return (first, "count", "answer", "difference", "ratio")


def _shown(rows: Rows, columns: tuple[str, ...]) -> list[dict[str, str]]:
    """The rows without what only serves citations, each once, in the order of the columns."""
    found: dict[tuple[tuple[str, str], ...], dict[str, str]] = {}
    for row in rows:
        kept = {
            name: value
            for name, value in row.items()
            if not name.endswith("@") and name not in ("point", "points")
        }
        ordered = dict(sorted(kept.items(), key=lambda each: _place(each[0], columns)))
        found.setdefault(tuple(ordered.items()), ordered)
    return list(found.values())


def _place(name: str, columns: tuple[str, ...]) -> int:
    return columns.index(name) if name in columns else 99
