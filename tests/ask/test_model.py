"""A language model's SPARQL, from a server that speaks chat completions."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.ask.model import LanguageModel, ModelError, ModelSettings, checked
from qpgraph.graph.terms import DCTERMS, QP, RDFS

TERMS = {QP.Task.value, QP.lead.value, QP.ref.value, RDFS.label.value, DCTERMS.spatial.value}
GOOD = "SELECT DISTINCT ?ref ?point WHERE { ?point a qp:Task ; qp:ref ?ref } ORDER BY ?ref ?point LIMIT 9"


class Server(HTTPServer):
    """Answers every chat with `text`, and keeps what it was sent."""

    text = ""
    status = 200
    seen: list[dict[str, Any]]
    tokens: list[str | None]


class Handler(BaseHTTPRequestHandler):
    server: Server

    def do_POST(self) -> None:
        length = int(self.headers["content-length"])
        self.server.seen.append(json.loads(self.rfile.read(length)) | {"path": self.path})
        self.server.tokens.append(self.headers.get("authorization"))
        body = json.dumps({"choices": [{"message": {"content": self.server.text}}]}).encode()
        self.send_response(self.server.status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server(("127.0.0.1", 0), Handler)
    server.seen, server.tokens = [], []
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def model(server: Server) -> LanguageModel:
    url = f"http://127.0.0.1:{server.server_port}/v1"
    return LanguageModel(ModelSettings(url=url, key="secret", model="small", timeout=5))


def test_no_address_no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QPGRAPH_LLM_URL", raising=False)
    assert LanguageModel.of() is None


def test_sends_question_and_token(server: Server, model: LanguageModel) -> None:
    server.text = f"```sparql\n{GOOD}\n```"
    assert model.write("Which tasks?") == GOOD
    assert server.tokens == ["Bearer secret"]
    sent = server.seen[0]
    assert sent["path"] == "/v1/chat/completions"
    assert sent["model"] == "small"
    assert "qp:Task" in sent["messages"][0]["content"]
    assert "Which tasks?" in sent["messages"][1]["content"]


def test_unknown_is_no_query(server: Server, model: LanguageModel) -> None:
    server.text = "UNKNOWN"
    assert model.write("Who won?") is None


def test_failing_server_is_an_error(server: Server, model: LanguageModel) -> None:
    server.status = 500
    with pytest.raises(ModelError, match="gave no answer"):
        model.write("Which tasks?")


def test_good_query_gets_prefixes_and_limit() -> None:
    query = checked("SELECT ?point WHERE { ?point a qp:Task }", TERMS)
    assert query.startswith("PREFIX qp:")
    assert query.endswith("LIMIT 200")
    assert checked("SELECT ?point WHERE { ?point a qp:Task } LIMIT 5000", TERMS).endswith("LIMIT 200")


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("SELECT ?s WHERE { ?s a qp:Task", "can't be run"),
        ("DELETE WHERE { ?s ?p ?o }", "SELECT"),
        ("ASK { ?s ?p ?o }", "SELECT"),
        ("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "SELECT"),
        ("SELECT ?s WHERE { SERVICE <http://example.org/> { ?s ?p ?o } }", "SERVICE"),
        ("SELECT ?s WHERE { ?s a qp:Spaceship }", "Spaceship"),
        ("SELECT ?s WHERE { ?s <http://purl.org/dc/terms/flavour> ?o }", "flavour"),
    ],
)
def test_bad_query_is_refused(query: str, reason: str) -> None:
    with pytest.raises(ModelError, match=reason):
        checked(query, TERMS)


def test_words_in_strings_are_no_terms() -> None:
    assert checked('SELECT ?s WHERE { ?s rdfs:label "qp:Spaceship" }', TERMS)


def test_model_answers_what_is_not_understood(
    built_store: Path, server: Server, model: LanguageModel
) -> None:
    server.text = f"```sparql\n{GOOD}\n```"
    answer = Ask.open(built_store, model).ask("blorp frobnicate zxcv")
    assert answer.answered
    assert answer.rows[0] == {"ref": "1.1"}
    assert len(answer.citations) == 9
    assert {citation.ref for citation in answer.citations} == {row["ref"] for row in answer.rows}
    assert "language model" in answer.interpretation or "mô hình ngôn ngữ" in answer.interpretation


def test_model_is_not_asked_for_what_is_understood(
    built_store: Path, server: Server, model: LanguageModel
) -> None:
    answer = Ask.open(built_store, model).ask("Which province has the highest TFP target?")
    assert answer.answered
    assert server.seen == []


def test_bad_query_of_a_model_is_an_honest_refusal(
    built_store: Path, server: Server, model: LanguageModel
) -> None:
    server.text = "SELECT ?s WHERE { ?s a qp:Spaceship }"
    answer = Ask.open(built_store, model).ask("blorp frobnicate zxcv")
    assert not answer.answered
    assert not answer.rows
