"""The list of exceptions, and the table of `docs/w3c.md`, say what is so."""

import re
from collections import Counter
from pathlib import Path

import pytest

from tests.w3c.manifest import Entry, entries, exceptions, suites
from tests.w3c.suite_list import EVALUATION, SYNTAX, UPDATE, selected

_PAGE = Path(__file__).parents[2] / "docs" / "w3c.md"
_ROW = re.compile(r"^\| ([^|]+) \| (\d+) \| (\d+) \| (\d+) \| `", re.MULTILINE)
_HTTP = {
    "protocol": "Protocol",
    "graph-store-protocol": "Graph Store Protocol",
    "service-description": "Service Description",
}
_VERSIONS = {"sparql10": "SPARQL 1.0", "sparql11": "SPARQL 1.1"}
needs_suites = pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")


def all_entries() -> list[Entry]:
    """Every test that runs here."""
    return selected(EVALUATION | UPDATE | SYNTAX) + [
        entry for suite in _HTTP for entry in entries(f"sparql11/{suite}")
    ]


def row_of(entry: Entry) -> str:
    """The row of the page's table that counts a test."""
    if entry.suite in _HTTP:
        return _HTTP[entry.suite]
    version, _, folder = entry.suite.partition("/")
    if entry.kind in UPDATE:
        return "Update evaluation"
    if entry.kind in SYNTAX:
        is_update = folder.startswith("syntax-update")
        return "Update syntax" if is_update else f"Query syntax, {_VERSIONS[version]}"
    if folder in {"csv-tsv-res", "json-res"}:
        return "CSV, TSV and JSON results"
    return f"Query evaluation, {_VERSIONS[version]}"


@needs_suites
def test_exceptions_are_tests() -> None:
    """A test that was renamed or dropped doesn't stay in the list."""
    assert set(exceptions()) <= {entry.id for entry in all_entries()}


def test_exceptions_have_reasons() -> None:
    """Each exception says why, in a sentence."""
    for name, reason in exceptions().items():
        assert reason.endswith("."), name
        assert len(reason.split()) > 8, name


@needs_suites
def test_page_counts_tests_and_exceptions() -> None:
    """The table's figures are those of the manifests and of the list."""
    counted = Counter(row_of(entry) for entry in all_entries())
    excepted = Counter(row_of(entry) for entry in all_entries() if entry.id in exceptions())
    rows = {name: tuple(map(int, figures)) for name, *figures in _ROW.findall(_PAGE.read_text("utf-8"))}
    assert rows == {name: (n, n - excepted[name], excepted[name]) for name, n in counted.items()}


def test_page_names_every_exception() -> None:
    """By the test's own name, with a folder where that says too little."""
    page = _PAGE.read_text("utf-8")
    names = {name for quoted in re.findall(r"`([^`]+)`", page) for name in (quoted, quoted.partition("/")[2])}
    assert {name.rpartition("/")[2] for name in exceptions()} <= names
