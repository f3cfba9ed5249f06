"""Pictures: every node and link is on them, with its words; matplotlib steps in for Graphviz."""

import io
import struct
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pypdf import PdfReader

from qpgraph.export import graphviz, plot
from qpgraph.export.base import ExportError, ToolMissingError
from qpgraph.export.drawing import Drawing, draw
from qpgraph.export.network import Network
from qpgraph.export.picture import render
from qpgraph.export.selection import Selection
from qpgraph.export.source import Source
from qpgraph.export.words import colour
from tests.export.conftest import Exporter

SVG = {"s": "http://www.w3.org/2000/svg"}
needs_graphviz = pytest.mark.skipif(not graphviz.available(), reason="Graphviz is not installed")


def drawing(source: Source, view: str, **filters: Any) -> Drawing:
    return draw(Network(source, Selection(**filters), view))


def words(svg: bytes) -> str:
    return " ".join(" ".join(etree.fromstring(svg).itertext()).split())


@needs_graphviz
@pytest.mark.parametrize("view", ["collaboration", "standards", "legal", "theme"])
def test_every_node_and_link_is_drawn(view: str, source: Source) -> None:
    filters: dict[str, Any] = {"themes": ("traceability",)} if view == "theme" else {}
    picture = drawing(source, view, **filters)
    svg = render(picture, "svg")
    tree = etree.fromstring(svg)
    drawn = {kind: tree.xpath(f"count(//s:g[@class='{kind}'])", namespaces=SVG) for kind in ("node", "edge")}
    assert drawn == {"node": len(picture.boxes), "edge": len(picture.links)}
    text = words(svg)
    for box in picture.boxes:
        assert box.caption.split("\n")[0] in text
    for label, _, count in picture.legend:
        assert f"{label} ({count})" in text
    assert picture.title in text


@needs_graphviz
def test_links_are_drawn_once_with_their_number(source: Source) -> None:
    network = Network(source, Selection(), "collaboration")
    picture = draw(network)
    assert sum(link.count for link in picture.links) == network.edge_count
    assert len({(link.source, link.target) for link in picture.links}) == len(picture.links)


@needs_graphviz
def test_boxes_do_not_lie_on_each_other(source: Source) -> None:
    """The picture's own places of the boxes, from Graphviz's SVG."""
    for view in ("collaboration", "standards", "legal"):
        tree = etree.fromstring(render(drawing(source, view), "svg"))
        frames = [_frame(path) for path in tree.xpath("//s:g[@class='node']//s:path/@d", namespaces=SVG)]
        assert len(frames) > 20
        overlaps = [
            (one, other)
            for number, one in enumerate(frames)
            for other in frames[:number]
            if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
        ]
        assert not overlaps, view


def _frame(path: str) -> tuple[float, float, float, float]:
    numbers = [float(each) for each in path.replace("M", " ").replace("C", " ").replace(",", " ").split()]
    return min(numbers[::2]), min(numbers[1::2]), max(numbers[::2]), max(numbers[1::2])


@needs_graphviz
def test_png_and_pdf_are_what_they_say(export: Exporter) -> None:
    png = export("png", view="legal", language="en")
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    assert min(width, height) > 400
    reader = PdfReader(io.BytesIO(export("pdf", view="legal", language="en")))
    assert len(reader.pages) == 1
    assert "1322/QĐ-TTg" in reader.pages[0].extract_text()


@needs_graphviz
def test_large_picture_names_the_busiest_only(source: Source) -> None:
    picture = drawing(source, "network", provinces=("Bắc Ninh",))
    named = [box for box in picture.boxes if box.caption]
    assert len(named) < len(picture.boxes)
    assert min(box.links for box in named) >= max(box.links for box in picture.boxes if not box.caption)


def test_matplotlib_draws_without_graphviz(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    picture = drawing(source, "standards")
    svg = render(picture, "svg")
    ids = set(etree.fromstring(svg).xpath("//*/@id"))
    assert {f"node{box.number}" for box in picture.boxes} <= ids
    assert {f"edge{link.number}" for link in picture.links} <= ids
    assert "ISO 9001" in words(svg)
    assert render(picture, "png").startswith(b"\x89PNG")


def test_without_both_it_is_said_what_to_install(source: Source, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setattr(plot, "available", lambda: False)
    with pytest.raises(ToolMissingError, match="apt install graphviz"):
        render(drawing(source, "legal"), "svg")


def test_empty_picture_is_refused(source: Source) -> None:
    with pytest.raises(ExportError, match="nothing fits"):
        drawing(source, "collaboration", years=(1999,))


def test_colours_let_black_text_be_read() -> None:
    from qpgraph.export.words import _words

    for name in _words()["colours"]:
        red, green, blue = (int(colour(name)[i : i + 2], 16) / 255 for i in (1, 3, 5))
        parts = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in (red, green, blue)]
        light = 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
        assert (light + 0.05) / 0.05 >= 7, name


@needs_graphviz
def test_page_opens_without_a_server(export: Exporter, tmp_path: Path) -> None:
    """In a real browser: search, choose, hide a class; nothing is asked of the network."""
    sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    chromium = Path("/usr/bin/chromium")
    if not chromium.exists():
        pytest.skip("Chromium is not installed (Debian: apt install chromium)")
    path = tmp_path / "page.html"
    path.write_bytes(export("html", view="collaboration"))
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(chromium), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 800})
        messages: list[str] = []
        requests: list[str] = []
        page.on("console", lambda message: messages.append(message.text))
        page.on("pageerror", lambda error: messages.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(path.as_uri())
        assert page.locator("g.node").count() == 69
        page.fill("#search", "so y te")
        assert "Sở Y tế · Hải Phòng" in page.locator("#results li").all_inner_texts()
        page.locator("#results button", has_text="Sở Y tế · Hải Phòng").click()
        assert "agency/hai-phong/so-y-te" in page.locator("#details").inner_text()
        assert page.locator("#details li").count() >= 1
        assert page.locator("g.node.chosen").count() == 1
        page.locator(".legend input").first.uncheck()
        assert page.locator("g.node.hidden").count() == 36
        page.click("#reset")
        assert page.locator("g.node.hidden, g.node.faded").count() == 0
        page.locator("g.node").first.focus()
        page.keyboard.press("Enter")
        assert page.locator("g.node.chosen").count() == 1
        browser.close()
    assert not messages
    assert requests == [path.as_uri()]


@needs_graphviz
def test_label_can_not_end_the_page_s_script(tmp_path: Path) -> None:
    from qpgraph.export.factory import write_export
    from qpgraph.export.source import open_source
    from qpgraph.settings import BASE, Settings
    from tests.serving import write_store

    evil = "</script><script>alert(1)</script>"
    store = write_store(
        tmp_path,
        f"PREFIX id: <{BASE}id/> PREFIX qp: <{BASE}ontology#> GRAPH <{BASE}graph/one> {{ "
        f'id:a a qp:Agency ; <http://www.w3.org/2000/01/rdf-schema#label> "{evil}"@vi . '
        "id:b a qp:Task ; qp:lead id:a }",
    )
    output = io.BytesIO()
    write_export(open_source(Settings(store=store, endpoint=None)), "html", Selection(view="network"), output)
    assert evil.encode() not in output.getvalue()
    assert b"alert(1)" in output.getvalue()
