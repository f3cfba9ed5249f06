"""`/ask`: a question in Vietnamese or English, answered from the graph."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from typing import Annotated, Any

from anyio import to_thread
from fastapi import APIRouter, Query, Request
from pydantic import BaseModel, Field

from qpgraph.ask.answer import Answer
from qpgraph.ask.checks.likely import SearchBeside
from qpgraph.ask.current import CurrentUnderstanding
from qpgraph.ask.understanding import LONGEST, QuestionError
from qpgraph.ask.vocabulary import Rows
from qpgraph.graph.terms import PREFIXES
from qpgraph.http.problems import ProblemError
from qpgraph.http.service import Service, service_of
from qpgraph.settings import Settings
from qpgraph.store.base import Dataset

__all__ = ["Questioned", "ask_router"]

_NEAREST = 5
"""Hits that are given where there is no answer."""
_PROLOGUE = "".join(f"PREFIX {name}: <{address}>\n" for name, address in PREFIXES.items())


class Questioned(BaseModel):
    """The parameter of `/ask`."""

    q: str = Field(min_length=1, max_length=LONGEST, description="A question, in Vietnamese or English")


def ask_router(settings: Settings) -> APIRouter:
    """The route; what questions are understood by is read from the store when the first one comes."""
    router = APIRouter(tags=["Questions"])
    beside = SearchBeside(settings)
    current = CurrentUnderstanding(beside.likely)

    async def ask(request: Request, asked: Annotated[Questioned, Query()]) -> dict[str, Any]:
        """An exact answer with its rows, sentence, SPARQL and citations; or `answered` false, and why."""
        service = service_of(request)
        try:
            answer = await _answer(service, current, asked.q)
        except QuestionError as error:
            raise ProblemError(400, "invalid-parameter", f"{error}.") from error
        if not answer.answered and (hits := await to_thread.run_sync(beside.nearest, asked.q, _NEAREST)):
            answer = replace(answer, hits=hits)
        return asdict(answer)

    router.add_api_route("/ask", ask, methods=["GET"], summary="A question")
    return router


async def _answer(service: Service, current: CurrentUnderstanding, text: str) -> Answer:
    def work() -> Any:
        understanding = yield from current.get()
        return (yield from understanding.answer(text))

    run = work()
    rows: Rows | None = None
    while True:
        # Understanding is work for the processor: not on the event loop.
        done, value = await to_thread.run_sync(_step(run, rows))
        if done:
            answer: Answer = value
            return answer
        rows = await _rows(service, value)


def _step(run: Any, rows: Rows | None) -> Callable[[], tuple[bool, Any]]:
    def step() -> tuple[bool, Any]:
        try:
            return False, next(run) if rows is None else run.send(rows)
        except StopIteration as done:
            return True, done.value

    return step


async def _rows(service: Service, query: str) -> Rows:
    answer = await service.store.query(
        query if query.startswith("PREFIX") else _PROLOGUE + query,
        accept=["application/sparql-results+json"],
        base=None,
        dataset=Dataset(),
        timeout=service.settings.timeout,
    )
    content = json.loads(b"".join([part async for part in answer.body]))
    return [_row(binding) for binding in content["results"]["bindings"]]


def _row(binding: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    row = {name: term["value"] for name, term in binding.items()}
    return row | {f"{name}@": term["xml:lang"] for name, term in binding.items() if "xml:lang" in term}
