"""Pieces and forms: what is composed is SPARQL, and no value becomes a part of it."""

import pytest
from pyoxigraph import Store

from qpgraph.ask.planning.form import Condition, Form, Show, shows
from qpgraph.ask.planning.sparql import compose, load_pieces
from qpgraph.errors import QpgraphError

VALUES = {
    "iri": ["http://example.org/a", "http://example.org/b"],
    "string": ['a "quoted" } word'],
    "number": [2027],
    "year": [2027],
    "day": ["--11-30"],
}


def condition(name: str) -> Condition:
    piece = load_pieces()[name]
    values = {
        slot: VALUES[kind][:1] if slot == "province" else VALUES[kind] for slot, kind in piece.slots.items()
    }
    return Condition(name, {slot: value for slot, value in values.items() if slot != "language"})


@pytest.mark.parametrize("name", sorted(load_pieces()))
def test_piece_is_sparql(name: str) -> None:
    piece = load_pieces()[name]
    values = {slot: VALUES[kind][:1] for slot, kind in piece.slots.items()}
    form = Form(Show("x", ("nothing",), ()), "vi", ("Task",), (Condition(name, values),))
    Store().query(compose(form))


@pytest.mark.parametrize("name", sorted(shows()))
@pytest.mark.parametrize("aggregate", ["list", "count", "exists", "without"])
def test_show_is_sparql(name: str, aggregate: str) -> None:
    show = shows()[name]
    whole = {"plan": "plan", "act": "act", "defi": "definition"}.get(name[:4].rstrip("-s"), "plan")
    conditions = (condition(whole),) if not show.pieces else (condition("in-province"),)
    if "show-amount" in show.pieces:
        conditions = (*conditions, Condition("", {"years": [2027]}))
    form = Form(show, "en", () if not show.pieces else ("Task", "Target"), conditions, aggregate)  # type: ignore[arg-type]
    Store().query(compose(form))


@pytest.mark.parametrize("aggregate", ["best", "worst", "sum", "most", "least", "count-each"])
def test_aggregate_is_sparql(aggregate: str) -> None:
    name = {"sum": "totals", "most": "leads", "least": "provinces"}.get(aggregate, "quantities")
    Store().query(compose(Form(shows()[name], "vi", ("Target",), (condition("with-theme"),), aggregate)))  # type: ignore[arg-type]


def test_value_stays_a_value() -> None:
    query = compose(
        Form(shows()["points"], "vi", ("Task",), (Condition("with-ref", {"refs": ['1" } DROP ALL #']}),))
    )
    assert '"1\\" } DROP ALL #"' in query
    with pytest.raises(ValueError, match="IRI"):
        compose(Form(shows()["points"], "vi", (), (Condition("with-theme", {"themes": ["a> } #"]}),)))


def test_missing_value_is_an_error() -> None:
    with pytest.raises(QpgraphError, match="with-theme"):
        compose(Form(shows()["points"], "vi", ("Task",), (Condition("with-theme", {"themes": []}),)))


def test_query_carries_its_prefixes() -> None:
    query = compose(Form(shows()["points"], "vi", ("Task",)))
    assert query.startswith("PREFIX")
    assert "eli:" not in query
