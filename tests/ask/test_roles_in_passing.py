"""Who has which part, said in passing: who helps the one in charge, blanks, whole spans, collectives."""

import pytest

from qpgraph.ask.engine import Ask

CT, GD, KH = "Sở Công Thương", "Sở Giáo dục và Đào tạo", "Sở Khoa học và Công nghệ"
NN, YT = "Sở Nông nghiệp và Môi trường", "Sở Y tế"


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        # Nobody is put down.
        ("Which Hai Phong tasks leave the lead blank?", {"3.1.6", "6.3"}),
        ("hai phong co nhiem vu nao de trong co quan phoi hop", {"3.1.6", "6.3"}),
        # One of those who lead.
        ("Ở Hải Phòng, việc nào làm hằng năm mà Sở Y tế là một trong các bên đứng đầu?", {"3.1.3", "5.3"}),
        # All of the plan's years, one year only, the year of the start only.
        ("Which Hai Phong tasks span 2026-2030?", {"2.1", "2.4", "3.1.6", "4.1", "4.4", "5.4", "5.6"}),
        ("Nhiệm vụ nào của Bắc Ninh chỉ làm trong năm 2026?", {"1.2"}),
        ("Which Bac Ninh tasks only begin in 2027?", {"3.2", "4.2", "4.8"}),
        # A collective that has a role.
        ("Ở Hải Phòng, doanh nghiệp được ghi là bên phối hợp trong nhiệm vụ nào?", {"4.4"}),
        # What an agency helps in.
        ("What does the finance department in Bac Ninh help with?", {"V.5.a"}),
        ("What does Home Affairs work with other departments to do under Decision 1295?", {"IV.4"}),
        # A slip at the end of a word; what a form of work is called.
        ("Liệt kê các nhiện vụ của Đồng Nai 2026-2030 do Sở NN&MT chủ trì.", {"4.5", "4.6", "4.7"}),
        (
            "Nhiệm vụ nào của Bắc Ninh làm dưới dạng nhiệm vụ KH&CN?",
            {"1.4", "3.2", "4.2", "4.3", "4.8"},
        ),
    ],
)
def test_tasks_and_duties(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["ref"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        (
            "For the list of main export goods in Dong Nai, which departments help the one in charge?",
            {NN, KH},
        ),
        ("Nhiệm vụ 1.3 của Đồng Nai, ai phụ cho đơn vị chủ trì?", {NN, KH}),
        ("ben nao phu so khcn lam mo hinh 5s trong truong hoc o dong nai", {GD, "Các cơ sở giáo dục"}),
        ("Việc nhân rộng 5S trong trường học Bắc Ninh, Sở GD&ĐT làm cùng cơ quan nào?", {KH}),
        ("Sở nào cùng Sở KH&CN giúp Đồng Nai dùng các công cụ cải tiến cơ bản và đặc thù?", {CT}),
        ("Ai lo thanh tra chất lượng hàng bán ngoài thị trường theo QĐ 1295?", {NN, KH, CT}),
        # A plan that a task is to make, and no title.
        (
            "Who runs the publicity plan on standards, metrology and quality under Decision 1295?",
            {"Đài Phát thanh và Truyền hình Đồng Nai", "Báo Đồng Nai"},
        ),
        ("HP 5.3: who leads?", {YT, CT, NN, "Sở Xây dựng"}),
    ],
)
def test_agencies(ask: Ask, question: str, expected: set[str]) -> None:
    assert {row["agency"] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "count"),
    [
        ("How many tasks in Hai Phong run over the whole 2026-2030 span instead of being yearly?", "7"),
        ("How many Hai Phong tasks have two or more lead agencies?", "3"),
        ("How many different lead agencies are there in Dong Nai's 2026-2030 plan?", "8"),
        ("Bảng nhiệm vụ của Hải Phòng có mấy việc do Sở Y tế chủ trì?", "2"),
    ],
)
def test_counts(ask: Ask, question: str, count: str) -> None:
    assert [row["count"] for row in ask.ask(question).rows] == [count]


@pytest.mark.parametrize(
    "question",
    [
        "Name each agency that coordinates at least three tasks in Dong Nai.",
        "Which agencies lead two tasks in Hai Phong?",
        "Doanh nghiệp Bắc Ninh có trách nhiệm gì theo kế hoạch?",
        "Báo Hải Phòng lo phần nào?",
    ],
)
def test_what_comes_near_is_no_answer(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered
