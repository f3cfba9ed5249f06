"""The media types that answers and uploads are written in, best known name first.

SPARQL 1.1 Protocol, 2.1.6; the short names are for people (`?format=ttl`, `--format csv`).
"""

from collections.abc import Sequence
from typing import Literal

__all__ = [
    "ALL_TYPES",
    "GRAPH_TYPES",
    "SHORT_NAMES",
    "SOLUTION_TYPES",
    "UPLOAD_TYPES",
    "Form",
    "choose_media_type",
]

Form = Literal["solutions", "boolean", "graph"]
"""A query's form: SELECT, ASK, or CONSTRUCT and DESCRIBE."""

SOLUTION_TYPES = (
    "application/sparql-results+json",
    "application/sparql-results+xml",
    "text/csv",
    "text/tab-separated-values",
    "application/json",
    "application/xml",
    "text/xml",
)
"""For SELECT and ASK; the last three are other names for the first two."""

GRAPH_TYPES = (
    "text/turtle",
    "application/n-triples",
    "application/n-quads",
    "application/trig",
    "application/rdf+xml",
    "application/ld+json",
    "application/json",
    "application/xml",
    "text/xml",
    "text/plain",
)
"""For CONSTRUCT, DESCRIBE and whole graphs; the last four are other names (JSON-LD, RDF/XML, N-Triples)."""

ALL_TYPES = tuple(dict.fromkeys((*SOLUTION_TYPES[:4], *GRAPH_TYPES[:6], *SOLUTION_TYPES, *GRAPH_TYPES)))
"""For a query whose form isn't known yet: the proper names first, so that `*/*` gets one of those."""

UPLOAD_TYPES = (
    "text/turtle",
    "application/n-triples",
    "application/rdf+xml",
    "application/ld+json",
)
"""What a graph may be sent in."""

SHORT_NAMES: dict[str, tuple[str, ...]] = {
    "json": ("application/sparql-results+json", "application/ld+json"),
    "xml": ("application/sparql-results+xml", "application/rdf+xml"),
    "csv": ("text/csv",),
    "tsv": ("text/tab-separated-values",),
    "ttl": ("text/turtle",),
    "turtle": ("text/turtle",),
    "nt": ("application/n-triples",),
    "nq": ("application/n-quads",),
    "trig": ("application/trig",),
    "rdf": ("application/rdf+xml",),
    "jsonld": ("application/ld+json",),
}
"""Short name to the media types that it stands for: one for solutions, one for graphs."""


def choose_media_type(form: Form, accept: Sequence[str]) -> str:
    """The first of `accept` that fits the form, or the form's default when none does.

    >>> choose_media_type("graph", ["text/csv", "application/n-triples"])
    'application/n-triples'
    >>> choose_media_type("boolean", [])
    'application/sparql-results+json'
    """
    offered = GRAPH_TYPES if form == "graph" else SOLUTION_TYPES
    return next((media_type for media_type in accept if media_type in offered), offered[0])
