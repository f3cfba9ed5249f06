"""Search for people: what `/search` finds, with filters and the words marked."""

from asyncio import gather
from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup, escape

from qpgraph.web.page import Page, Visit

__all__ = ["FACETS", "marked", "search"]

FACETS = ("kind", "province", "plan", "theme", "agency", "standard", "year")
"""What hits are filtered by, in the order of the page."""

_ON_A_PAGE = 20
_SHOWN = 6
"""Values of a filter that are shown at once."""


async def search(visit: Visit) -> Page:
    """The page of a search; without words, a way to begin one."""
    text = visit.parameter("q")
    if not text:
        return Page("search.html", title=visit.t("search.title"), data={"q": "", "found": None})
    offset = int(visit.parameter("offset")) if visit.parameter("offset").isdecimal() else 0
    filters = [(name, value) for name in FACETS for value in visit.all(name)]
    asked = [("q", text), ("k", str(_ON_A_PAGE)), ("offset", str(offset)), ("group", "true"), *filters]
    assert visit.data is not None
    found, names, plans = await gather(
        visit.data("/search", asked),
        visit.reader.rows("facet-names", lang=visit.language),
        visit.reader.rows("plan-list", lang=visit.language),
    )
    labels = {(row["facet"], row["value"]): row["label"] for row in names}
    for row in plans:
        number = row["number"] or row["start"]
        labels["plan", row["id"]] = f"{row['provinceLabel']}, {row['type']} {number}"

    def name(facet: str, value: str) -> str:
        if facet == "kind":
            return str(visit.t(f"kinds.{value}"))
        return labels.get((facet, value), value)

    return Page(
        "search.html",
        title=f"{text} – {visit.t('search.title')}",
        data={
            "q": text,
            "found": found,
            "hits": [_hit(hit, visit.language) for hit in found["hits"]],
            "facets": _facets(visit, found["facets"], name),
            "chosen": [(name(*each), visit.toggled(*each)) for each in filters],
            "first": offset + 1,
            "last": offset + len(found["hits"]),
            "earlier": visit.address(offset=str(max(0, offset - _ON_A_PAGE))) if offset else "",
            "later": visit.address(offset=str(offset + _ON_A_PAGE))
            if len(found["hits"]) == _ON_A_PAGE
            else "",
            "shown": _SHOWN,
        },
    )


def _hit(hit: Mapping[str, Any], language: str) -> dict[str, Any]:
    label = f"label_{language}"
    spans = (hit.get("highlights") or {}).get(label, ())
    alike = [_hit(each, language) for each in hit.get("alike") or ()]
    return {**hit, "label": marked(str(hit[label] or hit["ref"]), spans), "alike": alike}


def _facets(visit: Visit, facets: Mapping[str, Sequence[Mapping[str, Any]]], name: Any) -> list[Any]:
    """The filters that would leave something out, each value with the address that puts it on or off."""
    return [
        (
            facet,
            [
                {
                    "label": name(facet, str(each["value"])),
                    "count": each["count"],
                    "address": visit.toggled(facet, str(each["value"])),
                    "on": str(each["value"]) in visit.all(facet),
                }
                for each in facets[facet]
            ],
        )
        for facet in FACETS
        if len(facets.get(facet, ())) > 1 or visit.all(facet)
    ]


def marked(text: str, spans: Sequence[Sequence[int]]) -> Markup:
    """A text with some spans marked, all else escaped.

    >>> marked("a < b", [[0, 1]])
    Markup('<mark>a</mark> &lt; b')
    """
    parts, end = [Markup("")], 0
    for start, stop in spans:
        parts += [escape(text[end:start]), Markup("<mark>{}</mark>").format(text[start:stop])]
        end = stop
    return Markup("").join([*parts, escape(text[end:])])
