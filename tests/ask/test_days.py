"""Days and dates in numbers and in words."""

import pytest

from qpgraph.ask.words.days import days_in, quarters_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("ngày 28/8/2025", ["2025-08-28"]),
        ("ngày 30 tháng 11 hằng năm", ["--11-30"]),
        ("ngày 14 tháng 01 năm 2026", ["2026-01-14"]),
        ("tháng 12/2025", ["2025-12"]),
        ("trước 30/11", ["--11-30"]),
        ("18 December 2025", ["2025-12-18"]),
        ("before November 30th", ["--11-30"]),
        ("December 2025", ["2025-12"]),
        ("how many may 5 firms", []),
        ("20/2021/NQ-HĐND", []),
        ("1/13", []),
    ],
)
def test_days(text: str, values: list[str]) -> None:
    assert [day.value for day in days_in(text)] == values


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("trong quý II", [2]),
        ("in the third quarter", [3]),
        ("Q4", [4]),
        ("quý vị cho hỏi", []),
        ("quy 1", [1]),
    ],
)
def test_quarters(text: str, numbers: list[int]) -> None:
    assert [number for number, _, _ in quarters_in(text)] == numbers
