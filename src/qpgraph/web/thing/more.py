"""What the pages of some kinds of thing show beside what is said of every thing."""

from asyncio import gather
from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence

from qpgraph.records.base import Lines
from qpgraph.web.page import Visit
from qpgraph.web.reader import Row
from qpgraph.web.thing.links import Relation
from qpgraph.web.thing.source import whole_document
from qpgraph.web.thing.subject import Subject, kind_of

__all__ = ["more_about"]

More = Mapping[str, object]
_SECTIONS = (
    "target",
    "task",
    "measure",
    "duty",
    "reporting",
    "procedure",
    "budget",
    "catalogue",
    "legal-basis",
    "provision",
    "defect",
)
_BY_PROVINCE = ("dcterms:subject", "qp:appliesStandard")


async def more_about(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    """Further data for a thing's template, by its kind."""
    find = _KINDS.get(thing.kind)
    return await find(visit, thing, relations) if find else {}


async def _plan(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    points, leads = await gather(
        visit.reader.rows("plan-points", plan=thing.iri, lang=visit.language),
        visit.reader.rows("plan-leads", plan=thing.iri, lang=visit.language),
    )
    in_charge: dict[str, list[Row]] = {}
    for row in leads:
        in_charge.setdefault(row["point"], []).append(row)
    sections: dict[str, list[Row]] = {}
    for row in {row["point"]: row for row in points}.values():
        row["kind"] = kind_of([row["class"]])
        section = row["kind"].removesuffix("-group").removesuffix("-total")
        sections.setdefault(section, []).append(row)
    for rows in sections.values():
        rows.sort(key=lambda row: int(row["position"]))
    return {
        "sections": sections,
        "in_charge": in_charge,
        "doubted": {row["about"]: row["point"] for row in sections.get("defect", ())},
        "order": _SECTIONS,
    }


async def _province(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    of_it = {"province": thing.iri, "lang": visit.language}
    figures, plans, agencies, targets, themes, standards = await gather(
        visit.reader.rows("province-figures"),
        visit.reader.rows("plan-list", lang=visit.language),
        visit.reader.rows("province-agencies", **of_it),
        visit.reader.rows("province-targets", **of_it),
        visit.reader.rows("province-themes", **of_it),
        visit.reader.rows("province-standards", **of_it),
    )
    return {
        "figures": {row["kind"]: int(row["count"]) for row in figures if row["province"] == thing.iri},
        "plans": [row for row in plans if row["province"] == thing.iri],
        "agencies": agencies,
        "targets": targets,
        "themes": themes,
        "standards": list({row["standard"]: row for row in standards}.values()),
    }


async def _agency(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    partners = await visit.reader.rows("agency-partners", agency=thing.iri, lang=visit.language)
    return {"partners": partners}


async def _concept(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    """How often each province has to do with a theme or standard, and by what kind of point."""
    counts = Counter(
        (each.province, each.kind)
        for relation in relations
        if relation.property in _BY_PROVINCE
        for each in relation.things
        if each.province
    )
    kinds = list(dict.fromkeys(kind for _, kind in sorted(counts, key=lambda key: _kind_place(key[1]))))
    provinces = sorted({province for province, _ in counts})
    return {"counts": counts, "kinds": kinds, "provinces": provinces}


async def _document(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    name = thing.value("dcterms:identifier")
    document, points = await gather(
        whole_document(visit.documents, name),
        visit.reader.rows("document-points", document=thing.iri, lang=visit.language),
    )
    starts: dict[int, list[Row]] = {}
    for row in {(row["first"], row["point"]): row for row in points}.values():
        row["kind"] = kind_of([row["class"]])
        starts.setdefault(int(row["first"]), []).append(row)
    return {"document": document, "starts": starts}


async def _passage(visit: Visit, thing: Subject, relations: Sequence[Relation]) -> More:
    whole = thing.link("dcterms:isPartOf")
    name = whole.value("dcterms:identifier") if whole else ""
    document = await whole_document(visit.documents, name)
    first, last = int(thing.value("qp:firstLine") or 1), int(thing.value("qp:lastLine") or 0)
    return {
        "document_id": name,
        "numbered": document.numbered(Lines([(first, last)])) if document else [],
    }


def _kind_place(kind: str) -> int:
    order = ("target", "task", "task-group", "measure", "measure-group", "duty", "catalogue")
    return order.index(kind) if kind in order else len(order)


_KINDS: Mapping[str, Callable[[Visit, Subject, Sequence[Relation]], Awaitable[More]]] = {
    "plan": _plan,
    "province": _province,
    "agency": _agency,
    "agency-group": _agency,
    "theme": _concept,
    "standard": _concept,
    "standard-family": _concept,
    "document": _document,
    "passage": _passage,
}
