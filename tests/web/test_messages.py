"""The texts of the pages: in both languages, used, and known where they are used."""

import re
from pathlib import Path
from typing import Any

from qpgraph.ask.planning.form import shows
from qpgraph.ask.planning.several import facts
from qpgraph.web.texts import texts
from qpgraph.wording.language import LANGUAGES, choose_language

_WEB = Path(__file__).parent.parent.parent / "src" / "qpgraph" / "web"
_PLACE = re.compile(r"\{(\w+)\}")


def _forms(text: Any) -> list[str]:
    return [text] if isinstance(text, str) else list(text.values())


def test_every_text_stands_in_both_languages_with_the_same_places() -> None:
    for key, text in texts().texts.items():
        assert set(text) == set(LANGUAGES), key
        places = [
            {place for form in _forms(text[each]) for place in _PLACE.findall(form)} for each in LANGUAGES
        ]
        assert places[0] - {"n"} == places[1] - {"n"}, key


def test_every_text_that_a_page_names_is_there() -> None:
    all_texts = texts().texts
    sources = [*_WEB.rglob("*.html"), *_WEB.rglob("*.py")]
    named = {
        key
        for path in sources
        for key in re.findall(r"\bt\(\s*[\"']([\w.:>=~-]+)[\"']\s*[,)]", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 100
    assert named - set(all_texts) == set()


def test_language_is_chosen_by_quality() -> None:
    assert choose_language(None, None, "vi;q=0.1, en;q=0.9") == "en"
    assert choose_language(None, None, "de, *;q=0.5") == "vi"
    assert choose_language("xx", "en", "vi") == "en"
    assert choose_language(None, None, "en;q=abc, vi;q=0") == "vi"


def test_one_and_many() -> None:
    messages = texts()
    assert messages.text("search.alike", "en", n=1) == "1 that says nearly the same"
    assert messages.text("search.alike", "en", n=2) == "2 that say nearly the same"
    assert "&lt;b&gt;" in messages.text("search.nothing", "en", q="<b>")


def test_every_column_of_an_answer_has_a_caption() -> None:
    aggregated = {"count", "difference", "ratio", "highest", "lowest", "other", "total"}
    further = {column.removesuffix("_en") for fact in facts() for column in fact.columns}
    columns = {column for show in shows().values() for column in show.columns} | aggregated | further
    assert sorted(column for column in columns if f"ask.column.{column}" not in texts().texts) == []
