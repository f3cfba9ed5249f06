"""`qpgraph query`: named queries, files, standard input, formats, exit statuses."""

import csv
import io
import json
from pathlib import Path

import pytest
from rdflib import Dataset

from tests.cli.command import qpgraph


@pytest.fixture
def env(built_store: Path) -> dict[str, str]:
    return {"QPGRAPH_STORE": str(built_store)}


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_plans_are_five(env: dict[str, str]) -> None:
    done = qpgraph("query", "plans", "--format", "csv", environment=env)
    assert (done.returncode, done.stderr) == (0, "")
    assert [row["plan"] for row in rows(done.stdout)] == [
        "bac-ninh-kh-2026-2030",
        "can-tho-kh-2026-2030",
        "dong-nai-kh-2026-2030",
        "dong-nai-qd-1295-2025",
        "hai-phong-kh-2026-2030",
    ]


def test_json_is_sparql_results_json(env: dict[str, str]) -> None:
    done = qpgraph("query", "compare-targets", "--param", "theme=tfp", "--format", "json", environment=env)
    content = json.loads(done.stdout)
    assert {"province", "plan", "ref", "value"} <= set(content["head"]["vars"])
    values = {row["province"]["value"]: row["value"]["value"] for row in content["results"]["bindings"]}
    assert values == {"Hải Phòng": "57", "Bắc Ninh": "55", "Đồng Nai": "60"}


def test_table_counts_its_rows(env: dict[str, str]) -> None:
    done = qpgraph("query", "catalogue", environment=env)
    assert done.stdout.splitlines()[0].split()[:4] == ["plan", "group", "item", "purpose"]
    assert done.stdout.splitlines()[-1] == "(22 rows)"


def test_which_agencies_coordinate_on_traceability(env: dict[str, str]) -> None:
    done = qpgraph("query", "agencies-on-theme", "-p", "theme=traceability", "-f", "csv", environment=env)
    found = {
        (row["province"], row["ref"], row["agency"])
        for row in rows(done.stdout)
        if row["role"] == "coordinate"
    }
    assert ("Đồng Nai", "4.6", "Các sở, ban, ngành") in found
    assert ("Hải Phòng", "5.2", "Các sở, ngành") in found


@pytest.mark.parametrize(
    "value",
    ["Bắc Ninh", "bac-ninh", "bắc ninh", "Ba\u0306\u0301c Ninh"],
    ids=["name", "id", "lower", "decomposed"],
)
def test_a_province_is_found_by_name_or_id_in_any_form(env: dict[str, str], value: str) -> None:
    done = qpgraph("query", "tasks", "--param", f"province={value}", "--format", "csv", environment=env)
    found = rows(done.stdout)
    assert {row["plan"] for row in found} == {"bac-ninh-kh-2026-2030"}
    assert len(found) == 29


def test_a_query_from_standard_input_knows_the_prefixes(env: dict[str, str]) -> None:
    done = qpgraph(
        "query", "-", "--format", "csv", stdin="SELECT (COUNT(?p) AS ?n) { ?p a qp:Plan }", environment=env
    )
    assert done.stdout == "n\n5\n"


def test_from_names_the_graph(env: dict[str, str]) -> None:
    graph = "https://w3id.org/qpgraph/graph/can-tho-kh-2026-2030"
    text = f"SELECT (COUNT(DISTINCT ?p) AS ?n) FROM <{graph}> {{ ?p a qp:Plan }}"
    assert qpgraph("query", "-", "--format", "csv", stdin=text, environment=env).stdout == "n\n1\n"


def test_a_query_file(env: dict[str, str], tmp_path: Path) -> None:
    file = tmp_path / "ask.rq"
    file.write_text("ASK { ?p a qp:Plan }")
    assert qpgraph("query", str(file), environment=env).stdout == "true\n"


@pytest.mark.parametrize(
    ("form", "rdflib_format"), [("ttl", "turtle"), ("jsonld", "json-ld"), ("xml", "xml")]
)
def test_a_graph_is_read_back_by_rdflib(env: dict[str, str], form: str, rdflib_format: str) -> None:
    text = "CONSTRUCT WHERE { ?p a qp:Plan ; qp:startYear ?year }"
    done = qpgraph("query", "-", "--format", form, stdin=text, environment=env)
    assert len(Dataset().parse(data=done.stdout, format=rdflib_format)) == 10


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        (["query", "nope"], 1, "no query is called 'nope'"),
        (["query", "tasks", "--param", "town=x"], 1, "has no parameter 'town'"),
        (["query", "tasks", "--param", "town"], 2, "not of the form name=value"),
        (["query", "compare-targets"], 1, "needs the parameter 'theme', for example theme=tfp"),
        (["query", "plans", "--format", "pdf"], 2, "'pdf' is not one of"),
        (["query", "plans", "--format", "ttl"], 1, "can't be written as ttl"),
        (["query", "./none.rq"], 1, "none.rq: can't be read"),
        (["query"], 2, "Missing argument"),
        (["query", "plans", "--timeout", "0"], 2, "--timeout"),
        (["nope"], 2, "No such command"),
    ],
)
def test_wrong_use_is_one_clear_line(
    env: dict[str, str], arguments: list[str], status: int, message: str
) -> None:
    done = qpgraph(*arguments, environment=env)
    assert done.returncode == status
    assert message in done.stderr.splitlines()[-1]
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("SELECT * { ?a ?b }", "not SPARQL 1.1"),
        ("SELECT * { SERVICE <http://example.org/> { ?a ?b ?c } }", "SERVICE is off"),
        ("DELETE WHERE { ?a ?b ?c }", "not SPARQL 1.1"),
    ],
)
def test_a_query_that_cannot_run_says_why(env: dict[str, str], text: str, message: str) -> None:
    done = qpgraph("query", "-", stdin=text, environment=env)
    assert done.returncode == 1
    assert message in done.stderr


def test_a_query_stops_at_its_deadline(env: dict[str, str]) -> None:
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
    done = qpgraph("query", "-", "--timeout", "0.5", stdin=endless, environment=env)
    assert (done.returncode, done.stdout) == (1, "")
    assert "stopped after 0.5 s" in done.stderr


def test_without_a_store_it_says_what_to_do(tmp_path: Path) -> None:
    done = qpgraph("query", "plans", "--store", str(tmp_path))
    assert done.returncode == 1
    assert "Build it with `qpgraph build`" in done.stderr
