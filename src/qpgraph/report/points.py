"""The points that a report names: each with its address, its plan, its reference and its source lines."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from qpgraph.report.rows import Row

__all__ = ["Plan", "Point", "plans_by_id", "point_of", "points_of"]


@dataclass(frozen=True)
class Plan:
    """A plan and its identity; `short` is how tables name it."""

    iri: str
    id: str
    province: str
    province_iri: str
    province_name: str
    number: str | None
    date: str | None
    type: str
    issuer: str
    issuer_name: str
    title: str
    start: int
    end: int
    signer: str | None
    signer_roles: tuple[str, ...]
    lines: str

    @property
    def short(self) -> str:
        """Its number; a plan whose number is not known goes by its type and period."""
        return self.number or f"{self.type} {self.start}–{self.end}"


@dataclass(frozen=True)
class Point:
    """A point of a plan: where a figure comes from."""

    iri: str
    plan: str
    ref: str
    lines: str
    title: str = ""
    kind: str = ""


def plans_by_id(rows: Sequence[Row]) -> dict[str, Plan]:
    """The plans of the query `plans`, in its order."""
    roles: dict[str, list[str]] = {}
    for row in rows:
        known = roles.setdefault(row["plan"], [])
        if "signer_role" in row and row["signer_role"] not in known:
            known.append(row["signer_role"])
    return {row["plan"]: _plan(row, roles[row["plan"]]) for row in rows}


def _plan(row: Row, roles: Iterable[str]) -> Plan:
    return Plan(
        iri=row["thing"],
        id=row["plan"],
        province=row["province"],
        province_iri=row["place"],
        province_name=row["place_name"],
        number=row.get("number"),
        date=row.get("date"),
        type=row["type"],
        issuer=row["issuer"],
        issuer_name=row["issuer_name"],
        title=row["title"],
        start=int(row["start"]),
        end=int(row["end"]),
        signer=row.get("signer"),
        signer_roles=tuple(roles),
        lines=row["lines"],
    )


def point_of(row: Row) -> Point:
    """The point of a row that has the columns `thing`, `plan`, `lines` and perhaps `ref`, `title`, `kind`."""
    return Point(
        row["thing"], row["plan"], row.get("ref", ""), row["lines"], row.get("title", ""), row.get("kind", "")
    )


def points_of(rows: Iterable[Row]) -> tuple[Point, ...]:
    """The points of rows, each once."""
    found: Mapping[str, Point] = {row["thing"]: point_of(row) for row in rows}
    return tuple(found.values())
