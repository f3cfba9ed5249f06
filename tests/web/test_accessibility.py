"""Every page meets WCAG 2.2 AA as far as axe can tell, in both languages, light and dark, large and small."""

from typing import Any

import pytest

from tests.web.axe import violations
from tests.web.conftest import Open
from tests.web.pages import PHONE, SITE, THINGS

_ALL = {**SITE, **THINGS, "search-empty": "/search", "ask-empty": "/ask"}
_LOOKS: dict[str, dict[str, Any]] = {
    "vi-light-phone": {"language": "vi", "color_scheme": "light", "size": PHONE},
    "en-dark-laptop": {"language": "en", "color_scheme": "dark"},
}


@pytest.mark.parametrize("look", _LOOKS.values(), ids=_LOOKS)
@pytest.mark.parametrize("path", _ALL.values(), ids=_ALL)
def test_page_has_no_violation(open_page: Open, path: str, look: dict[str, Any]) -> None:
    assert violations(open_page(path, **look)) == []


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
