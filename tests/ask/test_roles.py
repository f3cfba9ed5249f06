"""Who has which part: roles that are shared, denied, alone; agencies that are left out."""

import pytest

from qpgraph.ask.engine import Ask

NN, CT, NV, GD = "Sở Nông nghiệp và Môi trường", "Sở Công Thương", "Sở Nội vụ", "Sở Giáo dục và Đào tạo"

TASKS = [
    ("Nhiệm vụ nào trong Quyết định 1295 có năm sở cùng chủ trì?", {"IV.4"}),
    ("Nhiệm vụ nào ở Hải Phòng có cả Sở Xây dựng và Sở Công Thương cùng chủ trì?", {"5.3"}),
    (
        "Which tasks led by the agriculture department in Hai Phong also have the health department as lead?",
        {"3.1.3", "5.3"},
    ),
    ("Which tasks in Bac Ninh are not led by DOST?", {"2.5", "4.5"}),
    ("Nhiệm vụ nào của Bắc Ninh không do Sở KH&CN chủ trì?", {"2.5", "4.5"}),
    ("Ở Hải Phòng, nhiệm vụ hằng năm nào mà Sở KH&CN chỉ phối hợp chứ không chù trì?", {"5.3", "5.5"}),
    ("Which tasks have two lead agencies in Bac Ninh?", {"2.2"}),
    ("Which tasks in Hai Phong are jointly led?", {"3.1.3", "5.3", "5.5"}),
    ("Sở Tài chính Bắc Ninh chủ trì việc gì?", {"V.5.b", "V.5.c"}),
    ("Sở Y tế Bắc Ninh phối hợp gì?", {"V.4.a"}),
    ("Nhiệm vụ nào ở Bắc Ninh chỉ do Sở Nội vụ chủ trì?", {"2.5"}),
    ("Which yearly tasks in Bac Ninh are coordinated by medical facilities?", {"2.4", "3.1", "3.4", "4.1"}),
    # Nobody shares the role.
    ("Nhiệm vụ nào chỉ có Sở Giáo dục và Đào tạo phối hợp ở Bắc Ninh?", {"4.4"}),
    ("Which Dong Nai tasks have the industry and trade department as sole coordinator?", {"4.1"}),
    ("Bắc Ninh: việc nào do Sở KH&CN chủ trì và Sở GD&ĐT là đơn vị phối hợp duy nhất?", {"4.4"}),
    ("Which Bac Ninh tasks does DOST lead with nobody coordinating?", {"4.7"}),
    ("Nhiệm vụ nào ở Hải Phòng chưa rõ ai chủ trì?", {"3.1.6", "6.3"}),
    ("Nhiệm vụ nào của QĐ 1295 có 4 đơn vị đứng đầu?", {"IV.1"}),
    ("Kể nhiệm vụ có hai cơ quan chủ trì trở lên ở Hải Phòng", {"3.1.3", "5.3", "5.5"}),
    (
        "Which Bac Ninh tasks are coordinated by both the education department and educational institutions?",
        {"3.2", "3.3"},
    ),
    # Each agency has the role beside it; who helps whom.
    ("In which tasks does the education department help DOST in Dong Nai?", {"3.5", "4.9"}),
    # Departments called by their field alone.
    ("Which Bac Ninh tasks list DOST as lead and Education & Training as the only partner?", {"4.4"}),
    ("Việc nào ở Hải Phòng do nông nghiệp và môi trường cùng công thương chủ trì?", {"3.1.3", "5.3", "5.5"}),
    ("Give me the task numbers led by health, Hai Phong 2026-2030.", {"3.1.3", "5.3"}),
]


@pytest.mark.parametrize(("question", "expected"), TASKS)
def test_tasks_by_roles(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("After DOST, which department leads the most tasks in Dong Nai's 2026-2030 plan?", {NN}),
        ("Ngoài Sở KH&CN, sở nào chủ trì nhiều nhiệm vụ nhất ở Đồng Nai?", {NN}),
        (
            "Who leads tasks in Bac Ninh besides the Department of Science and Technology?",
            {NV, GD, "Báo và Phát thanh, Truyền hình Bắc Ninh"},
        ),
        ("Who is the only coordinator of task 4.1 in Dong Nai?", {CT}),
        ("Nhiệm vụ 4.5 Bắc Ninh: Sở KHCN hay Sở GDĐT cầm trịch?", {GD}),
        ("Between DOST and the education department, which leads task 4.5 in Bac Ninh?", {GD}),
        # Whichever of them leads.
        ("Sở KHCN Hải Phòng bắt tay với những ai để làm nhiệm vụ 5.5?", {CT, NN}),
    ],
)
def test_agencies_by_roles(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["agency"] for row in ask.ask(question).rows} == expected


def test_agencies_that_only_help(ask: Ask) -> None:
    found = {row["agency"] for row in ask.ask("Cơ quan nào ở Bắc Ninh chỉ phối hợp mà không chủ trì?").rows}
    assert found
    assert not found & {NV, GD, "Sở Khoa học và Công nghệ"}


@pytest.mark.parametrize(
    ("question", "years"),
    [
        (
            "Mô hình điểm sản xuất thông minh, năng suất xanh Đồng Nai từ năm nào đến năm nào?",
            ("2027", "2029"),
        ),
        ("Bắc Ninh thí điểm 5S, ISO 18091, KPI vào giai đoạn nào?", ("2027", "2030")),
        ("Hạn chót để Đồng Nai có nghị quyết thay Nghị quyết 20/2021/NQ-HĐND là khi nào?", ("2026", "2026")),
    ],
)
def test_when_tasks_are_done(ask: Ask, question: str, years: tuple[str, str]) -> None:
    (row,) = ask.ask(question).rows
    assert (row["start"], row["end"]) == years


@pytest.mark.parametrize(
    "question",
    [
        "Bắc Ninh và Đồng Nai, bên nào đào tạo nhiều lượt người mỗi năm hơn?",
        "Bac Ninh or Dong Nai: who plans to train more people each year?",
    ],
)
def test_one_of_two_provinces(ask: Ask, question: str) -> None:
    assert [(row["province"], row["value"]) for row in ask.ask(question).rows] == [("Bắc Ninh", "1000")]


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("Nhóm 4 trong Phụ lục I của Bắc Ninh có mấy nhiệm vụ?", "count", {"8"}),
        ("How many tasks are in group 3.1 of Hai Phong?", "count", {"7"}),
        ("Bắc Ninh có bao nhiêu mục tiêu không có con số?", "count", {"2"}),
        ("How many of the four plans set a target on experts?", "count", {"3"}),
        ("Which of Bac Ninh and Dong Nai has more tasks?", "province", {"Đồng Nai"}),
        ("Compare the number of tasks in Bac Ninh and Hai Phong", "count", {"29", "34"}),
        ("How many more experts does Hai Phong plan to certify than Can Tho?", "difference", {"30"}),
        ("Bắc Ninh năm 2030 chi ít hơn năm 2029 bao nhiêu?", "difference", {"240"}),
        ("What is the lowest TFP target and who set it?", "province", {"Bắc Ninh"}),
        ("Which task in Hai Phong has the most lead agencies?", "ref", {"5.3"}),
        ("Nhiệm vụ nào nêu nhiều tiêu chuẩn nhất?", "ref", {"3.1.1"}),
        ("Nhiệm vụ nào kết thúc sớm nhất ở Bắc Ninh?", "ref", {"1.1"}),
        ("Which Bac Ninh tasks are scheduled for 2026 only?", "ref", {"1.2"}),
        ("Tasks in Hai Phong that name ISO 9001 and are about hospitals", "ref", {"3.3.1"}),
        ("How many sections does the Bac Ninh annex have?", "count", {"7"}),
        ("Có mấy nhóm nhiệm vụ trong kế hoạch Hải Phòng?", "count", {"6"}),
        ("How many tasks in Bac Ninh run until 2030?", "count", {"5"}),
        ("Số doanh nghiệp được hỗ trợ áp dụng hệ thống quản lý ở Cần Thơ?", "value", {"100"}),
        ("Does DOST or the Department of Home Affairs lead rewards in Bac Ninh?", "agency", {NV}),
        ("Sở Công Thương Đồng Nai chủ trì hay phối hợp nhiệm vụ 4.1?", "role", {"coordinate"}),
        ("What role does DOST play in task 2.5 of Bac Ninh?", "role", {"coordinate"}),
        ("Which targets exceed 50 percent in Bac Ninh?", "value", {"55", "100"}),
        ("Tỉnh nào hỗ trợ hơn 50 doanh nghiệp?", "province", {"Cần Thơ"}),
        ("Which tasks finish after 2027 in Bac Ninh?", "ref", {"2.5", "3.2", "4.2", "4.4", "4.5", "4.8"}),
        ("When was the Can Tho plan signed?", "date", {"2026-01-14"}),
        ("Mục 4 (đào tạo) trong phụ lục của Hải Phòng có mấy nhiệm vụ?", "count", {"4"}),
        ("Địa phương nào nhắc cả Halal lẫn VietGAP?", "province", {"Cần Thơ", "Đồng Nai"}),
        ("What is the largest number of enterprises that Can Tho wants to reach?", "value", {"2000"}),
        ("Nhiệm vụ nào trong Quyết định 1295 do trường đại học chủ trì?", "ref", {"III.3"}),
        ("What is the total for seminars over the whole period in Bac Ninh?", "amount", {"400"}),
        (
            "Trước tháng mấy các sở ở Đồng Nai báo cáo theo Quyết định 1295?",
            "deadline",
            {"--06-30", "--11-30"},
        ),
        ("Đến năm nào Bắc Ninh phải có 80% tổ chức tham gia mạng lưới đo lường?", "by", {"2030"}),
    ],
)
def test_counts_ranks_and_differences(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row.get(column) for row in ask.ask(question).rows} == expected


def test_an_agency_that_is_named_must_be_used(ask: Ask) -> None:
    assert not ask.ask("How many experts will the Department of Health train in Hai Phong?").answered


@pytest.mark.parametrize(
    "question",
    [
        "Cần Thơ phải lập mấy câu lạc bộ cải tiến năng suất?",
        "How much does task 3.1 of Dong Nai cost?",
        "When was the Bac Ninh final review held?",
        "lai suat vay uu dai cho doanh nghiep tham gia ke hoach bac ninh la bao nhieu",
    ],
)
def test_what_comes_near_is_no_answer(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


SHARED_WORD = [
    ("Which tasks do the agriculture and trade departments of Hai Phong lead?", {"3.1.3", "5.3", "5.5"}),
    (
        "Hai Phong tasks led by the Departments of Industry and Trade and of Agriculture and Environment?",
        {"3.1.3", "5.3", "5.5"},
    ),
    ("Nhiem vu nao o Hai Phong do so y te, xay dung cung chu tri?", {"5.3"}),
    ("Sở Tư pháp Hải Phòng tham gia những nhiệm vụ nào?", {"1.1", "1.2"}),
]


@pytest.mark.parametrize(("question", "expected"), SHARED_WORD)
def test_departments_that_share_a_word(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == expected


def test_an_agency_joined_to_the_one_asked_for_is_asked_for_too(ask: Ask) -> None:
    rows = ask.ask("Đài truyền hình và báo nào đứng đầu kế hoạch tuyên truyền trong QĐ 1295?").rows
    assert {row["agency"] for row in rows} == {"Báo Đồng Nai", "Đài Phát thanh và Truyền hình Đồng Nai"}


def test_who_leads_with_another(ask: Ask) -> None:
    question = (
        "In Dong Nai, who partners with the Cooperative Alliance in leading work for small enterprises?"
    )
    assert {row["agency_en"] for row in ask.ask(question).rows} == {"Business Federation"}


def test_who_helps_is_so_in_a_duty(ask: Ask) -> None:
    question = "So Tai chinh Hai Phong co phoi hop voi So KH&CN de bo tri kinh phi khong?"
    assert ask.ask(question).answer.startswith("Có")
    question = "Sở KH&CN Hải Phòng có phối hợp với Sở Tài chính trong truyền thông không?"
    assert not ask.ask(question).answer.startswith("Có")


def test_number_of_tasks_without_marks(ask: Ask) -> None:
    answer = ask.ask("Tinh giup so nhiem vu So KH&CN chu tri trong phu luc QD 1295").answer
    assert answer.startswith("Có 23 ")


def test_two_counts_and_roles_of_nobody_have_no_half_answer(ask: Ask) -> None:
    question = "Phụ lục Đồng Nai 2026-2030 có bao nhiêu nhiệm vụ, trong đó mấy việc do Sở KH&CN đứng đầu?"
    assert not ask.ask(question).answered
    assert not ask.ask("vai trò của báo chí Cần Thơ").answered


AGENCIES = [
    ("ai cùng Sở KH&CN đánh giá TFP của Bắc Ninh", {"Sở Tài chính"}),
    ("Who helps the science department choose schools for the 5S model in Bac Ninh?", {GD}),
    ("Cơ quan nào tham mưu UBND TP Hải Phòng kiểm tra, đánh giá kế hoạch?", {"Sở Khoa học và Công nghệ"}),
    ("Sở nào tham mưu cho UBND tỉnh Bắc Ninh bố trí kinh phí?", {"Sở Tài chính"}),
    ("standing agency of the Bac Ninh plan?", {"Sở Khoa học và Công nghệ"}),
    ("cơ quan đầu mối tham mưu kế hoạch của Hải Phòng", {"Sở Khoa học và Công nghệ"}),
]


@pytest.mark.parametrize(("question", "expected"), AGENCIES)
def test_who_helps_advises_and_stands_for_a_plan(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["agency"] for row in ask.ask(question).rows} == expected


def test_with_whom_an_agency_leads(ask: Ask) -> None:
    rows = ask.ask("Ban quản lý KCN và Sở Công Thương ở Bắc Ninh chủ trì cùng ai?").rows
    assert "Sở Khoa học và Công nghệ" in {row["agency"] for row in rows}


@pytest.mark.parametrize(
    "question",
    [
        "Does Can Tho name any lead agency at all?",
        "Trong Phụ lục Đồng Nai, ai đứng sau Sở KH&CN về số nhiệm vụ chủ trì?",
        "VCCI có vai trò gì trong kế hoạch Đồng Nai?",
    ],
)
def test_roles_that_nothing_tells(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


WITH = [
    (
        "Đơn vị nào làm phóng sự truyền hình với Sở KH&CN Đồng Nai?",
        {"Báo và Phát thanh, Truyền hình Đồng Nai"},
    ),
    (
        "Cơ quan chủ trì đầu tư thiết bị thực hành theo Quyết định 1295 là đâu?",
        {"Các trường đại học, cao đẳng"},
    ),
    (
        "List the leads of the task on local technical regulations in Hai Phong.",
        {NN, CT, "Sở Y tế", "Sở Xây dựng"},
    ),
]


@pytest.mark.parametrize(("question", "expected"), WITH)
def test_who_works_beside_and_who_is_listed(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["agency"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Có phải nhiệm vụ nào của Bắc Ninh cũng có cơ quan phối hợp không?", "Không"),
        ("Do all tasks in Dong Nai have a coordinator?", "Yes"),
        ("Is DOST the sole lead on task II.5 of Decision 1295?", "No"),
        ("Who leads task 4.8 in Dong Nai, is it DOST?", "No"),
        ("ai chu tri khen thuong tap the ca nhan o dong nai, co phai so noi vu ko", "Có"),
        ("Có phải toàn bộ các nhiệm vụ Bắc Ninh đều do Sở Khoa học và Công nghệ chủ trì không anh?", "Không"),
    ],
)
def test_whether_an_agency_has_a_role(ask: Ask, question: str, answer: str) -> None:
    assert ask.ask(question).answer.startswith(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Ai đang là giám đốc Sở Khoa học và Công nghệ Đồng Nai?",
        "Who currently serves as director of DOST in Dong Nai?",
        "Who is the only coordinator of task 4.10 in Dong Nai?",
    ],
)
def test_what_no_role_tells_is_refused(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_tasks_are_counted_over_all_provinces(ask: Ask) -> None:
    (only,) = ask.ask("dong nai co may viec so khcn chi ho tro chu khong cam trich").rows
    assert only["count"] == "7"
    (row,) = ask.ask("Tính cả mấy tỉnh thì Sở Nội vụ chủ trì bao nhiêu nhiệm vụ?").rows
    assert row["count"] == "2"
