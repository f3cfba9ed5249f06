"""The passages of the graph as training sees them: what a thing says, and what stands around it."""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode, Quad

from qpgraph.settings import BASE

__all__ = ["Passage", "read_passages"]

_TERM = BASE + "ontology#"
_LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
_SKOS = "http://www.w3.org/2004/02/skos/core#"
_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_OWN = (
    _LABEL,
    _SKOS + "altLabel",
    _SKOS + "definition",
    _TERM + "purpose",
    _TERM + "when",
    _TERM + "group",
    _TERM + "subject",
    "http://data.europa.eu/eli/ontology#id_local",
)
_AROUND = (
    *(
        _TERM + name
        for name in (
            "parent",
            "lead",
            "coordinate",
            "agent",
            "partner",
            "actor",
            "reporter",
            "output",
            "unit",
        )
    ),
    "http://purl.org/dc/terms/spatial",
    "http://purl.org/dc/terms/subject",
    "http://data.europa.eu/eli/ontology#type_document",
    _TERM + "appliesStandard",
    _SKOS + "broader",
)
_KINDS = (
    "Task",
    "TaskGroup",
    "Target",
    "Measure",
    "MeasureGroup",
    "Duty",
    "Standard",
    "LegalDocument",
    "Agency",
    "AgencyGroup",
    "CatalogueEntry",
    "BudgetItem",
    "BudgetGroup",
    "ProcedureStep",
    "Reporting",
    "Plan",
    "Provision",
    "Theme",
)
_LANGUAGES = ("vi", "en")


@dataclass
class Passage:
    """One thing of the graph: its own texts and those around it, by language."""

    key: str
    kind: str
    own: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    around: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))

    def full(self) -> str:
        """All of it, in both languages, as the search index has it."""
        return ". ".join(self.own["vi"] + self.own["en"] + self.around["vi"] + self.around["en"])

    def varied(self, rng: random.Random) -> str:
        """A part of it, so that no one form of passage is learnt by heart."""
        languages = rng.choice((("vi",), ("vi", "en"), ("vi", "en"), ("en",)))
        own = [text for language in languages for text in self.own[language]]
        around = [text for language in languages for text in self.around[language] if rng.random() < 0.7]
        return ". ".join(own[:1] + [text for text in own[1:] if rng.random() < 0.8] + around) or self.full()


def read_passages(quads: list[Quad]) -> list[Passage]:
    """The passages of a graph, in the order of their keys."""
    described: dict[NamedNode, dict[str, list[NamedNode | Literal]]] = defaultdict(lambda: defaultdict(list))
    for quad in quads:
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode | Literal):
            described[quad.subject][quad.predicate.value].append(quad.object)
    passages = []
    for thing in sorted(described, key=lambda node: node.value):
        types = {o.value.removeprefix(_TERM) for o in described[thing][_TYPE]}
        kind = next((kind for kind in _KINDS if kind in types), None)
        if kind and thing.value.startswith(BASE + "id/"):
            passages.append(_passage(thing, kind, described))
    return passages


def _passage(
    thing: NamedNode, kind: str, described: dict[NamedNode, dict[str, list[NamedNode | Literal]]]
) -> Passage:
    passage = Passage(thing.value.removeprefix(BASE + "id/").removeprefix("plan/"), kind)
    for predicate in _OWN:
        for value in described[thing][predicate]:
            if isinstance(value, Literal):
                _put(passage.own, value)
    for predicate in _AROUND:
        for value in described[thing][predicate]:
            if isinstance(value, NamedNode):
                for label in described[value][_LABEL]:
                    if isinstance(label, Literal):
                        _put(passage.around, label)
    return passage


def _put(texts: dict[str, list[str]], value: Literal) -> None:
    for language in [value.language] if value.language in _LANGUAGES else _LANGUAGES:
        if language and value.value not in texts[language]:
            texts[language].append(value.value)
