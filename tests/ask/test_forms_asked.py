"""The third opinion: a learned model of which forms of answer questions ask for."""

from collections import Counter
from pathlib import Path

import pytest

from qpgraph.ask.checks.forms_asked import FormsAsked, form_name, traits, unasked
from qpgraph.ask.engine import Ask
from qpgraph.ask.planning.form import Form, shows
from qpgraph.ask.planning.question import Proposal
from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory

LEADS = "Which department is in charge of task 4.4 of Bac Ninh?"


def proposal(show: str) -> Proposal:
    return Proposal(Form(shows()[show], "en"))


def test_names_of_things_and_numbers_are_no_traits(ask: Ask) -> None:
    runs, parts, read = traits(ask.planned(LEADS)[0])
    assert runs["<ref>"] == 1
    assert runs["<province>"] == 1
    assert not any("ninh" in run for run in runs)
    assert parts["~char"] == 1
    assert read["for:agency"] == 1


@pytest.mark.parametrize(
    ("question", "asked", "not_asked"),
    [
        (LEADS, "leads", "plan-date"),
        ("Bắc Ninh đặt mục tiêu bao nhiêu câu lạc bộ?", "quantities", "plan-date"),
        ("nhung noi nao ap dung ISO 7101", "provinces", "act-issuer"),
    ],
)
def test_a_form_that_nobody_asks_for_is_refused(ask: Ask, question: str, asked: str, not_asked: str) -> None:
    read, _ = ask.planned(question)
    assert unasked(read, proposal(asked)) == []
    assert unasked(read, proposal(not_asked)) == [f"{not_asked}/list"]


def test_a_form_that_the_model_does_not_know_is_not_judged(ask: Ask) -> None:
    read, _ = ask.planned(LEADS)
    unknown = next(name for name in shows() if f"{name}/list" not in known().forms)
    assert unasked(read, proposal(unknown)) == []


def known() -> FormsAsked:
    return FormsAsked.read(data_directory("models") / "qpgraph-forms" / "forms.npz")


def test_an_answer_has_a_form_by_name(ask: Ask) -> None:
    _, form = ask.planned(LEADS)
    assert form is not None
    assert form_name(form) == "leads/list"


def test_a_model_that_can_not_be_read_says_so(tmp_path: Path) -> None:
    file = tmp_path / "forms.npz"
    with pytest.raises(QpgraphError, match=r"forms\.npz: no model of forms"):
        FormsAsked.read(file)
    file.write_bytes(b"nothing")
    with pytest.raises(QpgraphError, match=r"forms\.npz: no model of forms"):
        FormsAsked.read(file)


def test_what_is_learned_is_written_and_read_back(tmp_path: Path) -> None:
    pytest.importorskip("sklearn", reason="needs scikit-learn, which learns the model")
    from training.forms import Answered, learn, write

    def one(words: str, form: str) -> Answered:
        return Answered(words, (Counter(words.split()), Counter(), Counter(["for:x"])), form)

    asked = [one(f"who leads {number % 3}", "leads/list") for number in range(21)]
    asked += [one(f"how many {number % 3}", "points/count") for number in range(21)]
    asked += [one(f"by when {number % 3}", "due/list") for number in range(21)]
    asked += [one("what else", "texts/list")]
    model = learn(asked)
    assert model.forms == ("due/list", "leads/list", "points/count")
    assert "else" not in model.features
    write(model, tmp_path / "forms.npz")
    read = FormsAsked.read(tmp_path / "forms.npz")
    new = one("who leads what", "").traits
    assert read.shares(new) == pytest.approx(model.shares(new), abs=0.02)
    assert read.shares(new)["leads/list"] > 0.8
