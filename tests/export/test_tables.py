"""Tables, read back by the csv module and openpyxl and compared with the named queries."""

import csv
import io

import openpyxl
import pytest

from qpgraph import api
from qpgraph.settings import Settings
from tests.export.conftest import Exporter


def rows(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


@pytest.mark.parametrize("name", ["tasks", "targets"])
def test_rows_are_those_of_the_named_query(name: str, export: Exporter, settings: Settings) -> None:
    wanted = api.query(name, settings)
    found = rows(export(f"{name}-csv"))
    assert [(row["plan"], row["ref"]) for row in found] == [(row["plan"], row["ref"]) for row in wanted]
    for row, other in zip(found, wanted, strict=True):
        for column in set(row) & set(other) - {"recurrence", "province", "unit", "value", "max", "subject"}:
            if column in other and column not in ("title",):
                assert row[column] == other[column], (row["plan"], row["ref"], column)


def test_lead_and_coordinating_agencies_of_a_task(export: Exporter, settings: Settings) -> None:
    wanted: dict[tuple[str, str, str], set[str]] = {}
    for row in api.query("task-agencies", settings):
        wanted.setdefault((row["plan"], row["ref"], row["role"]), set()).add(row["agency"])
    for row in rows(export("tasks-csv")):
        for role in ("lead", "coordinate"):
            found = {name for name in row[role].split("; ") if name}
            assert found == wanted.get((row["plan"], row["ref"], role), set())


def test_targets_have_number_and_unit(export: Exporter, settings: Settings) -> None:
    wanted = {(row["plan"], row["ref"], row.get("value", "")): row for row in api.query("targets", settings)}
    for row in rows(export("targets-csv")):
        other = wanted[row["plan"], row["ref"], row["value"]]
        assert row["comparator"] == other.get("comparator", "")
        assert bool(row["unit"]) == ("unit" in other)


def test_agencies_count_their_tasks(export: Exporter, settings: Settings) -> None:
    led = [row for row in api.query("task-agencies", settings) if row["role"] == "lead"]
    found = rows(export("agencies-csv"))
    assert sum(int(row["leads"]) for row in found) == len(led)
    assert {row["iri"] for row in found if row["group"] == "true"}


def test_filter_of_a_table(export: Exporter) -> None:
    found = rows(export("tasks-csv", plans=("dong-nai-qd-1295-2025",)))
    assert {row["plan"] for row in found} == {"dong-nai-qd-1295-2025"}
    assert len(found) == sum(row["plan"] == "dong-nai-qd-1295-2025" for row in rows(export("tasks-csv")))


def test_titles_are_in_the_language(export: Exporter) -> None:
    vi, en = rows(export("tasks-csv")), rows(export("tasks-csv", language="en"))
    assert [row["iri"] for row in vi] == [row["iri"] for row in en]
    assert all(one["title"] != other["title"] for one, other in zip(vi, en, strict=True))


@pytest.mark.filterwarnings("ignore::DeprecationWarning:openpyxl.*")
def test_workbook_has_the_same_rows(export: Exporter) -> None:
    book = openpyxl.load_workbook(io.BytesIO(export("xlsx", language="en")))
    assert book.sheetnames == ["Tasks", "Targets", "Agencies", "qpgraph"]
    for sheet, name in (("Tasks", "tasks"), ("Targets", "targets"), ("Agencies", "agencies")):
        head, *body = book[sheet].iter_rows(values_only=True)
        wanted = [list(row.values()) for row in rows(export(f"{name}-csv", language="en"))]
        assert len(head) == len(wanted[0])
        assert [[_text(cell) for cell in row] for row in body] == wanted
    values = [row["value"] for row in rows(export("targets-csv", language="en"))]
    column = [cell.value for cell in book["Targets"]["G"][1:]]
    assert all(isinstance(value, int | float) for value in column if value is not None)
    assert len(column) == len(values)


def _text(cell: object) -> str:
    if isinstance(cell, bool):
        return str(cell).lower()
    return "" if cell is None else str(cell)
