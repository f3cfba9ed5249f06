"""The reading led by search: one fact of a point that search is sure of, in words that no plan has."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("In Hai Phong, which departments take the lead on better lab testing of the eco-friendliness of "
         "key export goods?", "Department of Industry and Trade"),
        ("han chot duyet danh muc hang xuat khau chu luc cua dong nai la nam nao", "2026 - 2027"),
        ("Việc biên soạn danh mục hàng xuất khẩu chủ lực ở Đồng Nai sở nào làm đầu mối?", "Sở Công Thương"),
    ],
)  # fmt: skip
def test_search_stands_for_the_words(ask: Ask, text: str, said: str) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert said in answer.answer
    assert "by search" in answer.interpretation or "theo tìm kiếm" in answer.interpretation


@pytest.mark.parametrize(
    "text",
    [
        # Lists: search is sure of one point, and there may be more.
        "danh sach hang xuat khau chu luc cua dong nai gom nhung mat hang nao cu the vay a",
        # What is asked for is no fact of the point that search is sure of.
        "Nếu doanh nghiệp Cần Thơ nộp hồ sơ trễ thì bị phạt bao nhiêu tiền?",
        "Em muốn biết lãi suất vay ưu đãi dành cho doanh nghiệp tham gia chương trình 1322 ở Cần Thơ.",
        # Of two provinces search is sure of one only.
        "Theo em nhớ thì Cần Thơ dự tính chứng nhận 20 chuyên gia. Vậy Đồng Nai thì tối thiểu mấy người?",
    ],
)
def test_more_than_one_fact_of_one_point_is_not_led(ask: Ask, text: str) -> None:
    assert not ask.ask(text).answered


def test_may_is_no_vietnamese_word_in_english(ask: Ask) -> None:
    answer = ask.ask(
        "When is Bac Ninh going to work out its productivity curriculum for universities, if I may ask?"
    )
    assert "2027 - 2028" in answer.answer
