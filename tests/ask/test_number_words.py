"""Words for numbers: choices between two, figures of each place, years beyond a budget, lists not there."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "sides"),
    [
        ("TFP của Bắc Ninh với Đồng Nai chênh nhau ra sao?", ["Đồng Nai", "60", "Bắc Ninh", "55"]),
        ("Khoảng cách TFP giữa Hải Phòng và Bắc Ninh", ["Hải Phòng", "57", "Bắc Ninh", "55"]),
        ("Năm 2026 Bắc Ninh chi nhiều hơn năm 2030 bao nhiêu?", ["2026", "4130", "2030", "3890"]),
        (
            "How many times as many experts as Can Tho does Hai Phong plan?",
            ["Hải Phòng", "50", "Cần Thơ", "20"],
        ),
    ],
)
def test_a_difference_names_both_sides(ask: Ask, question: str, sides: list[str]) -> None:
    answer = ask.ask(question)
    assert len(answer.rows) == 1
    assert set(sides) <= set(answer.rows[0].values())
    assert all(side in answer.answer for side in sides)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("TFP Đồng Nai?", "60"),
        ("Is Bac Ninh's TFP target 55 or 60?", "55"),
        ("Does Can Tho target 2,000 or 200 enterprises?", "2000"),
        ("How fast should labour productivity grow in Hai Phong?", "11"),
        ("Chuyên gia năng suất: Cần Thơ định đào tạo bao nhiêu người?", "20"),
        ("Hải Phòng bao nhiêu doanh nghiệp làm mẫu cho cả nước?", "5"),
    ],
)
def test_one_number_is_told(ask: Ask, question: str, value: str) -> None:
    assert [row.get("value") for row in ask.ask(question).rows] == [value]


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("What will Bac Ninh's wrap-up conference for the plan cost?", "60"),
        ("What will Bac Ninh pay for that one wrap-up conference at the end of the plan?", "60"),
        ("Nhóm III của Bắc Ninh tổng kinh phí bao nhiêu?", "11250"),
        ("Sum of groups I and II in Bac Ninh's estimate", "9100"),
        ("nhom I bac ninh 2027 bao nhieu tien", "480"),
        ("Bắc Ninh chi cho thông tin truyền thông bao nhiêu?", "2100"),
    ],
)
def test_a_sum_of_money_is_told(ask: Ask, question: str, amount: str) -> None:
    assert [row.get("amount") for row in ask.ask(question).rows] == [amount]


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many steps are there in Can Tho's procedure for a firm that wants support?", "7"),
        ("Mấy bước thì công ty được Cần Thơ hỗ trợ?", "7"),
        ("How many one-off tasks are there in Bac Ninh?", "2"),
    ],
)
def test_a_count(ask: Ask, question: str, count: str) -> None:
    assert [row["count"] for row in ask.ask(question).rows] == [count]


@pytest.mark.parametrize(
    ("question", "places"),
    [
        (
            "Which provinces aim both for 05 productivity clubs and for a TFP contribution above 50 percent?",
            2,
        ),
        ("List every province's TFP figure", 3),
        ("How many tasks does each province list?", 3),
    ],
)
def test_each_place_is_told(ask: Ask, question: str, places: int) -> None:
    assert len({row["province"] for row in ask.ask(question).rows}) == places


@pytest.mark.parametrize(
    "question",
    [
        "How much lower is Bac Ninh's allocation for 2031 than that for 2030?",
        "What is the total budget for 2029, 2030 and 2031 in Bac Ninh?",
        "Sếp em giục, Cần Thơ có bao nhiêu nhiệm vụ?",
        "Đồng Nai có mấy bệnh viện?",
        "How many enterprises are there in Can Tho?",
        "Tổng TFP của các tỉnh?",
    ],
)
def test_what_has_no_number_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "year"),
    [
        ("Những năm nào Bắc Ninh đạt 5 câu lạc bộ?", "2030"),
        ("Bao gời Đồng Nai làm mô hình 5S trong trường học?", "2027"),
        ("In which years will Dong Nai roll out 5S combined with ISO 21001 in its schools?", "2027"),
        ("dong nai hien dai hoa phong hieu chuan kiem dihn cham nhat toi nam nao", "2030"),
    ],
)
def test_a_year_is_told(ask: Ask, question: str, year: str) -> None:
    assert year in {value for row in ask.ask(question).rows for value in row.values()}
