"""Draws by Graphviz (https://graphviz.org), a program of its own.

Where a view groups its nodes, each group is laid out by itself and the groups stand side by side.
"""

import math
import shutil
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qpgraph.export.base import ExportError
from qpgraph.export.dot import quoted
from qpgraph.export.drawing import Box, Drawing, Link
from qpgraph.export.heading import heading_label

__all__ = ["available", "render"]

_FONT = "DejaVu Sans"
_SECONDS = 300
_DPI = 110
_POINTS = 72
_GAP, _MARGIN, _HEAD = 24, 16, 28
"""Points between groups, inside their frames, and for their names."""
_CROWDED, _PALE = 600, "50"
"""With more links lines let each other show through: the alpha of their colour."""
_LAYOUTS = {
    "dot": "rankdir=LR; ranksep=1.6; nodesep=0.12; splines=true; newrank=true;",
    "neato": 'mode=major; overlap=prism; overlap_scaling=-4; sep="+8"; splines=true;',
    "group": 'mode=major; overlap=prism; overlap_scaling=-2; sep="+14,+10"; splines=true;',
    "sfdp": 'overlap=prism; overlap_scaling=-6; K=0.9; sep="+6"; splines=line;',
    "placed": "splines=true;",
}


@dataclass(frozen=True)
class _Placement:
    """Where things are, in points: nodes by number, frames of groups by name (left, bottom, right, top)."""

    nodes: dict[int, tuple[float, float]]
    frames: dict[str, tuple[float, float, float, float]]


def available() -> bool:
    """Whether the program is installed."""
    return shutil.which("dot") is not None


def render(drawing: Drawing, form: str) -> bytes:
    """The picture as `svg`, `png` or `pdf`. Raises `ExportError`."""
    # Other densities spoil the SVG's viewBox.
    options = ["-Tpng:cairo", f"-Gdpi={_DPI}"] if form == "png" else [f"-T{form}"]
    groups = _groups(drawing.boxes)
    if drawing.layout == "neato" and len(groups) > 1:
        text = _text(drawing, drawing.boxes, "placed", _beside(drawing, groups))
        return _run(["neato", "-n2", *options], text)
    return _run(["dot", f"-K{drawing.layout}", *options], _text(drawing, drawing.boxes, drawing.layout))


def _run(command: list[str], text: str) -> bytes:
    try:
        done = subprocess.run(
            command, input=text.encode(), capture_output=True, timeout=_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise ExportError(
            f"Graphviz took more than {_SECONDS} s; take a smaller part of the graph"
        ) from error
    if done.returncode or not done.stdout:
        reason = done.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise ExportError(f"Graphviz could not draw it: {reason or 'no reason given'}")
    return done.stdout


def _groups(boxes: Iterable[Box]) -> dict[str, list[Box]]:
    grouped: dict[str, list[Box]] = {}
    for box in boxes:
        grouped.setdefault(box.group, []).append(box)
    return dict(sorted(grouped.items()))


def _beside(drawing: Drawing, groups: Mapping[str, Sequence[Box]]) -> _Placement:
    """Lays out each group and packs them on shelves, the highest first."""
    laid = []
    for name, boxes in groups.items():
        found = _places(_run(["neato", "-Tplain"], _text(drawing, boxes, "group", heading=False)))
        width = max(x + w / 2 for x, _, w, _ in found.values()) + 2 * _MARGIN
        height = max(y + h / 2 for _, y, _, h in found.values()) + 2 * _MARGIN + _HEAD
        laid.append((height, width, name, found))
    laid.sort(key=lambda each: each[:3], reverse=True)
    room = max(*(width for _, width, *_ in laid), 1.4 * math.sqrt(sum(h * w for h, w, *_ in laid)))
    shelves: list[list[float]] = []  # top, used width
    bottom = 0.0
    placement = _Placement({}, {})
    for height, width, name, found in laid:
        shelf = next((each for each in shelves if each[1] + width <= room), None)
        if shelf is None:
            shelf = [bottom, 0.0]
            shelves.append(shelf)
            bottom -= height + _GAP
        top, left = shelf
        for number, (x, y, _, _) in found.items():
            placement.nodes[number] = (left + _MARGIN + x, top - height + _MARGIN + y)
        placement.frames[name] = (left, top - height, left + width, top)
        shelf[1] += width + _GAP
    return placement


def _places(plain: bytes) -> dict[int, tuple[float, float, float, float]]:
    """Node number to x, y, width, height in points (https://graphviz.org/docs/outputs/plain/)."""
    found = {}
    for line in plain.decode().splitlines():
        if line.startswith("node n"):
            name, x, y, width, height = line.split()[1:6]
            found[int(name[1:])] = tuple(float(each) * _POINTS for each in (x, y, width, height))
    return found  # type: ignore[return-value]


def _text(
    drawing: Drawing,
    boxes: Sequence[Box],
    layout: str,
    placement: _Placement | None = None,
    *,
    heading: bool = True,
) -> str:
    """The picture as Graphviz is told it: styled DOT."""
    lines = [
        f"digraph {quoted(drawing.title)} {{",
        f'  {_LAYOUTS[layout]} bgcolor=white; pad=0.4; fontname="{_FONT}"; labelloc=t;',
        f"  outputorder=edgesfirst; label=<{heading_label(drawing)}>;" if heading else "",
        f'  node [shape=box, style="filled,rounded", fontname="{_FONT}", fontsize=11, margin="0.09,0.05",'
        ' color="#55606a", penwidth=0.8, height=0.2];',
        f'  edge [fontname="{_FONT}", fontsize=9, arrowsize=0.6];',
    ]
    for count, (group, members) in enumerate(_groups(boxes).items()):
        body = [f"    {_node(box, placement)}" for box in members]
        if group and heading:
            style = 'fontsize=17; style="rounded"; color="#9aa5ad"; margin=14'
            if placement:
                style += "; " + _frame(*placement.frames[group])
            body = [f"  subgraph cluster_{count} {{ label={quoted(group)}; {style};", *body, "  }"]
        lines += body
    shown = {box.number for box in boxes}
    lines += [
        f"  {_edge(link, drawing)}" for link in drawing.links if link.source in shown and link.target in shown
    ]
    return "\n".join([*lines, "}\n"])


def _frame(left: float, bottom: float, right: float, top: float) -> str:
    middle = (left + right) / 2
    return f'bb="{left:.0f},{bottom:.0f},{right:.0f},{top:.0f}"; lp="{middle:.0f},{top - _HEAD / 2:.0f}"'


def _node(box: Box, placement: _Placement | None) -> str:
    caption = quoted(box.caption).replace("\n", "\\n")
    more = "" if box.caption else ", shape=circle, width=0.14, fixedsize=true"
    if placement:
        x, y = placement.nodes[box.number]
        more += f', pos="{x:.2f},{y:.2f}"'
    tip = quoted(f"{box.label} ({box.class_label})")
    about = f'id="node{box.number}", label={caption}, fillcolor="{box.fill}", tooltip={tip}{more}'
    return f"n{box.number} [{about}];"


def _edge(link: Link, drawing: Drawing) -> str:
    width = min(0.8 + 0.3 * (link.count - 1), 4)
    tip = quoted(f"{link.label} ({link.count})")
    number = (
        f', label=<<table border="0" cellborder="0" cellspacing="0" cellpadding="1" bgcolor="white">'
        f"<tr><td>{link.count}</td></tr></table>>"
        if link.count > 1
        else ""
    )
    ink = drawing.kinds[link.label] + (_PALE if len(drawing.links) > _CROWDED else "")
    about = f'id="edge{link.number}", penwidth={width:.2f}, color="{ink}", edgetooltip={tip}{number}'
    return f"n{link.source} -> n{link.target} [{about}];"
