"""The heading of a picture, as one of Graphviz's HTML-like labels: title, legends, source."""

from html import escape

from qpgraph.export.drawing import Drawing
from qpgraph.export.words import word

__all__ = ["heading_label", "note"]

_CLASSES_SHOWN, _KINDS_SHOWN = 12, 8


def heading_label(drawing: Drawing) -> str:
    """The label, without its angle brackets (https://graphviz.org/doc/info/shapes.html#html)."""
    boxes = "".join(
        _cell(_sample(fill, 18, 14, border=1), _font(12, f"{label} ({count})"))
        for label, fill, count in drawing.legend[:_CLASSES_SHOWN]
    )
    lines = "".join(
        _cell(_sample(ink, 22, 3, border=0), _font(11, label))
        for label, ink in list(drawing.kinds.items())[:_KINDS_SHOWN]
    )
    rows = (
        f'<font point-size="20"><b>{escape(drawing.title)}</b></font>',
        _row(boxes),
        _row(lines) if len(drawing.kinds) > 1 else "",
        _font(10, note(drawing)),
    )
    body = "".join(f'<tr><td align="left">{row}</td></tr>' for row in rows if row)
    return f'<table border="0" cellborder="0" cellspacing="3">{body}</table>'


def note(drawing: Drawing) -> str:
    """The line below the legends."""
    parts = [next(iter(drawing.kinds))] if len(drawing.kinds) == 1 else []
    if not drawing.all_named:
        parts.append(word("unlabelled", drawing.language))
    return " · ".join([*parts, word("source", drawing.language)])


def _cell(sample: str, text: str) -> str:
    return f'<td align="right">{sample}</td><td align="left">{text}</td>'


def _sample(fill: str, width: int, height: int, *, border: int) -> str:
    size = f'width="{width}" height="{height}" fixedsize="true"'
    return (
        f'<table border="{border}" cellborder="0" color="#55606a" bgcolor="{fill}" {size}>'
        "<tr><td></td></tr></table>"
    )


def _row(cells: str) -> str:
    if not cells:
        return ""
    return f'<table border="0" cellborder="0" cellspacing="3" align="left"><tr>{cells}</tr></table>'


def _font(size: int, text: str) -> str:
    return f'<font point-size="{size}" color="#20272d">{escape(text)}</font>'
