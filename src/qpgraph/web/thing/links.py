"""What leads to a thing, by relation."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from qpgraph.graph.terms import PREFIXES
from qpgraph.web.reader import Row
from qpgraph.web.thing.subject import full_name, kind_of

__all__ = ["Incoming", "Relation", "group_links"]

_ORDER = (
    "qp:lead",
    "qp:coordinate",
    "qp:agent",
    "qp:partner",
    "qp:actor",
    "qp:reporter",
    "qp:reportsTo",
    "dcterms:publisher",
    "qp:recipient",
    "qp:legalDocument",
    "eli:cites",
    "qp:toAmend",
    "qp:toReplace",
    "qp:appliesStandard",
    "qp:adopts",
    "dcterms:subject",
    "qp:parent",
    "qp:carriedOutBy",
    "qp:concerns",
    "skos:broader",
    "org:classification",
)


@dataclass(frozen=True)
class Incoming:
    """A thing that leads here."""

    iri: str
    kind: str
    label: str
    ref: str
    plan: str
    province: str


@dataclass
class Relation:
    """The things that lead here by one property."""

    property: str
    """With its prefix, such as `qp:lead`; a full address where there is none."""
    things: list[Incoming] = field(default_factory=list)


def group_links(rows: Iterable[Row]) -> list[Relation]:
    """The solutions of `thing-links`, by property, the more telling first; each thing once in each."""
    classes: dict[tuple[str, str], list[str]] = {}
    first: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row["property"], row["subject"])
        classes.setdefault(key, []).append(row["class"])
        first.setdefault(key, row)
    relations: dict[str, Relation] = {}
    for (name, iri), row in first.items():
        relation = relations.setdefault(name, Relation(_short(name)))
        kind = kind_of(classes[name, iri])
        label = row["label"] or iri.rpartition("/id/")[2]
        relation.things.append(Incoming(iri, kind, label, row["ref"], row["plan"], row["province"]))
    order = [full_name(name) for name in _ORDER]
    return [
        relation
        for name, relation in sorted(
            relations.items(),
            key=lambda each: (order.index(each[0]) if each[0] in order else len(order), each[0]),
        )
    ]


def _short(iri: str) -> str:
    for prefix, address in PREFIXES.items():
        if iri.startswith(address):
            return f"{prefix}:{iri.removeprefix(address)}"
    return iri
