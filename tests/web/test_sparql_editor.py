"""The SPARQL editor: own and named queries, errors, completion, tables, graphs, links."""

import csv
import io
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from qpgraph.queries.named import load_queries
from tests.serving import Service
from tests.web.axe import violations
from tests.web.conftest import Open
from tests.web.pages import PHONE

_TASK = "https://w3id.org/qpgraph/id/plan/bac-ninh-kh-2026-2030/task/1.1"
_LEADS = """PREFIX qp: <https://w3id.org/qpgraph/ontology#>
CONSTRUCT { ?task qp:lead ?agency } WHERE { ?task a qp:Task ; qp:lead ?agency } LIMIT 30"""


def _with(query: str) -> str:
    return f"/query#query={quote(query)}"


def _type(page: Page, query: str) -> None:
    """As a person who replaces all that is in the editor."""
    page.locator(".CodeMirror").click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    page.keyboard.insert_text(query)


def _rows(page: Page) -> int:
    expect(page.locator(".answer__table")).to_be_visible()
    return page.locator(".answer__table tbody tr").count()


def test_first_query_runs(open_page: Open) -> None:
    page = open_page("/query", language="en")
    page.get_by_role("button", name="Run", exact=True).click()
    assert _rows(page) == 5
    page.get_by_role("link", name="plan/bac-ninh-kh-2026-2030").click()
    expect(page).to_have_url(re.compile("/id/plan/bac-ninh-kh-2026-2030$"))


def test_runs_by_keyboard_and_keeps_a_draft(open_page: Open) -> None:
    page = open_page("/query", language="en")
    _type(page, "SELECT (1 + 1 AS ?two) {}")
    page.keyboard.press("Control+Enter")
    expect(page.locator(".answer__table td")).to_have_text("2")
    page.goto("/query?name=plans")
    expect(page.locator(".CodeMirror")).to_contain_text("eli:id_local")
    page.goto("/query")
    expect(page.locator(".CodeMirror")).to_contain_text("SELECT (1 + 1 AS ?two) {}")


def test_tab_leaves_the_editor(open_page: Open) -> None:
    page = open_page("/query", language="en")
    page.locator(".CodeMirror").click()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_focused()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_all_named_queries_are_offered(open_page: Open, language: str) -> None:
    page = open_page("/query", language=language)
    offered = page.locator(".query-names a").all_text_contents()
    assert offered[1:] == [getattr(query, language) for query in load_queries().values()]


def test_named_query_with_parameters(open_page: Open) -> None:
    page = open_page("/query", language="en")
    page.get_by_role("link", name="The provinces' targets on one theme, side by side").click()
    page.locator("input[name=theme]").fill("tfp")
    page.get_by_role("button", name="Run with these").click()
    expect(page).to_have_url(re.compile("theme=tfp"))
    expect(page.locator(".CodeMirror")).to_contain_text('VALUES ?_theme { "tfp" }')
    assert _rows(page) > 0
    provinces = page.locator(".answer__table tbody td:first-child").all_text_contents()
    assert "Hải Phòng" in provinces


def test_required_parameter_begins_with_its_example(open_page: Open) -> None:
    page = open_page("/query?name=agencies-on-theme", language="en")
    assert _rows(page) > 0
    expect(page.locator("input[name=theme]")).to_have_value("traceability")


def test_syntax_error_is_marked(browser: Browser, explorer: Service) -> None:
    """Its own context: the browser reports the refusal in its console, which other tests forbid."""
    page = browser.new_context(base_url=explorer.address, locale="en-GB").new_page()
    page.goto("/query")
    _type(page, "SELECT * WHERE {\n  ?s ?p ?o .\n  ?s ?p\n}")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.locator("[data-message]")).to_contain_text("line 4")
    expect(page.locator(".editor__error-line")).to_have_count(1)
    expect(page.locator(".editor__error")).to_have_text("}")
    page.locator(".CodeMirror").click()
    page.keyboard.press("End")
    page.keyboard.type(" ")
    expect(page.locator(".editor__error")).to_have_count(0)
    page.context.close()


def test_deadline_is_the_readers(browser: Browser, explorer: Service) -> None:
    page = browser.new_context(base_url=explorer.address, locale="en-GB").new_page()
    page.goto("/query")
    _type(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.get_by_label("Wait at most").select_option("5")
    page.get_by_role("button", name="Run", exact=True).click()
    expect(page.get_by_role("button", name="Stop")).to_be_visible()
    expect(page.locator("[data-message]")).to_contain_text("after 5 s", timeout=20_000)
    expect(page.get_by_role("button", name="Stop")).to_be_hidden()
    page.context.close()


def test_stop(open_page: Open) -> None:
    page = open_page("/query", language="en")
    _type(page, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }")
    page.get_by_role("button", name="Run", exact=True).click()
    page.get_by_role("button", name="Stop").click()
    expect(page.locator("[data-message]")).to_have_text("Stopped.")


def test_completion_of_classes_properties_and_prefixes(open_page: Open) -> None:
    page = open_page("/query", language="en")
    page.wait_for_load_state("networkidle")
    _type(page, "PREFIX qp: <https://w3id.org/qpgraph/ontology#>\nSELECT * WHERE { ?s a qp:Agency")
    page.keyboard.type("G")
    expect(page.locator(".CodeMirror-hint", has_text="qp:AgencyGroup").first).to_be_visible()
    page.keyboard.press("Escape")
    _type(page, "PREFIX qp: <https://w3id.org/qpgraph/ontology#>\nSELECT * WHERE { ?s qp:coor")
    page.keyboard.type("d")
    page.locator(".CodeMirror-hint", has_text="qp:coordinate").first.click()
    expect(page.locator(".CodeMirror")).to_contain_text("?s qp:coordinate")
    _type(page, "PREFIX dcter")
    page.keyboard.type("m")
    expect(page.locator(".CodeMirror-hint", has_text="dcterms: <http://purl.org/dc/terms/>")).to_be_visible()


def test_construct_as_graph_and_as_table(open_page: Open) -> None:
    page = open_page(_with(_LEADS), language="en")
    picture = page.locator(".board__picture[data-settled]")
    expect(picture).to_be_visible(timeout=30_000)
    assert picture.get_attribute("data-lines") == "30"
    expect(page.get_by_role("checkbox", name=re.compile("^Agency "))).to_be_checked()
    page.get_by_role("radio", name="table").check()
    assert _rows(page) == 30
    expect(page.locator(".board")).to_have_count(0)
    page.get_by_role("radio", name="graph").check()
    expect(picture).to_be_visible(timeout=30_000)


def test_describe_as_graph(open_page: Open) -> None:
    page = open_page(_with(f"DESCRIBE <{_TASK}>"), language="vi")
    expect(page.locator(".board__picture[data-settled]")).to_be_visible(timeout=30_000)
    expect(page.get_by_role("listbox")).to_contain_text("Sở Khoa học và Công nghệ")


def test_ask(open_page: Open) -> None:
    page = open_page(_with("ASK { ?s ?p ?o }"), language="vi")
    expect(page.locator("[data-answer]")).to_have_text("Có")


def test_answer_as_csv(open_page: Open) -> None:
    page = open_page("/query?name=plans", language="en")
    shown = _rows(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(Path(download.value.path()).read_text(encoding="utf-8"))))
    assert len(rows) == shown
    assert {row["province"] for row in rows} == {"Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"}


def test_long_answers_come_by_parts(open_page: Open) -> None:
    page = open_page(_with("SELECT * { ?s ?p ?o } LIMIT 450"), language="en")
    assert _rows(page) == 200
    page.get_by_role("button", name="More rows").click()
    page.get_by_role("button", name="More rows").click()
    assert _rows(page) == 450
    expect(page.get_by_role("button", name="More rows")).to_be_hidden()


def test_link_holds_query_and_deadline(open_page: Open) -> None:
    page = open_page("/query", language="en")
    _type(page, 'SELECT ("đ & #" AS ?text) {}')
    page.get_by_label("Wait at most").select_option("10")
    page.get_by_role("button", name="Copy link").click()
    expect(page).to_have_url(re.compile("#query="))
    again = open_page("/query" + page.url.partition("/query")[2], language="en")
    expect(again.locator(".answer__table td")).to_have_text("đ & #")
    expect(again.get_by_label("Wait at most")).to_have_value("10")


def test_literals_say_their_language(open_page: Open) -> None:
    page = open_page(_with('SELECT ("tỉnh"@vi AS ?name) ("<b>" AS ?raw) {}'), language="en")
    expect(page.locator(".answer__table td[lang=vi]")).to_contain_text("tỉnh")
    expect(page.locator(".answer__table td").nth(1)).to_have_text("<b>")


def test_without_scripts_the_form_asks_the_endpoint(open_page: Open) -> None:
    page = open_page("/query?name=plans", language="en", java_script_enabled=False)
    expect(page.locator("textarea")).to_have_value(re.compile("SELECT"))
    expect(page.locator("form.query-form")).to_have_attribute("action", "/sparql")


@pytest.mark.parametrize("shade", ["light", "dark"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_accessible(open_page: Open, language: str, shade: str) -> None:
    page = open_page("/query?name=agencies-on-theme", language=language, color_scheme=shade)
    _rows(page)
    assert violations(page) == []


def test_graph_of_an_answer_is_accessible(open_page: Open) -> None:
    page = open_page(_with(_LEADS), language="en")
    expect(page.locator(".board__picture[data-settled]")).to_be_visible(timeout=30_000)
    assert violations(page) == []


def test_fits_a_phone(open_page: Open) -> None:
    page = open_page("/query?name=plans", language="en", size=PHONE)
    _rows(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    assert violations(page) == []
