"""Every page meets WCAG 2.2 AA as far as axe can tell, in both languages, light and dark, large and small."""

from pathlib import Path
from typing import Any

import pytest

from tests.web.conftest import Open
from tests.web.pages import PHONE, SITE, THINGS

_AXE = Path(__file__).parent.parent.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_ALL = {**SITE, **THINGS, "search-empty": "/search"}
_LOOKS: dict[str, dict[str, Any]] = {
    "vi-light-phone": {"language": "vi", "color_scheme": "light", "size": PHONE},
    "en-dark-laptop": {"language": "en", "color_scheme": "dark"},
}


@pytest.fixture(scope="module")
def axe() -> str:
    """The source of axe-core, which npm brings."""
    if not _AXE.is_file():
        pytest.skip("axe-core is not installed (npm ci in web/)")
    return _AXE.read_text(encoding="utf-8")


@pytest.mark.parametrize("look", _LOOKS.values(), ids=_LOOKS)
@pytest.mark.parametrize("path", _ALL.values(), ids=_ALL)
def test_page_has_no_violation(open_page: Open, axe: str, path: str, look: dict[str, Any]) -> None:
    page = open_page(path, **look)
    page.evaluate(axe)
    found = page.evaluate("rules => axe.run({runOnly: rules})", _RULES)
    violations = [
        f"{each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in found["violations"]
    ]
    assert violations == []


@pytest.mark.parametrize("path", _ALL.values(), ids=_ALL)
def test_nothing_is_wider_than_a_phone(open_page: Open, path: str) -> None:
    page = open_page(path, size=PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]


def test_skip_link_is_first_and_leads_to_the_content(open_page: Open) -> None:
    page = open_page("/", language="en")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_focus_is_seen(open_page: Open) -> None:
    page = open_page("/budget")
    for _ in range(4):
        page.keyboard.press("Tab")
    outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
    assert outline == "solid"
