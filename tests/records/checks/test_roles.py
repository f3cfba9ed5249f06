import pytest

from qpgraph.records.checks.roles import check_roles, covers
from tests.records.sample import entry, records

SCIENCE, FINANCE, HEALTH = "Sở Khoa học và Công nghệ", "Sở Tài chính", "Sở Y tế"


@pytest.mark.parametrize(
    ("group", "agency", "expected"),
    [
        (FINANCE, FINANCE, True),
        (FINANCE, HEALTH, False),
        ("Các sở, ban, ngành", FINANCE, True),
        ("Các sở, ban, ngành", "Ban Quản lý các khu công nghiệp", True),
        ("Các sở, ban, ngành", "UBND cấp xã", False),
        ("Các sở, ngành", "Các sở, ngành liên quan", True),
        ("Các đơn vị có liên quan", "Liên minh Hợp tác xã", True),
        ("UBND cấp xã", "Ủy ban nhân dân các xã, phường", True),
        ("UBND cấp xã", FINANCE, False),
        ("Các cơ sở giáo dục", "Các trường đại học, cao đẳng", True),
        ("Các cơ sở giáo dục", FINANCE, False),
        ("Các cơ quan, đơn vị liên quan", "Bộ Tài chính", False),
    ],
)
def test_a_group_takes_in_its_members(group: str, agency: str, expected: bool) -> None:
    assert covers(group, agency) is expected


def differences(role: str | None, agency: str, *partners: str) -> list[str]:
    row = entry("1", lead=[SCIENCE], coordinate=[FINANCE, "UBND cấp xã"])
    duty = entry("V", agencies=[agency], partners=partners, tasks=["1"], **({"role": role} if role else {}))
    return [finding.message for finding in check_roles(records(tasks=[row], duties=[duty]))]


def test_the_lead_of_the_row_leads_with_its_coordinators() -> None:
    assert differences("lead", SCIENCE, FINANCE, "UBND cấp xã") == []
    assert differences("coordinate", FINANCE, SCIENCE) == []


def test_a_lead_who_only_coordinates_is_found() -> None:
    assert differences("lead", FINANCE) == [f"{FINANCE} is not among the lead of row 1: {SCIENCE}"]
    assert differences("coordinate", SCIENCE) == [
        f"{SCIENCE} is not among the coordinators of row 1: {FINANCE}; UBND cấp xã"
    ]


def test_a_partner_without_part_is_found() -> None:
    assert differences("lead", SCIENCE, FINANCE, HEALTH) == [f"{HEALTH} has no part in row 1"]


def test_a_duty_without_role_and_a_row_without_lead_say_nothing() -> None:
    assert differences(None, HEALTH, HEALTH) == []
    duty = entry("V", agencies=[HEALTH], role="lead", tasks=["1", "9"])
    assert list(check_roles(records(tasks=[entry("1")], duties=[duty]))) == []
