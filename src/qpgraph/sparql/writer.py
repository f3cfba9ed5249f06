"""The writer: a process that makes one change to the database and ends.

One change is one transaction of the engine, so that killing the process leaves all as it was.
Run as `python -m qpgraph.sparql.writer DESCRIPTOR DATABASE`.
"""

import json
import socket
import sys
from typing import Any

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store, parse

from qpgraph.sparql import frames
from qpgraph.sparql.evaluation import NoSuchGraphError
from qpgraph.sparql.worker import error_kind

__all__ = ["main"]


def main(descriptor: int, database: str) -> None:
    """Reads one request from the socket, carries it out, and says how it went."""
    connection = socket.socket(fileno=descriptor)
    message = frames.receive(connection)
    if message is None:
        return
    request: dict[str, Any] = json.loads(message[1])
    try:
        answer = _carry_out(Store(database), request, connection)
    except Exception as error:
        frames.send(connection, frames.ERROR, {"kind": error_kind(error), "message": str(error)})
    else:
        frames.send(connection, frames.END, answer)


def _carry_out(store: Store, request: dict[str, Any], connection: socket.socket) -> dict[str, Any]:
    answer: dict[str, Any] = {}
    match request["do"]:
        case "update":
            store.update(request["text"], base_iri=request["base"])
        case "write":
            answer["created"] = _write_graph(store, request, _receive_data(connection))
        case "delete":
            _delete_graph(store, request["graph"])
    store.flush()
    return answer


def _write_graph(store: Store, request: dict[str, Any], data: bytes) -> bool:
    """One update, and so one transaction, for all of it; true when the graph is new."""
    name = None if request["graph"] is None else NamedNode(request["graph"])
    created = name is not None and not store.contains_named_graph(name)
    triples = _triples(data, request["media_type"], request["base"])
    operations = []
    if request["replace"]:
        operations.append(f"DROP SILENT GRAPH {name}" if name else "DROP SILENT DEFAULT")
    if name:
        operations.append(f"CREATE SILENT GRAPH {name}")
    operations.append(
        f"INSERT DATA {{ GRAPH {name} {{ {triples} }} }}" if name else f"INSERT DATA {{ {triples} }}"
    )
    store.update(";\n".join(operations))
    return created


def _triples(data: bytes, media_type: str, base: str | None) -> str:
    rdf_format = RdfFormat.from_media_type(media_type)
    if rdf_format is None:
        raise ValueError(f"{media_type} is not a format of RDF")
    quads = parse(data, rdf_format, base_iri=base, without_named_graphs=True, rename_blank_nodes=True)
    return "".join(f"{quad.triple} .\n" for quad in quads)


def _delete_graph(store: Store, graph: str | None) -> None:
    if graph is None:
        store.clear_graph(DefaultGraph())
        return
    name = NamedNode(graph)
    if not store.contains_named_graph(name):
        raise NoSuchGraphError(f"There is no graph <{graph}>.")
    store.remove_graph(name)


def _receive_data(connection: socket.socket) -> bytes:
    message = frames.receive(connection)
    if message is None:
        raise ConnectionError("the upload broke off")
    return message[1]


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])
