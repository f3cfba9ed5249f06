"""What is findable: one passage a thing, read from the graph by the queries in `queries/search/`.

`things.rq` says what there is, the other files add to it a row at a time: what a thing is called, its
context in words, the concepts that it is tied to, what it is filtered by, and where it stands.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from pyoxigraph import Literal, QuerySolutions, Store

from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory

__all__ = ["KINDS", "Passage", "Words", "read_passages", "rows_of"]

KINDS = (
    "task", "target", "measure", "duty", "standard", "legal-basis", "agency", "plan", "catalogue", "budget",
    "procedure", "reporting",
)  # fmt: skip
"""The kinds of thing that search finds."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text that belongs to a thing: what part it plays, and its language (`""`: any)."""

    part: str
    text: str
    language: str


@dataclass
class Passage:
    """A findable thing, with all that is searched, filtered and shown of it."""

    iri: str
    kind: str
    plan: str | None
    province: str | None
    ref: str
    label_vi: str
    label_en: str
    names: list[Words] = field(default_factory=list)
    """What else it is called."""
    context: list[Words] = field(default_factory=list)
    """What it means in context: province, agencies, standards, themes, quantities, …"""
    links: list[tuple[str, str]] = field(default_factory=list)
    """Part and IRI of the concepts that the graph ties it to."""
    facets: dict[str, list[str]] = field(default_factory=dict)
    """Values by which it is filtered and counted."""
    sources: list[dict[str, str]] = field(default_factory=list)
    """Documents and lines in which it stands."""


Row = dict[str, Literal]


def rows_of(store: Store, name: str) -> list[Row]:
    """The rows of `queries/search/<name>.rq`, unbound variables left out."""
    path = data_directory("queries") / "search" / f"{name}.rq"
    try:
        found = store.query(path.read_text(encoding="utf-8"), use_default_graph_as_union=True)
    except (OSError, SyntaxError) as error:
        raise QpgraphError(f"{path}: the query can't be run: {error}") from error
    assert isinstance(found, QuerySolutions)
    names = [variable.value for variable in found.variables]
    return [{name: row[name] for name in names if row[name] is not None} for row in found]


def read_passages(store: Store) -> list[Passage]:
    """All passages of a graph, in the order of their addresses."""
    passages: dict[str, Passage] = {}
    for row in rows_of(store, "things"):
        passages.setdefault(row["thing"].value, _passage(row))
    add: Mapping[str, Callable[[Passage, Row], None]] = {
        "names": _add_name,
        "context": _add_context,
        "links": _add_link,
        "facets": _add_facet,
        "sources": _add_source,
    }
    for name, function in add.items():
        for row in rows_of(store, name):
            passage = passages.get(row["thing"].value)
            if passage is not None:
                function(passage, row)
    for passage in passages.values():
        _fill_years(passage.facets)
    return list(passages.values())


def _passage(row: Row) -> Passage:
    plan, province = row.get("plan"), row.get("province")
    return Passage(
        iri=row["thing"].value,
        kind=row["kind"].value,
        plan=plan.value if plan else None,
        province=province.value if province else None,
        ref=row["ref"].value,
        label_vi=row["vi"].value,
        label_en=row["en"].value,
    )


def _language(text: Literal) -> str:
    return getattr(text, "language", None) or ""


def _add_name(passage: Passage, row: Row) -> None:
    passage.names.append(Words("name", row["text"].value, _language(row["text"])))


def _add_context(passage: Passage, row: Row) -> None:
    passage.context.append(Words(row["part"].value, row["text"].value, _language(row["text"])))


def _add_link(passage: Passage, row: Row) -> None:
    passage.links.append((row["part"].value, row["concept"].value))


def _add_facet(passage: Passage, row: Row) -> None:
    values = passage.facets.setdefault(row["facet"].value, [])
    if row["value"].value not in values:
        values.append(row["value"].value)


def _add_source(passage: Passage, row: Row) -> None:
    passage.sources.append({"document": row["document"].value, "lines": row["lines"].value})


def _fill_years(facets: dict[str, list[str]]) -> None:
    """Every year from the first to the last counts, not only the ends."""
    first, last = facets.pop("first-year", []), facets.pop("last-year", [])
    years = set(facets.get("year", [])) | set(first) | set(last)
    if first and last:
        years |= {str(year) for year in _years(first + last)}
    if years:
        facets["year"] = sorted(years)


def _years(ends: Iterable[str]) -> range:
    numbers = [int(year) for year in ends]
    return range(min(numbers), max(numbers) + 1)
