"""DOT (https://graphviz.org/doc/info/lang.html): the network as data, every attribute kept."""

from collections.abc import Mapping
from typing import BinaryIO

from qpgraph.export.attributes import Value, flat
from qpgraph.export.base import Part

__all__ = ["quoted", "write"]

_MEANING = {"class": "class_name", "group": "group_name", "comment": "comment_text", "start": "start_year"}
"""Attributes that Graphviz would take for its own."""


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the network."""
    network = part.network
    output.write(f"digraph {quoted(network.title)} {{\n".encode())
    for node in part.track(network.nodes(), network.node_count, "nodes"):
        output.write(f"  {quoted(node.id)} [{_list(node.attributes)}];\n".encode())
    for edge in part.track(network.edges(), network.edge_count, "edges"):
        attributes = {"id": edge.id, **edge.attributes}
        output.write(f"  {quoted(edge.source)} -> {quoted(edge.target)} [{_list(attributes)}];\n".encode())
    output.write(b"}\n")


def quoted(value: object) -> str:
    r"""A value as a double-quoted id: `"` is escaped, a backslash stands for itself.

    >>> print(quoted('a "b"'))
    "a \"b\""
    """
    plain = str(value).lower() if isinstance(value, bool) else str(value)
    plain = plain.replace("\x00", "").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _list(attributes: Mapping[str, Value]) -> str:
    return ", ".join(
        f"{quoted(_MEANING.get(name, name))}={quoted(flat(value))}" for name, value in attributes.items()
    )
