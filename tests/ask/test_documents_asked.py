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
