"""Named queries: headers, binding, and that no value becomes a part of a query."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, Store, Variable

from qpgraph.errors import QpgraphError
from qpgraph.queries.named import ParameterError, UnknownQueryError, load_queries, named_query

CONTRACT = {
    "plans": "plan province number date type issuer title start end",
    "legal-bases": "plan id type date issuer where",
    "targets": "plan province ref subject comparator value max unit per by",
    "tasks": "plan province ref title_vi title_en parent start end recurrence",
    "task-agencies": "plan ref role agency",
    "task-outputs": "plan ref comparator value max unit",
    "measures": "plan ref title_vi title_en",
    "applied-standards": "plan kind ref standard",
    "duties": "plan ref agency role partner",
    "reporting": "plan ref who to deadline recurs",
    "budget": "plan ref item year amount unit",
    "catalogue": "plan group item purpose",
    "procedure": "plan step actor when summary",
    "defects": "plan about note",
    "agencies-on-theme": "agency province role plan ref title",
    "compare-targets": "province plan ref subject comparator value max unit",
    "shared-legal-bases": "id provinces",
    "standards-by-province": "standard province count",
}
EXAMPLES = {
    name: {p.name: p.example or "" for p in query.parameters} for name, query in load_queries().items()
}


@pytest.mark.parametrize("name", CONTRACT)
def test_query_has_the_columns_of_the_contract(name: str) -> None:
    solutions = Store().query(named_query(name).bind(EXAMPLES[name]))
    columns = [variable.value for variable in solutions.variables]  # type: ignore[union-attr]
    assert set(CONTRACT[name].split()) <= set(columns)


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_query_runs_as_it_stands_in_its_file(name: str) -> None:
    Store().query(named_query(name).text)


@pytest.mark.parametrize("name", sorted(load_queries()))
def test_every_parameter_has_an_example_that_finds_something(name: str, settings: object) -> None:
    from qpgraph import api

    for parameter, example in EXAMPLES[name].items():
        assert example, f"{name}: {parameter} has no example"
        assert api.query(name, settings, **{parameter: example}), (
            f"{name}: {parameter}={example} finds nothing"
        )  # type: ignore[arg-type]


def test_an_unknown_query_is_told_what_there_is() -> None:
    with pytest.raises(UnknownQueryError, match="no query is called 'plan'; there are agencies-on-theme"):
        named_query("plan")


def test_a_name_cannot_leave_the_folder() -> None:
    with pytest.raises(UnknownQueryError):
        named_query("../ontology/rules/leads")


def test_an_unknown_parameter_is_told_what_there_is() -> None:
    with pytest.raises(
        ParameterError, match="query 'measures' has no parameter 'year'; it takes plan, theme"
    ):
        named_query("measures").bind({"year": "2026"})


def test_a_required_parameter_must_be_given() -> None:
    with pytest.raises(ParameterError, match="needs the parameter 'theme', for example theme=tfp"):
        named_query("compare-targets").bind({})


def test_an_empty_value_counts_as_not_given() -> None:
    assert named_query("measures").bind({"plan": ""}) == named_query("measures").text


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_a_value_stays_a_value(value: str) -> None:
    bound = named_query("compare-targets").bind({"theme": value or "x"})
    probe = (
        bound[: bound.index("SELECT")]
        + "SELECT ?_theme WHERE {"
        + bound[bound.index("VALUES") :].split("\n")[0]
        + "}"
    )
    if not value:
        return
    solutions = list(Store().query(probe))  # type: ignore[arg-type]
    assert len(solutions) == 1
    import unicodedata

    assert (
        solutions[0][Variable("_theme")] == Literal(unicodedata.normalize("NFC", value.strip()))
        or not value.strip()
    )


def header(tmp_path: Path, text: str) -> Path:
    (tmp_path / "q.rq").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_header_that_cannot_be_read_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(QpgraphError, match=r"q\.rq: the header .* can't be read"):
        load_queries(header(tmp_path, "#+ summary: [\nSELECT * {}"))


def test_a_parameter_without_a_place_is_an_error(tmp_path: Path) -> None:
    text = "#+ summary: {vi: a, en: b}\n#+ params:\n#+   plan: {vi: a, en: b}\nSELECT * {}"
    with pytest.raises(QpgraphError, match=r"parameter 'plan' has no VALUES \?_plan"):
        load_queries(header(tmp_path, text))


@pytest.mark.parametrize(("value", "good"), [("12", True), ("-3", True), ("1.5", False), ("1 }", False)])
def test_an_integer_is_checked(tmp_path: Path, value: str, good: bool) -> None:
    text = (
        "#+ summary: {vi: a, en: b}\n#+ params:\n#+   n: {vi: a, en: b, type: integer}\n"
        "SELECT * { VALUES ?_n { UNDEF } }"
    )
    query = load_queries(header(tmp_path, text))["q"]
    if good:
        assert f"{{ {value} }}" in query.bind({"n": value})
    else:
        with pytest.raises(ParameterError, match="is not a whole number"):
            query.bind({"n": value})


def test_an_iri_is_checked(tmp_path: Path) -> None:
    text = (
        "#+ summary: {vi: a, en: b}\n#+ params:\n#+   s: {vi: a, en: b, type: iri}\n"
        "SELECT * { VALUES ?_s { UNDEF } }"
    )
    query = load_queries(header(tmp_path, text))["q"]
    assert "{ <urn:x> }" in query.bind({"s": "urn:x"})
    with pytest.raises(ParameterError, match="is not an IRI"):
        query.bind({"s": "urn:x> } #"})
