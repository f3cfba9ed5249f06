"""JSON Graph Format 2 (https://jsongraphformat.info/)."""

from typing import BinaryIO

from qpgraph.export.base import Part
from qpgraph.export.json_stream import encode, write_items
from qpgraph.export.network import Edge, Node
from qpgraph.settings import BASE

__all__ = ["write"]


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the network; an edge's `relation` is its predicate's address."""
    network = part.network
    about = {"language": network.language, "view": network.view.name}
    output.write(
        b'{"graph": {"id": %s, "type": "knowledge graph", "label": %s, "directed": true,'
        b' "metadata": %s, "nodes": {' % (encode(BASE), encode(network.title), encode(about))
    )
    write_items(output, (_node(each) for each in part.track(network.nodes(), network.node_count, "nodes")))
    output.write(b'}, "edges": [')
    write_items(output, (_edge(each) for each in part.track(network.edges(), network.edge_count, "edges")))
    output.write(b"]}}\n")


def _node(node: Node) -> bytes:
    metadata = {name: value for name, value in node.attributes.items() if name != "label"}
    return encode(node.id) + b": " + encode({"label": node.label, "metadata": metadata})


def _edge(edge: Edge) -> bytes:
    metadata = {name: value for name, value in edge.attributes.items() if name not in ("label", "predicate")}
    return encode(
        {
            "id": edge.id,
            "source": edge.source,
            "target": edge.target,
            "relation": edge.attributes["predicate"],
            "directed": True,
            "label": edge.attributes["label"],
            "metadata": metadata,
        }
    )
