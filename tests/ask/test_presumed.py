"""What a question takes for granted: an answer has it, or there is none."""

import pytest

from qpgraph.ask.engine import Ask

FARMING = "Sở Nông nghiệp và Môi trường"

TAKEN_UP = [
    (
        "Cơ quan nào cùng Sở Công Thương chủ trì nhiệm vụ 5.5 của Hải Phòng?",
        "agency",
        ["Sở Nông nghiệp và Môi trường"],
    ),
    ("Tổng kinh phí hội thảo của Bắc Ninh trong ba năm 2026-2028 là bao nhiêu?", "amount", ["240"]),
    ("Mỗi năm Bắc Ninh đào tạo về năng suất cho bao nhiêu lượt người?", "value", ["1000"]),
    ("Tỷ lệ trường cao đẳng Bắc Ninh có mô hình 5S kết hợp TCVN ISO 21001?", "value", ["50"]),
]

YES_OR_NO = [
    ("Sở Tài chính Hải Phòng có phối hợp với Sở Khoa học và Công nghệ để bố trí kinh phí không?", "Có"),
    ("Does the Department of Health in Bac Ninh work with DOST to select medical facilities?", "Yes"),
    ("Sở Tư pháp Hải Phòng có phối hợp với Sở Y tế không?", "Không"),
    ("Hai Phong's TFP target exceeds 57%, doesn't it?", "No"),
    ("Is it true that the Department of Health leads two tasks in Hai Phong?", "Yes"),
]

COUNTED = [
    ("Hải Phòng có bao nhiêu mục tiêu cụ thể?", "8"),
    ("Hải Phòng có bao nhiêu mục tiêu chung?", "5"),
]

REFUSED = [
    "Nhiệm vụ do Báo Đồng Nai chủ trì trong kế hoạch 2026-2030?",
    "Đồng Nai thành lập 5 câu lạc bộ ở trường trung học phổ thông phải không?",
    "Which agencies lead both task 5.3 and task 5.5 in Hai Phong's annex?",
    "Name the three ISO standards in Dong Nai's item on basic management foundation.",
    "Sở Y tế Hải Phòng chủ trì bốn nhiệm vụ nào?",
    "Sở Y tế Hải Phòng chủ trì ba nhiệm vụ phải không?",
    "Kế hoạch Cần Thơ có phụ lục không?",
    "Nơi nhận kế hoạch Bắc Ninh có Sở Y tế không?",
    "Nhiệm vụ nào chỉ thực hiện khi có hướng dẫn của Bộ?",
    "Hải Phòng hỗ trợ tối đa bao nhiêu doanh nghiệp áp dụng ISO mỗi năm?",
    "Kế hoạch 49/KH-UBND của Hải Phòng ban hành ngày nào?",
    "Bắc Ninh thành lập mấy câu lạc bộ năng suất mỗi năm?",
    "Hải Phòng bồi dưỡng đo lường cho 300 cán bộ mỗi năm phải không?",
    "Đồng Nai đào tạo 300 lượt người trong cả giai đoạn đúng không?",
    "khoan nao cua bac ninh ton nhieu tien thu hai",
    "Cơ quan nào chủ trì nhiều nhiệm vụ thứ hai trong kế hoạch 2026-2030 của Đồng Nai?",
    "What is the budget for task 4.2 of Bac Ninh?",
    "Which province has the most productivity experts to be trained and how many clubs does it have?",
    "Bao nhiêu phần trăm trường đại học ở Bắc Ninh có mô hình 5S kết hợp ISO 21001?",
    "Cần Thơ đào tạo bao nhiêu chuyên gia năng suất quốc tế?",
    "Can Tho: how many international productivity experts?",
    "Ai chủ trì việc đào tạo giáo viên về năng suất ở Đồng Nai?",
    "Ai cùng Sở Y tế chủ trì nhiệm vụ 4.8 của Đồng Nai?",
]


@pytest.mark.parametrize(("question", "column", "values"), TAKEN_UP)
def test_taken_up(ask: Ask, question: str, column: str, values: list[str]) -> None:
    answer = ask.ask(question)
    assert answer.answered
    assert sorted(row[column] for row in answer.rows) == values


@pytest.mark.parametrize(("question", "told"), YES_OR_NO)
def test_yes_or_no(ask: Ask, question: str, told: str) -> None:
    assert ask.ask(question).answer.startswith(f"{told}:")


@pytest.mark.parametrize(("question", "count"), COUNTED)
def test_counts_one_kind_of_targets(ask: Ask, question: str, count: str) -> None:
    assert [row["count"] for row in ask.ask(question).rows] == [count]


def test_lists_targets_in_percent(ask: Ask) -> None:
    rows = ask.ask("Những mục tiêu nào của Đồng Nai tính bằng phần trăm?").rows
    assert {row["ref"] for row in rows} == {"III.1", "III.4", "III.9"}


def test_compares_the_plans_of_the_years_named(ask: Ask) -> None:
    rows = ask.ask("Trong bốn kế hoạch 2026-2030, kế hoạch nào ban hành sớm nhất?").rows
    assert [row["province"] for row in rows] == ["Bắc Ninh"]


@pytest.mark.parametrize("question", REFUSED)
def test_refused(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered
    assert not answer.rows


def test_lacking_is_told_only_of_those_who_lack_it(ask: Ask) -> None:
    answer = ask.ask("Bắc Ninh thành lập mấy câu lạc bộ năng suất mỗi năm?")
    assert "không nêu" not in answer.answer


@pytest.mark.parametrize(
    ("question", "answered"),
    [
        ("Which two provinces have the highest TFP targets?", False),
        ("Ba cơ quan chủ trì nhiều nhiệm vụ nhất ở Đồng Nai?", False),
        ("Of the four provinces, which has the highest TFP target?", True),
        ("Trong hai tỉnh Bắc Ninh và Đồng Nai, tỉnh nào có TFP cao nhất?", True),
    ],
)
def test_only_the_first_of_an_order_is_told(ask: Ask, question: str, answered: bool) -> None:
    assert ask.ask(question).answered is answered


def test_some_provinces_are_not_counted(ask: Ask) -> None:
    answer = ask.ask("Trong mấy tỉnh thành này, nơi nào có nhắc tới ISO 14064-1?")
    assert [row["province"] for row in answer.rows] == ["Đồng Nai"]


def test_a_place_without_a_catalogue_may_have_the_standard_elsewhere(ask: Ask) -> None:
    answer = ask.ask("Mục tiêu hỗ trợ doanh nghiệp của Cần Thơ có kể VietGAP không?")
    assert answer.answer.startswith("Có")
