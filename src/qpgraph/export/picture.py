"""Pictures: SVG, PNG and PDF, by Graphviz, or by matplotlib where that is all there is."""

from typing import BinaryIO

from qpgraph.export import graphviz, plot
from qpgraph.export.base import Part, ToolMissingError
from qpgraph.export.drawing import Drawing, draw

__all__ = ["render", "write"]


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Draws the network."""
    output.write(render(draw(part.network), name))


def render(drawing: Drawing, form: str) -> bytes:
    """The picture as `svg`, `png` or `pdf`. Raises `ToolMissingError` when nothing is there to draw with."""
    if graphviz.available():
        return graphviz.render(drawing, form)
    if plot.available():
        return plot.render(drawing, form)
    raise ToolMissingError(
        "pictures are drawn by Graphviz, and its program `dot` is not there; install it "
        "(Debian: apt install graphviz), or matplotlib (pip install 'qpgraph[pictures]')"
    )
