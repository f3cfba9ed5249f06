"""Draws by matplotlib, where Graphviz isn't installed: simpler, with networkx's layouts."""

import math
from io import BytesIO
from typing import TYPE_CHECKING, Any

from qpgraph.export.drawing import Box, Drawing, Link
from qpgraph.export.heading import note

if TYPE_CHECKING:
    import networkx

__all__ = ["available", "render"]

Places = dict[int, tuple[float, float]]
"""Node number to place."""

_INCH = 1.15
"""Of the picture's side, for each node's share of it."""
_SIDE_MIN, _SIDE_MAX = 9.0, 60.0
_ALPHA = 0.75
_SEED = 1


def available() -> bool:
    """Whether matplotlib is installed."""
    try:
        import matplotlib  # noqa: F401
    except ImportError:
        return False
    return True


def render(drawing: Drawing, form: str) -> bytes:
    """The picture as `svg`, `png` or `pdf`."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    side = min(max(_INCH * math.sqrt(len(drawing.boxes)) * 1.9, _SIDE_MIN), _SIDE_MAX)
    places = _places(drawing)
    settings: dict[Any, Any] = {
        "font.family": "DejaVu Sans",
        "svg.fonttype": "none",
        "svg.hashsalt": "qpgraph",
        "pdf.fonttype": 42,
    }
    with mpl.rc_context(settings):
        figure = Figure(figsize=(side * 1.25, side), layout="tight")
        axes = figure.add_subplot()
        axes.set_axis_off()
        axes.margins(0.08)
        for link in drawing.links:
            _draw_line(axes, places, link, drawing.kinds[link.label])
        for box in drawing.boxes:
            _draw_box(axes, places[box.number], box)
        axes.set_title(drawing.title, fontsize=18, fontweight="bold", loc="left")
        _legend(axes, drawing)
        output = BytesIO()
        # Without dates the same network gives the same bytes.
        no_date = {"svg": {"Date": None}, "pdf": {"CreationDate": None}}.get(form)
        figure.savefig(output, format=form, dpi=110, metadata=no_date)
    return output.getvalue()


def _places(drawing: Drawing) -> Places:
    """Each part that hangs together laid out by itself, the parts side by side."""
    import networkx

    graph: networkx.Graph[int] = networkx.Graph()
    graph.add_nodes_from(box.number for box in drawing.boxes)
    graph.add_edges_from((link.source, link.target) for link in drawing.links if link.source != link.target)
    places: Places = {}
    left = 0.0
    for nodes in sorted(networkx.connected_components(graph), key=len, reverse=True):
        part = graph.subgraph(nodes)
        size = math.sqrt(len(nodes))
        for node, (x, y) in _layout(part).items():
            places[node] = (left + size * (1 + x), size * y)
        left += 2 * size + 1
    return places


def _layout(graph: "networkx.Graph[int]") -> Places:
    import networkx

    ring = networkx.circular_layout(graph)
    found: dict[int, Any] = networkx.spring_layout(
        graph, pos=ring, k=2.2 / math.sqrt(len(graph)), iterations=200, seed=_SEED, method="force"
    )
    return {node: (float(x), float(y)) for node, (x, y) in found.items()}


def _draw_line(axes: Any, places: Places, link: Link, ink: str) -> None:
    from matplotlib.patches import FancyArrowPatch

    ends = places[link.source], places[link.target]
    form: dict[str, Any] = {"arrowstyle": "-|>", "mutation_scale": 9, "connectionstyle": "arc3,rad=0.06"}
    width = min(0.8 + 0.3 * (link.count - 1), 4)
    arrow = FancyArrowPatch(*ends, lw=width, color=ink, alpha=_ALPHA, shrinkA=8, shrinkB=14, zorder=1, **form)
    arrow.set_gid(f"edge{link.number}")
    axes.add_patch(arrow)


def _draw_box(axes: Any, place: tuple[float, float], box: Box) -> None:
    frame = {"boxstyle": "round,pad=0.35", "facecolor": box.fill, "edgecolor": "#55606a", "linewidth": 0.8}
    text = axes.text(*place, box.caption or " ", ha="center", va="center", fontsize=8, bbox=frame, zorder=2)
    text.set_gid(f"node{box.number}")
    axes.plot(*place, alpha=0)  # so that the picture is wide enough


def _legend(axes: Any, drawing: Drawing) -> None:
    from matplotlib.lines import Line2D
    from matplotlib.patches import Patch

    marks: list[Any] = [
        Patch(facecolor=fill, edgecolor="#55606a", label=f"{label} ({count})")
        for label, fill, count in drawing.legend
    ]
    if len(drawing.kinds) > 1:
        marks += [Line2D([], [], color=ink, lw=2, label=label) for label, ink in drawing.kinds.items()]
    place = {"loc": "upper left", "bbox_to_anchor": (0, 0), "ncols": 4, "frameon": False, "fontsize": 10}
    axes.legend(handles=marks, title=note(drawing), alignment="left", **place)
