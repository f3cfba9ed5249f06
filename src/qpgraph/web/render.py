"""Renders pages: Jinja2 templates, with what every page has around it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

import qpgraph
from qpgraph.web.assets import Assets, Entry
from qpgraph.web.page import Page, Visit, local_address
from qpgraph.wording.language import LANGUAGES
from qpgraph.wording.numbers import shown_date, shown_day, shown_number
from qpgraph.wording.templates import environment

__all__ = ["POLICY", "NavigationItem", "heat_level", "policy_of", "render"]

POLICY: Mapping[str, str] = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
"""Content Security Policy, Level 3 (https://www.w3.org/TR/CSP3/): nothing from elsewhere, nothing inline."""


@dataclass(frozen=True)
class NavigationItem:
    """A page in the navigation: its path and the key of its name."""

    path: str
    key: str


def policy_of(page: Page) -> str:
    """The value of a page's Content-Security-Policy header."""
    return "; ".join(f"{name} {value}" for name, value in {**POLICY, **page.policy}.items())


def render(page: Page, visit: Visit, navigation: Sequence[NavigationItem]) -> str:
    """The page as HTML."""
    assets = Assets.load()
    scripts = [entry for name in ("main", *page.scripts) if (entry := assets.entry(name))]
    return (
        _environment()
        .get_template(page.template)
        .render(
            {
                "page": page,
                "visit": visit,
                "t": visit.t,
                "language": visit.language,
                "languages": LANGUAGES,
                "navigation": navigation,
                "style": assets.style,
                "scripts": scripts,
                "loaded": _loaded(scripts),
                "heat": heat_level,
                "kind_names": lambda: _kind_names(visit),
                "version": qpgraph.__version__,
                "number": lambda value: shown_number(value, visit.language),
                "date": lambda value: shown_date(str(value), visit.language),
                "day": lambda value: shown_day(str(value), visit.language),
                **page.data,
            }
        )
    )


@cache
def _environment() -> Environment:
    templates = environment(Path(__file__).parent / "templates")
    templates.filters["local"] = local_address
    templates.filters["script_json"] = _script_json
    return templates


def _kind_names(visit: Visit) -> dict[str, str]:
    """What scripts call kinds of thing."""
    texts = visit.t.messages.texts
    return {key[5:]: str(visit.t(key)) for key in texts if key.startswith("kind.")}


def heat_level(count: int) -> int:
    """How deep a cell of a heat map is coloured, 0 (nothing) to 6; each step is a doubling.

    >>> [heat_level(count) for count in (0, 1, 2, 3, 8, 100)]
    [0, 1, 2, 2, 4, 6]
    """
    return min(int(count).bit_length(), 6)


def _script_json(text: str) -> Markup:
    """JSON for a `<script type="application/ld+json">`: nothing in it can end the element."""
    return Markup(text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026"))


def _loaded(scripts: Sequence[Entry]) -> dict[str, list[str]]:
    """What all scripts import and their style sheets, each once."""
    return {
        "imports": list(dict.fromkeys(name for entry in scripts for name in entry.imports)),
        "styles": list(dict.fromkeys(name for entry in scripts for name in entry.styles)),
    }
