"""Questions about money: totals, years, groups, the largest and smallest, whether there is any."""

import pytest

from qpgraph.ask.engine import Ask

AMOUNTS = [
    ("Tổng kinh phí nhóm II và nhóm III của Bắc Ninh?", {"18250"}),
    ("How much do seminars and study visits cost together in Bac Ninh?", {"1600"}),
    ("Hội thảo và phóng sự ở Bắc Ninh cộng lại bao nhiêu tiền", {"900"}),
    ("Mục I và mục II của Bắc Ninh tổng cộng bao nhiêu?", {"9100"}),
    ("Which is costlier in Bac Ninh: seminars or media features?", {"500"}),
    ("Đào tạo hay hội thảo tốn hơn ở Bắc Ninh?", {"7000"}),
    ("Khoản nào ngốn tièn nhất trong dự toán của Bắc Ninh?", {"10000"}),
    ("how much will bac ninh spend by 2030", {"20410"}),
    ("In 2030 alone, how much does Bac Ninh budget?", {"3890"}),
    ("Tổng kinh phí 5 năm trong dự toán của Bắc Ninh là bao nhiêu tiền?", {"20410"}),
    ("Kinh phí bình quân mỗi năm cho hội thảo ở Bắc Ninh", {"80"}),
    ("what are the 60 million dong for", {"60"}),
    ("What is the yearly buget for training courses in Bac Ninh?", {"1400"}),
    ("nam 2028 bac ninh du kien chi tat ca bao nhieu trieu dong", {"4130"}),
    ("How much does Bac Ninh set aside for seminars over the five years?", {"400"}),
    ("Làm phóng sự tuyên truyền về NSCL ở Bắc Ninh cả giai đoạn tốn bao nhiêu?", {"500"}),
    ("Tổng kinh phí mục III của Bắc Ninh cả giai đoạn là bao nhiêu?", {"11250"}),
    ("Nhóm nào trong dự toán Bắc Ninh tốn nhiều tiền nhất?", {"11250"}),
    ("Which budget group of Bac Ninh gets the least money?", {"60"}),
    ("Tổng kinh phí Bắc Ninh từ 2026 đến 2028?", {"12390"}),
    ("How much will Bac Ninh spend in 2026 and 2030?", {"4130", "3890"}),
    ("Kinh phí nhóm II của Bắc Ninh từng năm là bao nhiêu?", {"1400"}),
    ("Năm nào tỉnh Bắc Ninh dự chi ít tiền nhất cho kế hoạch?", {"3890"}),
    ("Bắc Ninh chi cho công tác thông tin tuyên truyền bao nhiêu?", {"2100"}),
    ("Khoản I.3 của Bắc Ninh năm 2028 bao nhiêu?", {"300"}),
    ("Tổng kinh phí ba năm đầu của Bắc Ninh?", {"12390"}),
    ("Ngân sách năm cuối của Bắc Ninh?", {"3890"}),
    ("Khoản nào dưới 500 triệu đồng ở Bắc Ninh?", {"400", "60"}),
    ("Which budget items exceed 1 billion dong?", {"1200", "7000", "10000", "1250"}),
    ("Which item costs the most in 2027 in Bac Ninh?", {"2000"}),
]


@pytest.mark.parametrize(("question", "expected"), AMOUNTS)
def test_amounts(ask: Ask, question: str, expected: set[str]) -> None:
    answer = ask.ask(question)
    assert {row["amount"] for row in answer.rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Bắc Ninh có bố trí tiền đi học tập kinh nghiệm cho năm 2030 không?", "no"),
        ("Does Bac Ninh set aside money for study visits in 2027?", "yes"),
        ("Is training more expensive than seminars in Bac Ninh?", "yes"),
        ("Is Bac Ninh's 2030 budget lower than 2029's?", "yes"),
        ("Does the Bac Ninh budget fall in 2030?", "yes"),
        ("Is the training total 10 billion dong in Bac Ninh?", "no"),
        ("Tổng kinh phí Bắc Ninh là 25 tỷ phải không?", "no"),
        ("Bắc Ninh có dành hơn 20 tỷ cho kế hoạch không?", "yes"),
    ],
)
def test_whether_money_is_so(ask: Ask, question: str, expected: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Bắc Ninh chi bao nhiêu tiền cho trồng rừng?",
        "Kinh phí truy xuất nguồn gốc của Hải Phòng là bao nhiêu?",
        "What is Can Tho's budget for training?",
        "Kinh phí trung bình mỗi năm của Bắc Ninh?",
        "Tổng kinh phí năm 2031 của Bắc Ninh?",
        "Sở Y tế Đồng Nai có trách nhiệm gì trong năm 2027?",
    ],
)
def test_what_the_budget_does_not_say(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    "question",
    [
        "How much does Bac Ninh spend on productivity clubs in 2027?",
        "Bắc Ninh chi bao nhiêu tiền cho các câu lạc bộ cải tiến năng suất năm 2027?",
    ],
)
def test_money_for_what_no_row_names_is_not_told(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_the_overall_bill_is_the_total(ask: Ask) -> None:
    assert "20410" in ask.ask("What is the overall bill for Bac Ninh's plan over the five years?").answer
