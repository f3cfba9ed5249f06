"""Names in records to things in the graph: agencies, standards, themes, units, legal documents.

The thesaurus (`ontology/*.ttl`) and the registry (`loaders/registry`) are the only sources of
names; a name that neither knows is an error that says which known ones are near.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, parse
from rapidfuzz import process

from qpgraph.errors import QpgraphError
from qpgraph.graph.terms import QP, RDF, SKOS, slug, thing
from qpgraph.records.base import Text
from qpgraph.records.registry import LegalDocument, NamedAgency, Registry
from qpgraph.settings import on_base

__all__ = ["Agency", "Names", "UnknownNameError", "read_vocabulary"]

STATE = "viet-nam"
"""The place in addresses of bodies of the state and beyond."""

_ABOVE_PROVINCE = {"state", "international"}


class UnknownNameError(QpgraphError):
    """A name in a record that the thesaurus and the registry don't know."""

    def __init__(self, kind: str, name: str, known: Iterable[str], where: str) -> None:
        near = process.extractOne(name, list(known), score_cutoff=60)
        hint = f"did you mean '{near[0]}'? Otherwise add it to {where}" if near else f"add it to {where}"
        super().__init__(f"no {kind} is called '{name}'; {hint}")


@dataclass(frozen=True)
class Agency:
    """An agency that records name: its address, labels, kind and province."""

    node: NamedNode
    label: Text
    kind: NamedNode
    group: bool
    province: str | None
    alt: tuple[str, ...] = ()
    predecessor: NamedNode | None = None


@dataclass
class _Concept:
    node: NamedNode
    labels: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    misprints: set[str] = field(default_factory=set)
    level: str = ""
    group: bool = False


def read_vocabulary(ontology: Path) -> list[Quad]:
    """The statements of `ontology/*.ttl` (not the shapes), in the vocabulary graph.

    Raises `QpgraphError` naming the file and line that can't be read.
    """
    quads: list[Quad] = []
    for path in sorted(ontology.glob("*.ttl")):
        if path.name == "shapes.ttl":
            continue
        try:
            text = on_base(path.read_text(encoding="utf-8"))
            quads += parse(text, format=RdfFormat.TURTLE, rename_blank_nodes=True)
        except SyntaxError as error:
            raise QpgraphError(f"{path}:{error.lineno}: not Turtle: {error.msg}") from error
    return quads


class Names:
    """Looks names up; remembers which agencies and legal documents were asked for."""

    def __init__(self, vocabulary: Iterable[Quad], registry: Registry) -> None:
        self.registry = registry
        self.agencies: dict[NamedNode, Agency] = {}
        concepts = _concepts(vocabulary)
        self._kinds = _index(concepts[QP.AgencyKind])
        self._standards = _index(concepts[QP.Standard])
        self._units = _index(concepts[QP.Unit])
        self._types = _index(concepts[QP.DocumentType])
        self._themes = {theme.node.value.rsplit("/", 1)[1]: theme for theme in concepts[QP.Theme]}
        self._named = _index_agencies(registry.agencies)
        self._legal = {
            _key(name): legal for legal in registry.legal_documents for name in (legal.id, *legal.alt)
        }
        self._local_legal: dict[tuple[str, str | None], LegalDocument] = {
            (_key(legal.id), legal.province): legal for legal in registry.legal_documents if legal.province
        }

    def theme(self, name: str) -> NamedNode:
        """A theme by its id."""
        if name not in self._themes:
            raise UnknownNameError("theme", name, self._themes, "ontology/themes.ttl")
        return self._themes[name].node

    def standard(self, name: str) -> NamedNode:
        """A standard or tool by its label or synonym."""
        return self._concept("standard or tool", self._standards, name, "ontology/standards.ttl").node

    def standard_label(self, name: str) -> str:
        """The Vietnamese label of a standard or tool."""
        return self._concept("standard or tool", self._standards, name, "ontology/standards.ttl").labels["vi"]

    def standard_spellings(self, name: str) -> frozenset[str]:
        """How a standard or tool is written, its labels, synonyms and misprints; none if it is unknown."""
        concept = self._standards.get(_key(name))
        return frozenset(concept.names | concept.misprints) if concept else frozenset()

    def unit(self, name: str) -> NamedNode:
        """A unit by its label."""
        return self._concept("unit", self._units, name, "ontology/units.ttl").node

    def document_type(self, name: str) -> NamedNode:
        """A kind of document by its label."""
        return self._concept("document type", self._types, name, "ontology/document-types.ttl").node

    def province(self, name: str) -> str:
        """The slug of a province by its name."""
        if name not in self.registry.province_ids:
            raise UnknownNameError(
                "province", name, self.registry.province_ids, "loaders/registry/provinces.yaml"
            )
        return self.registry.province_ids[name]

    def agency(self, name: str, province: str | None) -> NamedNode:
        """An agency by its name in a province (a bare kind is the province's one of it)."""
        key = _key(name)
        named = self._named.get((key, province)) or self._named.get((key, None))
        agency = self._of_name(named) if named else self._of_kind(name, province)
        self.agencies[agency.node] = agency
        return agency.node

    def legal(self, name: str, province: str | None) -> NamedNode:
        """A legal document by its number or name; of two local ones the province's own."""
        legal = self._local_legal.get((_key(name), province)) or self._legal.get(_key(name))
        if legal is None:
            ids = [each.id for each in self.registry.legal_documents]
            raise UnknownNameError("legal document", name, ids, "loaders/registry/legal-documents.yaml")
        return self.legal_node(legal)

    def legal_node(self, legal: LegalDocument) -> NamedNode:
        """The address of a legal document."""
        place = (self.province(legal.province),) if legal.province else ()
        return thing("legal", *place, slug(legal.id))

    def _of_name(self, named: NamedAgency) -> Agency:
        kind = self._concept("agency kind", self._kinds, named.kind, "ontology/agency-kinds.ttl")
        place = self.province(named.province) if named.province else STATE
        earlier = self.agency(named.predecessor, named.province) if named.predecessor else None
        return Agency(
            node=thing("agency", place, slug(named.vi)),
            label=Text(vi=named.vi, en=named.en),
            kind=kind.node,
            group=kind.group,
            province=named.province,
            alt=named.alt,
            predecessor=earlier,
        )

    def _of_kind(self, name: str, province: str | None) -> Agency:
        kind = self._concept(
            "agency", self._kinds, name, "ontology/agency-kinds.ttl or loaders/registry/agencies.yaml"
        )
        if kind.level in _ABOVE_PROVINCE:
            province = None
        place = self.province(province) if province else STATE
        return Agency(
            node=thing("agency", place, slug(kind.labels["vi"])),
            label=Text(vi=kind.labels["vi"], en=kind.labels["en"]),
            kind=kind.node,
            group=kind.group,
            province=province,
        )

    @staticmethod
    def _concept(what: str, index: Mapping[str, _Concept], name: str, where: str) -> _Concept:
        concept = index.get(_key(name))
        if concept is None:
            raise UnknownNameError(what, name, (each.labels.get("vi", "") for each in index.values()), where)
        return concept


def _key(name: str) -> str:
    return " ".join(unicodedata.normalize("NFC", name).lower().split())


def _concepts(vocabulary: Iterable[Quad]) -> dict[NamedNode, list[_Concept]]:
    """Concepts by their qp: class."""
    quads = list(vocabulary)
    classes: dict[NamedNode, list[_Concept]] = {
        each: [] for each in (QP.AgencyKind, QP.Standard, QP.Unit, QP.DocumentType, QP.Theme)
    }
    concepts: dict[object, _Concept] = {}
    for quad in quads:
        if quad.predicate != RDF.type or not isinstance(quad.subject, NamedNode):
            continue
        if isinstance(quad.object, NamedNode) and quad.object in classes:
            concept = concepts.setdefault(quad.subject, _Concept(quad.subject))
            classes[quad.object].append(concept)
    for quad in quads:
        if quad.subject not in concepts:
            continue
        if isinstance(quad.object, Literal):
            _describe(concepts[quad.subject], quad.predicate, quad.object)
        elif quad.object == QP.AgencyGroupKind:
            concepts[quad.subject].group = True
    return classes


def _describe(concept: _Concept, predicate: NamedNode, value: Literal) -> None:
    if predicate == SKOS.prefLabel and value.language:
        concept.labels[value.language] = value.value
    if predicate in (SKOS.prefLabel, SKOS.altLabel):
        concept.names.add(value.value)
    if predicate == SKOS.hiddenLabel:
        concept.misprints.add(value.value)
    if predicate == QP.level:
        concept.level = value.value


def _index(concepts: Iterable[_Concept]) -> dict[str, _Concept]:
    index: dict[str, _Concept] = {}
    for concept in concepts:
        for name in concept.names:
            index.setdefault(_key(name), concept)
    for concept in concepts:
        index[_key(concept.labels["vi"])] = concept
    return index


def _index_agencies(agencies: Iterable[NamedAgency]) -> dict[tuple[str, str | None], NamedAgency]:
    index: dict[tuple[str, str | None], NamedAgency] = {}
    for agency in agencies:
        for name in agency.alt:
            index.setdefault((_key(name), agency.province), agency)
    for agency in agencies:
        index[_key(agency.vi), agency.province] = agency
    return index
