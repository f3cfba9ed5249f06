"""Addresses are readable and stable."""

import pytest

from qpgraph.graph.terms import slug, thing


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Sở Khoa học và Công nghệ", "so-khoa-hoc-va-cong-nghe"),
        ("1322/QĐ-TTg", "1322-qd-ttg"),
        ("ISO/IEC 17025", "iso-iec-17025"),
        ("TCVN 13751:2023", "tcvn-13751-2023"),
        ("Luật Chất lượng sản phẩm, hàng hóa", "luat-chat-luong-san-pham-hang-hoa"),
        ("So\u031b\u0309 Y te\u0302\u0301", "so-y-te"),
    ],
)
def test_slug_drops_diacritics_and_marks(name: str, expected: str) -> None:
    assert slug(name) == expected


def test_thing_joins_a_path_to_the_base() -> None:
    assert thing("theme", "export").value == "https://w3id.org/qpgraph/id/theme/export"
