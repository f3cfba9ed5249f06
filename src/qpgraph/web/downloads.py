"""What can be taken away: the graph and its parts in many formats, and reports."""

from asyncio import gather

from qpgraph.web.page import Page, Visit

__all__ = ["downloads"]


async def downloads(visit: Visit) -> Page:
    """The page of all formats, for all plans and for each; and of all reports."""
    assert visit.data is not None
    formats, plans, provinces = await gather(
        visit.data("/export", []),
        visit.reader.rows("plan-list", lang=visit.language),
        visit.reader.rows("province-list"),
    )
    kinds: dict[str, list[object]] = {}
    for each in formats:
        kinds.setdefault(each["kind"], []).append(each)
    return Page(
        "downloads.html",
        title=visit.t("downloads.title"),
        description=visit.t("downloads.lead"),
        data={"kinds": kinds, "plans": plans, "provinces": provinces},
    )
