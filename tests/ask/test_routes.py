"""`qpgraph ask` and `GET /ask`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qpgraph.settings import Settings
from tests.cli.command import qpgraph
from tests.serving import Service, running

FIELDS = {"question", "interpretation", "sparql", "columns", "rows", "citations", "answered", "answer"}


@pytest.fixture(scope="module")
def service(built_store: Path) -> Iterator[Service]:
    with running(Settings(store=built_store, endpoint=None)) as service:
        yield service


def test_route_answers(service: Service) -> None:
    response = service.get("/ask", params={"q": "Which province has the highest TFP target?"})
    assert response.status_code == 200
    answer = response.json()
    assert set(answer) >= FIELDS
    assert answer["answered"] is True
    assert [row["province"] for row in answer["rows"]] == ["Đồng Nai"]
    assert answer["citations"][0]["ref"] == "III.1"


def test_sparql_of_an_answer_gives_its_rows(service: Service) -> None:
    answer = service.get("/ask", params={"q": "Tỉnh nào không áp dụng VietGAP?"}).json()
    assert [row["province"] for row in service.select(answer["sparql"])] == [
        row["province"] for row in answer["rows"]
    ]


def test_route_refuses_with_hits(service: Service) -> None:
    answer = service.get("/ask", params={"q": "Đà Nẵng đặt mục tiêu TFP bao nhiêu?"}).json()
    assert answer["answered"] is False
    assert answer["rows"] == []
    assert "Đà Nẵng" in answer["answer"]
    assert answer["hits"]


@pytest.mark.parametrize("q", [None, "", "   ", "x" * 2000])
def test_bad_question_is_a_problem(service: Service, q: str | None) -> None:
    response = service.get("/ask", params={} if q is None else {"q": q})
    assert response.status_code in (400, 422)
    assert response.headers["content-type"].startswith("application/problem+json")


def test_command_prints_json(built_store: Path) -> None:
    done = qpgraph("ask", "--store", str(built_store), "--format", "json", "TFP hai phong bao nhieu")
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert set(answer) >= FIELDS
    assert [row["value"] for row in answer["rows"]] == ["57"]


def test_command_prints_sentence_rows_and_sources(built_store: Path) -> None:
    done = qpgraph("ask", "--store", str(built_store), "who", "leads", "task", "5.5", "in", "Hai", "Phong")
    assert done.returncode == 0, done.stderr
    assert "Department of Industry and Trade" in done.stdout
    assert "hai-phong-kh-2026-2030  5.5  585-588" in done.stdout


def test_command_is_honest_and_done(built_store: Path) -> None:
    done = qpgraph("ask", "--store", str(built_store), "Đà Nẵng đặt mục tiêu TFP bao nhiêu?")
    assert done.returncode == 0
    assert "~" in done.stdout


def test_command_without_store_fails(tmp_path: Path) -> None:
    done = qpgraph("ask", "--store", str(tmp_path / "none"), "TFP?")
    assert done.returncode == 1
    assert "qpgraph build" in done.stderr
