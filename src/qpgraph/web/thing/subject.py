"""A thing as a page sees it: its labels, its texts, what it leads to."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from qpgraph.graph.terms import PREFIXES
from qpgraph.web.page import local_address
from qpgraph.web.reader import PageGraph
from qpgraph.wording.language import LANGUAGES, Language

__all__ = ["KINDS", "Property", "Quantity", "Subject", "full_name", "kind_of"]

KINDS = {
    "Plan": "plan",
    "Province": "province",
    "TaskGroup": "task-group",
    "Task": "task",
    "Target": "target",
    "MeasureGroup": "measure-group",
    "Measure": "measure",
    "Duty": "duty",
    "Provision": "provision",
    "Reporting": "reporting",
    "BudgetItem": "budget",
    "BudgetGroup": "budget-group",
    "BudgetTotal": "budget-total",
    "CatalogueEntry": "catalogue",
    "ProcedureStep": "procedure",
    "LegalBasis": "legal-basis",
    "Defect": "defect",
    "LegalDocument": "legal-document",
    "AgencyGroup": "agency-group",
    "Agency": "agency",
    "Theme": "theme",
    "Standard": "standard",
    "StandardFamily": "standard-family",
    "StandardKind": "standard-kind",
    "AgencyGroupKind": "agency-kind",
    "AgencyKind": "agency-kind",
    "Unit": "unit",
    "DocumentType": "document-type",
    "Recurrence": "recurrence",
    "Output": "output",
    "Quantity": "quantity",
    "Allocation": "allocation",
    "SourceDocument": "document",
    "Passage": "passage",
    "Reading": "reading",
}
"""The ontology's classes, the most telling first, and what the pages call them."""


def full_name(name: str) -> str:
    """The address of a term, from `qp:lead`."""
    prefix, _, local = name.partition(":")
    return PREFIXES[prefix] + local


def kind_of(classes: Sequence[str]) -> str:
    """What the pages call a thing of these classes; `thing` for what they know nothing special of."""
    names = {each.removeprefix(PREFIXES["qp"]) for each in classes if each.startswith(PREFIXES["qp"])}
    return next((kind for name, kind in KINDS.items() if name in names), "thing")


@dataclass(frozen=True)
class Quantity:
    """A number with its comparator and unit."""

    comparator: str
    value: str
    maximum: str
    unit: str
    yearly: bool
    by: str


@dataclass(frozen=True)
class Property:
    """A property by its name, with the things and texts that it leads to."""

    label: str
    things: list["Subject"]
    texts: list[str]


class Subject:
    """A thing in a `PageGraph`, in the language of the page."""

    def __init__(self, graph: PageGraph, iri: str, language: Language) -> None:
        """`graph` is what the query `thing` gives."""
        self.graph = graph
        self.iri = iri
        self.language = language

    def __bool__(self) -> bool:
        return bool(self.graph.predicates(self.iri))

    @property
    def href(self) -> str:
        """Where its page is."""
        return local_address(self.iri)

    @property
    def kind(self) -> str:
        """See `kind_of`."""
        return kind_of([node.value for node in self.nodes("rdf:type")])

    @property
    def ref(self) -> str:
        """Its number in the document."""
        return self.value("qp:ref")

    @property
    def label(self) -> str:
        """Its name in the language of the page."""
        return self.text("rdfs:label") or self.text("dcterms:title") or self.text("foaf:name") or self._tail()

    @property
    def other_label(self) -> tuple[str, Language] | None:
        """Its name in the other language, where it is another."""
        other = next(each for each in LANGUAGES if each != self.language)
        text = self._in("rdfs:label", other)
        return (text, other) if text and text != self.label else None

    def nodes(self, name: str) -> list[NamedNode]:
        """The things that a property leads to."""
        return [each for each in self.graph.objects(self.iri, full_name(name)) if isinstance(each, NamedNode)]

    def links(self, *names: str) -> list["Subject"]:
        """The things that some properties lead to, by their labels' order."""
        found = dict.fromkeys(node.value for name in names for node in self.nodes(name))
        subjects = [Subject(self.graph, iri, self.language) for iri in found]
        return sorted(subjects, key=lambda each: each.label)

    def link(self, name: str) -> "Subject | None":
        """The thing that a property leads to."""
        return next(iter(self.links(name)), None)

    def values(self, name: str) -> list[str]:
        """The plain values of a property, in order, each once."""
        objects = self.graph.objects(self.iri, full_name(name))
        return sorted({each.value for each in objects if isinstance(each, Literal)})

    def value(self, name: str) -> str:
        """The plain value of a property; `""` if there is none."""
        return next(iter(self.values(name)), "")

    def texts(self, name: str) -> list[str]:
        """The texts of a property in the language of the page, or without a language."""
        return sorted(
            {
                each.value
                for each in self.graph.objects(self.iri, full_name(name))
                if isinstance(each, Literal) and each.language in (self.language, None)
            }
        )

    def text(self, name: str) -> str:
        """A text in the language of the page, or else in the other one."""
        return self._in(name, self.language) or self.value(name)

    def quantity(self) -> Quantity | None:
        """Its number, if it has one."""
        node = self.link("qp:quantity")
        if node is None:
            return None
        unit = node.link("qp:unit")
        return Quantity(
            comparator=node.value("qp:comparator"),
            value=node.value("qp:value"),
            maximum=node.value("qp:maxValue"),
            unit=unit.label if unit else "",
            yearly=bool(node.nodes("qp:per")),
            by=node.value("qp:by"),
        )

    def other(self, predicate: str) -> "Property":
        """What a property of any vocabulary says of it, with the property's name."""
        label = Subject(self.graph, predicate, self.language)._in("rdfs:label", self.language)
        objects = self.graph.objects(self.iri, predicate)
        return Property(
            label or re.split(r"[#/]", predicate)[-1],
            [
                Subject(self.graph, each.value, self.language)
                for each in objects
                if isinstance(each, NamedNode)
            ],
            sorted(
                {
                    each.value
                    for each in objects
                    if isinstance(each, Literal) and each.language in (self.language, None)
                }
            ),
        )

    def _in(self, name: str, language: Language) -> str:
        texts = [
            each.value
            for each in self.graph.objects(self.iri, full_name(name))
            if isinstance(each, Literal) and each.language == language
        ]
        return min(texts, default="")

    def _tail(self) -> str:
        return self.iri.rstrip("/").rpartition("/id/")[2] or self.iri
