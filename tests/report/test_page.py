"""The page: links lead to things, both languages are complete, nothing comes from elsewhere."""

import re
import unicodedata
from pathlib import Path

import pytest
import yaml

from qpgraph import report
from qpgraph.report.content import SECTIONS, Content
from qpgraph.report.page import Alternate, render_page
from qpgraph.settings import BASE
from qpgraph.wording.language import Language
from tests.report.conftest import Ask
from tests.report.reading import read_page

FOLDER = Path(report.__file__).parent
TEXTS = {
    key: text
    for path in (FOLDER / "texts").glob("*.yaml")
    for key, text in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}
VIETNAMESE = re.compile(
    "[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE
)


@pytest.fixture(scope="module")
def subjects(ask: Ask) -> set[str]:
    return {iri for (iri,) in ask("SELECT DISTINCT ?s { ?s ?p ?o FILTER(isIRI(?s)) }")}


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_link_leads_to_a_thing_of_the_graph(
    pages: dict[Language, str], subjects: set[str], language: Language
) -> None:
    reading = read_page(pages[language])
    things = {href for href in reading.hrefs if not href.startswith("#")}
    assert things <= subjects
    assert len(things) > 500


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_anchor_is_there_once(pages: dict[Language, str], language: Language) -> None:
    reading = read_page(pages[language])
    assert len(reading.ids) == len(set(reading.ids))
    assert {href[1:] for href in reading.hrefs if href.startswith("#")} <= set(reading.ids)


def test_links_of_the_service_are_on_the_service(content: Content, subjects: set[str]) -> None:
    alternates = (Alternate("/report?lang=vi", "cover.other_language"),)
    hrefs = read_page(render_page(content, served=True, alternates=alternates)).hrefs
    assert "/report?lang=vi" in hrefs
    local = {href for href in hrefs if href.startswith("/id/")}
    assert len(local) > 500
    assert {BASE + href[1:] for href in local} <= subjects
    assert not [href for href in hrefs if href.startswith(BASE)]


def test_every_counted_point_is_linked(content: Content, pages: dict[Language, str]) -> None:
    hrefs = set(read_page(pages["en"]).hrefs)
    points = [p for kinds in content.figures.points.values() for each in kinds.values() for p in each]
    assert {point.iri for point in points} <= hrefs


def test_both_languages_have_the_same_sections_and_tables(pages: dict[Language, str]) -> None:
    vietnamese, english = (read_page(pages[language]) for language in ("vi", "en"))
    assert [each for each in vietnamese.ids if each in SECTIONS] == list(SECTIONS)
    assert sorted(vietnamese.ids) == sorted(english.ids)
    for tag in ("h2", "h3", "table", "tr", "svg"):
        assert vietnamese.tags.count(tag) == english.tags.count(tag)
    assert sorted(vietnamese.hrefs) == sorted(english.hrefs)


@pytest.mark.parametrize("key", sorted(TEXTS))
def test_a_text_is_there_in_both_languages(key: str) -> None:
    assert set(TEXTS[key]) == {"vi", "en"}
    for language in ("vi", "en"):
        forms = TEXTS[key][language]
        for form in forms.values() if isinstance(forms, dict) else [forms]:
            assert form.strip()
            assert unicodedata.is_normalized("NFC", form)
    places = [set(re.findall(r"\{(\w+)\}", str(TEXTS[key][language]))) for language in ("vi", "en")]
    assert places[0] == places[1]


def test_english_texts_are_in_english() -> None:
    assert [key for key, text in TEXTS.items() if VIETNAMESE.search(str(text["en"]))] == [
        "cover.other_language"
    ]


def test_every_text_is_used() -> None:
    sources = "".join(
        path.read_text(encoding="utf-8")
        for pattern in ("templates/**/*.html", "*.py", "../http/report.py")
        for path in FOLDER.glob(pattern)
    )
    families = set(re.findall(r'"([a-z]+\.)" ~', sources)) | {"column."}
    unused = [
        key
        for key in TEXTS
        if f'"{key}"' not in sources
        and f"'{key}'" not in sources
        and not any(key.startswith(family) for family in families)
    ]
    assert unused == []


def test_templates_and_code_have_no_words_of_their_own() -> None:
    for path in FOLDER.rglob("*"):
        if path.suffix in (".py", ".html", ".css"):
            assert not VIETNAMESE.search(path.read_text(encoding="utf-8")), path


def test_the_page_loads_nothing_and_has_no_inline_style(pages: dict[Language, str]) -> None:
    reading = read_page(pages["vi"])
    assert not {"script", "link", "img", "iframe", "object"} & set(reading.tags)
    assert not [
        each for each in reading.attributes if each[1] in ("style", "src") or each[1].startswith("on")
    ]
    assert "url(" not in pages["vi"].replace("attr(href url)", "")


def test_numbers_and_dates_are_written_as_the_language_does(pages: dict[Language, str]) -> None:
    assert "20.410" in pages["vi"]
    assert "28/08/2025" in pages["vi"]
    assert "20,410" in pages["en"]
    assert "28 August 2025" in pages["en"]
    assert "Tính đến ngày 21/11/2026" in pages["vi"]


def test_every_table_of_values_tells_its_source(pages: dict[Language, str]) -> None:
    page = pages["en"]
    for section in ("targets", "deadlines", "procedure", "budget"):
        part = page[page.index(f'<section id="{section}">') :]
        part = part[: part.index("</section>")]
        assert 'class="source"' in part
        assert "lines\u00a0" in part
    assert '>II.1</a>, <span class="lines">lines\u00a038–39</span>' in page


def test_the_page_is_the_same_each_time(content: Content, pages: dict[Language, str]) -> None:
    assert render_page(content) == pages["en"]


def test_what_is_missing_is_said(settings: object) -> None:
    from qpgraph.report.ask import content_of
    from tests.report.conftest import DAY

    page = render_page(content_of("can-tho", "en", DAY, settings))  # type: ignore[arg-type]
    assert "There is no table of a budget by year." in page
    assert "These plans have no annex of tasks." in page
