"""Reports on the project's own records, made once; an independent way to ask the graph."""

from collections.abc import Callable
from datetime import date

import pytest
from pyoxigraph import Quad, Store

from qpgraph.graph.terms import PREFIXES
from qpgraph.report.ask import content_of
from qpgraph.report.content import Content
from qpgraph.report.page import render_page
from qpgraph.settings import Settings
from qpgraph.wording.language import LANGUAGES, Language

DAY = date(2026, 11, 21)
Ask = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="session")
def contents(settings: Settings) -> dict[Language, Content]:
    """The report on all provinces in each language."""
    return {language: content_of("all", language, DAY, settings) for language in LANGUAGES}


@pytest.fixture(scope="session")
def content(contents: dict[Language, Content]) -> Content:
    """The report on all provinces in English."""
    return contents["en"]


@pytest.fixture(scope="session")
def pages(contents: dict[Language, Content]) -> dict[Language, str]:
    """The pages of the report on all provinces."""
    return {language: render_page(content) for language, content in contents.items()}


@pytest.fixture(scope="session")
def ask(quads: list[Quad]) -> Ask:
    """Rows of a SPARQL query over the quads, in a store of its own."""
    store = Store()
    store.extend(quads)

    def rows(query: str) -> list[tuple[str, ...]]:
        found = store.query(query, use_default_graph_as_union=True, prefixes=PREFIXES)
        return [tuple(term.value for term in solution) for solution in found]  # type: ignore[union-attr]

    return rows
