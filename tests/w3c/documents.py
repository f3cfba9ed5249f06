"""The suites' documents: which a test names, and their own addresses, which relative IRIs need."""

import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from pyoxigraph import NamedNode, Quad
from rdflib import URIRef
from rdflib.term import Node

from tests.w3c.manifest import suites
from tests.w3c.results import read_triples

__all__ = ["Document", "document", "insert_data", "resolve"]

_PUBLISHED = "https://w3c.github.io/rdf-tests/sparql/"


@dataclass(frozen=True)
class Document:
    """A file of the suites, and the address at which the W3C publishes it."""

    path: Path
    address: str

    @property
    def suffix(self) -> str:
        """Such as `srx`."""
        return self.path.suffix.removeprefix(".")

    def text(self) -> str:
        """The whole file."""
        return self.path.read_bytes().decode()

    def request(self) -> str:
        """A query or update that resolves relative IRIs against its own address."""
        return f"BASE <{self.address}> {self.text()}"

    def triples(self) -> list[Quad]:
        """What an RDF document says."""
        return read_triples(self.path.read_bytes(), self.suffix, self.address)


def document(node: Node | None) -> Document:
    """The document that a manifest names."""
    assert isinstance(node, URIRef)
    root = suites()
    assert root is not None
    path = Path(unquote(urlsplit(node).path))
    return Document(path, _PUBLISHED + path.relative_to(root).as_posix())


def resolve(relative: str, base: Document) -> Document:
    """The document that another one names by a relative IRI."""
    address = urljoin(base.address, relative)
    return Document(base.path.parent / re.sub(r".*/", "", address), address)


def insert_data(triples: list[Quad], graph: str | None) -> str:
    """The update that puts triples into a graph, also when there are none; None: without a name."""
    content = "".join(f"{quad.triple} .\n" for quad in triples)
    if graph is None:
        return f"INSERT DATA {{ {content} }}"
    name = NamedNode(graph)
    return f"CREATE SILENT GRAPH {name};\nINSERT DATA {{ GRAPH {name} {{ {content} }} }}"
