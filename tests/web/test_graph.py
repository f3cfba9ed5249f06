"""The graph: drawn, walked, searched, filtered by its legend, taken away as a picture or as a link."""

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.axe import violations
from tests.web.conftest import Open
from tests.web.pages import PHONE

_THEME = "https://w3id.org/qpgraph/id/theme/traceability"
_AROUND = f"/graph?around={quote(_THEME)}"
_SVG = "{http://www.w3.org/2000/svg}"


def _settled(page: Page) -> Locator:
    picture = page.locator(".board__picture[data-settled]")
    expect(picture).to_be_visible(timeout=60_000)
    return picture


def _things(page: Page) -> int:
    return int(_settled(page).get_attribute("data-things") or 0)


def _list(page: Page) -> Locator:
    return page.get_by_role("listbox")


def _choose(page: Page, name: str) -> None:
    page.get_by_role("searchbox").fill(name)
    _list(page).get_by_role("option", name=re.compile(rf"^{name}\b")).first.click()


def test_begins_with_provinces_and_standards(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    assert _things(page) > 20
    expect(page.get_by_role("img", name=re.compile("A network of"))).to_be_visible()
    expect(_list(page).get_by_role("option", name=re.compile("ISO 9001"))).to_be_visible()
    expect(page.get_by_role("checkbox", name=re.compile("^Province"))).to_be_checked()


@pytest.mark.parametrize(
    ("view", "kinds"),
    [
        ("collaboration", {"Agency", "Agency group"}),
        ("legal", {"Plan", "Legal document"}),
        ("theme&theme=traceability", {"Task", "Agency", "Agency group"}),
    ],
)
def test_views(open_page: Open, view: str, kinds: set[str]) -> None:
    page = open_page(f"/graph?view={view}", language="en")
    assert _things(page) > 0
    shown = page.locator(".board__legend").first.locator("li").all_text_contents()
    assert {re.sub(r"[\d,]+$", "", each) for each in shown} == kinds


def test_filter_by_the_form(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    whole = _things(page)
    page.locator("select[name=province]").select_option(label="Can Tho")
    page.get_by_role("button", name="Show", exact=True).click()
    expect(page).to_have_url(re.compile("province="))
    assert 0 < _things(page) < whole


def test_expand_and_collapse(open_page: Open) -> None:
    page = open_page(_AROUND, language="en")
    before = _things(page)
    _choose(page, "Export")
    page.get_by_role("button", name="Expand").click()
    expect(page.get_by_role("button", name="Collapse")).to_be_visible()
    assert _things(page) > before
    page.get_by_role("button", name="Collapse").click()
    expect(page.get_by_role("button", name="Expand")).to_be_visible()
    assert _things(page) == before


def test_double_click_expands(open_page: Open) -> None:
    page = open_page(_AROUND, language="en", reduced_motion="reduce")
    before = _things(page)
    _choose(page, "Export")  # brings it into the middle
    box = page.locator(".board__picture").bounding_box()
    assert box is not None
    page.mouse.dblclick(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.get_by_role("button", name="Collapse")).to_be_visible()
    assert _things(page) > before


def test_hide_and_show_again(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    before = _things(page)
    _choose(page, "ISO 9001")
    page.get_by_role("button", name="Hide", exact=True).click()
    page.get_by_role("searchbox").fill("")
    expect(_list(page).get_by_role("option", name=re.compile("^ISO 9001"))).to_have_count(0)
    assert _things(page) == before - 1
    page.get_by_role("button", name="Show hidden").click()
    assert _things(page) == before


def test_only_the_neighbourhood(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    _choose(page, "QCC")
    page.get_by_role("button", name="Only around this").click()
    page.get_by_role("searchbox").fill("")
    expect(_list(page).get_by_role("option")).to_have_count(2)


def test_legend_switches_classes_and_links(open_page: Open) -> None:
    page = open_page(_AROUND, language="en")
    before = _things(page)
    page.get_by_role("checkbox", name=re.compile(r"^Task \d")).uncheck()
    without = _things(page)
    assert without < before
    page.get_by_role("checkbox", name=re.compile(r"^theme \d\d")).uncheck()
    assert _things(page) < without


def test_search_without_diacritics(open_page: Open) -> None:
    page = open_page("/graph?view=collaboration", language="vi")
    _settled(page)
    page.get_by_role("searchbox").fill("so y te hai phong")
    expect(_list(page).get_by_role("option")).to_have_count(1)
    expect(_list(page).get_by_role("option")).to_contain_text("Sở Y tế · Hải Phòng")


def test_adds_what_search_finds_beyond(open_page: Open) -> None:
    page = open_page("/graph?view=legal", language="en")
    before = _things(page)
    page.get_by_role("searchbox").fill("metrology")
    page.get_by_role("button", name="Find “metrology” beyond the picture").click()
    page.locator(".board__beyond li button").first.click()
    expect(page.locator(".board__chosen h2")).to_be_visible()
    assert _things(page) >= before + 1


def test_list_is_walked_by_keyboard(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    _settled(page)
    _list(page).focus()
    page.keyboard.press("ArrowDown")
    first = page.locator(".board__chosen h2").inner_text()
    page.keyboard.press("ArrowDown")
    expect(page.locator(".board__chosen h2")).not_to_have_text(first)
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(1)
    active = _list(page).get_attribute("aria-activedescendant")
    expect(page.locator(f"#{active}")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(_list(page).get_by_role("option").last).to_have_attribute("aria-selected", "true")


def test_chosen_thing_leads_to_its_page(open_page: Open) -> None:
    page = open_page(_AROUND, language="en")
    _settled(page)
    page.get_by_role("link", name="Traceability").click()
    expect(page).to_have_url(re.compile("/id/theme/traceability$"))


@pytest.mark.parametrize("layout", ["rings", "tree", "circle", "classes", "force"])
def test_layouts_place_all_things(open_page: Open, layout: str) -> None:
    page = open_page("/graph#layout=circle" if layout == "force" else "/graph", language="en")
    before = _things(page)
    page.get_by_label("Layout").select_option(layout)
    _settled(page)
    assert len(set(_places(page))) == before


def test_link_restores_the_picture(open_page: Open) -> None:
    page = open_page(_AROUND, language="en")
    _settled(page)
    _choose(page, "Export")
    page.get_by_role("button", name="Expand").click()
    expect(page.get_by_role("button", name="Collapse")).to_be_visible()
    page.get_by_role("checkbox", name=re.compile(r"^Measure \d")).uncheck()
    _choose(page, "Digital transformation")
    page.get_by_role("button", name="Hide", exact=True).click()
    page.get_by_label("Layout").select_option("classes")
    page.get_by_label("Names of links").check()
    _choose(page, "Export")
    things = _things(page)
    again = open_page(page.url.partition(page.url.split("/")[2])[2], language="en")
    assert _things(again) == things
    expect(again.get_by_label("Layout")).to_have_value("classes")
    expect(again.get_by_label("Names of links")).to_be_checked()
    expect(again.get_by_role("checkbox", name=re.compile(r"^Measure \d"))).not_to_be_checked()
    expect(again.locator(".board__chosen h2")).to_have_text("Export")
    expect(_list(again).get_by_role("option", name=re.compile("^Digital transformation"))).to_have_count(0)


def test_language_switch_keeps_the_picture(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    _settled(page)
    page.get_by_label("Layout").select_option("rings")
    page.get_by_role("link", name=re.compile("Vietnamese")).click()
    _settled(page)
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.get_by_label("Bố cục")).to_have_value("rings")


def test_png_has_the_picture(open_page: Open, tmp_path: Path) -> None:
    page = open_page("/graph", language="en")
    _settled(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="PNG").click()
    target = tmp_path / "graph.png"
    download.value.save_as(target)
    body = target.read_bytes()
    assert body.startswith(b"\x89PNG")
    assert len(body) > 20_000


def test_svg_has_every_thing_and_the_legend(open_page: Open) -> None:
    page = open_page("/graph", language="en")
    count = _things(page)
    root = ElementTree.fromstring(_svg(page))
    links = root.findall(f"{_SVG}a")
    assert len(links) == count
    assert all(link.get("href", "").startswith("https://w3id.org/qpgraph/id/") for link in links)
    words = {text.text for text in root.iter(f"{_SVG}text")}
    assert {"ISO 9001", "Can Tho", "Province", "Standard or tool"} <= words


def test_thousands_of_things_are_drawn(open_page: Open) -> None:
    """Counted, not timed: 3,000 things, 2,940 links, no error."""
    tens = " ".join(str(number) for number in range(60))
    query = f"""CONSTRUCT {{ ?thing <urn:of> ?group }} WHERE {{
      VALUES ?a {{ {tens} }} VALUES ?b {{ {tens[: tens.index(" 50")]} }}
      BIND(IRI(CONCAT("urn:thing:", STR(?a * 50 + ?b))) AS ?thing)
      BIND(IRI(CONCAT("urn:thing:", STR(?a * 50))) AS ?group)
      FILTER(?thing != ?group)
    }}"""
    page = open_page(f"/query#query={quote(query)}", language="en")
    picture = _settled(page)
    assert picture.get_attribute("data-things") == "3000"
    assert picture.get_attribute("data-lines") == "2940"


def test_what_is_not_there_is_said(open_page: Open) -> None:
    page = open_page("/graph?around=https://w3id.org/qpgraph/id/theme/none", language="en")
    expect(page.locator(".board__message")).to_have_text(
        "The graph says nothing of https://w3id.org/qpgraph/id/theme/none."
    )


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_accessible(open_page: Open, language: str, shade: Any) -> None:
    page = open_page("/graph?view=legal", language=language, color_scheme=shade)
    _settled(page)
    _list(page).get_by_role("option").first.click()
    assert violations(page) == []


def test_fits_a_phone(open_page: Open) -> None:
    page = open_page("/graph", language="en", size=PHONE)
    _settled(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert violations(page) == []


def _svg(page: Page) -> str:
    with page.expect_download() as download:
        page.get_by_role("button", name="SVG").click()
    return Path(download.value.path()).read_text(encoding="utf-8")


def _places(page: Page) -> list[str]:
    """Where things are, from the SVG: each link holds one shape."""
    places = []
    for link in ElementTree.fromstring(_svg(page)).findall(f"{_SVG}a"):
        label = link.find(f"{_SVG}text")
        assert label is not None
        places.append(f"{label.get('x')} {label.get('y')}")
    return places
