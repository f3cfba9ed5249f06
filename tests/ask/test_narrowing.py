"""The words that narrow a question: none is a word of the graph or one without meaning."""

import re
import unicodedata
from functools import cache
from pathlib import Path

import pytest
import yaml

import qpgraph.ask
from qpgraph.ask.engine import Ask
from qpgraph.ask.lexicon import load_lexicon

LANGUAGES = ("vi", "en")
LEAST = 1500
CATEGORIES = {"people", "ownership", "sectors", "places", "money", "persons", "law", "results", "fields"}
FILE = Path(qpgraph.ask.__file__).parent / "lexicon" / "narrowing.yaml"
LOADERS = Path(__file__).parents[2] / "loaders"
LABEL = re.compile(r"(?:^|[{\s])(?:vi|en|id): *(.+)$", re.MULTILINE)


@cache
def narrowing() -> dict[str, dict[str, list[str]]]:
    return yaml.safe_load(FILE.read_text(encoding="utf-8"))


def entries(language: str) -> list[str]:
    return [entry for lists in narrowing().values() for entry in lists[language]]


def words(text: str) -> str:
    found = re.findall(r"\w+", unicodedata.normalize("NFC", text).lower())
    return f" {' '.join(found)} "


@cache
def labels() -> str:
    """The preferred labels that need no store: those with other names, and what the loaders' files say."""
    files = sorted(LOADERS.glob("*/*.yaml"))
    assert files
    said = [line for file in files for line in LABEL.findall(file.read_text(encoding="utf-8"))]
    assert len(said) > 500
    return " | ".join(map(words, [*load_lexicon().aliases, *said]))


def test_categories() -> None:
    assert narrowing().keys() >= CATEGORIES
    assert all(set(lists) == set(LANGUAGES) for lists in narrowing().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_are_lower_case_nfc_strings(language: str) -> None:
    assert [e for e in entries(language) if not isinstance(e, str)] == []
    assert [e for e in entries(language) if e != unicodedata.normalize("NFC", e).lower().strip()] == []
    assert "" not in entries(language)
    assert len(entries(language)) >= LEAST


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_stands_twice(language: str) -> None:
    every = entries(language)
    assert sorted(e for e in set(every) if every.count(e) > 1) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_without_meaning(language: str) -> None:
    stops = {stop.lower() for stop in load_lexicon().stopwords}
    assert sorted(stops.intersection(entries(language))) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_entry_is_of_a_label(language: str) -> None:
    assert [e for e in entries(language) if words(e) in labels()] == []


@pytest.mark.parametrize(
    ("language", "entry"),
    [("en", "women"), ("en", "interest rate"), ("en", "birth year"), ("vi", "học phí"), ("vi", "tiền phạt")],
)
def test_what_narrows_is_listed(language: str, entry: str) -> None:
    assert entry in entries(language)


@pytest.mark.parametrize(
    "question",
    [
        "Which hospitals in Bac Ninh will pilot 5S?",
        "Which consulting firm was selected to build the Bac Ninh pilot models?",
        "Trường đại học cụ thể nào ở Hải Phòng sẽ có câu lạc bộ năng suất đầu tiên?",
        "Tên các trường đại học ở Hải Phòng sẽ lập câu lạc bộ cải tiến năng suất là gì?",
    ],
)
def test_no_firm_or_school_is_named(ask: Ask, question: str) -> None:
    answer = ask.ask(question)
    assert not answer.answered
    assert answer.answer.startswith(("The documents name no", "Các văn bản không nêu tên"))
