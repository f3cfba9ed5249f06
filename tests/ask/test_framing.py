"""Lead-ins, plans that are named by their titles, slips between neighbours."""

import pytest

from qpgraph.ask.engine import Ask
from qpgraph.ask.lexicon import load_lexicon
from qpgraph.ask.wording.framing import frame_end
from qpgraph.ask.wording.words import words_of


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("I am preparing a briefing and would like to know which targets there are", 10),
        ("Dạ cho em hỏi Sở Y tế chủ trì gì", 4),
        ("Tôi đang viết bài về nhân lực: nơi nào đặt chỉ tiêu", 7),
        ("Kinh phí hội thảo là bao nhiêu", 0),
        ("Which tasks do they lead", 0),
    ],
)
def test_lead_ins_are_found(text: str, left: int) -> None:
    assert frame_end(words_of(text), load_lexicon(), text) == left


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
