"""What the tests of exports share: the project's own graph, and what it holds, told without our queries."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from qpgraph.export.factory import write_export
from qpgraph.export.selection import Selection
from qpgraph.export.source import Source, open_source
from qpgraph.graph.terms import RDF, RDFS
from qpgraph.settings import BASE, Settings

Exporter = Callable[..., bytes]
THING = f"{BASE}id/"


@dataclass(frozen=True)
class Expected:
    """The things of the graph and the links between them."""

    labels: dict[str, dict[str, str]]
    """Address to language to label; every thing is a key."""
    edges: Counter[tuple[str, str, str, str]]
    """Source, predicate, target, last part of the named graph."""

    def links(self) -> Counter[tuple[str, str, str]]:
        """The edges without their graph."""
        return Counter(edge[:3] for edge in self.edges.elements())


def expect(quads: list[Quad]) -> Expected:
    """What a network of these quads must hold."""
    labels: dict[str, dict[str, str]] = {}
    edges: Counter[tuple[str, str, str, str]] = Counter()
    for quad in quads:
        subject, target = _name(quad.subject), _name(quad.object)
        if isinstance(quad.subject, BlankNode) and target and target.startswith(THING):
            labels.setdefault(target, {})
        if not subject or not subject.startswith(THING):
            continue
        found = labels.setdefault(subject, {})
        if quad.predicate == RDFS.label and isinstance(quad.object, Literal) and quad.object.language:
            found[quad.object.language] = quad.object.value
        if target and target.startswith(THING) and quad.predicate != RDF.type:
            labels.setdefault(target, {})
            graph = _name(quad.graph_name) or ""
            edges[subject, quad.predicate.value, target, graph.rpartition("/")[2]] += 1
    return Expected(labels, edges)


def _name(term: Any) -> str | None:
    return term.value if isinstance(term, NamedNode) else None


@pytest.fixture(scope="session")
def expected(quads: list[Quad]) -> Expected:
    """What the network of the project's graph must hold."""
    return expect(quads)


@pytest.fixture(scope="session")
def source(settings: Settings) -> Source:
    """The project's graph to read from."""
    return open_source(settings)


@pytest.fixture(scope="session")
def export(source: Source) -> Exporter:
    """Writes an export: `export("graphml", themes=("tfp",))`."""

    @cache
    def run(name: str, **filters: Any) -> bytes:
        output = BytesIO()
        write_export(source, name, Selection(**filters), output)
        return output.getvalue()

    return run
