"""Words that limit what is asked: an answer takes them up, or there is none."""

import pytest

from qpgraph.ask.engine import Ask

BN, CT, DN, HP = "Bắc Ninh", "Cần Thơ", "Đồng Nai", "Hải Phòng"

TAKEN_UP = [
    ("Mục 4 (đào tạo) trong phụ lục của Hải Phòng có mấy nhiệm vụ?", "count", ["4"]),
    ("Địa phương nào nhắc cả Halal lẫn VietGAP?", "province", [CT, DN]),
    ("What is the total for seminars over the whole period in Bac Ninh?", "amount", ["400"]),
    ("What date is on Dong Nai's Decision 1295?", "date", ["2025-04-23"]),
    ("How much will Bac Ninh spend after 2027?", "year", ["2028", "2029", "2030"]),
    ("Kinh phí Bắc Ninh trước năm 2028 là bao nhiêu?", "year", ["2026", "2027"]),
    (
        "Trong kế hoạch 2026-2030, Sở GD&ĐT Bắc Ninh và Sở GD&ĐT Đồng Nai mỗi bên chủ trì mấy nhiệm vụ?",
        "count",
        ["1", "2"],
    ),
    ("Plans issued in 2026", "province", [CT, DN]),
]

REFUSED = [
    "Đồng Nai có bao nhiêu nhiệm vụ, trong đó mấy việc do Sở KH&CN đứng đầu?",
    "Which Bac Ninh tasks run for more than one year?",
    "Which province has the best hospitals?",
    "Which provinces exceeded their TFP target?",
    "Nhiệm vụ nào ở Bắc Ninh có nguy cơ bị cắt?",
    "Bắc Ninh khác Hải Phòng ở tiêu chuẩn nào?",
    "Does the Department of Health lead more tasks than the Department of Industry and Trade in Dong Nai?",
    "How many tasks do DOST and the Department of Health each lead in Can Tho?",
    "Sở Y tế và Sở GD&ĐT Hải Phòng mỗi sở chủ trì bao nhiêu nhiệm vụ?",
    "Các sở của Bắc Ninh báo cáo vào quý mấy?",
    "What is the average annual budget of Bac Ninh?",
    "Does Can Tho have at least 20 tasks?",
    "Is Hai Phong's training target higher than Dong Nai's?",
    "Sở nào vừa chủ trì vừa phối hợp nhiệm vụ ở Bắc Ninh?",
    "How many enterprises in total will the four provinces support?",
    "Nhiệm vụ nào cả Bắc Ninh và Hải Phòng đều có?",
    "Kế hoạch nào không do chủ tịch ký?",
    "How many tasks in Bac Ninh have no coordinator and are led by DOST?",
]


@pytest.mark.parametrize(("question", "column", "expected"), TAKEN_UP)
def test_what_limits_a_question_limits_its_answer(
    ask: Ask, question: str, column: str, expected: list[str]
) -> None:
    answer = ask.ask(question)
    assert answer.answered
    assert sorted(row[column] for row in answer.rows) == sorted(expected)


@pytest.mark.parametrize("question", REFUSED)
def test_what_is_not_taken_up_stops_the_answer(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered
    assert not answer.rows


def test_one_or_the_other_agency_counts_the_tasks_of_both(ask: Ask) -> None:
    count = int(
        ask.ask("How many Hai Phong tasks are led by DOST or the Department of Health?").rows[0]["count"]
    )
    alone = int(ask.ask("How many Hai Phong tasks are led by DOST?").rows[0]["count"])
    assert count > alone


def test_an_agency_named_with_kh_names_no_plan(ask: Ask) -> None:
    led = ask.ask("Sở KH&CN Đồng Nai chủ trì những nhiệm vụ nào?").rows
    assert {row["plan"] for row in led} == {"dong-nai-kh-2026-2030", "dong-nai-qd-1295-2025"}
