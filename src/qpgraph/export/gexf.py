"""GEXF 1.3 (https://gexf.net/), one node and one edge at a time; `kind` tells parallel edges apart."""

from collections.abc import Mapping
from typing import BinaryIO

from qpgraph.export.attributes import Attribute, Value, flat
from qpgraph.export.base import Part
from qpgraph.export.xml_text import attribute, text

__all__ = ["write"]

_TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "list": "string"}
_ELEMENT = ("label", "kind")
"""What stands on the element itself."""


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the network."""
    network = part.network
    nodes = {each.name: f"n{i}" for i, each in enumerate(network.node_attributes) if each.name != "label"}
    edges = {
        each.name: f"e{i}" for i, each in enumerate(network.edge_attributes) if each.name not in _ELEMENT
    }
    output.write(
        '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
        f"  <meta><creator>qpgraph</creator><description>{text(network.title)}</description></meta>\n"
        '  <graph defaultedgetype="directed" idtype="string" mode="static">\n'.encode()
    )
    output.write(_columns("node", nodes, network.node_attributes).encode())
    output.write(_columns("edge", edges, network.edge_attributes).encode())
    output.write(f'    <nodes count="{network.node_count}">\n'.encode())
    for node in part.track(network.nodes(), network.node_count, "nodes"):
        head = f'id="{attribute(node.id)}" label="{attribute(node.label)}"'
        output.write(f"      <node {head}>{_values(nodes, node.attributes)}</node>\n".encode())
    output.write(f'    </nodes>\n    <edges count="{network.edge_count}">\n'.encode())
    for edge in part.track(network.edges(), network.edge_count, "edges"):
        head = (
            f'id="{edge.id}" source="{attribute(edge.source)}" target="{attribute(edge.target)}" '
            f'label="{attribute(edge.attributes["label"])}" kind="{attribute(edge.attributes["kind"])}"'
        )
        output.write(f"      <edge {head}>{_values(edges, edge.attributes)}</edge>\n".encode())
    output.write(b"    </edges>\n  </graph>\n</gexf>\n")


def _columns(target: str, ids: Mapping[str, str], columns: list[Attribute]) -> str:
    rows = "".join(
        f'      <attribute id="{ids[each.name]}" title="{attribute(each.name)}"'
        f' type="{_TYPES[each.kind]}"/>\n'
        for each in columns
        if each.name in ids
    )
    return f'    <attributes class="{target}" mode="static">\n{rows}    </attributes>\n'


def _values(ids: Mapping[str, str], attributes: Mapping[str, Value]) -> str:
    found = "".join(
        f'<attvalue for="{ids[name]}" value="{attribute(flat(value))}"/>'
        for name, value in attributes.items()
        if name in ids
    )
    return f"<attvalues>{found}</attvalues>"
