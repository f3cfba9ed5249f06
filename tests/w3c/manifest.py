"""Reads the W3C's test manifests: where they are, their entries, and which of them are excepted."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from rdflib import RDF, Graph, Namespace, URIRef
from rdflib.collection import Collection
from rdflib.term import Node

__all__ = ["DAWGT", "MF", "Entry", "entries", "exceptions", "suites"]

MF = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#")
DAWGT = Namespace("http://www.w3.org/2001/sw/DataAccess/tests/test-dawg#")


@dataclass(frozen=True)
class Entry:
    """One test of a manifest; its id is the suite's folder and its own name."""

    suite: str
    node: URIRef
    graph: Graph
    folder: Path

    @property
    def id(self) -> str:
        """Such as `protocol/query_get`."""
        return f"{self.suite}/{self.node.fragment}"

    @property
    def kind(self) -> URIRef:
        """The test's type, such as `mf:ProtocolTest`."""
        kind = self.graph.value(self.node, RDF.type)
        assert isinstance(kind, URIRef)
        return kind

    def value(self, *path: URIRef) -> Node | None:
        """What lies at the end of a path of properties."""
        node: Node | None = self.node
        for step in path:
            node = None if node is None else self.graph.value(node, step)
        return node

    def list(self, node: Node | None, step: URIRef) -> list[Node]:
        """The members of the RDF list that a property of a node has."""
        head = None if node is None else self.graph.value(node, step)
        return [] if head is None else list(Collection(self.graph, head))


def suites() -> Path | None:
    """The folder of the W3C's SPARQL suites, `QPGRAPH_SHARED` or beside the checkout; None when absent."""
    shared = Path(os.environ.get("QPGRAPH_SHARED") or Path(__file__).parents[3] / "shared")
    folder = shared / "rdf-tests" / "sparql"
    return folder if folder.is_dir() else None


def entries(suite: str, manifest: str = "manifest.ttl") -> Iterator[Entry]:
    """The live entries of a manifest and of those that it includes; none when the suites are absent."""
    root = suites()
    if root is None:
        return
    yield from _read(root / suite / manifest, suite.rpartition("/")[2])


def exceptions() -> dict[str, str]:
    """Test id to the reason why it isn't asked of this service."""
    content = yaml.safe_load((Path(__file__).parent / "exceptions.yaml").read_text(encoding="utf-8"))
    return {str(name): str(reason) for name, reason in (content or {}).items()}


def _read(manifest: Path, suite: str) -> Iterator[Entry]:
    base = manifest.as_uri()
    graph = Graph().parse(manifest, publicID=base, format="turtle")
    node = URIRef(base)
    for included in _members(graph, node, MF.include):
        yield from _read(manifest.parent / str(included).rpartition("/")[2], suite)
    for entry in _members(graph, node, MF.entries):
        assert isinstance(entry, URIRef)
        if (entry, DAWGT.approval, DAWGT.Deprecated) not in graph:
            yield Entry(suite, entry, graph, manifest.parent)


def _members(graph: Graph, node: Node, step: URIRef) -> list[Node]:
    head = graph.value(node, step)
    return [] if head is None else list(Collection(graph, head))
