"""What the ontology says of classes and properties, as far as exports need it: labels, short names, depth."""

from collections import defaultdict
from collections.abc import Iterable

from pyoxigraph import Literal, NamedNode

from qpgraph.export.source import Source
from qpgraph.export.views import export_query
from qpgraph.export.words import known_classes, known_properties
from qpgraph.graph.terms import PREFIXES, QP

__all__ = ["OTHER_CLASS", "Vocabulary", "local_name", "short_name"]

OTHER_CLASS = "Resource"
"""The class of what has no class."""


def local_name(address: str) -> str:
    """The last part of an address.

    >>> local_name("http://purl.org/dc/terms/subject"), local_name("https://e.vn/o#Task")
    ('subject', 'Task')
    """
    return address.rstrip("/#").replace("#", "/").rpartition("/")[2]


def short_name(address: str) -> str:
    """An address with the project's prefix, where there is one: `dcterms:subject`."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start):
            return f"{prefix}:{address.removeprefix(start)}"
    return address


class Vocabulary:
    """Labels of classes and properties, and how deep a class lies below others."""

    def __init__(self, source: Source) -> None:
        self._labels: dict[str, dict[str, str]] = {**known_classes(), **known_properties()}
        self._above: defaultdict[str, set[str]] = defaultdict(set)
        self._depths: dict[str, int] = {}
        for row in source.select(export_query("vocabulary").text):
            term, label, above = row["term"], row.get("label"), row.get("above")
            if isinstance(term, NamedNode) and isinstance(label, Literal):
                self._labels.setdefault(term.value, {})[label.language or "vi"] = label.value
            if isinstance(term, NamedNode) and isinstance(above, NamedNode):
                self._above[term.value].add(above.value)

    def label(self, term: str, language: str) -> str:
        """The term's label in a language, else in another, else its local name."""
        labels = self._labels.get(term) or {}
        return labels.get(language) or next(iter(labels.values()), local_name(term))

    def own_class(self, classes: Iterable[str]) -> str:
        """The most special of a thing's classes, one of the project's own if there is any."""
        ranked = [(each.startswith(QP.address), self._depth(each), each) for each in classes]
        return max(ranked)[2] if ranked else OTHER_CLASS

    def _depth(self, term: str) -> int:
        if term not in self._depths:
            self._depths[term] = 0  # a class that is below itself ends here
            self._depths[term] = max((self._depth(above) + 1 for above in self._above[term]), default=0)
        return self._depths[term]
