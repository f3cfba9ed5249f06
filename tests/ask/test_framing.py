"""Lead-ins, plans that are named by their titles, slips between neighbours."""

import pytest

from qpgraph.ask.engine import Ask


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I am preparing a briefing and would like to know which targets there are", 10),
        ("Dạ cho em hỏi Sở Y tế chủ trì gì", 4),
        ("Tôi đang viết bài về nhân lực: nơi nào đặt chỉ tiêu", 7),
        ("Kinh phí hội thảo là bao nhiêu", 0),
        ("Which tasks do they lead", 0),
        ("Good morning. For a note to our donor: which provinces support Halal", 8),
        ("I am new to this. Which tasks are there", 5),
        ("I run a plan on traceability. Which tasks are there", 0),
        ("Sở em mới nhận nhiệm vụ, Đồng Nai báo cáo trước ngày nào", 6),
        ("soan bao cao gap, tong kinh phi Bac Ninh la bao nhieu", 4),
        ("For a table we make: what is the budget of Bac Ninh", 5),
        ("Máy lạnh nhà em chảy nước, sửa sao đây", 0),
        ("If we report, which tasks are there", 0),
    ],
)
def test_lead_ins_are_found(ask: Ask, text: str, left: int) -> None:
    assert len(ask._understanding.read(text).asked.lead_in) == left


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("I am writing a report on schools and want to know who leads task 4.8 in Dong Nai", "Sở Y tế"),
        ("Nhờ anh chị cho biết ai chủ trì nhiệm vụ 4.8 của Đồng Nai", "Sở Y tế"),
        ("Trong kế hoạch nâng cao năng suất, chất lượng của Đồng Nai ai chủ trì nhệm vụ 4.8?", "Sở Y tế"),
        ("Which provnce has a traceability taget of 60 percent?", "Hải Phòng"),
    ],
)
def test_they_are_not_looked_for(ask: Ask, question: str, first: str) -> None:
    answer = ask.ask(question)
    assert {next(iter(row.values())) for row in answer.rows} == {first}
