"""RDF: Turtle, N-Triples, N-Quads, TriG and RDF/XML, by Oxigraph's serializers."""

from typing import BinaryIO

from pyoxigraph import RdfFormat, serialize

from qpgraph.export.base import Part
from qpgraph.graph.terms import PREFIXES

__all__ = ["write"]

_FORMATS = {
    "ttl": RdfFormat.TURTLE,
    "nt": RdfFormat.N_TRIPLES,
    "nq": RdfFormat.N_QUADS,
    "trig": RdfFormat.TRIG,
    "rdfxml": RdfFormat.RDF_XML,
}
_PREFIXED = ("ttl", "trig", "rdfxml")


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the statements; the named graphs stay where the format has them."""
    rdf_format = _FORMATS[name]
    statements = part.statements()
    content = statements if rdf_format.supports_datasets else (quad.triple for quad in statements)
    serialize(content, output, rdf_format, prefixes=PREFIXES if name in _PREFIXED else None)
