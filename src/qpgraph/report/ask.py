"""Asks the store all that a report needs, for the command line and Python."""

from datetime import date

from qpgraph.api import sparql
from qpgraph.report.content import Content, make_content
from qpgraph.report.province import find_province
from qpgraph.report.rows import province_query, report_queries
from qpgraph.settings import Settings
from qpgraph.wording.language import Language

__all__ = ["content_of"]


def content_of(province: str, language: Language, on: date, settings: Settings | None = None) -> Content:
    """The content of the report on a province, by any of its names, or on `all`.

    Raises `UnknownProvinceError`, `StoreUnavailableError`.
    """
    place = find_province(sparql(province_query(language), settings), province)
    queries = report_queries(language, place.id if place else None)
    answers = {name: sparql(text, settings) for name, text in queries.items()}
    return make_content(answers, place, language, on)
