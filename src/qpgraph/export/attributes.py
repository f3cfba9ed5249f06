"""The attributes of nodes: which there are, of what kind, and a node's values of them."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from qpgraph.export.spool import TYPE, Spool
from qpgraph.export.vocabulary import Vocabulary, local_name, short_name
from qpgraph.graph.terms import DCTERMS, FOAF, RDFS, SKOS

__all__ = ["SEPARATOR", "Attribute", "Kind", "NodeReader", "Value", "flat"]

Value = str | int | float | bool | tuple[str, ...]
Kind = Literal["string", "integer", "double", "boolean", "list"]
Rows = Sequence[tuple[str, ...]]

SEPARATOR = " | "
"""Between the values of a list where a format has no lists."""

_LABELS = (RDFS.label.value, SKOS.prefLabel.value, DCTERMS.title.value, FOAF.name.value)
_KINDS: dict[str, Kind] = {
    "xsd:integer": "integer",
    "xsd:gYear": "integer",
    "xsd:decimal": "double",
    "xsd:double": "double",
    "xsd:boolean": "boolean",
}


@dataclass(frozen=True, slots=True)
class Attribute:
    """A column of nodes or edges: its name, its kind."""

    name: str
    kind: Kind


_OWN = (
    *(Attribute(name, "string") for name in ("label", "label_vi", "label_en", "class", "class_label")),
    *(Attribute(name, "list") for name in ("classes", "plan", "province", "themes", "theme_labels")),
    *(Attribute(name, "integer") for name in ("start", "end")),
)
_RESERVED = {"id", "iri", "source", "target", "key", "name", "value", *(each.name for each in _OWN)}
"""What formats have a meaning of their own for."""


class NodeReader:
    """Makes attributes of a node's facts and facets.

    Every property of a node's facts is an attribute by its local name. Texts in the chosen language
    have the plain name, those in another one end in `_` and the language.
    """

    def __init__(self, spool: Spool, vocabulary: Vocabulary, language: str) -> None:
        self._vocabulary = vocabulary
        self._language = language
        self._columns = _find_columns(spool, language)
        self._kinds = {column.name: column.kind for column in self._columns.values()}
        self.names: dict[str, str] = dict(
            spool.rows(
                """SELECT node, value FROM fact WHERE property = ? AND kind = ? AND node IN
                (SELECT value FROM facet WHERE facet IN ('province', 'theme'))""",
                RDFS.label.value,
                f"@{language}",
            )
        )
        """The labels of provinces and themes by address."""

    @property
    def columns(self) -> list[Attribute]:
        """Every attribute that a node may have."""
        return [*_OWN, *dict.fromkeys(self._columns.values())]

    def read(self, node: str, facts: Rows, facets: Rows) -> dict[str, Value]:
        """A node's attributes, of rows (node, property, value, kind) and (node, facet, value, class)."""
        values: defaultdict[str, list[str]] = defaultdict(list)
        for _, prop, value, kind in facts:
            if (prop, kind) in self._columns:
                values[self._columns[prop, kind].name].append(value)
        attributes = self._labels(node, facts) | self._classes(facts, facets[0][3]) | self._facets(facets)
        return attributes | {name: _typed(found, self._kinds[name]) for name, found in values.items()}

    def _labels(self, node: str, facts: Rows) -> dict[str, Value]:
        found = {(kind, prop): value for _, prop, value, kind in facts if prop in _LABELS}
        vi, en, plain = (
            next((found[kind, prop] for prop in _LABELS if (kind, prop) in found), "")
            for kind in ("@vi", "@en", "xsd:string")
        )
        own = {"vi": vi, "en": en}[self._language]
        labels: dict[str, Value] = {"label": own or vi or en or plain or local_name(node)}
        return labels | {name: label for name, label in (("label_vi", vi), ("label_en", en)) if label}

    def _classes(self, facts: Rows, own: str) -> dict[str, Value]:
        classes = tuple(sorted(short_name(value) for _, prop, value, _kind in facts if prop == TYPE))
        found: dict[str, Value] = {
            "class": local_name(own),
            "class_label": self._vocabulary.label(own, self._language),
        }
        return found | ({"classes": classes} if classes else {})

    def _facets(self, facets: Rows) -> dict[str, Value]:
        found: defaultdict[str, list[str]] = defaultdict(list)
        for _, facet, value, _class in facets:
            found[facet].append(value)
        lists: dict[str, Value] = {
            "plan": tuple(found["plan"]),
            "province": tuple(self.names.get(each, local_name(each)) for each in found["province"]),
            "themes": tuple(local_name(each) for each in found["theme"]),
            "theme_labels": tuple(self.names.get(each, local_name(each)) for each in found["theme"]),
        }
        attributes = {name: value for name, value in lists.items() if value}
        years = [int(value) for value in found["start"] + found["end"] if value.isdigit()]
        return attributes | ({"start": min(years), "end": max(years)} if years else {})


def flat(value: Value) -> str | int | float | bool:
    """A value for a format without lists."""
    return SEPARATOR.join(value) if isinstance(value, tuple) else value


def _find_columns(spool: Spool, language: str) -> dict[tuple[str, str], Attribute]:
    """An attribute for each property and kind of value, named by the property's local name."""
    found = list(
        spool.rows(
            """SELECT property, kind, MAX(count), MAX(odd) FROM (
              SELECT property, kind, COUNT(*) AS count, MAX(value GLOB '*[^-+0-9.]*') AS odd FROM fact
              WHERE node IN (SELECT node FROM member) GROUP BY node, property, kind
            ) GROUP BY property, kind"""
        )
    )
    names = _attribute_names({row[0] for row in found} - {TYPE, RDFS.label.value, SKOS.prefLabel.value})
    keys: dict[tuple[str, str], str] = {}
    kinds: defaultdict[str, set[Kind]] = defaultdict(set)
    for prop, kind, most, odd in found:
        if prop in names:
            other = kind.startswith("@") and kind != f"@{language}"
            name = f"{names[prop]}_{kind[1:]}" if other else names[prop]
            keys[prop, kind] = name
            kinds[name].add("list" if most > 1 else _kind(kind, odd=bool(odd)))
    return {pair: Attribute(name, _common(kinds[name])) for pair, name in keys.items()}


def _kind(datatype: str, *, odd: bool) -> Kind:
    """`odd`: some value has more than digits, such as a year with a time zone."""
    kind = _KINDS.get(datatype, "string")
    return "string" if odd and kind in ("integer", "double") else kind


def _attribute_names(properties: set[str]) -> dict[str, str]:
    """Property to attribute name: its local name, or with its prefix where that is taken."""
    names: dict[str, str] = {}
    taken = set(_RESERVED)
    for prop in sorted(properties):
        name = local_name(prop)
        names[prop] = short_name(prop).replace(":", "_") if name in taken else name
        taken.add(names[prop])
    return names


def _common(kinds: set[Kind]) -> Kind:
    if len(kinds) == 1:
        return next(iter(kinds))
    if kinds == {"integer", "double"}:
        return "double"
    return "list" if "list" in kinds else "string"


def _typed(values: list[str], kind: Kind) -> Value:
    match kind:
        case "list":
            return tuple(values)
        case "integer":
            return int(values[0])
        case "double":
            return float(values[0])
        case "boolean":
            return values[0] in ("true", "1")
        case _:
            return values[0]
