"""Collects the quads of one named graph from typed values."""

import re
from collections.abc import Iterator
from decimal import Decimal

from pyoxigraph import BlankNode, Literal, NamedNode, Quad

from qpgraph.graph.terms import RDF, RDFS, XSD
from qpgraph.records.base import Text

__all__ = ["GraphWriter", "date", "decimal", "number", "year"]

Term = NamedNode | BlankNode | Literal


def year(value: int) -> Literal:
    """A year as `xsd:gYear`."""
    return Literal(str(value), datatype=XSD.gYear)


def number(value: Decimal | int) -> Literal:
    """A whole number as `xsd:integer`, another as `xsd:decimal`."""
    if value == int(value):
        return Literal(str(int(value)), datatype=XSD.integer)
    return Literal(format(Decimal(value).normalize(), "f"), datatype=XSD.decimal)


def decimal(value: float) -> Literal:
    """A number between whole ones as `xsd:decimal`, in the form that Oxigraph gives back."""
    return Literal(format(Decimal(str(value)).normalize(), "f"), datatype=XSD.decimal)


def date(value: str) -> Literal:
    """A date as much as is known: `xsd:date`, `xsd:gYearMonth` or `xsd:gYear`."""
    kinds = {4: XSD.gYear, 7: XSD.gYearMonth, 10: XSD.date}
    return Literal(value, datatype=kinds[len(value)])


class GraphWriter:
    """The quads of one named graph, each once."""

    def __init__(self, graph: NamedNode) -> None:
        self.graph = graph
        self._quads: set[Quad] = set()

    def add(self, subject: NamedNode, predicate: NamedNode, value: Term | str | int | None) -> None:
        """Adds a statement; text becomes a plain literal, a whole number an integer, None nothing."""
        if value is None or value == "":
            return
        if isinstance(value, str):
            value = Literal(value)
        elif isinstance(value, bool):
            value = Literal("true" if value else "false", datatype=XSD.boolean)
        elif isinstance(value, int):
            value = number(value)
        self._quads.add(Quad(subject, predicate, value, self.graph))

    def type(self, subject: NamedNode, *classes: NamedNode) -> None:
        """Says of what classes a thing is."""
        for each in classes:
            self.add(subject, RDF.type, each)

    def text(self, subject: NamedNode, predicate: NamedNode, text: Text | None) -> None:
        """Adds a text in both languages."""
        if text:
            self.add(subject, predicate, Literal(_clean(text.vi), language="vi"))
            self.add(subject, predicate, Literal(_clean(text.en), language="en"))

    def label(self, subject: NamedNode, text: Text) -> None:
        """Adds `rdfs:label` in both languages."""
        self.text(subject, RDFS.label, text)

    def __iter__(self) -> Iterator[Quad]:
        return iter(self._quads)

    def __len__(self) -> int:
        return len(self._quads)

    def __contains__(self, subject: NamedNode) -> bool:
        return any(quad.subject == subject for quad in self._quads)


def _clean(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()
