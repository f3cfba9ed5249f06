"""The measures of a network as a table, or as a report in Markdown: who matters, who coordinates whom."""

import csv
from collections import defaultdict
from collections.abc import Sequence
from io import TextIOWrapper
from typing import BinaryIO

from qpgraph.export.attributes import flat
from qpgraph.export.base import Part
from qpgraph.export.measures import MEASURES, plain_graph
from qpgraph.export.network import Network, Node
from qpgraph.export.words import word

__all__ = ["write"]

_TOP = 15
_MEMBERS = 12


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the report, or (`measures-csv`) a row a node."""
    text = TextIOWrapper(output, encoding="utf-8", newline="")
    nodes = list(part.network.nodes())
    if name == "measures-csv":
        rows = csv.writer(text)
        rows.writerow(["iri", "label", "class", "province", *MEASURES])
        rows.writerows(_row(node) for node in nodes)
    else:
        text.write(_report(part.network, nodes))
    text.flush()
    text.detach()


def _row(node: Node) -> list[object]:
    values = node.attributes
    province = flat(values.get("province", ""))
    return [node.id, node.label, values["class"], province, *(values[name] for name in MEASURES)]


def _report(network: Network, nodes: Sequence[Node]) -> str:
    language = network.language
    names = {node.id: _name(node) for node in nodes}
    counts = (
        f"{len(nodes)} {word('nodes', language)}, {network.edge_count} {word('edges', language)}. "
        f"{word('measures_note', language)}"
    )
    central = sorted(nodes, key=lambda node: (-_number(node, "degree"), node.id))[:_TOP]
    linking = [node for node in nodes if _number(node, "betweenness")]
    between = sorted(linking, key=lambda node: (-_number(node, "betweenness"), node.id))[:_TOP]
    edges = plain_graph(network).edges(data=True)
    links = sorted(
        ((about["weight"], *ends) for *ends, about in edges), key=lambda link: (-link[0], link[1:])
    )
    sections = [
        f"# {network.title}\n\n{counts}\n",
        _table(
            word("most_linked", language),
            [word("name", language), *(word(name, language) for name in MEASURES[:3])],
            [[_name(node), *(node.attributes[name] for name in MEASURES[:3])] for node in central],
        ),
        _table(
            word("between", language),
            [word("name", language), word("betweenness", language)],
            [
                [_name(node), node.attributes["betweenness"]]
                for node in between
                if _number(node, "betweenness")
            ],
        ),
        _table(
            word("strongest", language),
            [word("from", language), word("to", language), word("edges", language)],
            [[names[source], names[target], weight] for weight, source, target in links[:_TOP]],
        ),
        _table(
            word("communities", language),
            [word("community", language), word("nodes", language), word("members", language)],
            _communities(nodes),
        ),
    ]
    return "\n".join(sections)


def _communities(nodes: Sequence[Node]) -> list[list[object]]:
    """Number, size and the members with most links of each community of two or more."""
    members: defaultdict[int, list[Node]] = defaultdict(list)
    for node in nodes:
        members[int(_number(node, "community"))].append(node)
    rows: list[list[object]] = []
    for number, found in sorted(members.items()):
        if len(found) > 1:
            found.sort(key=lambda node: (-_number(node, "degree"), node.id))
            shown = ", ".join(_name(node) for node in found[:_MEMBERS])
            rows.append([number, len(found), shown + (" …" if len(found) > _MEMBERS else "")])
    return rows


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    lines = [f"## {title}\n", f"| {' | '.join(head)} |", "|" + " --- |" * len(head)]
    lines += ["| " + " | ".join(str(cell).replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join(lines) + "\n"


def _name(node: Node) -> str:
    province = flat(node.attributes.get("province", ""))
    return f"{node.label} ({province})" if province and node.label != province else node.label


def _number(node: Node, name: str) -> float:
    value = node.attributes[name]
    assert isinstance(value, int | float)
    return value
