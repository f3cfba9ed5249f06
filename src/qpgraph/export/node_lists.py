"""Two CSV files, nodes and edges, in a zip archive: with Gephi's column names or with Neo4j's.

Gephi (https://docs.gephi.org/): `Id`, `Label`; `Source`, `Target`, `Type`. Neo4j
(https://neo4j.com/docs/operations-manual/current/import/): `:ID`, `:LABEL`; `:START_ID`, `:END_ID`, `:TYPE`.
"""

import csv
import zipfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO, TextIO

from qpgraph.export.attributes import SEPARATOR, Attribute, Value, flat
from qpgraph.export.base import ExportError, Part
from qpgraph.export.network import Node

__all__ = ["write", "write_folder"]

_NEO4J = {"string": "string", "integer": "long", "double": "double", "boolean": "boolean", "list": "string[]"}
_ARRAY = ";"
"""Neo4j's own separator of list values."""
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the same network gives the same bytes


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes both files into an archive."""
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, fill in _files(part, name):
            about = zipfile.ZipInfo(file, _LONG_AGO)
            about.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(about, "w", force_zip64=True) as member:
                text = TextIOWrapper(member, encoding="utf-8", newline="")
                fill(text)
                text.flush()
                text.detach()


def write_folder(part: Part, folder: Path, name: str) -> None:
    """Writes both files into a folder, each in one step. Raises `ExportError`."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for file, fill in _files(part, name):
            aside = folder / f".{file}.part"
            with aside.open("w", encoding="utf-8", newline="") as text:
                fill(text)
            aside.replace(folder / file)
    except OSError as error:
        raise ExportError(f"{folder}: can't be written: {error.strerror}") from error


def _files(part: Part, name: str) -> list[tuple[str, Callable[[TextIO], None]]]:
    nodes, edges = (_gephi_nodes, _gephi_edges) if name == "csv" else (_neo4j_nodes, _neo4j_edges)
    return [
        ("nodes.csv", lambda text: _fill(text, nodes(part))),
        ("edges.csv", lambda text: _fill(text, edges(part))),
    ]


def _fill(text: TextIO, rows: Iterator[Sequence[object]]) -> None:
    csv.writer(text, lineterminator="\n").writerows(rows)


def _gephi_nodes(part: Part) -> Iterator[Sequence[object]]:
    network = part.network
    columns = [each for each in network.node_attributes if each.name != "label"]
    yield ["Id", "Label", *(each.name for each in columns)]
    for node in part.track(network.nodes(), network.node_count, "nodes"):
        yield [node.id, node.label, *_cells(columns, node.attributes)]


def _gephi_edges(part: Part) -> Iterator[Sequence[object]]:
    network = part.network
    columns = [each for each in network.edge_attributes if each.name not in ("label", "kind")]
    yield ["Source", "Target", "Type", "Id", "Label", "Kind", *(each.name for each in columns)]
    for edge in part.track(network.edges(), network.edge_count, "edges"):
        label, kind = edge.attributes["label"], edge.attributes["kind"]
        yield [edge.source, edge.target, "Directed", edge.id, label, kind, *_cells(columns, edge.attributes)]


def _neo4j_nodes(part: Part) -> Iterator[Sequence[object]]:
    network = part.network
    columns = [each for each in network.node_attributes if each.name not in ("class", "classes")]
    yield ["iri:ID", *(_typed(each) for each in columns), ":LABEL"]
    for node in part.track(network.nodes(), network.node_count, "nodes"):
        yield [node.id, *_cells(columns, node.attributes, _ARRAY), _labels(node)]


def _neo4j_edges(part: Part) -> Iterator[Sequence[object]]:
    network = part.network
    columns = network.edge_attributes
    yield [":START_ID", ":END_ID", ":TYPE", "id", *(_typed(each) for each in columns)]
    for edge in part.track(network.edges(), network.edge_count, "edges"):
        kind = str(edge.attributes["kind"]).rpartition(":")[2]
        yield [edge.source, edge.target, kind, edge.id, *_cells(columns, edge.attributes)]


def _labels(node: Node) -> str:
    own = str(node.attributes["class"])
    classes = node.attributes.get("classes", ())
    others = [each.rpartition(":")[2] for each in classes] if isinstance(classes, tuple) else []
    return _ARRAY.join(dict.fromkeys([own, *others]))


def _typed(column: Attribute) -> str:
    return f"{column.name}:{_NEO4J[column.kind]}"


def _cells(
    columns: Sequence[Attribute], values: Mapping[str, Value], separator: str = SEPARATOR
) -> list[object]:
    cells: list[object] = []
    for column in columns:
        value = values.get(column.name, "")
        if isinstance(value, tuple) and separator == _ARRAY:
            value = _ARRAY.join(each.replace(_ARRAY, ",") for each in value)
        cell = flat(value)
        cells.append(str(cell).lower() if isinstance(cell, bool) else cell)
    return cells
