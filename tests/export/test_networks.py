"""Network exports, read back by programs that are not ours and compared node by node and edge by edge."""

import csv
import io
import json
import os
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import networkx
import pydot
import pytest
from jsonschema import Draft7Validator
from lxml import etree

from qpgraph.graph.terms import PREFIXES
from tests.export.conftest import Expected, Exporter

Nodes = dict[str, dict[str, Any]]
Edges = list[tuple[str, str, dict[str, Any]]]
Reader = Callable[[bytes], tuple[Nodes, Edges]]


def read_graphml(data: bytes) -> tuple[Nodes, Edges]:
    graph = networkx.read_graphml(io.BytesIO(data), force_multigraph=True)
    address = networkx.get_node_attributes(graph, "iri")
    nodes = {address[node]: values for node, values in graph.nodes(data=True)}
    return nodes, [
        (address[source], address[target], {"id": key, **values})
        for source, target, key, values in graph.edges(data=True, keys=True)
    ]


def read_gexf(data: bytes) -> tuple[Nodes, Edges]:
    graph = networkx.read_gexf(io.BytesIO(data), version="1.3")
    assert graph.is_directed()
    assert graph.is_multigraph()
    return dict(graph.nodes(data=True)), [
        (source, target, {"kind": _shortened(values["predicate"]), **values})
        for source, target, values in graph.edges(data=True)
    ]


def _shortened(address: str) -> str:
    prefix = next(prefix for prefix, start in PREFIXES.items() if address.startswith(start))
    return f"{prefix}:{address.removeprefix(PREFIXES[prefix])}"


def read_cytoscape(data: bytes) -> tuple[Nodes, Edges]:
    graph = networkx.cytoscape_graph(json.loads(data))
    assert graph.is_multigraph()
    return dict(graph.nodes(data=True)), list(graph.edges(data=True))


def read_jgf(data: bytes) -> tuple[Nodes, Edges]:
    graph = json.loads(data)["graph"]
    nodes = {node: {"label": about["label"], **about["metadata"]} for node, about in graph["nodes"].items()}
    return nodes, [
        (
            edge["source"],
            edge["target"],
            {"id": edge["id"], "predicate": edge["relation"], "label": edge["label"], **edge["metadata"]},
        )
        for edge in graph["edges"]
    ]


def _tables(data: bytes) -> tuple[list[dict[str, str]], list[dict[str, str]]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        texts = [archive.read(name).decode() for name in ("nodes.csv", "edges.csv")]
    nodes, edges = (list(csv.DictReader(io.StringIO(text, newline=""))) for text in texts)
    return nodes, edges


def read_gephi(data: bytes) -> tuple[Nodes, Edges]:
    nodes, edges = _tables(data)
    assert all(edge["Type"] == "Directed" for edge in edges)
    return {node["Id"]: {"label": node["Label"], **node} for node in nodes}, [
        (
            edge["Source"],
            edge["Target"],
            {"id": edge["Id"], "label": edge["Label"], "kind": edge["Kind"], **edge},
        )
        for edge in edges
    ]


def read_neo4j(data: bytes) -> tuple[Nodes, Edges]:
    nodes, edges = ([_untyped(row) for row in rows] for rows in _tables(data))
    return {node["iri"]: {"class": node[":LABEL"].split(";")[0], **node} for node in nodes}, [
        (edge[":START_ID"], edge[":END_ID"], edge) for edge in edges
    ]


def _untyped(row: dict[str, str]) -> dict[str, str]:
    return {name if name.startswith(":") else name.partition(":")[0]: value for name, value in row.items()}


READERS: dict[str, Reader] = {
    "graphml": read_graphml,
    "gexf": read_gexf,
    "cytoscape": read_cytoscape,
    "jgf": read_jgf,
    "csv": read_gephi,
    "neo4j": read_neo4j,
}


@pytest.mark.parametrize("name", READERS)
def test_every_node_and_edge_comes_back(name: str, export: Exporter, expected: Expected) -> None:
    nodes, edges = READERS[name](export(name, language="en"))
    assert set(nodes) - set(expected.labels) == _blank(nodes)
    assert set(expected.labels) <= set(nodes)
    for address, labels in expected.labels.items():
        if labels:
            assert nodes[address]["label"] == labels.get("en", labels.get("vi")), address
            assert nodes[address]["label_vi"] == labels["vi"]
    found = Counter(
        (source, values["predicate"], target, values["graph"]) for source, target, values in edges
    )
    assert {edge: count for edge, count in found.items() if not edge[2].startswith("_:")} == dict(
        expected.edges
    )
    assert all(values["label"] and values["kind"] for _, _, values in edges)


def _blank(nodes: Nodes) -> set[str]:
    return {node for node in nodes if node.startswith("_:")}


@pytest.mark.parametrize("name", READERS)
def test_attributes_of_a_task_come_back(name: str, export: Exporter) -> None:
    nodes, _ = READERS[name](export(name, plans=("bac-ninh-kh-2026-2030",)))
    task = next(values for node, values in nodes.items() if node.endswith("/task/1.1"))
    assert task["class"] == "Task"
    assert task["class_label"] == "Nhiệm vụ"
    assert int(task["start"]) == 2025
    assert task["ref"] == "1.1"
    assert "traceability" in task["themes"]
    assert "Bắc Ninh" in task["province"]


@pytest.mark.parametrize("name", READERS)
def test_edge_ids_are_distinct_and_stay(name: str, export: Exporter) -> None:
    if name == "gexf":
        pytest.skip("networkx keeps no ids of GEXF edges; the schema test looks at them")
    whole = {values["id"]: edge for *edge, values in READERS[name](export(name))[1]}
    part = {
        values["id"]: edge for *edge, values in READERS[name](export(name, themes=("tfp",), language="en"))[1]
    }
    assert len(whole) == len(READERS[name](export(name))[1])
    assert part
    assert {key: whole[key] for key in part} == part


def test_parallel_edges_stay_apart(export: Exporter) -> None:
    _, edges = read_graphml(export("graphml", view="collaboration"))
    pairs = Counter((source, target) for source, target, _ in edges)
    assert max(pairs.values()) > 5
    assert len({values["id"] for _, _, values in edges}) == len(edges)
    assert all(values["point"] for _, _, values in edges)


def test_dot_comes_back_by_graphviz(export: Exporter, expected: Expected) -> None:
    """gvpr is Graphviz's own stream processor."""
    if not shutil.which("gvpr"):
        pytest.skip("Graphviz is not installed")
    program = (
        'BEG_G { string n; } N { print("N\t", name, "\t", label_en); } '
        'E { print("E\t", tail.name, "\t", aget($, "predicate"), "\t", head.name); }'
    )
    done = subprocess.run(["gvpr", program], input=export("dot"), capture_output=True, check=True)
    rows = [line.split("\t") for line in done.stdout.decode().splitlines()]
    nodes = {row[1]: row[2] for row in rows if row[0] == "N"}
    found = Counter(tuple(row[1:]) for row in rows if row[0] == "E" and not row[3].startswith("_:"))
    assert found == expected.links()
    assert {node for node in nodes if not node.startswith("_:")} == set(expected.labels)
    for address, labels in expected.labels.items():
        if labels:
            assert nodes[address] == labels.get("en", "")


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # inside pydot
def test_dot_comes_back_by_pydot(export: Exporter) -> None:
    (graph,) = pydot.graph_from_dot_data(export("dot", around="theme/tfp").decode())
    nodes = {node.get_name().strip('"') for node in graph.get_nodes()}
    wanted, links = read_graphml(export("graphml", around="theme/tfp"))
    assert nodes == set(wanted)
    assert len(graph.get_edges()) == len(links)
    assert graph.get_type() == "digraph"
    assert not graph.get_strict()


XLINK = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xlink">
  <xs:attribute name="href" type="xs:anyURI"/><xs:attribute name="type" type="xs:string"/>
</xs:schema>"""
"""As much of XLink as GraphML's schema asks for."""


def _schema(name: str) -> Path:
    folder = os.environ.get("QPGRAPH_SCHEMAS")
    path = Path(folder or "") / name
    if not folder or not path.is_file():
        pytest.skip(f"QPGRAPH_SCHEMAS names no folder with {name} (docs/exports.md says where it is from)")
    return path


@pytest.mark.parametrize("filters", [{}, {"view": "collaboration", "measures": True}, {"themes": ("tfp",)}])
def test_gexf_is_valid(export: Exporter, filters: dict[str, Any]) -> None:
    schema = etree.XMLSchema(etree.parse(_schema("gexf/gexf.xsd")))
    document = etree.fromstring(export("gexf", **filters), etree.XMLParser(huge_tree=True))
    schema.assertValid(document)
    ids = document.xpath("//g:edge/@id", namespaces={"g": "http://gexf.net/1.3"})
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("filters", [{}, {"view": "collaboration", "measures": True}, {"themes": ("tfp",)}])
def test_graphml_is_valid(export: Exporter, filters: dict[str, Any], tmp_path: Path) -> None:
    """The structure's schema, with the two attributes that GraphML's own extension puts on keys."""
    (tmp_path / "structure.xsd").write_bytes(_schema("graphml-structure.xsd").read_bytes())
    (tmp_path / "xlink.xsd").write_text(XLINK, encoding="utf-8")
    extended = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
      targetNamespace="http://graphml.graphdrawing.org/xmlns" xmlns="http://graphml.graphdrawing.org/xmlns">
      <xs:redefine schemaLocation="structure.xsd"><xs:attributeGroup name="key.extra.attrib">
        <xs:attributeGroup ref="key.extra.attrib"/>
        <xs:attribute name="attr.name" type="xs:NMTOKEN"/><xs:attribute name="attr.type" type="xs:NMTOKEN"/>
      </xs:attributeGroup></xs:redefine></xs:schema>"""
    path = tmp_path / "graphml.xsd"
    path.write_text(extended, encoding="utf-8")
    schema = etree.XMLSchema(etree.parse(path))
    schema.assertValid(etree.fromstring(export("graphml", **filters), etree.XMLParser(huge_tree=True)))


def test_jgf_is_valid(export: Exporter) -> None:
    schema = json.loads(_schema("jgf-v2.json").read_text(encoding="utf-8"))
    Draft7Validator(schema).validate(json.loads(export("jgf", themes=("traceability",))))


def test_same_network_gives_the_same_bytes(export: Exporter) -> None:
    for name in ("graphml", "csv"):
        assert export(name, around="theme/tfp") == export.__wrapped__(name, around="theme/tfp")  # type: ignore[attr-defined]
