"""A network: nodes and edges with attributes, read one by one, or as a networkx multi-digraph."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from qpgraph.export.attributes import Attribute, Kind, NodeReader, Value, flat
from qpgraph.export.choose import choose, find_address
from qpgraph.export.selection import Selection
from qpgraph.export.source import Source
from qpgraph.export.spool import Spool
from qpgraph.export.track import Track, untracked
from qpgraph.export.views import View, load_view
from qpgraph.export.vocabulary import Vocabulary, local_name, short_name
from qpgraph.graph.terms import RDFS
from qpgraph.settings import BASE

if TYPE_CHECKING:
    import networkx

__all__ = ["Edge", "Network", "Node"]

_EDGE = ("label", "kind", "predicate", "graph", "point")


@dataclass(frozen=True, slots=True)
class Node:
    """A thing: its address and its attributes; `label` and `class` are always there."""

    id: str
    attributes: Mapping[str, Value]

    @property
    def label(self) -> str:
        """The label in the chosen language."""
        return str(self.attributes["label"])


@dataclass(frozen=True, slots=True)
class Edge:
    """A link: a stable id, the ends' addresses, and its attributes (`label`, `kind`, `predicate`, …)."""

    id: str
    source: str
    target: str
    attributes: Mapping[str, Value]


class Network:
    """The nodes and edges that a selection leaves of a view, in an order that stays the same."""

    def __init__(self, source: Source, selection: Selection, view: str, track: Track = untracked) -> None:
        """Reads and filters; raises `SelectionError`. `close` frees the disk."""
        self.selection = selection.checked()
        self.language = selection.language
        self.view: View = load_view(view)
        self.measured: Mapping[str, Mapping[str, Value]] = {}
        """Further attributes of nodes (`qpgraph.export.measures`)."""
        self.spool = Spool()
        self._vocabulary = Vocabulary(source)
        self.spool.fill(source, self.view, self._vocabulary, track)
        choose(self.spool, self.selection, self.view, self._vocabulary)
        self.node_count = self.spool.count("SELECT COUNT(*) FROM member")
        self.edge_count = self.spool.count("SELECT COUNT(*) FROM edge")
        self._reader = NodeReader(self.spool, self._vocabulary, self.language)
        self._term_labels: dict[str, str] = {}

    @property
    def title(self) -> str:
        """What the network shows, in its language, with the filters' values."""
        chosen = self.selection
        themes = [self._theme_label(each) for each in chosen.themes]
        years = map(str, chosen.years)
        middle = [self._middle_label()] if chosen.around else []
        values = [
            *middle, *themes, *chosen.provinces, *chosen.plans, *chosen.agencies, *chosen.classes, *years
        ]  # fmt: skip
        return ": ".join(part for part in (self.view.title[self.language], ", ".join(values)) if part)

    @property
    def node_attributes(self) -> list[Attribute]:
        """Every attribute that a node may have."""
        kinds: dict[type, Kind] = {int: "integer", float: "double"}
        measured = next(iter(self.measured.values()), {})
        return self._reader.columns + [
            Attribute(name, kinds[type(value)]) for name, value in measured.items()
        ]

    @property
    def edge_attributes(self) -> list[Attribute]:
        """Every attribute that an edge may have."""
        texts = self.spool.rows("SELECT DISTINCT more FROM edge WHERE more != ''")
        more = {name for (text,) in texts for name in json.loads(text)}
        return [Attribute(name, "string") for name in (*_EDGE, *sorted(more))]

    def nodes(self) -> Iterator[Node]:
        """Every node, by address."""
        facts = self.spool.rows(
            """SELECT member.node, property, value, kind FROM member LEFT JOIN fact USING (node)
            ORDER BY member.node, property, value"""
        )
        facets = self.spool.rows(
            """SELECT member.node, facet, facet.value, class FROM member JOIN thing USING (node)
            LEFT JOIN facet USING (node) ORDER BY member.node, facet, facet.value"""
        )
        for (node, said), (_, found) in zip(groupby(facts, _first), groupby(facets, _first), strict=True):
            attributes = self._reader.read(node, list(said), list(found))
            yield Node(node, attributes | dict(self.measured.get(node, {})))

    def edges(self) -> Iterator[Edge]:
        """Every edge, by source, predicate, target."""
        statement = """SELECT source, predicate, target, graph, point, more FROM edge
            ORDER BY source, predicate, target, graph, point, more"""
        for row in self.spool.rows(statement):
            source, predicate, target, graph, point, more = row
            attributes: dict[str, Value] = {
                "label": self._term_label(predicate),
                "kind": short_name(predicate),
                "predicate": predicate,
            }
            if graph:
                attributes["graph"] = graph.removeprefix(f"{BASE}graph/")
            if point:
                attributes["point"] = point
            if more:
                attributes.update(json.loads(more))
            yield Edge(_edge_id(row), source, target, attributes)

    def graph(self) -> "networkx.MultiDiGraph[str]":
        """The network as networkx has it: nodes by address, edges keyed by id; lists as text."""
        import networkx

        graph: networkx.MultiDiGraph[str] = networkx.MultiDiGraph(
            title=self.title, language=self.language, view=self.view.name
        )
        for node in self.nodes():
            graph.add_node(node.id, **{name: flat(value) for name, value in node.attributes.items()})
        for edge in self.edges():
            graph.add_edge(edge.source, edge.target, key=edge.id, **edge.attributes)
        return graph

    def close(self) -> None:
        """Frees disk and memory."""
        self.spool.close()

    def _middle_label(self) -> str:
        """The label of the thing that the selection is around."""
        address = find_address(self.spool, self.selection.around or "")
        found = self.spool.rows(
            "SELECT value FROM fact WHERE node = ? AND property = ? ORDER BY kind != ?, kind",
            address,
            RDFS.label.value,
            f"@{self.language}",
        )
        return str(next(found, (local_name(address),))[0])

    def _theme_label(self, name: str) -> str:
        names = self._reader.names
        return next((label for node, label in names.items() if node.endswith(f"/theme/{name}")), name)

    def _term_label(self, predicate: str) -> str:
        if predicate not in self._term_labels:
            self._term_labels[predicate] = self._vocabulary.label(predicate, self.language)
        return self._term_labels[predicate]


def _first(row: tuple[str, ...]) -> str:
    return row[0]


def _edge_id(row: tuple[str, ...]) -> str:
    return "e" + hashlib.blake2b("\n".join(row).encode(), digest_size=8).hexdigest()
