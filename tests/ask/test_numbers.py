"""Numbers in words, and numbers of provinces side by side."""

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.ask.words.numerals import numerals_in
from qpgraph.ask.words.words import words_of

NUMERALS = [
    ("tám mươi phần trăm", 80),
    ("hai mươi lăm doanh nghiệp", 25),
    ("một nghìn lượt người", 1000),
    ("mot nghin luot nguoi", 1000),
    ("2 nghìn doanh nghiệp", 2000),
    ("a hundred firms", 100),
    ("twenty five clubs", 25),
    ("at least half of the makers", 50),
    ("một nửa số trường", 50),
    ("trên một tỷ đồng", 1),
    ("over one billion dong", 1),
]

NO_NUMERALS = [
    "một tỷ lệ cao",
    "mấy trăm lượt người",
    "2 nghìn tỷ đồng",
    "the first half of the year",
    "nửa đầu năm",
    "five departments",
    "hai năm",
]

ANSWERED = [
    ("Which province has the most ambitious TFP contribution?", "province", ["Đồng Nai"]),
    ("Tỉnh nào đặt mục tiêu đào tạo một nghìn lượt người mỗi năm?", "province", ["Bắc Ninh"]),
    ("By how many experts does Hai Phong outdo Can Tho?", "difference", ["30"]),
    ("Who trains more each year, Bac Ninh or Dong Nai, and by how many people?", "province", ["Bắc Ninh"]),
    ("Số chuyên gia năng suất của Hải Phòng gấp mấy lần Cần Thơ?", "ratio", ["2.5"]),
    (
        "Mỗi năm Bắc Ninh và Đồng Nai đào tạo bao nhiêu lượt người, nơi nào nhiều hơn?",
        "value",
        ["1000", "300"],
    ),
    ("Đồng Nai với Bắc Ninh, mỗi nơi lập mấy câu lạc bộ cải tiến năng suất?", "value", ["5", "5"]),
    ("What proportion of the colleges of Bac Ninh get a 5S pilot?", "value", ["50"]),
    ("Đồng Nai giúp bao nhiêu doanh nghiệp soạn và công bố tiêu chuẩn cơ sở?", "value", ["30"]),
    ("Cần Thơ hướng tới mấy ngàn đơn vị được phổ biến, tập huấn công cụ năng suất?", "value", ["2000"]),
    ("How many classes per year come from Hai Phong's task 4.3?", "value", ["3"]),
    ("Which Bac Ninh target is 20 percent?", "ref", ["II.6"]),
    ("Tám mươi phần trăm là chỉ tiêu cho cái gì ở Bắc Ninh?", "ref", ["5.2"]),
    ("Which province has the highest and which the lowest TFP target?", "value", ["55", "57", "60"]),
    ("Những địa phương nào đặt mục tiêu về TFP, mỗi nơi bao nhiêu?", "value", ["55", "57", "60"]),
    ("Đồng Nai có đặt mục tiêu TFP đóng góp trên 60% tăng trưởng không?", "answer", ["yes"]),
    ("Đồng Nai có đặt mục tiêu TFP đóng góp trên 61% tăng trưởng không?", "answer", ["no"]),
    ("Con số 57% là của tỉnh nào?", "province", ["Hải Phòng"]),
    ("Bắc Ninh có bao nhiêu nhiệm vụ, Hải Phòng có bao nhiêu?", "count", ["29", "34"]),
    ("So với Bắc Ninh thì TFP của Hải Phòng cao hơn hay thấp hơn?", "value", ["55", "57"]),
    ("Labour productivity growth of Bac Ninh next to that of Hai Phong", "value", ["11", "11"]),
    ("Hải Phòng bồi dưỡng đo lường cho khoảng mấy trăm người?", "value", ["300"]),
    ("Việc thí điểm ISO 18091 ở cơ quan hành chính Bắc Ninh bắt đầu từ năm nào?", "start", ["2027"]),
    ("How many tasks in Hai Phong run over the whole 2026-2030 span?", "count", ["7"]),
    ("How many Hai Phong tasks are marked 2026-2030?", "count", ["7"]),
    ("Of the four plans, how many set a labour productivity target?", "count", ["2"]),
    ("How many of Bac Ninh's targets carry a 2030 deadline?", "count", ["10"]),
    ("Mức tăng năng suất lao động bình quân mỗi năm của Bắc Ninh?", "value", ["11"]),
]

SUMS = [
    ("Tổng số chuyên gia năng suất của Hải Phòng, Cần Thơ và Đồng Nai?", "value", "80"),
    ("TFP Đồng Nai nhỉnh hơn Hải Phòng mấy điểm?", "difference", "3"),
    ("How many experts will Can Tho and Hai Phong train altogether?", "value", "70"),
    ("How many people will Bac Ninh train over five years?", "total", "5000"),
    ("Cả giai đoạn Đồng Nai đào tạo tổng cộng bao nhiêu lượt người?", "total", "1500"),
]

SIDES = [
    ("Is Hai Phong's TFP target higher than Bac Ninh's?", "yes"),
    ("Chỉ tiêu chuyên gia năng suất của Cần Thơ có thấp hơn Đồng Nai không?", "no"),
    ("So với Cần Thơ thì số chuyên gia năng suất của Hải Phòng có nhiều hơn không?", "yes"),
    ("Do Bac Ninh and Can Tho have the same number for the quality award?", "yes"),
    ("Bắc Ninh và Đồng Nai có đặt cùng mức TFP không?", "no"),
    ("Bắc Ninh và Đồng Nai có cùng số câu lạc bộ cải tiến năng suất không?", "yes"),
    ("Is Dong Nai's TFP target the highest of the four?", "yes"),
    ("Is Bac Ninh's TFP target the highest?", "no"),
]

REFUSED = [
    "Số nhiệm vụ của Hải Phòng hơn Bắc Ninh mấy nhiệm vụ?",
    "Sở Công Thương với Sở Y tế Đồng Nai, sở nào chủ trì nhiều việc hơn?",
    "Tasks in Bac Ninh running for exactly two years?",
    "How many people work at the department in Bac Ninh?",
    "Đồng Nai đào tạo bao nhiêu chuyên gia năng suất ngoài tỉnh?",
    "How many enterprises does Hai Phong support in total each year?",
    "How many pupils are trained in Bac Ninh?",
    "Mỗi quý Bắc Ninh đào tạo bao nhiêu lượt người?",
    "Tiền thưởng cho doanh nghiệp đoạt Giải thưởng Chất lượng Quốc gia ở Đồng Nai là bao nhiêu?",
    "How many days does Can Tho's department have for checking a file?",
    "Over three years how many people will Dong Nai train?",
    "How many enterprises in total will the four provinces support?",
    "Does Hai Phong support more enterprises than Can Tho?",
    "Do Bac Ninh and Dong Nai apply the same standards?",
    "What is the average number of experts of the four provinces?",
    "Số doanh nghiệp của Hải Phòng gấp mấy lần Cần Thơ?",
]


@pytest.mark.parametrize(("text", "value"), NUMERALS)
def test_a_number_in_words_is_read(text: str, value: float) -> None:
    assert [each.value for each in numerals_in(words_of(text))] == [value]


@pytest.mark.parametrize("text", NO_NUMERALS)
def test_what_is_no_number_is_not_read_as_one(text: str) -> None:
    assert not list(numerals_in(words_of(text)))


@pytest.mark.parametrize(("question", "column", "expected"), ANSWERED)
def test_numbers_are_told(ask: Ask, question: str, column: str, expected: list[str]) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert sorted(row[column] for row in answer.rows) == sorted(expected)


@pytest.mark.parametrize("question", REFUSED)
def test_numbers_that_are_not_stated_are_not_told(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(("question", "column", "expected"), SUMS)
def test_numbers_of_one_kind_are_added_up(ask: Ask, question: str, column: str, expected: str) -> None:
    assert [row[column] for row in ask.ask(question).rows] == [expected]


@pytest.mark.parametrize(("question", "expected"), SIDES)
def test_two_sides_are_compared(ask: Ask, question: str, expected: str) -> None:
    answer = ask.ask(question)
    assert [row["answer"] for row in answer.rows] == [expected]
    assert len(answer.citations) > 1 or expected == "yes"


@pytest.mark.parametrize(
    ("question", "refs"),
    [
        ("Which Hai Phong tasks are to reach between 5 and 10 enterprises every year?", "3.1.1 3.1.2 3.1.5"),
        ("Nhiệm vụ nào của Hải Phòng đặt 1-2 doanh nghiệp mỗi năm?", "3.2.1 3.2.2 3.2.3"),
        ("Nhiệm vụ nào của Bắc Ninh đặt tỷ lệ 80%?", "5.2"),
    ],
)
def test_tasks_by_their_numbers(ask: Ask, question: str, refs: str) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == set(refs.split())


def test_both_parts_of_a_target_are_told(ask: Ask) -> None:
    question = "What shares of upper secondary schools and of colleges in Bac Ninh get a 5S pilot?"
    assert {row["value"] for row in ask.ask(question).rows} == {"20", "50"}


def test_a_difference_tells_both_sides(ask: Ask) -> None:
    rows = ask.ask("Đồng Nai đào tạo bao nhiêu lượt mỗi năm, ít hơn Bắc Ninh bao nhiêu?").rows
    assert [(row["difference"], row["highest"], row["lowest"]) for row in rows] == [("700", "1000", "300")]


def test_a_ratio_is_rounded(ask: Ask) -> None:
    rows = ask.ask("How many times as many trainees a year does Bac Ninh plan as Dong Nai?").rows
    assert [row["ratio"] for row in rows] == ["3.33"]


def test_what_is_had_now_is_no_target(ask: Ask) -> None:
    assert not ask.ask("Bắc Ninh có bao nhiêu doanh nghiệp đang áp dụng ISO 9001?").answered
