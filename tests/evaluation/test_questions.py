"""The questions: readable, balanced, and citing only what is in the graph."""

from pathlib import Path
from typing import Any

import pytest

import evaluation.ask.questions
from evaluation.ask.questions import Question, questions
from evaluation.ask.verdicts import verdict
from evaluation.parts import EvaluationError, parts
from qpgraph import api
from qpgraph.settings import Settings

PARTS = parts(Path(evaluation.ask.questions.__file__).parent)
ASKED = [question for part in PARTS for question in questions(part)]


@pytest.mark.parametrize(("part", "least"), [("dev", 90), ("fifteenth", 90), ("test", 90)])
def test_mix_of_languages(part: str, least: int) -> None:
    asked = questions(part)
    english = sum(question.lang == "en" for question in asked)
    plain = sum(question.lang == "vi-plain" for question in asked)
    count = len(asked)
    assert count >= least
    assert 0.25 <= english / count <= 0.4
    assert 0.15 <= plain / (count - english) <= 0.3


def test_parts_share_no_question() -> None:
    texts = [question.text.casefold() for question in ASKED]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("part", ["third", "fifteenth"])
def test_parts_ask_every_type(part: str) -> None:
    dev, other = ({question.type for question in questions(each)} for each in ("dev", part))
    assert dev == other


@pytest.mark.parametrize("part", ["dev", "second", "third", "seventh", "fifteenth", "test"])
def test_every_citation_is_in_the_graph(part: str, settings: Settings) -> None:
    points = api.sparql(
        "SELECT DISTINCT ?plan ?ref { { ?s qp:ref ?ref } UNION { ?s qp:legalDocument/eli:id_local ?ref } "
        "?s dcterms:isPartOf/dcterms:identifier ?plan }",
        settings,
    )
    known = {(point["plan"], point["ref"]) for point in points}
    known |= {(plan, "plan") for plan, _ in known}
    assert [(one.id, cited) for one in questions(part) for cited in one.citations if cited not in known] == []


def written(cell: Any) -> Any:
    """A cell as an answer might write what is expected of it."""
    if isinstance(cell, dict):
        return written(cell["any"][0]) if "any" in cell else f"... {cell['contains']} ..."
    return cell


def answer_of(question: Question) -> dict[str, Any]:
    """The answer that a question expects."""
    expected = question.expected
    if expected.unanswerable:
        return {"answered": False, "rows": [], "citations": []}
    if expected.number is not None or expected.boolean is not None:
        rows = [{"answer": expected.number if expected.boolean is None else expected.boolean}]
    else:
        lists = [value if isinstance(value, list) else [value] for value in expected.values]
        rows = [{str(place): written(cell) for place, cell in enumerate(cells)} for cells in lists]
    citations = [{"plan": plan, "ref": ref} for plan, ref in question.citations]
    return {"answered": True, "rows": rows, "citations": citations}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_the_expected_answer_is_right(question: Question) -> None:
    found = verdict(question, answer_of(question))
    assert found.right
    assert not found.invented
    assert found.cited in {True, None}


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_another_answer_is_invented(question: Question) -> None:
    wrong = {"answered": True, "rows": [{"answer": "Đà Nẵng"}], "citations": []}
    found = verdict(question, wrong)
    assert not found.right
    assert found.invented


@pytest.mark.parametrize(
    ("answer", "citations", "complaint"),
    [
        ("{number: 1, boolean: true}", "[[x, '1']]", "one of values"),
        ("{unanswerable: true}", "[[x, '1']]", "needs citations"),
        ("{number: 1}", "[]", "needs citations"),
        ("{number: o}", "[[x, '1']]", "number is a number"),
    ],
)
def test_wrong_answers_are_refused(tmp_path: Path, answer: str, citations: str, complaint: str) -> None:
    text = f"- {{id: a, lang: vi, type: lead, question: x, answer: {answer}, citations: {citations}}}\n"
    (tmp_path / "dev.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(EvaluationError, match=complaint):
        questions("dev", tmp_path)
