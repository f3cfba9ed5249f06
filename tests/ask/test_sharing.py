"""What provinces share, and what one has and another has not: legal documents and standards."""

import pytest

from qpgraph.ask.engine import Ask

HP, BN, CT, DN = "Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"

ACTS = [
    ("Which acts are relied on by at least three provinces?", {"1322/QĐ-TTg", "36/QĐ-TTg"}),
    ("Which legal documents do at least three provinces' plans rely on?", {"1322/QĐ-TTg", "36/QĐ-TTg"}),
    ("Văn bản nào được từ ba tỉnh trở lên viện dẫn?", {"1322/QĐ-TTg", "36/QĐ-TTg"}),
    ("Which legal documents are cited by Bac Ninh and Hai Phong but not by Can Tho?", {"36/QĐ-TTg"}),
    ("Which decisions are cited by exactly one province?", {"996/QĐ-TTg", "100/QĐ-TTg"}),
    (
        "Căn cứ nào của Cần Thơ mà ba tỉnh kia không có?",
        {"15/2022/TT-BKHCN", "35/2021/TT-BTC", "3746/BKHCN-TĐC"},
    ),
    ("Which single document do the productivity plans of all four localities lean on?", {"1322/QĐ-TTg"}),
]
STANDARDS = [
    (
        "Những tiêu chuẩn nào được cả Bắc Ninh và Hải Phòng áp dụng mà Cần Thơ, Đồng Nai không nhắc tới?",
        {"ISO 18091", "KPI"},
    ),
    ("Which standards appear in both Hai Phong and Can Tho but not in Bac Ninh?", {"GMP", "ISO 14000"}),
    ("Which standards are found nowhere else than in Hai Phong?", {"TQM", "SA8000", "QCC"}),
    ("Which standards does Hai Phong list, not the others?", {"TQM", "SA8000", "QCC"}),
]
YES = [
    ("Có phải Hải Phòng cũng căn cứ vào Nghị quyết 68 về kinh tế tư nhân?", True),
    ("Do Bac Ninh and Hai Phong both cite Resolution 57?", False),
    ("Do Dong Nai and Hai Phong both rely on Resolution 57-NQ/TW?", True),
    ("Does Bac Ninh rely on Decision 1322 and Resolution 57?", False),
]
REFUSED = [
    "Luật nào Bắc Ninh căn cứ mà Đồng Nai không?",
    "The Hai Phong plan was signed by Nguyễn Văn Khởi, right? When exactly did he do that?",
    "How many laws (not decisions) does the Hai Phong plan lean on?",
]


@pytest.mark.parametrize(("text", "values"), ACTS)
def test_the_legal_documents_are_just_these(ask: Ask, text: str, values: set[str]) -> None:
    assert {row.get("id") for row in ask.ask(text).rows} == values


@pytest.mark.parametrize(("text", "values"), STANDARDS)
def test_the_standards_are_just_these(ask: Ask, text: str, values: set[str]) -> None:
    assert {row.get("standard") for row in ask.ask(text).rows} == values


@pytest.mark.parametrize(("text", "yes"), YES)
def test_all_provinces_must_cite_all_the_acts(ask: Ask, text: str, yes: bool) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert answer.answer.startswith(("Có", "Yes") if yes else ("Không", "No"))


@pytest.mark.parametrize("text", REFUSED)
def test_what_none_fits_is_refused(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


def test_who_among_the_places_asks_for_a_province(ask: Ask) -> None:
    answer = ask.ask("Who among the localities does not base itself on Decision 36?")
    assert {row["province"] for row in answer.rows} == {CT}


@pytest.mark.parametrize(
    ("text", "yes"),
    [
        ("Was Hai Phong's plan issued before Can Tho's?", True),
        ("Is Decision 100 older than Decision 996?", False),
        ("Kế hoạch Bắc Ninh có ban hành trước kế hoạch Hải Phòng không?", True),
        ("Is Resolution 57 newer than Directive 38?", True),
        ("Does the Bac Ninh plan give the name of its signer?", False),
    ],
)
def test_documents_are_compared_by_their_dates(ask: Ask, text: str, yes: bool) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert answer.answer.startswith(("Có", "Yes") if yes else ("Không", "No"))


def test_who_changes_an_act_is_told_with_it(ask: Ask) -> None:
    rows = ask.ask("Which resolution is to be amended in Bac Ninh, and who does it?").rows
    assert [(row["id"], row["lead"]) for row in rows] == [("43/2022/NQ-HĐND", "Sở Khoa học và Công nghệ")]
    rows = ask.ask("How many resolutions, decisions, laws and so on does Hai Phong list as its ground?").rows
    assert rows == [{"count": "13"}]
    assert ask.ask("How many laws and decisions does Hai Phong cite?").rows == [{"count": "9"}]
