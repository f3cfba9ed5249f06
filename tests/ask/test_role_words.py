"""Roles whose words mean something else beside others, and what is counted beside a task's number."""

import pytest

from qpgraph.ask.engine import Ask


def refs(ask: Ask, text: str) -> set[str]:
    """The numbers of the points that an answer cites."""
    return {citation.ref for citation in ask.ask(text).citations}


@pytest.mark.parametrize(
    ("text", "named", "not_named"),
    [
        ("Which bodies back the Department of Health on task 4.8 in Dong Nai?", "Health facilities", "lead:"),
        (
            "Theo QĐ 1295, những sở nào chung tay chủ trì thanh tra, kiểm tra an toàn sản phẩm?",
            "Sở Công Thương",
            "phối hợp",
        ),
        (
            "Which media outlets in Dong Nai's Decision 1295 lead the drawing up of the propaganda plan?",
            "Dong Nai Newspaper",
            "Department",
        ),
        (
            "Bên Hải Phòng, những sở nào đứng ra soạn quy chuẩn kỹ thuật riêng của địa phương?",
            "Sở Xây dựng",
            "Sở Khoa học và Công nghệ",
        ),
        (
            "Truyền thông trên báo đài ở Bắc Ninh (nhiệm vụ 2.2) do những đơn vị nào cùng chủ trì?",
            "Báo và Phát thanh, Truyền hình Bắc Ninh",
            "UBND cấp xã",
        ),
    ],
)
def test_who_has_the_role(ask: Ask, text: str, named: str, not_named: str) -> None:
    answer = ask.ask(text)
    assert answer.answered
    assert named in answer.answer
    assert not_named not in answer.answer


def test_where_after_a_noun_asks_for_no_place(ask: Ask) -> None:
    text = "List the Hai Phong tasks where the health department is among the lead agencies."
    assert refs(ask, text) == {"3.1.3", "5.3"}


def test_only_plays_the_part_of_a_helper(ask: Ask) -> None:
    text = "Hải Phòng có những nhiệm vụ hằng năm nào mà Sở KH&CN chỉ đóng vai phối hợp?"
    assert refs(ask, text) == {"5.3", "5.5"}


def test_which_years_are_asked_for_and_no_number(ask: Ask) -> None:
    answer = ask.ask("Mấy năm nào Bắc Ninh nghiên cứu xây dựng giáo trình cho các trường đại học, cao đẳng?")
    assert "2027 - 2028" in answer.answer


def test_a_task_that_is_named_is_not_counted(ask: Ask) -> None:
    answer = ask.ask("o hp lop dao tao huong nghiep nang suat tai dai hoc moi nam may lop (nv 4.3)")
    assert "3 lớp" in answer.answer


@pytest.mark.parametrize(("number", "answered"), [(5, True), (7, False)])
def test_a_role_is_denied_where_the_number_is_right(ask: Ask, number: int, answered: bool) -> None:
    text = f"Is it the Department of Health that leads task 4.3 in Bac Ninh, with {number} health facilities?"
    answer = ask.ask(text)
    assert answer.answered is answered
    assert not answered or answer.answer.startswith("No")
