"""Validation of the graph against `ontology/shapes.ttl` (SHACL, https://www.w3.org/TR/shacl/)."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Triple, serialize

from qpgraph.errors import QpgraphError
from qpgraph.settings import on_base

__all__ = ["Violation", "validate_graph"]


@dataclass(frozen=True, order=True)
class Violation:
    """What a shape found: the thing, the message in English, how bad it is."""

    focus: str
    message: str
    severity: str
    shape: str

    def __str__(self) -> str:
        return f"{self.focus}: {self.message}"


def validate_graph(quads: Iterable[Quad], shapes: Path) -> list[Violation]:
    """Runs the shapes over the union of all graphs; an empty list means that the graph conforms.

    Raises `QpgraphError` if the shapes themselves can't be read.
    """
    import pyshacl
    from rdflib import Graph

    triples = {Triple(quad.subject, quad.predicate, quad.object) for quad in quads}
    data = Graph(store="Oxigraph")
    data.parse(data=serialize(triples, format=RdfFormat.N_TRIPLES), format="ox-nt")
    rules = Graph()
    try:
        rules.parse(data=on_base(shapes.read_text(encoding="utf-8")), format="turtle")
        _, report, text = pyshacl.validate(data, shacl_graph=rules, advanced=True, inplace=True)
    except Exception as error:  # pySHACL and rdflib raise many kinds
        raise QpgraphError(f"{shapes}: the shapes can't be run: {error}") from error
    if not isinstance(report, Graph):
        raise QpgraphError(f"{shapes}: the shapes can't be run: {text}")
    return sorted(_violations(report))


def _violations(report: object) -> set[Violation]:
    from rdflib import Graph, Literal
    from rdflib.namespace import SH

    assert isinstance(report, Graph)
    found = set()
    for result in report.objects(None, SH.result):
        messages = [m for m in report.objects(result, SH.resultMessage) if isinstance(m, Literal)]
        english = [m for m in messages if m.language in ("en", None)] or messages
        found.add(
            Violation(
                focus=str(report.value(result, SH.focusNode)),
                message=str(english[0]) if english else "does not conform",
                severity=str(report.value(result, SH.resultSeverity)).rsplit("#", 1)[-1],
                shape=str(report.value(result, SH.sourceShape)),
            )
        )
    return found
