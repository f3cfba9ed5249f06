"""The first page: search, the four provinces with their figures, questions to begin with."""

from asyncio import gather

from qpgraph.web.ask import EXAMPLES
from qpgraph.web.page import Page, Visit
from qpgraph.web.reader import Row

__all__ = ["home"]


async def home(visit: Visit) -> Page:
    """See the module."""
    figures, plans, themes = await gather(
        visit.reader.rows("province-figures"),
        visit.reader.rows("plan-list", lang=visit.language),
        visit.reader.rows("theme-counts", lang=visit.language),
    )
    return Page(
        "home.html",
        title=visit.t("home.title"),
        data={
            "provinces": _provinces(figures, plans, visit.language),
            "examples": EXAMPLES[:6],
            "themes": {row["theme"]: row for row in themes}.values(),
        },
        description=visit.t("home.description"),
    )


def _provinces(figures: list[Row], plans: list[Row], language: str) -> list[dict[str, object]]:
    provinces: dict[str, dict[str, object]] = {}
    for row in figures:
        province = provinces.setdefault(
            row["province"],
            {"iri": row["province"], "label": row[language], "plans": [], "figures": {}},
        )
        counts = province["figures"]
        assert isinstance(counts, dict)
        counts[row["kind"]] = int(row["count"])
    for plan in plans:
        province = provinces.get(plan["province"], {"plans": []})
        assert isinstance(province["plans"], list)
        province["plans"].append(plan)
    return list(provinces.values())
