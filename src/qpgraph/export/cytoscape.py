"""Cytoscape.js JSON (https://js.cytoscape.org/#notation/elements-json), as networkx reads it too."""

from typing import BinaryIO

from qpgraph.export.base import Part
from qpgraph.export.json_stream import encode, write_items

__all__ = ["write"]


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the network; `value` and `key` are there for networkx."""
    network = part.network
    about = {"title": network.title, "language": network.language, "view": network.view.name}
    output.write(
        b'{"data": ' + encode(about) + b', "directed": true, "multigraph": true, "elements": {"nodes": ['
    )
    write_items(
        output,
        (
            encode({"data": {"id": node.id, "value": node.id, "name": node.label, **node.attributes}})
            for node in part.track(network.nodes(), network.node_count, "nodes")
        ),
    )
    output.write(b'], "edges": [')
    write_items(
        output,
        (
            encode(
                {
                    "data": {
                        "id": edge.id,
                        "key": edge.id,
                        "source": edge.source,
                        "target": edge.target,
                        **edge.attributes,
                    }
                }
            )
            for edge in part.track(network.edges(), network.edge_count, "edges")
        ),
    )
    output.write(b"]}}\n")
