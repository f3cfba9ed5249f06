"""The export formats by name, and the one way to write any of them."""

import importlib
from dataclasses import replace
from typing import BinaryIO

from qpgraph.errors import QpgraphError
from qpgraph.export.base import Format, Part, Writer
from qpgraph.export.selection import Selection
from qpgraph.export.source import Source
from qpgraph.export.track import Track, untracked
from qpgraph.export.views import NETWORK

__all__ = ["FORMATS", "UnknownFormatError", "find_format", "part_of", "write_export"]

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FORMATS = (
    Format("ttl", "Turtle", "text/turtle", "ttl", "rdf", "rdf"),
    Format("nt", "N-Triples", "application/n-triples", "nt", "rdf", "rdf"),
    Format("nq", "N-Quads", "application/n-quads", "nq", "rdf", "rdf"),
    Format("trig", "TriG", "application/trig", "trig", "rdf", "rdf"),
    Format("jsonld", "JSON-LD 1.1", "application/ld+json", "jsonld", "rdf", "jsonld"),
    Format("rdfxml", "RDF/XML", "application/rdf+xml", "rdf", "rdf", "rdf"),
    Format("graphml", "GraphML", "application/graphml+xml", "graphml", "network", "graphml"),
    Format("gexf", "GEXF 1.3", "application/gexf+xml", "gexf", "network", "gexf"),
    Format("dot", "Graphviz DOT", "text/vnd.graphviz", "gv", "network", "dot"),
    Format("cytoscape", "Cytoscape.js JSON", "application/json", "cyjs", "network", "cytoscape"),
    Format("jgf", "JSON Graph Format 2", "application/vnd.jgf+json", "jgf.json", "network", "jgf"),
    Format("csv", "nodes and edges as CSV, for Gephi", "application/zip", "zip", "network", "node_lists"),
    Format("neo4j", "nodes and edges as CSV, for Neo4j", "application/zip", "zip", "network", "node_lists"),
    Format("svg", "picture, SVG", "image/svg+xml", "svg", "picture", "picture"),
    Format("png", "picture, PNG", "image/png", "png", "picture", "picture"),
    Format("pdf", "picture, PDF", "application/pdf", "pdf", "picture", "picture"),
    Format("html", "picture to walk in, one HTML file", "text/html", "html", "picture", "page"),
    Format("tasks-csv", "tasks as CSV", "text/csv", "csv", "table", "tables"),
    Format("targets-csv", "targets as CSV", "text/csv", "csv", "table", "tables"),
    Format("agencies-csv", "agencies as CSV", "text/csv", "csv", "table", "tables"),
    Format("xlsx", "workbook of tasks, targets, agencies", _SHEET, "xlsx", "table", "workbook"),
    Format(
        "measures", "measures of the network, a report", "text/markdown", "md", "report", "measure_report"
    ),
    Format("measures-csv", "measures of the network as CSV", "text/csv", "csv", "report", "measure_report"),
)
FORMATS = {each.name: each for each in _FORMATS}
"""Every format by name, in the order of the documentation."""


class UnknownFormatError(QpgraphError):
    """No format of this name (HTTP 404)."""


def find_format(name: str) -> Format:
    """A format by name. Raises `UnknownFormatError` with the names that there are."""
    if name not in FORMATS:
        raise UnknownFormatError(f"there is no format '{name}'; take {', '.join(FORMATS)}")
    return FORMATS[name]


def write_export(
    source: Source, name: str, selection: Selection, output: BinaryIO, track: Track = untracked
) -> None:
    """Writes a part of the graph. Raises `QpgraphError`; what was written till then is of no use."""
    writer: Writer = importlib.import_module(f"qpgraph.export.{find_format(name).module}").write
    part = part_of(source, name, selection, track)
    try:
        writer(part, output, name)
    finally:
        part.close()


def part_of(source: Source, name: str, selection: Selection, track: Track = untracked) -> Part:
    """The part of the graph that a format is to hold. Raises `SelectionError`."""
    chosen = find_format(name)
    if chosen.kind == "report":
        selection = replace(selection, measures=True)
    return Part(source, selection, _default_view(chosen, selection), track)


def _default_view(chosen: Format, selection: Selection) -> str:
    """Pictures and measures need a network that people can read: not every link of the graph."""
    if chosen.kind not in ("picture", "report") or selection.around or selection.classes:
        return NETWORK
    return "theme" if selection.themes and chosen.kind == "picture" else "collaboration"
