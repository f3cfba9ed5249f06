"""The map of the explorer: which page is where, and what stands in the navigation."""

from dataclasses import dataclass

from qpgraph.web.ask import ask
from qpgraph.web.budget import budget
from qpgraph.web.compare import compare, compare_standards, compare_themes
from qpgraph.web.docs import docs
from qpgraph.web.downloads import downloads
from qpgraph.web.graph import graph
from qpgraph.web.home import home
from qpgraph.web.page import PageFunction
from qpgraph.web.query import query
from qpgraph.web.render import NavigationItem
from qpgraph.web.search import search
from qpgraph.web.thing import thing
from qpgraph.web.timeline import timeline

__all__ = ["NAVIGATION", "PAGES", "SitePage"]


@dataclass(frozen=True)
class SitePage:
    """A page of the site. `only`: no data are served at its path, so every client gets the page."""

    path: str
    function: PageFunction
    key: str | None = None
    """The key of its name in the navigation; None keeps it out."""
    only: bool = True


PAGES = (
    SitePage("/", home),
    SitePage("/search", search, "nav.search", only=False),
    SitePage("/ask", ask, "nav.ask", only=False),
    SitePage("/compare", compare, "nav.compare"),
    SitePage("/compare/themes", compare_themes),
    SitePage("/compare/standards", compare_standards),
    SitePage("/timeline", timeline, "nav.timeline"),
    SitePage("/budget", budget, "nav.budget"),
    SitePage("/graph", graph, "nav.graph"),
    SitePage("/query", query, "nav.query"),
    SitePage("/downloads", downloads),
    SitePage("/docs", docs),
    SitePage("/id/{path:path}", thing, only=False),
)

NAVIGATION = tuple(NavigationItem(page.path, page.key) for page in PAGES if page.key)
