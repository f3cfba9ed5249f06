"""`qpgraph upload`, and `qpgraph query` on the endpoint that it filled, against real servers."""

from pathlib import Path

import pytest

from tests.cli.command import qpgraph
from tests.store.servers import Server


def environment(server: Server, store: Path) -> dict[str, str]:
    endpoint = server.endpoint
    variables = {"QPGRAPH_STORE": str(store), "QPGRAPH_ENDPOINT": endpoint.query_url}
    if endpoint.update_url:
        variables["QPGRAPH_ENDPOINT_UPDATE"] = endpoint.update_url
    if endpoint.data_url:
        variables["QPGRAPH_ENDPOINT_DATA"] = endpoint.data_url
    if endpoint.auth:
        variables |= {
            "QPGRAPH_ENDPOINT_AUTH": endpoint.auth.kind,
            "QPGRAPH_ENDPOINT_USER": endpoint.auth.user,
            "QPGRAPH_ENDPOINT_PASSWORD": endpoint.auth.secret,
        }
    return variables


def test_the_graph_is_uploaded_and_answers_as_here(server: Server, built_store: Path) -> None:
    there = environment(server, built_store)
    done = qpgraph("upload", environment=there)
    assert done.returncode == 0, done.stderr
    assert f"in 7 graphs sent to {server.endpoint.query_url}" in done.stderr
    for name in ("plans", "budget", "catalogue"):
        here = qpgraph("query", name, "--format", "csv", environment={"QPGRAPH_STORE": str(built_store)})
        asked = qpgraph("query", name, "--format", "csv", environment=there)
        assert sorted(asked.stdout.splitlines()) == sorted(here.stdout.splitlines())


def test_without_an_endpoint_it_says_what_to_set(built_store: Path) -> None:
    done = qpgraph("upload", environment={"QPGRAPH_STORE": str(built_store)})
    assert done.returncode == 1
    assert "set QPGRAPH_ENDPOINT" in done.stderr


@pytest.mark.parametrize("command", [["upload"], ["query", "plans"]])
def test_an_endpoint_that_is_not_there_is_named(built_store: Path, command: list[str]) -> None:
    address = "http://127.0.0.1:9/sparql"
    done = qpgraph(*command, environment={"QPGRAPH_STORE": str(built_store), "QPGRAPH_ENDPOINT": address})
    assert done.returncode == 1
    assert address in done.stderr
    assert "Traceback" not in done.stderr
