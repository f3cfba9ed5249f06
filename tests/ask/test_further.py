"""Further facts of one thing asked for in the same breath."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Who leads task 3.1.7 of Hai Phong, and how many enterprises take part each year?",
            ("Department of Science and Technology", "at least 2 enterprises a year"),
        ),
        (
            "Nhiệm vụ nào của Hải Phòng về giải thưởng chất lượng quốc gia, mỗi năm mấy doanh nghiệp?",
            ("3.1.7", "ít nhất 2 doanh nghiệp"),
        ),
        (
            "Which task in Hai Phong applies TCVN ISO 21001, and who leads it?",
            ("3.3.2", "Department of Science"),
        ),
        (
            "ai chu tri nhiem vu 1.3 dong nai va ai phoi hop",
            ("Sở Công Thương", "Sở Khoa học và Công nghệ; Sở Nông nghiệp và Môi trường"),
        ),
        (
            "Nhiệm vụ 4.5 của Bắc Ninh do ai chủ trì, ai phối hợp, làm từ năm nào?",
            ("Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ", "2026 - 2030"),
        ),
        (
            "What output does Dong Nai task 1.3 have and in which years?",
            ("key export products", "2026 - 2027"),
        ),
        ("Quyết định 100/QĐ-TTg về nội dung gì và tỉnh nào dùng làm căn cứ?", ("truy xuất", "Hải Phòng")),
        ("Who issued Circular 35/2021/TT-BTC, and which plan cites it?", ("Bộ Tài chính", "Cần Thơ")),
        (
            "5S models in Dong Nai's hospitals: how many at least, and which standards?",
            ("at least 2 models", "ISO 15189"),
        ),
        ("Bước a của quy trình Cần Thơ do ai làm và khi nào?", ("Doanh nghiệp", "Quý I")),
        ("How much does Bac Ninh plan for training courses, and who leads that item?", ("7000", "Science")),
        (
            "What is Bac Ninh's biggest budget line, and how much does it take each year?",
            ("III.1", "2027: 2000"),
        ),
        ("In Can Tho, who compiles the report and for which two recipients?", ("Sở Khoa học", "Bộ Khoa học")),
        ("How many provinces have a TFP target? List them.", ("Bắc Ninh", "Hải Phòng", "Đồng Nai")),
        (
            "Who signed for Dong Nai on the 2026-2030 plan, and in what capacity?",
            ("Lê Trường Sơn", "Vice Chair"),
        ),
    ],
)
def test_each_fact_is_told(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    answer = ask.ask(question)
    assert answer.answered
    assert [text for text in told if text not in answer.answer] == []


@pytest.mark.parametrize(
    "question",
    [
        "Who leads task 1.1 of Dong Nai, and how much does it cost?",
        "Ai chủ trì nhiệm vụ 1.1 Đồng Nai và tốn bao nhiêu tiền?",
        "Who leads task 4.5 of Bac Ninh, and where is its office?",
        "Ai chủ trì nhiệm vụ 4.5 của Bắc Ninh và trụ sở ở đâu?",
        "Ai chủ trì nhiệm vụ 4.5 của Bắc Ninh, và tại sao?",
        "Who leads the digital product passport task in Bac Ninh, and what is the output?",
        "When does task 4.5 of Bac Ninh start, and how many schools joined last year?",
        "Cần Thơ đào tạo bao nhiêu chuyên gia năng suất và đến năm nào?",
        "province: Can Tho | indicator: TFP | value: ?",
        "Bắc Ninh | nhiệm vụ 4.5 | chủ trì: ? | màu sắc: ?",
        "Task 4.5 Bac Ninh: lead? colour?",
    ],
)
def test_half_of_the_facts_is_no_answer(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Bắc Ninh | nhiệm vụ 4.5 | chủ trì: ? | thời gian: ?", ("Sở Giáo dục và Đào tạo", "2026 - 2030")),
        ("province: Dong Nai | indicator: productivity experts | value: ?", ("at least 10 experts",)),
        ("Văn bản: 35/2021/TT-BTC | ngày: ? | cơ quan ban hành: ?", ("2021-05-19", "Bộ Tài chính")),
        ("Task 4.5 Bac Ninh: lead? years?", ("Department of Education and Training", "2026 - 2030")),
        ("NV 3.1.7 Hải Phòng: chủ trì? phối hợp? số DN/năm?", ("Các sở, ngành", "ít nhất 2 doanh nghiệp")),
    ],
)
def test_blank_fields_of_a_form_are_questions(ask: Ask, question: str, told: tuple[str, ...]) -> None:
    answer = ask.ask(question)
    assert answer.answered
    assert [text for text in told if text not in answer.answer] == []


def test_a_fact_stands_in_a_column_of_its_own(ask: Ask) -> None:
    row = ask.ask("Cơ quan nào phối hợp nhiệm vụ 4.4 Bắc Ninh, và bao giờ xong?").rows[0]
    assert (row["agency"], row["start"], row["end"]) == ("Sở Giáo dục và Đào tạo", "2026", "2030")


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Ai chủ trì nhiệm vụ 4.5 của Bắc Ninh, và phối hợp với ai?", "phối hợp: Sở Khoa học và Công nghệ"),
        (
            "Who leads task 4.5 of Bac Ninh, and who helps?",
            "coordinated by Department of Science and Technology",
        ),
    ],
)
def test_the_sentence_tells_agencies_of_another_role_by_it(ask: Ask, question: str, sentence: str) -> None:
    answer = ask.ask(question)
    assert sentence in answer.answer
    assert ("hỏi thêm: " if answer.language == "vi" else "also asked: ") in answer.interpretation
    assert "?" not in answer.interpretation
