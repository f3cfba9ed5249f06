"""Who leads and who helps, in everyday words: both at once, of a kind, more than another, in all tasks."""

import pytest

from qpgraph.ask.engine import Ask

KH, NV, GD, TC = "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Giáo dục và Đào tạo", "Sở Tài chính"
PAPER = "Báo và Phát thanh, Truyền hình"
PRESS = {"Đài Phát thanh và Truyền hình Đồng Nai", "Báo Đồng Nai"}
UNIONS = {"Liên minh Hợp tác xã", "Liên đoàn Doanh nghiệp"}

AGENCIES = [
    ("Sở nào đứng mũi chịu sào nhiệm vụ 4.7 của Đồng Nai?", {"Sở Nông nghiệp và Môi trường"}),
    ("Who is in the driving seat of task 2.5 in Bac Ninh?", {NV}),
    ("Ai sát cánh với Sở Nội vụ Bắc Ninh ở nhiệm vụ 2.5?", {KH}),
    ("Hai hội nào của Đồng Nai chủ trì nâng cao năng suất cho hợp tác xã, làng nghề?", UNIONS),
    ("Hai cơ quan báo đài nào chủ trì lập kế hoạch tuyên truyền theo QĐ 1295?", PRESS),
    ("Trung tâm nào phối hợp nhiệm vụ IV.1 của Quyết định 1295?", {"Trung tâm Khoa học và Công nghệ"}),
    ("Bắc Ninh 2.5 - chủ trì?", {NV}),
    ("Coordinators for the Bac Ninh medical facility task (2.5)?", set()),
    ("Coordinators for task 2.5 in Bac Ninh?", {KH}),
    ("Besides the lead agency, who is involved in task 3.3 of Dong Nai?", {KH, "Các cơ sở giáo dục"}),
    ("Ai được Hải Phòng giao phối hợp ở 5.6, ngoài các đơn vị liên quan?", {TC}),
    ("Bên nào phối hợp với Sở KHCN Cần Thơ đưa tin về mô hình hay?", {f"{PAPER} Cần Thơ"}),
    ("Báo đài nào ở Cần Thơ được đề nghị phối hợp tuyên truyền chương trình?", {f"{PAPER} Cần Thơ"}),
    ("Đồng Nai năm 2025 tính lập cơ sở dữ liệu năng suất, chất lượng, ai cầm trịch?", {KH}),
    ("Which leads more tasks in Hai Phong, the health department or DOIT?", {"Sở Công Thương"}),
]


@pytest.mark.parametrize(("question", "expected"), AGENCIES)
def test_agencies(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["agency"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Who leads and who coordinates task 2.5 in Bac Ninh?", {(NV, "lead"), (KH, "coordinate")}),
        ("Đánh giá TFP của Bắc Ninh thì Sở Tài chính chủ trì hay chỉ phối hợp?", {(TC, "coordinate")}),
        ("Ở mục V.8 Bắc Ninh, UBND cấp xã chủ trì hay phối hợp?", {("UBND cấp xã", "lead")}),
    ],
)
def test_roles(ask: Ask, question: str, expected: set[tuple[str, str]]) -> None:
    assert {(row["agency"], row["role"]) for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Theo phân công Đồng Nai 2026, những nhiệm vụ nào do Sở Y tế chủ trì?", {"4.8"}),
        ("Which Hai Phong tasks have more than two leads?", {"3.1.3", "5.3"}),
        ("Nhiệm vụ nào ở Bắc Ninh có báo, đài cùng đứng chủ trì?", {"2.2"}),
        ("Which tasks in the Dong Nai city plan are led by the agriculture people?", {"4.5", "4.6", "4.7"}),
        ("so cong thuong dong nai chu tri may nv theo 1295, so nao", {"II.2", "II.5", "IV.4", "VI.1"}),
    ],
)
def test_tasks(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Có phải mọi nhiệm vụ của Bắc Ninh đều do Sở KHCN chủ trì?", "Không"),
        ("Does DOST lead every task in Hai Phong?", "No"),
        ("In Hai Phong, is the National Quality Award support led by the science department?", "Yes"),
    ],
)
def test_yes_or_no(ask: Ask, question: str, answer: str) -> None:
    assert ask.ask(question).answer.startswith(f"{answer}:")


@pytest.mark.parametrize(
    "question",
    [
        "Sở KHCN chủ trì nhiều nhiệm vụ hơn ở Hải Phòng hay Bắc Ninh?",
        "Does DOST lead more tasks in Bac Ninh or in Hai Phong?",
    ],
)
def test_more_tasks_in_one_province(ask: Ask, question: str) -> None:
    assert [row["province"] for row in ask.ask(question).rows] == ["Hải Phòng"]


@pytest.mark.parametrize(
    "question",
    [
        "Given that the Cần Thơ Department of Finance leads the whole plan, who supervises it?",
        "Which departments in Dong Nai lead exactly one task in the 2026-2030 plan?",
    ],
)
def test_what_is_not_told(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_a_province_where_an_agency_only_helps(ask: Ask) -> None:
    asked = "In which province does DOST not lead but only coordinate task 2.1?"
    assert [row["province"] for row in ask.ask(asked).rows] == ["Đồng Nai"]
