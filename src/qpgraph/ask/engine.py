"""Questions to answers: reads, plans, asks the store, tells.

The work is a generator that yields SPARQL and is sent the rows: the same code runs in a script, on the
command line (`Ask`) and in the service, which runs queries in its worker processes.
"""

from collections.abc import Callable, Generator
from pathlib import Path
from typing import TypeVar

from pyoxigraph import QuerySolutions

from qpgraph.ask.answer import Answer
from qpgraph.ask.checks.likely import Likely, SearchBeside
from qpgraph.ask.model import LanguageModel
from qpgraph.ask.planning.form import Form
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.ask.understanding import Understanding
from qpgraph.ask.vocabulary import Rows, load_vocabulary
from qpgraph.graph.terms import PREFIXES
from qpgraph.queries.once import results_of
from qpgraph.settings import Settings
from qpgraph.store.layout import open_read_only

__all__ = ["Ask", "rows_of"]

T = TypeVar("T")


class Ask:
    """Asks a store from this process; a query that runs into the deadline ends the process.

    >>> Ask.open(Path("store")).ask("Mục tiêu TFP của Bắc Ninh?").answer         # doctest: +SKIP
    """

    def __init__(
        self, rows: Callable[[str], Rows], model: LanguageModel | None = None, likely: Likely | None = None
    ) -> None:
        """`rows` runs a query; `model` and `likely` as of `Understanding`."""
        self._rows = rows
        self._understanding = Understanding(self._run(load_vocabulary()), model=model, likely=likely)

    @classmethod
    def open(cls, store: Path, model: LanguageModel | None = None) -> "Ask":
        """Asks the embedded store of a folder, opened once. Raises `StoreUnavailableError`."""
        opened = open_read_only(store)

        def rows(query: str) -> Rows:
            found = opened.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
            return rows_of(found) if isinstance(found, QuerySolutions) else []

        return cls(rows, model, SearchBeside(Settings(store=store)).likely)

    @classmethod
    def of(cls, settings: Settings) -> "Ask":
        """Asks the store of the settings, embedded or remote, each query under the usual deadline."""

        def rows(query: str) -> Rows:
            with results_of(query, settings, settings.timeout) as found:
                return rows_of(found) if isinstance(found, QuerySolutions) else []

        return cls(rows, likely=SearchBeside(settings).likely)

    def ask(self, text: str) -> Answer:
        """The answer to a question. Raises `QuestionError` if it is empty or too long."""
        return self._run(self._understanding.answer(text))

    def planned(self, text: str) -> tuple[Question, Form | None]:
        """A question as it was read, and the form of its answer; none if it is refused before it is asked."""
        question, found = self._understanding.understood(text)
        return question, found.form if isinstance(found, Proposal) else None

    def _run(self, work: Generator[str, Rows, T]) -> T:
        try:
            query = next(work)
            while True:
                query = work.send(self._rows(query))
        except StopIteration as done:
            found: T = done.value
            return found


def rows_of(solutions: QuerySolutions) -> Rows:
    """Solutions as rows of text; `name@` is the language of a text that has one."""
    names = [variable.value for variable in solutions.variables]
    rows = []
    for solution in solutions:
        row: dict[str, str] = {}
        for name in names:
            term = solution[name]
            if term is not None:
                row[name] = term.value
                if language := getattr(term, "language", None):
                    row[f"{name}@"] = language
        rows.append(row)
    return rows
