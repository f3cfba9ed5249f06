"""Views: the queries that make a network, in `queries/export`, and how a picture lays each out."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qpgraph.export.selection import SelectionError
from qpgraph.queries.named import NamedQuery, named_query
from qpgraph.settings import data_directory

__all__ = ["NETWORK", "VIEWS", "View", "export_query", "header_of", "load_view"]

NETWORK = "network"
"""The view that holds every link, and things without any link too."""

VIEWS = (NETWORK, "collaboration", "standards", "legal", "theme")
"""The views; a test holds them against the files."""

_HEADER = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)


@dataclass(frozen=True)
class View:
    """A query with the columns source, predicate, target; graph and point where it has them.

    `point` is what an edge comes from: filters then look at it instead of at the ends. Any other
    column becomes an attribute of the edge.
    """

    name: str
    query: NamedQuery
    title: dict[str, str]
    """By language."""
    layout: str
    """The Graphviz program that draws it."""
    cluster: str | None
    """The node attribute that a picture groups by."""


def export_query(name: str) -> NamedQuery:
    """A query of `queries/export`."""
    return named_query(name, _folder())


def load_view(name: str) -> View:
    """A view by name. Raises `SelectionError`."""
    if name not in VIEWS:
        raise SelectionError(f"there is no view '{name}'; take {', '.join(VIEWS)}")
    header = header_of(name)
    return View(name, export_query(name), header["title"], header["layout"], header.get("cluster"))


def header_of(name: str) -> dict[str, Any]:
    """All that the header of a query of `queries/export` says."""
    import yaml

    text = (_folder() / f"{name}.rq").read_text(encoding="utf-8")
    header: dict[str, Any] = yaml.load("\n".join(_HEADER.findall(text)), Loader=yaml.CSafeLoader)
    return header


def _folder() -> Path:
    return data_directory("queries") / "export"
