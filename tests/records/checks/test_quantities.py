from typing import Any

from qpgraph.records.checks.quantities import check_quantities
from tests.records.sample import entry, records


def number(comparator: str, value: int, unit: str = "doanh nghiệp", **more: int) -> dict[str, Any]:
    return {"comparator": comparator, "value": value, "unit": unit, **more}


def row(ref: str, quantity: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return entry(ref, outputs=[{"vi": "Sản phẩm", "en": "Output", "quantity": quantity}], **fields)


def differences(target: dict[str, Any], *rows: dict[str, Any], **fields: Any) -> list[str]:
    targets = [entry("II.1", scope="specific", quantity=target, **fields)]
    return [each.message for each in check_quantities(records(targets=targets, tasks=rows))]


def test_the_same_number_passes() -> None:
    rows = row("1", number(">=", 5), standards=["5S"]), row("2", number(">=", 9), standards=["5S"])
    assert differences(number(">=", 5), *rows, standards=["5S"]) == []


def test_another_number_or_comparator_is_found() -> None:
    rows = row("1", number("range", 5, max=10), standards=["5S"])
    assert differences(number(">=", 5), rows, standards=["5S"]) == [
        "says >= 5 doanh nghiệp, row 1 says 5 - 10 doanh nghiệp"
    ]
    rows = row("1", number("=", 300, "người"), themes=["training", "metrology"])
    assert differences(number("~", 300, "người"), rows, themes=["metrology", "training"]) == [
        "says ~ 300 người, row 1 says 300 người"
    ]


def test_rows_about_something_else_are_left_alone() -> None:
    rows = row("1", number("=", 7), themes=["training"]), row("2", number("=", 8), themes=["training"])
    assert differences(number("=", 5), *rows, themes=["training"]) == [], "one theme is not enough"
    assert differences(number("=", 5, "lớp"), *rows, themes=["training"]) == [], "another unit"


def test_of_a_unit_that_one_row_has_one_theme_is_enough_but_not_of_shares() -> None:
    assert differences(number("=", 5), row("1", number("=", 7), themes=["training"]), themes=["training"])
    share = row("1", number("=", 7, "%"), themes=["training"])
    assert differences(number("=", 5, "%"), share, themes=["training"]) == []


def test_a_points_number_is_that_of_its_rows() -> None:
    measures = [entry("III.1", quantity=number("=", 5), tasks=["1"])]
    same, other = row("1", number("=", 5)), row("1", number("=", 6))
    assert list(check_quantities(records(measures=measures, tasks=[same]))) == []
    [finding] = check_quantities(records(measures=measures, tasks=[other]))
    assert finding.message == "says 5 doanh nghiệp, row 1 says 6 doanh nghiệp"
    assert finding.about == ("measure III.1", "task 1")
