"""The queries that reports ask keep the convention of named queries; both languages get the same."""

import pytest
from pyoxigraph import Store

from qpgraph import api
from qpgraph.queries.named import load_queries
from qpgraph.settings import Settings, data_directory

QUERIES = load_queries(data_directory("queries") / "report")
COMMON = {"thing", "plan", "province", "lines"}


@pytest.mark.parametrize("name", QUERIES)
def test_query_runs_as_it_stands_in_its_file(name: str) -> None:
    Store().query(QUERIES[name].text)


@pytest.mark.parametrize("name", sorted(QUERIES.keys() - {"provinces"}))
def test_rows_tell_their_thing_and_their_source(name: str) -> None:
    solutions = Store().query(QUERIES[name].bind({}))
    assert {variable.value for variable in solutions.variables} >= COMMON  # type: ignore[union-attr]


@pytest.mark.parametrize("name", QUERIES)
def test_every_parameter_has_an_example_that_finds_something(name: str, settings: Settings) -> None:
    for parameter in QUERIES[name].parameters:
        assert parameter.example
        assert api.sparql(QUERIES[name].bind({parameter.name: parameter.example}), settings)


@pytest.mark.parametrize("name", QUERIES)
def test_both_languages_have_the_same_rows(name: str, settings: Settings) -> None:
    vietnamese = api.sparql(QUERIES[name].bind({"lang": "vi"}), settings)
    english = api.sparql(QUERIES[name].bind({"lang": "en"}), settings)
    assert sorted(row["thing"] for row in vietnamese) == sorted(row["thing"] for row in english)
