"""What axe-core finds wrong with a page as it is now, after scripts have changed it."""

from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

__all__ = ["violations"]

_FILE = Path(__file__).parent.parent.parent / "web" / "node_modules" / "axe-core" / "axe.min.js"
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page) -> list[str]:
    """One line for each rule that the page breaks; skips the test where npm has not brought axe-core."""
    page.evaluate(_source())
    found = page.evaluate("rules => axe.run({runOnly: rules})", _RULES)
    return [
        f"{each['id']}: {each['help']}: {[node['html'][:160] for node in each['nodes'][:3]]}"
        for each in found["violations"]
    ]


@cache
def _source() -> str:
    if not _FILE.is_file():
        pytest.skip("axe-core is not installed (npm ci in web/)")
    return _FILE.read_text(encoding="utf-8")
