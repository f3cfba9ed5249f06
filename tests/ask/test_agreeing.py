"""The form of an answer agrees with the question: half an answer, or one of another form, is none."""

import pytest

from qpgraph.ask.engine import Ask

HALF = [
    "Thông tư 35/2021 do ai ban hành và Bắc Ninh có dùng không?",
    "Do both Dong Nai and Hai Phong name ISO 7101?",
    "Có phải cả Bắc Ninh và Cần Thơ đều nhắc tới ISO 18091?",
    "Task 4.4 Bắc Ninh, kinh phí?",
    "How many standards does task 4.2 of Bac Ninh list, and what will it cost?",
    "Which agency pays for the 5S pilots in Bac Ninh's colleges?",
    "Danh mục sản phẩm xuất khẩu chủ lực của Đồng Nai có bao nhiêu sản phẩm?",
    "Ngân sách Bắc Ninh cho truyền thông năm 2030 và cho đào tạo năm 2026 cộng lại?",
    "Doanh nghiệp Bắc Ninh nộp hồ sơ tham gia Chương trình 1322 ở đâu?",
    "Which province has the earliest deadline for TFP?",
    "Dong Nai 4.8 start?",
    "What is Halal used for in Dong Nai's list and who certifies it?",
    "Does Hai Phong plan more experts than Can Tho and Dong Nai together?",
    "Which of the four plans was issued last, and by whom was it signed?",
    "Is Directive 38 cited in only one plan?",
    "Which plans cite Decision 36 but not Decision 1322?",
    "Quyết định 1295 của Đồng Nai còn hiệu lực không?",
]

WHOLE = [
    "Do both Bac Ninh and Hai Phong name ISO 18091?",
    "Task 4.2 in Bac Ninh: partners?",
    "Dong Nai 4.8 output?",
]


@pytest.mark.parametrize("question", HALF)
def test_half_an_answer_is_refused(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered, answer.answer


@pytest.mark.parametrize("question", WHOLE)
def test_a_whole_answer_stays(ask: Ask, question: str) -> None:
    assert ask.ask(question).answered
