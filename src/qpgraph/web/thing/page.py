"""Puts a thing's page together: what is said of it, what leads to it, where it stands."""

import re
from asyncio import gather
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, serialize

from qpgraph.settings import BASE
from qpgraph.web.failure import failure_page
from qpgraph.web.page import Page, Visit, local_address
from qpgraph.web.reader import Row
from qpgraph.web.thing.links import group_links
from qpgraph.web.thing.more import more_about
from qpgraph.web.thing.source import excerpt
from qpgraph.web.thing.subject import Subject, full_name

__all__ = ["FORMATS", "Doubt", "alternate_links", "thing"]

FORMATS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "jsonld": "application/ld+json",
    "rdf": "application/rdf+xml",
}
"""The forms in which a thing's data can be had, by the value of `format`."""

_FORBIDDEN = re.compile(r"[<>\"{}|^`\\\x00-\x20]")
_TEMPLATES = Path(__file__).parent.parent / "templates" / "thing"
_TITLE = 90
_HIDDEN = frozenset(
    full_name(name)
    for name in (
        "rdf:type",
        "rdfs:label",
        "rdfs:comment",
        "skos:prefLabel",
        "skos:definition",
        "skos:inScheme",
        "skos:topConceptOf",
        "qp:confidence",
        "qp:lines",
        "qp:position",
        "prov:wasGeneratedBy",
        "prov:wasDerivedFrom",
    )
)
"""Said elsewhere on the page, or of no use to a reader."""


@dataclass(frozen=True)
class Doubt:
    """A defect of the source about the thing of the page."""

    iri: str
    kind: str
    note: str
    used: str
    others: list[str]


async def thing(visit: Visit) -> Page:
    """The page of the thing whose address the visit's path names."""
    iri = f"{BASE}id/{visit.matched['path']}"
    if _FORBIDDEN.search(iri):
        return _missing(visit, iri)
    graph, links, defects = await gather(
        visit.reader.graph("thing", thing=iri),
        visit.reader.rows("thing-links", thing=iri, lang=visit.language),
        visit.reader.rows("thing-defects", thing=iri, lang=visit.language),
    )
    subject = Subject(graph, iri, visit.language)
    if not subject and not links:
        return _missing(visit, iri)
    relations = group_links(links)
    return Page(
        f"thing/{_template(subject.kind)}.html",
        title=_title(visit, subject),
        description=subject.label,
        headers={"Link": alternate_links(f"{visit.origin}{local_address(iri)}", iri)},
        data={
            "thing": subject,
            "relations": relations,
            "relation": {each.property: each.things for each in relations},
            "doubts": [_doubt(row) for row in defects],
            "excerpt": await _excerpt(visit, subject),
            "json_ld": _json_ld(subject),
            "formats": tuple(FORMATS),
            "hidden": _HIDDEN,
            **await more_about(visit, subject, relations),
        },
    )


def alternate_links(address: str, iri: str) -> str:
    """The value of a Link header (RFC 8288): a thing's data in other forms, and its own address."""
    links = [
        f'<{address}?format={name}>; rel="alternate"; type="{media_type}"'
        for name, media_type in FORMATS.items()
    ]
    if iri.isascii():
        links.append(f'<{iri}>; rel="canonical"')
    return ", ".join(links)


def _missing(visit: Visit, iri: str) -> Page:
    detail = f"The graph says nothing of <{iri}>. Check the address."
    return failure_page(visit, {"status": 404, "detail": detail}, {})


def _template(kind: str) -> str:
    return kind if (_TEMPLATES / f"{kind}.html").is_file() else "generic"


def _title(visit: Visit, subject: Subject) -> str:
    label = subject.label if len(subject.label) <= _TITLE else subject.label[:_TITLE].rstrip() + "…"
    return f"{visit.t(f'kind.{subject.kind}')} {subject.ref}: {label}" if subject.ref else label


def _doubt(row: Row) -> Doubt:
    others = [each for each in row["readings"].split("\x1f") if each and each != row["used"]]
    return Doubt(row["defect"], row["kind"], row["note"], row["used"], others)


async def _excerpt(visit: Visit, subject: Subject) -> object:
    plan = subject if subject.kind == "plan" else subject.link("dcterms:isPartOf")
    document = plan.value("dcterms:identifier") if plan else ""
    return await excerpt(visit.documents, document, subject.value("qp:lines"))


def _json_ld(subject: Subject) -> str:
    """The thing's own statements, for those who read pages by machine."""
    own = NamedNode(subject.iri)
    triples = [triple for triple in subject.graph.triples if triple.subject == own]
    return (serialize(triples, format=RdfFormat.JSON_LD) or b"[]").decode()
