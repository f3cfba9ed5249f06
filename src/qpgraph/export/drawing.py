"""What a picture shows of a network: captions, colours, links drawn once with their number, a legend."""

import textwrap
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from qpgraph.export.base import ExportError
from qpgraph.export.network import Edge, Network, Node
from qpgraph.export.words import colour, line_colour

__all__ = ["Box", "Drawing", "Link", "draw"]

NODES_MAX = 3000
"""A picture of more can't be read, nor laid out in good time."""
NAMED_MAX = 150
"""In a larger picture only so many nodes, those with most links, have a name."""
_WIDTH, _LINES = 26, 4
_DERIVED = "derived"


@dataclass(frozen=True)
class Box:
    """A node on the picture."""

    number: int
    id: str
    caption: str
    """Its lines, by newlines; empty where the node has no name on the picture."""
    label: str
    class_name: str
    class_label: str
    fill: str
    group: str
    """What nodes are grouped by; empty for none."""
    links: int
    node: Node


@dataclass(frozen=True)
class Link:
    """All edges of one predicate from one node to another."""

    number: int
    source: int
    target: int
    label: str
    count: int


@dataclass(frozen=True)
class Drawing:
    """A picture before it is laid out."""

    title: str
    language: str
    layout: str
    """The Graphviz program that lays it out."""
    boxes: list[Box]
    links: list[Link]
    legend: list[tuple[str, str, int]]
    """Class label, colour, number of nodes."""
    kinds: dict[str, str]
    """The labels of the links, the most frequent first, with their colours."""
    all_named: bool


def draw(network: Network) -> Drawing:
    """The drawing of a network. Raises `ExportError` when it has nothing, or too much, to show."""
    if not network.node_count:
        raise ExportError("nothing fits all the filters; take some away")
    if network.node_count > NODES_MAX:
        raise ExportError(
            f"a picture shows at most {NODES_MAX:,} nodes, and these are {network.node_count:,}; "
            "take --view, --plan, --theme or --around, or graphml or gexf for a program such as Gephi"
        )
    counts: Counter[tuple[str, str, str]] = Counter()
    for edge in _plain(network):
        counts[edge.source, edge.target, str(edge.attributes["label"])] += 1
    degree: Counter[str] = Counter()
    for (source, target, _), count in counts.items():
        degree[source] += count
        degree[target] += count
    named = {node for node, _ in degree.most_common(NAMED_MAX)}
    nodes = list(network.nodes())
    all_named = len(nodes) <= NAMED_MAX
    boxes = [
        _box(number, node, network, degree[node.id], named=all_named or node.id in named)
        for number, node in enumerate(nodes)
    ]
    numbers = {box.id: box.number for box in boxes}
    links = [
        Link(number, numbers[source], numbers[target], label, count)
        for number, ((source, target, label), count) in enumerate(sorted(counts.items()))
    ]
    classes = Counter((box.class_label, box.fill) for box in boxes)
    legend = [(label, fill, count) for (label, fill), count in classes.most_common()]
    ranked = Counter({label: 0 for *_, label in counts})
    for (*_, label), count in counts.items():
        ranked[label] += count
    kinds = {label: line_colour(rank) for rank, (label, _) in enumerate(ranked.most_common())}
    return Drawing(
        network.title, network.language, network.view.layout, boxes, links, legend, kinds, all_named
    )


def _plain(network: Network) -> Iterator[Edge]:
    """The edges without those that a rule derives between two things that a stated edge links already."""
    stated = {
        frozenset((edge.source, edge.target))
        for edge in network.edges()
        if edge.attributes.get("graph") != _DERIVED
    }
    for edge in network.edges():
        ends = frozenset((edge.source, edge.target))
        if edge.attributes.get("graph") != _DERIVED or ends not in stated:
            yield edge


def _box(number: int, node: Node, network: Network, links: int, *, named: bool) -> Box:
    attributes = node.attributes
    class_name = str(attributes["class"])
    found = attributes.get(network.view.cluster or "", "")
    group = ", ".join(found) if isinstance(found, tuple) else str(found)
    return Box(
        number,
        node.id,
        _wrapped(_caption(node, class_name)) if named else "",
        node.label,
        class_name,
        str(attributes["class_label"]),
        colour(class_name),
        group,
        links,
        node,
    )


def _caption(node: Node, class_name: str) -> str:
    """What names a thing shortly: an act's number, a point's reference before its title."""
    values = node.attributes
    if class_name == "LegalDocument":
        return str(values.get("id_local") or node.label)
    if class_name == "Plan":
        province = values.get("province", ())
        place = ", ".join(province) if isinstance(province, tuple) else str(province)
        years = f"({values['start']}-{values['end']})" if "start" in values else ""
        return f"{place} {values.get('id_local') or years}".strip() or node.label
    ref = values.get("ref")
    return f"{ref} {node.label}" if ref and ref != node.label else node.label


def _wrapped(text: str) -> str:
    lines = textwrap.wrap(text, _WIDTH, break_long_words=True)
    if len(lines) > _LINES:
        lines = [*lines[: _LINES - 1], lines[_LINES - 1][: _WIDTH - 1] + "…"]
    return "\n".join(lines)
