"""Questions to answers, on the project's own graph."""

import unicodedata

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.ask.understanding import QuestionError

HP, BN, CT, DN = "Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"
KHCN, YT, CT_ = "Sở Khoa học và Công nghệ", "Sở Y tế", "Sở Công Thương"

FIRST = [
    ("so nao chu tri nhiem vu 5.5 hai phong", {CT_, "Sở Nông nghiệp và Môi trường"}),
    ("Đơn vị nào chủ trì phê duyệt danh mục sản phẩm xuất khẩu chủ lực?", {CT_}),
    ("Who is in charge of honouring outstanding organisations in Dong Nai?", {"Sở Nội vụ"}),
    ("Ai phối hợp với Sở Y tế trong mô hình cải tiến tại bệnh viện Đồng Nai?", {KHCN, "Các cơ sở y tế"}),
    ("Ai chịu trách nhiệm thẩm định dự toán ở Cần Thơ?", {"Sở Tài chính"}),
    ("which provinces support ISO 21001", {BN, HP, DN}),
    ("tinh nao khong ap dung VietGAP", {BN, HP}),
    ("Which provinces have no quality award target?", {HP}),
    ("Tỉnh nào không nêu hạn báo cáo?", {CT, HP}),
    ("Tỉnh nào có mục tiêu trên 55% TFP?", {HP, DN}),
    ("Tỉnh nào báo cáo trước 30/11?", {BN, DN}),
    ("Which province trains the most people per year?", {BN}),
    ("Tỉnh nào có nhiều nhiệm vụ nhất?", {DN}),
    ("Đồng Nai hỗ trợ bao nhiêu doanh nghiệp xây dựng tiêu chuẩn cơ sở?", {"30"}),
    ("Bao nhiêu phần trăm trường THPT ở Bắc Ninh áp dụng 5S?", {"20"}),
    ("Hai Phong: how many staff will be trained in metrology?", {"300"}),
    ("TFP cao nhất là bao nhiêu?", {"60"}),
    ("Bắc Ninh hay Hải Phòng đặt mục tiêu TFP cao hơn?", {"57"}),
    ("How many steps does the Can Tho procedure have?", {"7"}),
    ("Có mấy tỉnh căn cứ vào Quyết định 1322?", {"4"}),
    ("Sở KHCN chủ trì bao nhiêu nhiệm vụ ở Hải Phòng?", {"29"}),
    ("How many measures does Can Tho's plan have?", {"19"}),
    ("Nhiệm vụ nào của Đồng Nai thực hiện 2027-2029?", {"3.3", "4.8", "4.9", "4.10"}),
    ("Which tasks in Hai Phong have no coordinating agency?", {"3.1.6", "6.3"}),
    ("Nhiệm vụ nào Sở Tài chính phối hợp?", {"5.6"}),
    ("Which task amends resolution 43/2022/NQ-HĐND?", {"1.1"}),
    ("Kế hoạch của Cần Thơ ban hành ngày nào?", {"2026-01-14"}),
    ("Who signed the plan of Can Tho?", {"Nguyễn Văn Khởi"}),
    ("What is the number of Bac Ninh's plan?", {"49/KH-UBND"}),
    ("Chỉ thị 38-CT/TW ban hành ngày nào?", {"2024-07-30"}),
    ("Who issued Resolution 57-NQ/TW?", {"Bộ Chính trị"}),
    ("Which plans cite Directive 38-CT/TW?", {HP, DN}),
    ("Văn bản nào được cả bốn tỉnh viện dẫn?", {"1322/QĐ-TTg"}),
    ("Bắc Ninh chi bao nhiêu cho học tập kinh nghiệm?", {"1200"}),
    ("Năm nào Bắc Ninh chi ít nhất?", {"3890"}),
    ("Có bao nhiêu khoản trong dự toán của Bắc Ninh?", {"7"}),
    ("What is the largest budget item of Bac Ninh?", None),
    ("Deadline for reporting to the Ministry of Science and Technology in Bac Ninh?", {"--11-30"}),
    ("Hạn báo cáo của Đồng Nai theo quyết định 1295?", {"--06-30", "--11-30"}),
    ("Sở KH&CN Hải Phòng báo cáo ai?", {"Bộ Khoa học và Công nghệ", "Ủy ban nhân dân thành phố Hải Phòng"}),
    ("Bước c trong quy trình của Cần Thơ do ai thực hiện?", {KHCN, "Ủy ban nhân dân thành phố Cần Thơ"}),
    ("HACCP và FSSC 22000 thuộc nhóm nào?", {"Nông nghiệp & Xuất khẩu"}),
    ("By what year should Bac Ninh have 5 clubs?", {"2030"}),
    ("Hải Phòng có mục tiêu TFP 60% không?", {"no"}),
    ("Is the Department of Health leading task 4.8 in Dong Nai?", {"yes"}),
    ("Có phải Sở Y tế chủ trì nhiệm vụ 4.8 của Đồng Nai không?", {"yes"}),
    ("Bắc Ninh có áp dụng ISO 26000 không?", {"no"}),
]

REFUSED = [
    ("Quảng Ninh có bao nhiêu nhiệm vụ?", "Quảng Ninh"),
    ("What is Hanoi's TFP target?", "Hanoi"),
    ("Bình Phước có mục tiêu TFP không?", "thuộc Đồng Nai"),
    ("Cần Thơ có bao nhiêu câu lạc bộ?", "Hải Phòng"),
    ("What is Can Tho's TFP target?", "those that do: Bac Ninh, Dong Nai, Hai Phong"),
    ("TFP của Hải Phòng 60% phải đạt vào năm nào?", "57"),
    ("Số hiệu kế hoạch của Đồng Nai là gì?", "để trống"),
    ("Ai ký kế hoạch Bắc Ninh?", "tên người ký"),
    ("When does task 4.7 in Bac Ninh take place?", "doesn't state a time"),
    ("Who leads task 3.1.6 of Hai Phong?", "doesn't state a leading agency"),
    ("Nhiệm vụ 9.9 của Hải Phòng do ai chủ trì?", "9.9"),
    ("Kinh phí của Cần Thơ năm 2027?", "chỉ Bắc Ninh"),
    ("Hải Phòng sửa đổi nghị quyết nào?", ""),
    ("Hải Phòng đào tạo bao nhiêu phi công?", "phi công"),
    ("Cần Thơ đào tạo bao nhiêu bác sĩ?", "bác sĩ"),
    ("Dân số Hải Phòng là bao nhiêu?", "Dân số"),
    ("How many electric buses will Can Tho buy?", "buses"),
    ("Who won the World Cup in 2022?", ""),
    ("Ai là chủ tịch UBND Cần Thơ?", ""),
    ("Bắc Ninh đã chi bao nhiêu tiền năm 2026?", ""),
    ("asdf qwer zxcv", ""),
    ("xin chào", ""),
]


@pytest.mark.parametrize(("question", "expected"), FIRST)
def test_answers_exactly(ask: Ask, question: str, expected: set[str] | None) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    first = answer.columns[0]
    if expected is not None:
        assert {row[first] for row in answer.rows} == expected
    assert answer.sparql
    assert answer.citations


@pytest.mark.parametrize(("question", "told"), REFUSED)
def test_says_what_it_does_not_know(ask: Ask, question: str, told: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered, answer.answer
    assert not answer.rows
    assert told in answer.answer


def test_conditions_are_all_met(ask: Ask) -> None:
    answer = ask.ask(
        "which tasks on traceability does the agriculture department lead in Đồng Nai before 2028"
    )
    assert {row["ref"] for row in answer.rows} == {"II.2", "4.5", "4.6"}
    assert "traceability" in answer.interpretation
    assert "agriculture department" in answer.interpretation
    assert "2028" in answer.interpretation


def test_all_forms_of_a_question_answer_alike(ask: Ask) -> None:
    text = "Cơ quan nào chủ trì nhiệm vụ về truy xuất nguồn gốc ở Hải Phòng?"
    plain = "co quan nao chu tri nhiem vu ve truy xuat nguon goc o hai phong"
    slips = "Cơ quan nào chủ trì nhiêm vụ về truy suất nguồn gốc ở Hải Phòng?"
    rows = ask.ask(text).rows
    assert rows
    for other in (unicodedata.normalize("NFD", text), plain, slips):
        assert ask.ask(other).rows == rows


def test_answers_in_the_language_of_the_question(ask: Ask) -> None:
    assert "at least 10 experts" in ask.ask("How many experts will Dong Nai certify?").answer
    assert "ít nhất 10 chuyên gia" in ask.ask("Đồng Nai chứng nhận bao nhiêu chuyên gia?").answer
    assert ask.ask("How many experts will Dong Nai certify?").language == "en"


def test_cites_plan_number_and_lines(ask: Ask) -> None:
    (citation,) = ask.ask("Mục tiêu TFP của Hải Phòng là bao nhiêu?").citations
    assert (citation.plan, citation.ref) == ("hai-phong-kh-2026-2030", "II.1.2")
    assert citation.lines
    assert citation.iri.endswith("/target/II.1.2-2")


def test_names_what_was_not_used(ask: Ask) -> None:
    assert "poem" in ask.ask("Write me a poem about productivity").interpretation


def test_refusal_has_the_nearest_points(ask: Ask) -> None:
    hits = ask.ask("What is Can Tho's TFP target?").hits
    assert hits
    assert {"iri", "kind", "plan", "province", "ref", "label_vi", "label_en", "score", "source"} <= set(
        hits[0]
    )


@pytest.mark.parametrize("question", ["", "   ", "x" * 1001])
def test_empty_and_endless_questions_are_errors(ask: Ask, question: str) -> None:
    with pytest.raises(QuestionError):
        ask.ask(question)


@pytest.mark.parametrize(
    "question",
    [
        '"} UNION { ?s ?p ?o } #',
        "Ai chủ trì nhiệm vụ 4.5'; DROP ALL; --",
        "\u0000\ud7ff ☃ <script>",
        "? ? ? ?",
        "2026 2027 2028",
        "Sở Sở Sở nào nào nào",
        "không",
        "which which which tasks tasks",
        "4.5",
        "1322/QĐ-TTg",
        "Bắc Ninh",
    ],
)
def test_odd_questions_do_no_harm(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert isinstance(answer.answered, bool)
    assert answer.answer
