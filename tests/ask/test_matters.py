"""The procedure, the conditions of support and the closing words of plans, asked in free words."""

import pytest

from qpgraph.ask.engine import Ask

STEPS = [
    ("Enterprises in Can Tho apply in what quarter of the year?", "a"),
    ("Doanh nghiệp ở Cần Thơ muốn xin vô Chương trình 1322 thì phải nộp hồ sơ vào quý mấy?", "a"),
    ("Ai xét hồ sơ đăng ký của doanh nghiệp Cần Thơ?", "b"),
    ("sau khi dn can tho nop ho so thi so lam gi", "b"),
    ("Whose job in Can Tho is signing the support contracts with enterprises?", "c"),
    ("After the work is finished, what does a Can Tho company hand in besides a written request?", "d"),
    ("Tiền hỗ trợ theo hợp đồng ở Cần Thơ được trả mấy lần?", "g"),
]
NAMED = [
    ("Ở Cần Thơ, các bước từ a đến c diễn ra trong những quý nào?", {"a", "b", "c"}),
    ("Who takes steps d and e in Can Tho?", {"d", "e"}),
    ("Sau bước c là bước gì ở Cần Thơ?", {"d"}),
    ("Trước bước nghiệm thu ở Cần Thơ là bước nào?", {"d"}),
    ("Before signing the contract, what must the Can Tho department do?", {"c"}),
    ("Which of Can Tho's steps have no quarter?", {"d", "đ", "e", "g"}),
    ("buoc nao trong quy trinh o can tho khong neu thoi gian", {"đ", "g"}),
    ("Bước nào trong quy trình của Cần Thơ không ghi ai làm?", {"g"}),
    ("Which step in Can Tho spans two quarters?", {"c"}),
    ("Giám đốc Sở ký gì?", {"c", "e"}),
]
WHO = [
    ("Ai trình danh sách doanh nghiệp được hỗ trợ để UBND TP Cần Thơ duyệt?", "Sở Khoa học và Công nghệ"),
    ("Ai duyệt danh sách doanh nghiệp do Sở KH&CN Cần Thơ trình?", "Ủy ban nhân dân thành phố Cần Thơ"),
]
YES_NO = [
    ("Can Tho hỗ trợ có được trùng lặp không?", "no"),
    ("Việc hỗ trợ ở Cần Thơ có công khai không?", "yes"),
    ("Companies already getting other state money for the same thing - can they be helped in Cần Thơ?", "no"),
    ("Are SMEs using domestic raw materials put first in line in Cần Thơ?", "yes"),
    ("Can Tho lets a firm in although it owes taxes - is that so?", "no"),
    ("Doanh nghiệp muốn xin hỗ trợ ở Cần Thơ mà đang nợ bảo hiểm thì có được nhận không?", "no"),
    ("Is the support money in Can Tho paid out in several instalments?", "no"),
    ("Does the Can Tho city People's Committee sign the contracts?", "no"),
    ("Is the Can Tho support paid quarterly?", "no"),
    ("Chánh văn phòng UBND tỉnh có phải thi hành QĐ 1295 không?", "yes"),
]
TOLD = [
    ("Doanh nghiệp nhỏ và vừa ở Cần Thơ muốn được ưu tiên thì phải xài nguyên liệu gì?", "II.2.b"),
    ("Em xin hỏi bên Bắc Ninh báo với ai nếu gặp vướng mắc khi làm kế hoạch ạ?", "V"),
    ("Quyết định 1295 có hiệu lực từ lúc nào thế?", "Đ.2"),
    ("Which Can Tho enterprises are excluded from support?", "II.2.c"),
    ("Who draws up the yearly estimate in Can Tho and who appraises it?", "IV.3"),
    ("Ai duyệt dự toán hằng năm ở Cần Thơ?", "IV.3"),
    ("Kinh phí ở Bắc Ninh được cấp cho đơn vị nào?", "IV"),
    ("Năm nào Đồng Nai tổng kết kế hoạch?", "VI.2.đ"),
]
NOT_TOLD = [
    "Trước khi nộp hồ sơ, doanh nghiệp Cần Thơ cần làm gì?",
    "Who chairs the advisory council in Can Tho?",
    "Đối tượng áp dụng của kế hoạch Hải Phòng?",
    "How many days does Cần Thơ's department have for checking a file?",
    "Hồ sơ đăng ký của doanh nghiệp Cần Thơ gồm bao nhiêu bản sao công chứng?",
    "Are women-owned firms given priority for support in Can Tho?",
    "Do foreign enterprises apply in Can Tho in another quarter?",
    "Does Can Tho grant supported firms a tax exemption?",
]


@pytest.mark.parametrize(("question", "letter"), STEPS)
def test_finds_the_step_by_what_is_done(ask: Ask, question: str, letter: str) -> None:
    answer = ask.ask(question)
    assert answer.answered, answer.answer
    assert {row["step"] for row in answer.rows} == {letter}


@pytest.mark.parametrize(("question", "said"), YES_NO)
def test_says_yes_or_no_of_a_condition(ask: Ask, question: str, said: str) -> None:
    answer = ask.ask(question)
    assert answer.rows and answer.rows[0]["answer"] == said, answer.answer


@pytest.mark.parametrize(("question", "ref"), TOLD)
def test_tells_the_provision(ask: Ask, question: str, ref: str) -> None:
    answer = ask.ask(question)
    assert [row["ref"] for row in answer.rows] == [ref], answer.answer


@pytest.mark.parametrize("question", NOT_TOLD)
def test_passes_over_nothing_that_narrows(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered, answer.answer


def test_one_of_several_who_take_a_step(ask: Ask) -> None:
    rows = ask.ask("Danh sách doanh nghiệp được hỗ trợ ở Cần Thơ do cấp nào phê duyệt?").rows
    assert [row["actor"] for row in rows] == ["Ủy ban nhân dân thành phố Cần Thơ"]


def test_all_steps_that_an_enterprise_goes_through(ask: Ask) -> None:
    asked = "Doanh nghiệp Cần Thơ muốn được hỗ trợ theo Chương trình 1322 phải qua những bước nào?"
    assert len(ask.ask(asked).rows) >= 7


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is it the Department of Science and Technology that checks the files in Can Tho?", "yes"),
        ("Is a company that works outside its registered line of business eligible in Can Tho?", "no"),
        ("Must firms pay their taxes to be eligible in Can Tho?", "yes"),
        ("Is it right that Can Tho excludes companies that get other state money?", "yes"),
    ],
)
def test_whether_turns_on_the_words_for_and_against(ask: Ask, question: str, said: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [said]


@pytest.mark.parametrize(
    "question",
    [
        "Can Tho: how long does acceptance take?",
        "What email address should Can Tho enterprises use to send the file?",
    ],
)
def test_no_duration_and_no_address(ask: Ask, question: str) -> None:
    assert not ask.ask(question).answered


def test_what_comes_after_one_matter_and_is_another(ask: Ask) -> None:
    rows = ask.ask("Sau khi danh sách được duyệt, ai ký hợp đồng ở Cần Thơ?").rows
    assert [(row["step"], row["actor"]) for row in rows] == [("c", "Sở Khoa học và Công nghệ")]


def test_to_whom_something_is_handed_in(ask: Ask) -> None:
    rows = ask.ask("For Can Tho applicants: who receives the registration form?").rows
    assert "Department of Science and Technology" in rows[0]["title"]


@pytest.mark.parametrize(("question", "letters"), NAMED)
def test_finds_the_steps_by_order_and_by_what_is_stated(ask: Ask, question: str, letters: set[str]) -> None:
    assert {row["step"] for row in ask.ask(question).rows} == letters


@pytest.mark.parametrize(("question", "who"), WHO)
def test_tells_who_does_what_the_verb_beside_who_says(ask: Ask, question: str, who: str) -> None:
    assert {row["actor"] for row in ask.ask(question).rows} == {who}


def test_names_the_matter_without_question_words(ask: Ask) -> None:
    told = ask.ask(
        "In which quarter does Can Tho's science department survey the enterprises?"
    ).interpretation
    assert "«survey, enterprises»" in told


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        (
            "Danh muc san pham xuat khau chu luc cua Dong Nai ban hanh de lam can cu cho viec gi?",
            "làm căn cứ",
        ),
        ("Đầu tư chuẩn công tác đo lường ở Hải Phòng phục vụ điều gì?", "hạ tầng đo lường"),
    ],
)
def test_tells_what_something_is_for(ask: Ask, question: str, ref: str) -> None:
    assert any(ref in row["title"] for row in ask.ask(question).rows)


def test_a_step_with_more_of_the_words_is_meant(ask: Ask) -> None:
    answer = ask.ask("Ở Cần Thơ, Sở KH&CN xem xét hồ sơ và khảo sát doanh nghiệp đăng ký vào quý mấy?")
    assert [row["step"] for row in answer.rows] == ["b"]


@pytest.mark.parametrize(
    "question",
    [
        "Doanh nghiệp Cần Thơ nộp hồ sơ ở đâu?",
        "Nộp hồ sơ xin hỗ trợ ở Cần Thơ tại cơ quan nào?",
        "Which office receives the application file in Can Tho?",
        "Muốn được hỗ trợ thì doanh nghiệp phải đăng ký ở chỗ nào?",
    ],
)
def test_the_step_tells_where_papers_go(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert [row["ref"] for row in answer.rows] == ["II.3.a"]
    assert "Sở Khoa học và Công nghệ" in answer.answer or "Department of Science" in answer.answer


def test_no_step_tells_what_handing_in_costs(ask: Ask) -> None:
    assert not ask.ask("Nộp hồ sơ tham gia chương trình 1322 ở Cần Thơ mất bao nhiêu tiền lệ phí?").answered
