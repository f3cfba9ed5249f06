"""Questions on legal bases, reports, budget years and the catalogue that were once answered wrongly."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("Bốn tỉnh cùng dẫn quyết định số mấy?", "id", {"1322/QĐ-TTg"}),
        ("Four provinces share one decision as a basis: which one?", "id", {"1322/QĐ-TTg"}),
        ("Luật nào được Đồng Nai nhắc trong cả hai văn bản?", "id", {"Luật Ngân sách nhà nước"}),
        ("Besides Bac Ninh, who else relies on Decision 36?", "province", {"Hải Phòng", "Đồng Nai"}),
        ("Ngoài phần căn cứ, Cần Thơ còn dẫn văn bản nào?", "id", {"35/2021/TT-BTC"}),
        ("Phần mở đầu kế hoạch Cần Thơ dẫn mấy văn bản?", "count", {"3"}),
        ("On which two dates are reports due under Decision 1295?", "deadline", {"--06-30", "--11-30"}),
        (
            "Who receives the report that Dong Nai sends by the end of November under the 2026-2030 plan?",
            "to",
            {"Bộ Khoa học và Công nghệ", "Thủ tướng Chính phủ"},
        ),
        ("How does Bac Ninh's total budget for 2030 compare with 2029?", "amount", {"3890", "4130"}),
        ("Nhóm nhân lực gồm mấy mục?", "count", {"1"}),
        ("Ai thẩm định dự toán của kế hoạch Cần Thơ?", "agency", {"Sở Tài chính"}),
    ],
)
def test_what_is_told(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row.get(column) for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    "question",
    ["Cả 4 tỉnh đều dẫn Quyết định 36 không?", "Does each province's plan cite Decision 36?"],
)
def test_all_are_asked_for(ask: Ask, question: str) -> None:
    assert ask.ask(question).answer.startswith(("Không", "No"))


def test_a_number_of_things_is_no_number_of_a_document(ask: Ask) -> None:
    told = ask.ask("What is the number of supported enterprises in Hai Phong's plan?")
    assert "339/KH-UBND" not in told.answer


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Whose plan bears the signature of Nguyễn Văn Khởi?", "Cần Thơ"),
        ("Văn bản nào có chữ ký của Dương Minh Dũng?", "1295/QĐ-UBND"),
        ("Lê Trường Sơn giữ chức vụ gì?", "Phó Chủ tịch"),
        ("On what date did Dương Minh Dũng sign the decision?", "2025-04-23"),
        ("nghi quyet nao cua bo chinh tri duoc ca hai phong va dong nai vien dan", "57-NQ/TW"),
        ("Which Prime Minister's decision on metrology does Hai Phong's plan rest on?", "996/QĐ-TTg"),
        ("Which old Bac Giang council resolution is Bac Ninh going to revise?", "43/2022/NQ-HĐND"),
        ("Kế toán Sở KH&CN Cần Thơ hỏi: kinh phí được quản lý, sử dụng theo thông tư nào?", "35/2021/TT-BTC"),
        ("Hằng năm Bắc Ninh gửi báo cáo lên cơ quan nào ở trung ương?", "Bộ Khoa học và Công nghệ"),
        ("Who reviews the cost estimate of Can Tho's plan?", "Sở Tài chính"),
    ],
)
def test_documents_are_known_by_what_is_told_of_them(ask: Ask, text: str, value: str) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert all(value in row.values() for row in answer.rows)


def test_what_holds_once_an_act_is_replaced(ask: Ask) -> None:
    assert "văn bản mới" in ask.ask("Lỡ mai mốt thông tư 35/2021 bị thay thì Cần Thơ theo cái nào?").answer
    assert not ask.ask("If Circular 35 is replaced, which resolution governs the money in Can Tho?").answered


def test_a_number_that_is_not_stated_is_no_date(ask: Ask) -> None:
    assert not ask.ask("What is the issue number of the Dong Nai productivity plan for 2026-2030?").answered


def test_amending_laws_are_told_with_the_others(ask: Ask) -> None:
    rows = ask.ask("Which laws, amending ones included, does the Hai Phong plan rest on?").rows
    assert len(rows) == 4


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Ai tổng hợp báo cáo ở Cần Thơ?", "Sở Khoa học và Công nghệ"),
        ("Ai tổng hợp báo cáo ở Bắc Ninh?", "Sở Khoa học và Công nghệ"),
        ("Who approved the national traceability scheme?", "Thủ tướng Chính phủ"),
        ("Which programme is Can Tho's plan based on?", "1322/QĐ-TTg"),
        ("Văn bản mới nhất làm căn cứ cho kế hoạch Cần Thơ?", "3746/BKHCN-TĐC"),
        ("When did Hai Phong's party committee issue its plan?", "03-KH/TU"),
        ("Ai tham mưu bố trí kinh phí theo QĐ 1295?", "Sở Tài chính"),
        ("Who asked for Decision 1295 to be issued?", "Sở Khoa học và Công nghệ"),
    ],
)
def test_what_is_asked_of_acts_and_reports(ask: Ask, text: str, value: str) -> None:
    rows = ask.ask(text).rows
    assert rows
    assert all(value in row.values() for row in rows)


@pytest.mark.parametrize(
    "text",
    [
        "Which recipients do Bac Ninh and Can Tho share?",
        "Kế hoạch nào viện dẫn Luật Đấu thầu?",
        "Does Can Tho report to the ministry every year?",
        "Số công báo của kế hoạch Cần Thơ?",
        "Văn bản nào không ghi số?",
    ],
)
def test_what_is_not_told_of_documents_is_refused(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Which plans cite a circular?", "Cần Thơ"),
        ("Số căn cứ của Hải Phòng không kể luật?", "9"),
        ("Who issued the resolution that Bac Ninh plans to amend?", "Hội đồng nhân dân tỉnh Bắc Giang"),
    ],
)
def test_acts_are_told_by_type_and_issuer(ask: Ask, text: str, value: str) -> None:
    rows = ask.ask(text).rows
    assert rows
    assert all(value in row.values() for row in rows)


def test_those_who_report_are_told_where_one_receives(ask: Ask) -> None:
    rows = ask.ask("From whom does Bac Ninh's DOST collect reports?").rows
    assert {row["ref"] for row in rows} == {"V.1"}


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("Which scheme does Hai Phong cite?", "id", {"996/QĐ-TTg", "100/QĐ-TTg"}),
        (
            "On which two Prime Minister's decisions does Bac Ninh's plan rest?",
            "id",
            {"1322/QĐ-TTg", "36/QĐ-TTg"},
        ),
        ("Which old resolution is Bac Ninh going to change?", "id", {"43/2022/NQ-HĐND"}),
        ("Đồng Nai định khai tử nghị quyết nào của HĐND?", "id", {"20/2021/NQ-HĐND"}),
        (
            "Which provinces publish no budget table in their plan?",
            "province",
            {"Cần Thơ", "Đồng Nai", "Hải Phòng"},
        ),
        ("Nhóm công cụ cải tiến trong danh mục Đồng Nai gồm mấy dòng?", "count", {"2"}),
        (
            "Which certificates does task 4.7 of Dong Nai aim at?",
            "standard",
            {"HACCP", "Halal", "ISO 22000", "FSSC 22000"},
        ),
    ],
)
def test_one_kind_is_told(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row.get(column) for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize("joined", ["as well as by", "and also by"])
def test_joined_plans_share_acts(ask: Ask, joined: str) -> None:
    shared = ask.ask("Which legal documents are cited by both Hai Phong and Dong Nai?").rows
    found = ask.ask(f"Which legal documents are cited by Hai Phong {joined} Dong Nai?").rows
    assert {row["id"] for row in found} == {row["id"] for row in shared} > {"1322/QĐ-TTg"}


def test_fewer_acts_than_there_are_is_no_answer(ask: Ask) -> None:
    assert not ask.ask("Which two laws does Hai Phong cite?").answered
    assert ask.ask("Which four laws does Hai Phong cite?").answered


def test_a_receiver_of_a_plan_is_checked(ask: Ask) -> None:
    assert ask.ask("Does the Business Federation receive the Dong Nai plan?").answer.startswith("Yes")


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("Which plan has no number?", "province", {"Đồng Nai"}),
        ("Kế hoạch Đồng Nai gửi cho bộ nào?", "recipient", {"Bộ Khoa học và Công nghệ"}),
        ("Văn bản của Bộ Chính trị nào được Đồng Nai lấy làm chỗ dựa?", "id", {"57-NQ/TW"}),
        ("What happens to Resolution 20/2021?", "id", {"20/2021/NQ-HĐND"}),
        ("Danh mục Đồng Nai xếp ISO 50001 vào đâu?", "ref", {"1.3"}),
    ],
)
def test_only_what_is_asked_is_told(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row.get(column) for row in ask.ask(question).rows} == expected


def test_a_standard_is_looked_for_in_the_point_named(ask: Ask) -> None:
    assert ask.ask("Does task 4.7 of Dong Nai mention ISO 9001?").answer.startswith("No")
    assert ask.ask("Nhiệm vụ 4.7 của Đồng Nai có nêu HACCP không?").answer.startswith("Có")
    assert not ask.ask("Nhiệm vụ 4.6 Đồng Nai áp dụng bộ tiêu chuẩn gì?").answered


def test_nobody_reports_to_one_who_receives_nothing(ask: Ask) -> None:
    assert not ask.ask("Who reports to Can Tho's science department?").answered


def test_all_plans_must_be_of_the_year(ask: Ask) -> None:
    assert ask.ask("Were all plans issued in 2026?").answer.startswith("No")
    assert ask.ask("Was Bac Ninh's plan issued in 2025?").answer.startswith("Yes")
    assert not ask.ask("Is Bac Ninh's plan dated in 2025 or 2026?").answered


def test_a_type_that_is_counted_names_no_plan(ask: Ask) -> None:
    assert "3" in ask.ask("Đồng Nai có mấy quyết định làm căn cứ?").answer
