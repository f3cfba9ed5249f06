"""Who leads and who helps, in everyday words: both at once, of a kind, more than another, in all tasks."""

import pytest

from qpgraph.ask.engine import Ask

KH, NV, GD, TC = "Sở Khoa học và Công nghệ", "Sở Nội vụ", "Sở Giáo dục và Đào tạo", "Sở Tài chính"
PRESS = {"Đài Phát thanh và Truyền hình Đồng Nai", "Báo Đồng Nai"}
UNIONS = {"Liên minh Hợp tác xã", "Liên đoàn Doanh nghiệp"}

AGENCIES = [
    ("Sở nào đứng mũi chịu sào nhiệm vụ 4.7 của Đồng Nai?", {"Sở Nông nghiệp và Môi trường"}),
    ("Who is in the driving seat of task 2.5 in Bac Ninh?", {NV}),
    ("Ai sát cánh với Sở Nội vụ Bắc Ninh ở nhiệm vụ 2.5?", {KH}),
    ("Hai hội nào của Đồng Nai chủ trì nâng cao năng suất cho hợp tác xã, làng nghề?", UNIONS),
    ("Hai cơ quan báo đài nào chủ trì lập kế hoạch tuyên truyền theo QĐ 1295?", PRESS),
    ("Trung tâm nào phối hợp nhiệm vụ IV.1 của Quyết định 1295?", {"Trung tâm Khoa học và Công nghệ"}),
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
