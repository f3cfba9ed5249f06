"""Rules are run until they say nothing new."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad

from qpgraph.errors import QpgraphError
from qpgraph.graph.derive import derive
from qpgraph.graph.terms import DERIVED_GRAPH


def node(name: str) -> NamedNode:
    return NamedNode(f"urn:{name}")


CHAIN = [Quad(node(str(i)), node("next"), node(str(i + 1)), node("g")) for i in range(4)]
TRANSITIVE = "CONSTRUCT { ?a <urn:next> ?c } WHERE { ?a <urn:next> ?b . ?b <urn:next> ?c }"


def test_a_rule_that_feeds_on_itself_is_run_to_the_end(tmp_path: Path) -> None:
    (tmp_path / "next.rq").write_text(TRANSITIVE)
    derived = derive(CHAIN, tmp_path)
    assert len(derived) == 10 - 4
    assert {quad.graph_name for quad in derived} == {DERIVED_GRAPH}


def test_what_a_graph_says_already_is_not_derived(tmp_path: Path) -> None:
    (tmp_path / "same.rq").write_text("CONSTRUCT WHERE { ?a <urn:next> ?b }")
    assert derive(CHAIN, tmp_path) == []


def test_a_rule_without_end_is_an_error(tmp_path: Path) -> None:
    text = """
        CONSTRUCT { ?b <urn:n> ?longer }
        WHERE { ?a <urn:next>|<urn:n> ?b BIND(IRI(CONCAT(STR(?b), "x")) AS ?longer) }
    """
    (tmp_path / "endless.rq").write_text(text)
    with pytest.raises(QpgraphError, match="one feeds itself"):
        derive(CHAIN, tmp_path)


def test_a_rule_that_is_no_query_is_named(tmp_path: Path) -> None:
    (tmp_path / "bad.rq").write_text("CONSTRUCT {")
    with pytest.raises(QpgraphError, match=r"bad\.rq: not a CONSTRUCT query"):
        derive(CHAIN, tmp_path)
