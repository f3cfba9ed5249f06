"""Which province a report is on, found by any of its names."""

from collections.abc import Sequence
from dataclasses import dataclass

from qpgraph.errors import QpgraphError
from qpgraph.graph.terms import slug
from qpgraph.report.rows import Row

__all__ = ["ALL", "Province", "UnknownProvinceError", "find_province"]

ALL = "all"
"""What a user says for all provinces."""


class UnknownProvinceError(QpgraphError):
    """No province with a plan has this name (HTTP 404)."""


@dataclass(frozen=True)
class Province:
    """A province: its address, id, and name in the report's language."""

    iri: str
    id: str
    name: str


def find_province(rows: Sequence[Row], text: str) -> Province | None:
    """The province of a name or id, with or without diacritics; None for `all` and for nothing.

    `rows` are those of the query `provinces`. Raises `UnknownProvinceError`, which lists what there is.
    """
    wanted = slug(text)
    if not text.strip() or wanted == ALL:
        return None
    for row in rows:
        if slug(row["other"]) == wanted:
            return Province(row["thing"], row["id"], row["name"])
    known = ", ".join(dict.fromkeys(row["name"] for row in rows)) or "none yet"
    raise UnknownProvinceError(f"no province with a plan is called '{text}'; there are: {known} (or '{ALL}')")
