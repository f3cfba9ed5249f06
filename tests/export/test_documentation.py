"""The page on exports against what there is."""

from pathlib import Path

import pytest

from qpgraph.export.factory import FORMATS
from qpgraph.export.views import VIEWS

PAGE = Path(__file__).parent.parent.parent / "docs" / "exports.md"


@pytest.mark.skipif(not PAGE.exists(), reason="docs/ is not part of an installed package")
def test_every_format_and_view_is_on_the_page() -> None:
    text = PAGE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| `")]
    rows: dict[str, str] = {}
    for line in lines:
        rows.setdefault(line.split("|")[1].strip().strip("`"), line)
    for name, each in FORMATS.items():
        assert f"`{each.media_type}`" in rows[name], name
    for view in VIEWS:
        assert view in rows, view
