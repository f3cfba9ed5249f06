"""An XLSX workbook: a sheet a table, and one that says what it is."""

from collections.abc import Mapping
from typing import Any, BinaryIO

from qpgraph.export.base import Part
from qpgraph.export.tables import TABLES, cells, load_table
from qpgraph.export.words import word
from qpgraph.settings import BASE

__all__ = ["write"]

_WIDE, _NARROW, _LONG = 14, 9, 60
_LONG_COLUMNS = ("title", "subject", "name", "outputs", "lead", "coordinate")
_URLS_MAX = 65_000  # a sheet takes no more links


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the tables with titles in the part's language; addresses are links."""
    import xlsxwriter  # type: ignore[import-untyped]

    options: dict[str, Any] = {
        "constant_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
    }
    book = xlsxwriter.Workbook(output, options)
    book.set_properties({"title": "qpgraph", "comments": BASE})
    head = book.add_format(
        {"bold": True, "bottom": 1, "text_wrap": True, "valign": "top", "bg_color": "#e8eef4"}
    )
    body = book.add_format({"text_wrap": True, "valign": "top"})
    counts = {}
    for each in TABLES:
        table = load_table(each)
        title = table.title[part.language]
        sheet = book.add_worksheet(title)
        sheet.freeze_panes(1, 0)
        for column, names in enumerate(table.columns):
            sheet.set_column(column, column, _width(names))
        _write_row(sheet, 0, [titles[part.language] for titles in table.columns.values()], head)
        row = 0
        for row, values in enumerate(cells(part, table), 1):
            _write_row(sheet, row, values, body)
        sheet.autofilter(0, 0, row, len(table.columns) - 1)
        counts[title] = row
    _about(book, part, counts)
    book.close()


def _write_row(sheet: Any, row: int, values: list[Any], form: Any) -> None:
    for column, value in enumerate(values):
        if isinstance(value, bool):
            sheet.write_boolean(row, column, value, form)
        elif isinstance(value, int | float):
            sheet.write_number(row, column, value, form)
        elif value.startswith(BASE) and row < _URLS_MAX:
            sheet.write_url(row, column, value)
        elif value:
            sheet.write_string(row, column, value, form)


def _about(book: Any, part: Part, counts: Mapping[str, int]) -> None:
    sheet = book.add_worksheet("qpgraph")
    sheet.set_column(0, 0, 28)
    sheet.set_column(1, 1, _LONG)
    chosen = part.selection
    filters = {
        "plan": chosen.plans, "province": chosen.provinces, "theme": chosen.themes, "class": chosen.classes,
        "agency": chosen.agencies, "year": chosen.years, "around": chosen.around,
    }  # fmt: skip
    rows = [("qpgraph", word("source", part.language)), *counts.items()]
    rows += [
        (name, ", ".join(map(str, value)) if isinstance(value, tuple) else f"{value}, {chosen.depth}")
        for name, value in filters.items()
        if value
    ]
    for row, (name, value) in enumerate(rows):
        sheet.write(row, 0, name)
        sheet.write(row, 1, value)


def _width(column: str) -> int:
    if column in _LONG_COLUMNS:
        return _LONG
    return _NARROW if column in ("ref", "start", "end", "value", "max", "by", "per") else _WIDE
