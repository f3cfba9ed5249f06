"""What a report asks of the graph: the queries in `queries/report/`, and their rows."""

from collections.abc import Mapping, Sequence

from qpgraph.queries.named import load_queries
from qpgraph.settings import data_directory
from qpgraph.wording.language import Language

__all__ = ["COMPARED", "Answers", "Row", "in_scope", "province_query", "report_queries"]

Row = Mapping[str, str]
"""A solution: the values of its columns as text; what is unknown is left out."""

Answers = Mapping[str, Sequence[Row]]
"""The rows of each query, by the query's name."""

COMPARED = frozenset({"plans", "targets", "standards", "legal-bases"})
"""Queries that are asked of all provinces also where a report is on one: it is compared with the others."""

_PROVINCES = "provinces"


def province_query(language: Language) -> str:
    """The query for the provinces that have plans, with all their names."""
    return load_queries(data_directory("queries") / "report")[_PROVINCES].bind({"lang": language})


def report_queries(language: Language, province: str | None) -> dict[str, str]:
    """The queries of a report by name, labels in `language`; `province` is an id, None for all."""
    queries = load_queries(data_directory("queries") / "report")
    return {
        name: query.bind({"lang": language, "province": "" if name in COMPARED else province or ""})
        for name, query in queries.items()
        if name != _PROVINCES
    }


def in_scope(rows: Sequence[Row], province: str | None) -> list[Row]:
    """The rows of a province, or all of them when `province` is None."""
    return [row for row in rows if province in (None, row["province"])]
