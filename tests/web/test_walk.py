"""What a visitor does: search, follow, compare, switch language and colours; also without scripts."""

import re

from playwright.sync_api import expect

from tests.web.conftest import Open
from tests.web.pages import SITE


def test_search_from_the_first_page_and_follow_a_hit(open_page: Open) -> None:
    page = open_page("/", language="en")
    page.get_by_role("combobox", name="Search the plans").fill("metrology")
    page.get_by_role("button", name="Search", exact=True).click()
    expect(page.locator(".hit mark").first).to_be_visible()
    page.locator(".hit__label a").first.click()
    expect(page).to_have_url(re.compile("/id/"))
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_suggestions_by_keyboard(open_page: Open) -> None:
    page = open_page("/", language="vi")
    box = page.get_by_role("combobox", name="Tìm trong các kế hoạch")
    box.press_sequentially("truy xu")
    expect(page.get_by_role("option").first).to_be_visible()
    expect(box).to_have_attribute("aria-expanded", "true")
    box.press("ArrowDown")
    expect(page.get_by_role("option").first).to_have_attribute("aria-selected", "true")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    box.press("ArrowDown")
    chosen = page.locator("[role=option][aria-selected=true] span").first.text_content()
    box.press("Enter")
    expect(page).to_have_url(re.compile("/id/"))
    assert chosen


def test_filters_narrow_and_can_be_taken_off(open_page: Open) -> None:
    page = open_page(SITE["search"], language="en")
    page.get_by_role("complementary", name="Filter").get_by_role(
        "link", name=re.compile("^Hai Phong")
    ).first.click()
    places = set(page.locator(".hit__meta").all_text_contents())
    assert places
    assert all("Hải Phòng" in place for place in places)
    page.locator(".chip--on").click()
    expect(page.locator(".chip--on")).to_have_count(0)


def test_further_results(open_page: Open) -> None:
    page = open_page(SITE["search"])
    first = page.locator(".hit__label").first.text_content()
    page.locator("a[rel=next]").click()
    assert page.locator(".hit__label").first.text_content() != first
    expect(page.locator("a[rel=prev]")).to_be_visible()


def test_language_is_switched_and_kept(open_page: Open) -> None:
    page = open_page("/compare?theme=tfp", language="vi")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    assert "theme=tfp" in page.url
    page.get_by_role("link", name="Budget").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Budget by year")


def test_colours_are_switched_and_kept(open_page: Open) -> None:
    page = open_page("/", color_scheme="light")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("[data-shade-switch]").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto("/budget")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_compare_another_theme(open_page: Open) -> None:
    page = open_page("/compare", language="en")
    expect(page.locator(".bars--targets li")).to_have_count(3)  # three of four provinces set a TFP target
    page.get_by_label("Theme").select_option("training")
    page.get_by_role("button", name="Show").click()
    expect(page.locator("h2").first).to_have_text("Training and human resources")


def test_source_lines_and_back(open_page: Open) -> None:
    page = open_page("/id/plan/bac-ninh-kh-2026-2030/target/II.1", language="en")
    page.locator(".source a").first.click()
    expect(page).to_have_url(re.compile("/id/document/bac-ninh-kh-2026-2030"))


def test_pages_work_without_scripts(open_page: Open) -> None:
    page = open_page("/", language="en", java_script_enabled=False)
    page.get_by_label("Search the plans").fill("ISO 9001")
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".hit__label a").first.click()
    page.get_by_role("link", name="Vietnamese").click()
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    page.locator("[data-shade-switch]").click()
    expect(page.locator("html")).to_have_attribute("data-shade", "dark")


def test_printed_page_has_the_content_and_not_the_navigation(open_page: Open) -> None:
    page = open_page("/id/plan/bac-ninh-kh-2026-2030/task/1.1")
    page.emulate_media(media="print")
    expect(page.locator(".site-nav")).to_be_hidden()
    expect(page.locator("h1")).to_be_visible()


def test_ask_and_follow_a_source(open_page: Open) -> None:
    page = open_page("/ask", language="en")
    page.get_by_label("Question").fill(
        "How many tasks in Hải Phòng are led by the Department of Industry and Trade?"
    )
    page.get_by_role("button", name="Ask").click()
    expect(page.locator(".answer__text")).to_contain_text("3")
    page.get_by_text("The SPARQL query").click()
    expect(page.locator("pre")).to_contain_text("SELECT")
    page.locator(".citations a").first.click()
    expect(page).to_have_url(re.compile("/id/plan/hai-phong"))


def test_question_without_an_answer_says_so(open_page: Open) -> None:
    page = open_page("/ask?q=How+old+is+the+moon%3F", language="en")
    expect(page.get_by_role("heading", name="No answer")).to_be_visible()
