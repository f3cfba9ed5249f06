"""Completion as one types."""

from pathlib import Path

import pytest

from qpgraph.search.engine import Search
from qpgraph.search.suggest import Suggester, Suggestion, build_suggestions


@pytest.fixture
def suggester(tmp_path: Path) -> Suggester:
    file = tmp_path / "suggestions.json"
    build_suggestions(
        file,
        [
            Suggestion("Truy xuất nguồn gốc", "theme", "t"),
            Suggestion("Hệ thống truy xuất", "theme", "t"),
            Suggestion("truy xuất nguồn gốc", "task", "x"),
            Suggestion("Tru", "task", "y"),
        ],
    )
    return Suggester(file)


@pytest.mark.parametrize("typed", ["truy x", "Truy xu", "truy xuất", "TRUY XUAT"])
def test_diacritics_and_case_do_not_matter(suggester: Suggester, typed: str) -> None:
    assert [each.text for each in suggester.suggest(typed)] == ["Truy xuất nguồn gốc", "Hệ thống truy xuất"]


def test_a_name_comes_once_with_its_first_meaning(suggester: Suggester) -> None:
    assert [each.kind for each in suggester.suggest("truy xuất nguồn")] == ["theme"]


def test_nothing_typed_suggests_nothing(suggester: Suggester) -> None:
    assert suggester.suggest("  ") == []
    assert suggester.suggest("không có") == []


@pytest.mark.parametrize(
    ("typed", "text"),
    [("iso 90", "ISO 9001"), ("so y", "Sở Y tế"), ("1322", "1322/QĐ-TTg"), ("trace", "Traceability")],
)
def test_things_of_the_graph_complete(search: Search, typed: str, text: str) -> None:
    assert text in [each.text for each in search.suggest(typed, 5)]
