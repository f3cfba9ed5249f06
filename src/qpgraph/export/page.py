"""A picture to walk in: one HTML file with its data, style and script inside, that opens without a server."""

import json
import re
from html import escape
from pathlib import Path
from typing import Any, BinaryIO

from qpgraph.export.attributes import flat
from qpgraph.export.base import Part
from qpgraph.export.drawing import Drawing, draw
from qpgraph.export.heading import note
from qpgraph.export.picture import render
from qpgraph.export.words import word

__all__ = ["write"]

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
_WORDS = ("search", "details", "neighbours", "reset", "hint", "legend")
_SHOWN_ELSEWHERE = ("label", "class", "class_label")


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the page."""
    drawing = draw(part.network)
    output.write(_page(drawing, _picture(drawing)).encode())


def _picture(drawing: Drawing) -> str:
    """The SVG element alone; tooltips are the page's own."""
    text = render(drawing, "svg").decode()
    text = text[text.index("<svg") :]
    return re.sub(r"<title>[^<]*</title>", "", text)


def _page(drawing: Drawing, picture: str) -> str:
    words = {name: word(name, drawing.language) for name in _WORDS}
    legend = "".join(
        f'<label><input type="checkbox" checked value="{escape(label)}"><span class="swatch" '
        f'style="background:{fill}"></span>{escape(label)} ({count})</label>'
        for label, fill, count in drawing.legend
    )
    title, search = escape(drawing.title), escape(words["search"])
    return f"""<!DOCTYPE html>
<html lang="{drawing.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>{title}</title>
<style>{_file("viewer.css")}</style>
</head>
<body>
<header><h1>{title}</h1><button type="button" id="reset">{escape(words["reset"])}</button>
<div class="legend" role="group" aria-label="{escape(words["legend"])}">{legend}</div></header>
<main id="picture" aria-label="{title}">{picture}</main>
<aside aria-label="{escape(words["details"])}">
<input type="search" id="search" placeholder="{search}" aria-label="{search}">
<ul id="results" aria-live="polite"></ul>
<div id="details"></div>
<p class="muted">{escape(words["hint"])}<br>{escape(note(drawing))}</p>
</aside>
<script type="application/json" id="data">{_data(drawing, words)}</script>
<script>{_file("viewer.js")}</script>
</body>
</html>
"""


def _data(drawing: Drawing, words: dict[str, str]) -> str:
    """What the script shows, as JSON that can't end its element."""
    nodes: list[dict[str, Any]] = [
        {
            "id": box.id,
            "label": box.label,
            "class": box.class_name,
            "classLabel": box.class_label,
            "place": flat(box.node.attributes.get("province", "")),
            "attributes": {
                name: value for name, value in box.node.attributes.items() if name not in _SHOWN_ELSEWHERE
            },
        }
        for box in drawing.boxes
    ]
    edges = [
        {"source": link.source, "target": link.target, "label": link.label, "count": link.count}
        for link in drawing.links
    ]
    content = {"words": words, "nodes": nodes, "edges": edges}
    return json.dumps(content, ensure_ascii=False).replace("<", "\\u003c")


def _file(name: str) -> str:
    return (Path(__file__).parent / "viewer" / name).read_text(encoding="utf-8")
