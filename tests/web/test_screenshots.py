"""Pictures of the pages for `docs/screenshots/`, when asked for: `QPGRAPH_SCREENSHOTS=docs/screenshots`."""

import io
import os
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image

from tests.web.conftest import Open
from tests.web.pages import LAPTOP, SITE, THINGS

_FOLDER = os.environ.get("QPGRAPH_SCREENSHOTS")
_PHONE = (360, 740)
_COLOURS = 96
_ALL = {**SITE, **{name: THINGS[name] for name in ("plan", "province", "task", "target", "agency", "theme")}}
_ON_A_PHONE = ("home", "search", "compare", "budget", "task")

pytestmark = pytest.mark.skipif(not _FOLDER, reason="QPGRAPH_SCREENSHOTS names no folder for pictures")


@pytest.mark.parametrize(("language", "shade"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize("name", _ALL)
def test_picture_of_page(open_page: Open, name: str, language: str, shade: str) -> None:
    page = open_page(_ALL[name], language=language, size=LAPTOP, color_scheme=shade)
    _save(page.screenshot(), f"{name}-{language}-{shade}")


@pytest.mark.parametrize("name", _ON_A_PHONE)
def test_picture_on_a_phone(open_page: Open, name: str) -> None:
    page = open_page(_ALL[name], language="vi", size=_PHONE)
    _save(page.screenshot(), f"{name}-phone")


def test_picture_of_suggestions(open_page: Open) -> None:
    page = open_page("/", language="en")
    page.locator("#q").press_sequentially("trace")
    page.get_by_role("option").first.wait_for()
    _save(page.screenshot(), "suggestions-en-light")


_DRAWN = {
    "graph": "/graph",
    "graph-agencies": "/graph?view=collaboration&province=hai-phong",
    "graph-all": "/graph?view=network",
    "query": "/query?name=agencies-on-theme",
    "query-graph": "/query#query="
    + quote(
        "PREFIX qp: <https://w3id.org/qpgraph/ontology#>\n"
        "CONSTRUCT { ?task qp:lead ?agency }\nWHERE { ?task a qp:Task ; qp:lead ?agency } LIMIT 60"
    ),
}
"""Pages that a script fills: a picture is made when it has."""


@pytest.mark.parametrize(("language", "shade"), [("vi", "light"), ("en", "dark")])
@pytest.mark.parametrize("name", _DRAWN)
def test_picture_of_what_is_drawn(open_page: Open, name: str, language: str, shade: str) -> None:
    page = open_page(_DRAWN[name], language=language, size=LAPTOP, color_scheme=shade)
    drawn = page.locator(".answer__table" if name == "query" else ".board__picture[data-settled]")
    drawn.wait_for(timeout=60_000)
    drawn.scroll_into_view_if_needed()
    page.wait_for_timeout(500)  # the last frame
    _save(page.screenshot(full_page=name.startswith("query")), f"{name}-{language}-{shade}")


def _save(picture: bytes, name: str) -> None:
    """With few colours, so that a picture is small."""
    folder = Path(str(_FOLDER))
    folder.mkdir(parents=True, exist_ok=True)
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE).save(
            folder / f"{name}.png", optimize=True
        )
