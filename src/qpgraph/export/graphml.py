"""GraphML (http://graphml.graphdrawing.org/specification.html), one node and one edge at a time.

The schema allows no address as an id, so an id is the address below `<base>id/` with colons for
slashes; the address itself stands in the attribute `iri`.
"""

import hashlib
import re
from functools import lru_cache
from typing import BinaryIO

from qpgraph.export.attributes import Attribute, Value, flat
from qpgraph.export.base import Part
from qpgraph.export.xml_text import attribute, text
from qpgraph.settings import BASE

__all__ = ["token", "write"]

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">
"""
_TYPES = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "list": "string"}
_TOKEN = re.compile(r"[\w.\-/]+")


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the network."""
    network = part.network
    nodes = {each.name: (f"n{i}", each) for i, each in enumerate([_IRI, *network.node_attributes])}
    edges = {each.name: (f"e{i}", each) for i, each in enumerate(network.edge_attributes)}
    output.write(_HEAD.encode())
    output.write(b'  <key id="title" for="graph" attr.name="title" attr.type="string"/>\n')
    for target, keys in (("node", nodes), ("edge", edges)):
        for key, column in keys.values():
            output.write(_key(key, target, column).encode())
    output.write(b'  <graph id="qpgraph" edgedefault="directed">\n')
    output.write(f'    <data key="title">{text(network.title)}</data>\n'.encode())
    for node in part.track(network.nodes(), network.node_count, "nodes"):
        values = {"iri": node.id, **node.attributes}
        data = "".join(_data(nodes[column][0], value) for column, value in values.items())
        output.write(f'    <node id="{attribute(token(node.id))}">{data}</node>\n'.encode())
    for edge in part.track(network.edges(), network.edge_count, "edges"):
        ends = f'source="{attribute(token(edge.source))}" target="{attribute(token(edge.target))}"'
        data = "".join(_data(edges[column][0], value) for column, value in edge.attributes.items())
        output.write(f'    <edge id="{edge.id}" {ends}>{data}</edge>\n'.encode())
    output.write(b"  </graph>\n</graphml>\n")


@lru_cache(maxsize=100_000)
def token(address: str) -> str:
    """An address as an XML name token.

    >>> token("https://w3id.org/qpgraph/id/theme/tfp")
    'theme:tfp'
    """
    path = address.removeprefix(f"{BASE}id/")
    if path != address and _TOKEN.fullmatch(path):
        return path.replace("/", ":")
    return "x" + hashlib.blake2b(address.encode(), digest_size=8).hexdigest()


_IRI = Attribute("iri", "string")


def _key(key: str, target: str, column: Attribute) -> str:
    name = attribute(column.name)
    return f'  <key id="{key}" for="{target}" attr.name="{name}" attr.type="{_TYPES[column.kind]}"/>\n'


def _data(key: str, value: Value) -> str:
    return f'<data key="{key}">{text(flat(value))}</data>'
