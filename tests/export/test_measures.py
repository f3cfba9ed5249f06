"""Measures: against networkx's own on the network that was read back, and known small cases."""

import csv
import io
import json

import networkx
import pytest

from qpgraph.export import measures
from qpgraph.export.measures import measure, plain_graph
from qpgraph.export.network import Network
from qpgraph.export.selection import Selection, SelectionError
from qpgraph.export.source import Source
from tests.export.conftest import Exporter


def test_measures_are_those_of_the_exported_network(export: Exporter) -> None:
    graph = networkx.cytoscape_graph(json.loads(export("cytoscape", view="collaboration", measures=True)))
    simple = networkx.DiGraph(graph)
    between = networkx.betweenness_centrality(simple)
    assert dict(graph.degree()) == {node: values["degree"] for node, values in graph.nodes(data=True)}
    assert dict(graph.in_degree()) == {node: values["in_degree"] for node, values in graph.nodes(data=True)}
    for node, values in graph.nodes(data=True):
        assert values["betweenness"] == pytest.approx(between[node], abs=1e-6)
        assert values["degree"] == values["in_degree"] + values["out_degree"]


def test_communities_are_denser_than_chance_and_numbered_by_size(export: Exporter) -> None:
    graph = networkx.cytoscape_graph(json.loads(export("cytoscape", view="collaboration", measures=True)))
    members: dict[int, set[str]] = {}
    for node, values in graph.nodes(data=True):
        members.setdefault(values["community"], set()).add(node)
    assert networkx.community.modularity(networkx.Graph(graph), members.values()) > 0.3
    sizes = [len(members[number]) for number in sorted(members)]
    assert sorted(members) == list(range(1, len(members) + 1))
    assert sizes == sorted(sizes, reverse=True)


def test_table_and_report_name_the_busiest_agency(export: Exporter) -> None:
    rows = list(csv.DictReader(io.StringIO(export("measures-csv", language="en").decode(), newline="")))
    top = max(rows, key=lambda row: int(row["degree"]))
    report = export("measures", language="en").decode()
    first = next(line for line in report.splitlines() if line.startswith("| ") and top["label"] in line)
    assert f"{top['label']} ({top['province']}) | {top['degree']}" in first
    assert "## Communities" in report


def test_links_between_two_are_one_with_a_weight(source: Source) -> None:
    network = Network(source, Selection(), "collaboration")
    graph = plain_graph(network)
    assert sum(weight for _, _, weight in graph.edges(data="weight")) == network.edge_count


def test_too_large_a_network_is_refused(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "EDGES_MAX", 10)
    with pytest.raises(SelectionError, match="at most 10 edges"):
        measure(Network(source, Selection(), "collaboration"))
