"""Sums of money that are added up, compared, asserted; who leads the rows; where the money comes from."""

import pytest

from qpgraph.ask.engine import Ask


def test_the_difference(ask: Ask) -> None:
    answer = ask.ask("How much more is spent on training than on seminars in Bac Ninh?")
    assert [row["difference"] for row in answer.rows] == ["6600"]


def test_who_leads_a_row(ask: Ask) -> None:
    answer = ask.ask("Which department spends the seminar money in Bac Ninh?")
    assert {(row["agency"], row["ref"]) for row in answer.rows} == {("Sở Khoa học và Công nghệ", "I.2")}


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("Where does the money for Bac Ninh's plan come from?", {"IV"}),
        ("Ai bỏ tiền làm kế hoạch năng suất của Hải Phòng?", {"V"}),
        ("Ngoài ngân sách, Quyết định 1295 cho phép huy động nguồn nước ngoài nào?", {"III.2"}),
    ],
)
def test_where_money_comes_from(ask: Ask, question: str, ref: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == ref


@pytest.mark.parametrize(
    "question",
    [
        "Giải thưởng Chất lượng Quốc gia dành cho doanh nghiệp Bắc Ninh trị giá bao nhiêu tiền mặt?",
        "Sở Nội vụ Bắc Ninh chủ trì chín nhiệm vụ, trong đó nhiệm vụ nào tốn tiền nhất?",
        "How much per enterprise does Bac Ninh pay?",
        "Kinh phí đào tạo trung bình một lượt người ở Bắc Ninh?",
        "Kinh phí của Bắc Ninh trong 5 năm qua là bao nhiêu?",
    ],
)
def test_what_the_budget_does_not_say(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        ("Ngân sách Bắc Ninh rót cho mảng năng suất chất lượng cả 5 năm là bao nhiêu?", {"20410"}),
        ("Cộng ba năm 2027, 2028, 2029 thì kinh phí Bắc Ninh là bao nhiêu?", {"12390"}),
        ("Bắc Ninh bố trí bao nhiêu cho hội nghị tổng kết?", {"60"}),
        ("Bắc Ninh chi trung bình bao nhiêu cho hội thảo mỗi năm?", {"80"}),
        ("Group III of the Bac Ninh budget: what is the sum per year?", {"2250"}),
        ("What is the 1.2 billion dong line in Bac Ninh for?", {"1200"}),
        ("Năm nào Bắc Ninh được cấp dưới 4 tỷ?", {"3890"}),
    ],
)
def test_amounts_asked_in_other_words(ask: Ask, question: str, amounts: set[str]) -> None:
    assert {row["amount"] for row in ask.ask(question).rows} == amounts


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Có năm nào Bắc Ninh được cấp dưới 4 tỷ không?", "yes"),
        ("Kinh phí Bắc Ninh có năm nào vượt 5 tỷ không?", "no"),
        ("Is there any year in which Bac Ninh's budget is below 4 billion dong?", "yes"),
    ],
)
def test_whether_any_year_has_a_sum(ask: Ask, question: str, expected: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Nhóm thông tin, tuyên truyền của Bắc Ninh gồm mấy khoản, tổng bao nhiêu?",
        "Đồng Nai có bao nhiêu nhiệm vụ, trong đó mấy việc do Sở KH&CN đứng đầu?",
    ],
)
def test_of_two_numbers_none_is_told_alone(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("Khoản chi nào của Bắc Ninh không có đồng nào trong năm 2030?", {"I.3"}),
        ("Which Bac Ninh budget items get nothing in 2026?", {"IV"}),
        ("Khoản nào của Bắc Ninh chỉ chi trong một năm?", {"IV"}),
        ("Which cost lines in Bac Ninh don't have money in all five years?", {"I.3", "IV"}),
        ("Khoản nào ở Bắc Ninh năm 2028 hơn 500 triệu đồng?", {"II.1", "III.1"}),
        ("Khoản nào ở Bắc Ninh từ 1 tỷ đến 2 tỷ?", {"I.3", "III.2"}),
        ("Which Bac Ninh budget items exceed one billion dong?", {"I.3", "II.1", "III.1", "III.2"}),
        ("Khoản nào ở Bắc Ninh tốn hơn 1 tỷ đồng?", {"I.3", "II.1", "III.1", "III.2"}),
    ],
)
def test_items_by_their_years_and_sums(ask: Ask, question: str, refs: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == refs


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("By how much does Bac Ninh's budget drop in 2030?", "240"),
        ("Nếu lấy chi phí 2030 so với 2029 thì ngân sách Bắc Ninh giảm đi mấy triệu?", "240"),
        ("By how much does training exceed workshops in Bac Ninh's budget?", "6600"),
        ("How much bigger is Bac Ninh's training item than its seminar item?", "6600"),
    ],
)
def test_by_how_much(ask: Ask, question: str, amount: str) -> None:
    assert [row["difference"] for row in ask.ask(question).rows] == [amount]


@pytest.mark.parametrize(
    "question",
    [
        "By how much does Bac Ninh's budget rise in 2030?",
        "What is the maximum amount in dong an enterprise in Dong Nai gets for an ISO 42001 certificate?",
    ],
)
def test_no_sum_where_none_is_stated(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("How much money has Bac Ninh earmarked for 2030 alone?", "3890"),
        ("cong 3 nam 2026, 2027, 2028 thi bac ninh chi tat ca bao nhieu", "12390"),
        ("How much does Bac Ninh spend on reportages and workshops together?", "900"),
        ("What will the entire information and publicity block cost Bac Ninh?", "2100"),
        ("In which year does Bac Ninh spend less than in the others?", "3890"),
    ],
)
def test_sums_in_other_words(ask: Ask, question: str, amount: str) -> None:
    assert [row["amount"] for row in ask.ask(question).rows] == [amount]


def test_lowest_year_as_stated(ask: Ask) -> None:
    answer = ask.ask("Does the smallest yearly amount in Bac Ninh's estimate stand at 3,890 million dong?")
    assert [row["answer"] for row in answer.rows] == ["yes"]
