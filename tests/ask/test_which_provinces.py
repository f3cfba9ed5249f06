"""Which provinces, whether, how many tasks, when: answers that are places, a yes, a number, years."""

import pytest

from qpgraph.ask.engine import Ask

BN, CT, DN, HP = "Bắc Ninh", "Cần Thơ", "Đồng Nai", "Hải Phòng"

PROVINCES = [
    ("ISO 50001 turns up in which provinces?", {BN, CT, DN}),
    ("Nơi nào có số nhóm sản phẩm phải được chứng nhận hợp chuẩn, hợp quy?", {CT}),
    ("SA8000 and QCC are named in a single plan. Whose?", {HP}),
    ("Provinces without any traceability goal or task - can you name it?", {CT}),
    ("Provinces with no money table in their plan, please list", {CT, DN, HP}),
    ("Which province's targets combine ISO 45001 and TPM?", {BN}),
    ("Trong bốn nơi thì chỗ nào nói tới tiêu chuẩn ISO 7101?", {DN}),
    ("Địa phương nào chưa hề nhắc đến tiêu chuẩn ISO 15189 cho bệnh viện?", {CT}),
    ("Tỉnh, thành nào nêu công cụ SA8000 hoặc QCC?", {HP}),
    ("Tiêu chuẩn đổi mới sáng tạo ISO 56000 xuất hiện ở đâu?", {HP, DN}),
    ("Which of the plans has neither TPM nor KPI?", {CT, DN}),
    ("Which province has set itself no target for productivity experts?", {BN}),
    ("Which provinces want to have study visits abroad?", {HP}),
    ("Ngoài Bắc Ninh còn tỉnh nào làm 5S ở trường học?", {HP, DN}),
    ("ke hoach nao co danh muc tieu chuan ho tro", {DN}),
    ("Địa phương duy nhất không đặt con số TFP là nơi nào trong bốn nơi?", {CT}),
]


@pytest.mark.parametrize(("question", "expected"), PROVINCES)
def test_provinces(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["province"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("In Hai Phong, is the National Quality Award support led by the science department?", "yes"),
        ("Kiểm tra giúp: phải chăng Hải Phòng có nhiệm vụ áp dụng ISO 18091 cho cơ quan hành chính?", "yes"),
        ("Cần Thơ có nhắc tới chứng nhận Halal trong kế hoạch không ta?", "yes"),
        ("Does task 4.7 in Bac Ninh have a coordinator?", "no"),
        ("Có phải Cần Thơ là nơi duy nhất nêu 5S không?", "no"),
        ("Nhiệm vụ 4.5 của Bắc Ninh có đơn vị phối hợp không?", "yes"),
        ("Không phải Sở Y tế Hải Phòng chủ trì nhiệm vụ 3.3.1 à?", "no"),
        ("Đồng Nai có mục tiêu hỗ trợ chi phí thử nghiệm cho ít nhất 10 doanh nghiệp, đúng không?", "yes"),
    ],
)
def test_whether(ask: Ask, question: str, expected: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [expected]


def test_one_or_the_other_is_no_yes(ask: Ask) -> None:
    found = ask.ask("Was it really the Politburo that issued Directive 38, or the Secretariat?")
    assert not any(row.get("answer") for row in found.rows)


@pytest.mark.parametrize(
    ("question", "number"),
    [
        ("Bắc Ninh có bao nhiêu nhiệm vụ không làm hằng năm?", 12),
        ("Có mấy nhiệm vụ Hải Phòng do Sở Y tế tham gia chủ trì?", 2),
        ("How many provinces set a target on productivity clubs?", 3),
        ("How many plans name Halal?", 2),
        ("Bao nhiêu tỉnh nêu ISO 27001?", 2),
        ("How many Dong Nai tasks in the 2026-2030 plan, apart from annual ones, does DOET lead?", 1),
        ("Đếm giúp danh mục hỗ trợ của Đồng Nai có bao nhiêu dòng.", 12),
        ("Tinh giup so nhiem vu So Khoa hoc va Cong nghe Dong Nai chu tri trong Quyet dinh 1295.", 23),
        ("In how many of the Decision 1295 tasks is the science department a lead?", 23),
        ("Nhiệm vụ của Đồng Nai làm thường niên (hàng năm) có bao nhiêu cái trong phụ lục 2026-2030?", 22),
    ],
)
def test_tasks_counted(ask: Ask, question: str, number: int) -> None:
    assert [int(row["count"]) for row in ask.ask(question).rows] == [number]


@pytest.mark.parametrize(
    ("question", "years"),
    [
        ("dong nai lam mo hinh cai tien benh vien trong khoang nam nao den nam nao", {("2027", "2029")}),
        ("bac ninh co nv nao bat dau truoc 2026 ko, so may nam nao", {("2025", "2025")}),
    ],
)
def test_years_of_tasks(ask: Ask, question: str, years: set[tuple[str, str]]) -> None:
    assert {(row["start"], row["end"]) for row in ask.ask(question).rows} == years


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which provinces other than Hai Phong mention ISO 50001?", {BN, CT, DN}),
        ("Trừ Đồng Nai, những tỉnh nào nhắc Halal?", {CT}),
        ("Giữa Bắc Ninh và Cần Thơ, tỉnh nào không có mục tiêu TFP?", {CT}),
    ],
)
def test_provinces_among_some(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["province"] for row in ask.ask(question).rows} == expected


def test_no_province_is_left(ask: Ask) -> None:
    assert not ask.ask("Besides Can Tho, which provinces have no club target?").answered


def test_year_beside_a_province_tells_its_plan(ask: Ask) -> None:
    found = ask.ask("Theo phân công Đồng Nai 2026, nhiệm vụ nào do Sở Nông nghiệp và Môi trường chủ trì?")
    assert {row["ref"] for row in found.rows} == {"4.5", "4.6", "4.7"}


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Are all tasks in Hai Phong led by the science department?", "no"),
        ("Có phải mọi nhiệm vụ của Bắc Ninh đều do Sở Khoa học và Công nghệ chủ trì?", "no"),
        ("Do all four plans mention TFP?", "no"),
        ("Does every province mention ISO 9001?", "yes"),
        ("Does only Dong Nai mention Halal?", "no"),
        ("Is Hai Phong the only province that mentions SA8000?", "yes"),
        ("Mục tiêu TFP đến 2030 của Hải Phòng có cao hơn của Bắc Ninh không?", "yes"),
        ("Chỉ tiêu chuyên gia năng suất của Cần Thơ có thấp hơn Đồng Nai không?", "no"),
        ("Đồng Nai có đặt mục tiêu TFP đóng góp trên 60% tăng trưởng không?", "yes"),
        ("Is Bac Ninh's TFP goal below 50%?", "no"),
    ],
)
def test_whether_of_all_one_or_more(ask: Ask, question: str, expected: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [expected]


def test_what_all_tasks_are_is_not_told_of_some(ask: Ask) -> None:
    assert not ask.ask("Are all the tasks in Bac Ninh about hospitals?").answered


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Which localities aim at certifying productivity experts, and which don't?", {CT, DN, HP}),
        ("Is there a province with no budget?", {CT, DN, HP}),
        ("Which of the provinces leaves out TFP altogether?", {CT}),
        ("Ngoài Hải Phòng, còn ai nhắc ISO 27001?", {DN}),
        ("Where do I find ISO/IEC 27001 - only Dong Nai or also another city?", {DN, HP}),
    ],
)
def test_provinces_in_other_words(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["province"] for row in ask.ask(question).rows} == expected


def test_elsewhere_too_is_not_answered_with_here(ask: Ask) -> None:
    assert not ask.ask("Cần Thơ có nhắc Halal, còn nơi nào khác không?").answered


def test_only_standards_of_iso(ask: Ask) -> None:
    found = {row["standard"] for row in ask.ask("ISO nào cả bốn tỉnh đều có?").rows}
    assert found == {"ISO 9001", "ISO 22000"}


def test_who_and_when(ask: Ask) -> None:
    (row,) = ask.ask("Who leads task 1.1 of Bac Ninh and in which years?").rows
    assert (row["agency"], row["start"], row["end"]) == ("Sở Khoa học và Công nghệ", "2025", "2025")


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Does neither Can Tho nor Hai Phong mention ESG?", "yes"),
        ("Does Can Tho have no TFP target?", "yes"),
        ("Cần Thơ không có mục tiêu TFP phải không?", "yes"),
        ("Is there no budget in Bac Ninh's plan?", "no"),
        ("Bắc Ninh có mục tiêu về chuyên gia năng suất không?", "no"),
        ("Có phải Bắc Ninh không có mục tiêu về chuyên gia năng suất?", "yes"),
        ("Hải Phòng có mục tiêu TFP chưa?", "yes"),
    ],
)
def test_whether_there_is_none(ask: Ask, question: str, expected: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [expected]


@pytest.mark.parametrize(
    "question",
    [
        "Are there more than two plans that mention TPM?",
        "Only one province mentions ISO 9001, which is it?",
        "Chỉ có một tỉnh đặt mục tiêu TFP, đó là tỉnh nào?",
        "Chỉ mỗi Cần Thơ không nhắc TFP đúng không?",
    ],
)
def test_what_would_take_counting_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_two_provinces_left_out(ask: Ask) -> None:
    found = ask.ask("Which provinces besides Bac Ninh and Hai Phong set TFP targets?")
    assert {row["province"] for row in found.rows} == {DN}
