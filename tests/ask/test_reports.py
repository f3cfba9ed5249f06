"""Who reports to whom and by which day, asked in many ways."""

import pytest

from qpgraph.ask.engine import Ask

DAYS = [
    (
        "What is the yearly cut-off for Dong Nai city's report to the Ministry of Science and Technology?",
        {"--11-30"},
    ),
    ("When must agencies in Bac Ninh send their yearly results to the science department?", {"--11-20"}),
    ("Hằng năm UBND các xã ở Bắc Ninh phải gửi báo cáo cho ai, trước ngày nào?", {"--11-20"}),
    (
        "Theo Quyết định 1295, các sở ngành phải báo cáo UBND tỉnh vào những mốc nào trong năm?",
        {"--06-30", "--11-30"},
    ),
    ("Which of the five documents sets two report dates in a year?", {"--06-30", "--11-30"}),
]
YES_NO = [
    ("Is a fixed reporting date stated for Can Tho?", "no"),
    ("Có đúng là Cần Thơ không bắt buộc hạn ngày cụ thể cho báo cáo?", "yes"),
    ("can tho co neu ngay phai bao cao hang nam ko hay chi ghi theo quy dinh", "no"),
    ("Reports under Hai Phong's plan, do they also go to the Ministry of Science and Technology?", "yes"),
]


@pytest.mark.parametrize(("question", "days"), DAYS)
def test_tells_the_day(ask: Ask, question: str, days: set[str]) -> None:
    assert {row["deadline"] for row in ask.ask(question).rows} == days


@pytest.mark.parametrize(("question", "said"), YES_NO)
def test_says_whether_there_is_a_day(ask: Ask, question: str, said: str) -> None:
    assert [row["answer"] for row in ask.ask(question).rows] == [said]


def test_the_ministry_by_its_short_name(ask: Ask) -> None:
    rows = ask.ask("Which provinces have to report to MOST before 30 November each year?").rows
    assert {row["province"] for row in rows} == {"Bắc Ninh", "Đồng Nai"}


def test_a_report_that_is_a_duty_of_its_own(ask: Ask) -> None:
    rows = ask.ask("UBND các xã ở Đồng Nai khảo sát nhu cầu xong thì báo cáo cho những sở nào?").rows
    assert [row["ref"] for row in rows] == ["VI.9.a"]


@pytest.mark.parametrize(
    ("question", "ref"),
    [
        ("kinh phi ke hoach can tho tu dau ra", "IV.1"),
        ("Kế hoạch Cần Thơ áp dụng cho những ai?", "II.1"),
    ],
)
def test_sources_of_money_and_those_it_is_for(ask: Ask, question: str, ref: str) -> None:
    assert ref in {row["ref"] for row in ask.ask(question).rows}


def test_a_bare_ministry_is_who_is_reported_to(ask: Ask) -> None:
    rows = ask.ask("Bắc Ninh phải báo cáo Bộ trước ngày nào?").rows
    assert {row["deadline"] for row in rows} == {"--11-30"}


def test_tells_through_whom_a_report_goes(ask: Ask) -> None:
    question = "Báo cáo của các sở, ngành theo Quyết định 1295 gửi lên đâu và thông qua cơ quan nào?"
    rows = ask.ask(question).rows
    assert all("qua Sở Khoa học và Công nghệ" in row["title"] for row in rows)
    assert {row["to"] for row in rows} == {"Ủy ban nhân dân tỉnh Đồng Nai"}


def test_who_receives_is_a_condition_where_provinces_are_asked_for(ask: Ask) -> None:
    rows = ask.ask("Bộ KH&CN nhận báo cáo từ những tỉnh nào?").rows
    assert len({row["province"] for row in rows}) == 4


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        (
            "Who in Hai Phong gets the progress report?",
            "to",
            {"Ủy ban nhân dân thành phố Hải Phòng", "Bộ Khoa học và Công nghệ"},
        ),
        ("Which plans give no reporting date?", "province", {"Cần Thơ", "Hải Phòng"}),
        ("Tỉnh nào không phải báo cáo Thủ tướng?", "province", {"Bắc Ninh", "Cần Thơ", "Hải Phòng"}),
    ],
)
def test_who_receives_and_who_lacks(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row[column] for row in ask.ask(question).rows} == expected


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("On which calendar day does Bac Ninh report to the ministry each year?", "--11-30"),
        ("On which calendar day must Hai Phong send its annual report to the ministry?", None),
    ],
)
def test_which_day_is_a_deadline_or_not_stated(ask: Ask, question: str, day: str | None) -> None:
    answer = ask.ask(question)
    assert answer.answered is (day is not None)
    assert {row["deadline"] for row in answer.rows} == ({day} if day else set())


@pytest.mark.parametrize(
    ("question", "column", "expected"),
    [
        ("Reports of Dong Nai's agencies go to which department?", "to", {"Sở Khoa học và Công nghệ"}),
        (
            "To whom in central government does Dong Nai report before 30 November?",
            "to",
            {"Bộ Khoa học và Công nghệ", "Thủ tướng Chính phủ"},
        ),
        ("Văn bản nào bắt các sở, ngành báo cáo hai lần mỗi năm?", "deadline", {"--06-30", "--11-30"}),
        ("Which document makes agencies report twice a year?", "deadline", {"--06-30", "--11-30"}),
    ],
)
def test_tells_what_is_asked(ask: Ask, question: str, column: str, expected: set[str]) -> None:
    assert {row[column] for row in ask.ask(question).rows} == expected
