"""The graph as a picture to walk in: what to draw is said by the address, as for an export."""

from asyncio import gather
from collections.abc import Mapping
from urllib.parse import urlencode

from qpgraph.export.views import VIEWS
from qpgraph.web.assets import Assets
from qpgraph.web.graph_words import graph_words
from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row

__all__ = ["graph"]

_CHOICES = ("plan", "province", "theme", "agency", "class", "year")
_FILTERS = ("view", *_CHOICES, "around", "depth")
_FIRST = "standards"
"""The view for those who ask for nothing: it shows all provinces, and fits on a screen."""


async def graph(visit: Visit) -> Page:
    """See the module."""
    words, rows = await gather(graph_words(visit), visit.reader.rows("graph-choices", lang=visit.language))
    wanted = {name: value for name in _FILTERS if (value := visit.parameter(name))} or {"view": _FIRST}
    force = Assets.load().entry("force")
    return Page(
        "graph.html",
        title=visit.t("graph.title"),
        description=visit.t("graph.description"),
        data={
            "words": words,
            "wanted": wanted,
            "wanted_query": urlencode(wanted),
            "choices": {name: _groups(rows, name) for name in _CHOICES},
            "views": VIEWS,
            "worker": f"/assets/{force.script}" if force else "",
        },
        scripts=("graph",),
    )


def _groups(rows: list[Row], choice: str) -> Mapping[str, list[Row]]:
    """A filter's values by the group that they stand in; `""` for no group."""
    groups: dict[str, list[Row]] = {}
    for row in rows:
        if row["choice"] == choice:
            groups.setdefault(row["group"], []).append(row)
    return groups
