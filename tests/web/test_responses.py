"""What the pages are over HTTP: for whom, how large, under which policy."""

import gzip
import json
import re

import pytest

from qpgraph.settings import BASE
from tests.serving import Service
from tests.web.pages import SITE, THINGS

_BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_ALL = {**SITE, **THINGS}


_SOURCES = {r'href="([^"]+format=csv[^"]*)"': "text/csv", r'href="([^"]+\.rq[^"]*)"': "sparql"}


def _text(service: Service, path: str, language: str = "en") -> str:
    response = service.get(path, headers={"accept": _BROWSER, "accept-language": language})
    assert response.status_code == 200, path
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return response.text


@pytest.mark.parametrize("language", ["vi", "en"])
def test_one_thing_of_every_class_has_a_page(explorer: Service, language: str) -> None:
    things = explorer.select(
        "SELECT (SAMPLE(?thing) AS ?one) (MAX(?thing) AS ?other) { ?thing a ?class "
        f"FILTER(isIRI(?thing) && STRSTARTS(STR(?thing), '{BASE}id/')) }} GROUP BY ?class"
    )
    assert len(things) > 30
    for each in things:
        for iri in each.values():
            text = _text(explorer, "/" + iri.removeprefix(BASE), language)
            assert f'<html lang="{language}"' in text
            assert re.search(r"<h1[^>]*>\s*\S", text)


def test_programs_get_data_at_the_address_of_a_page(explorer: Service) -> None:
    for accept, media_type in (
        ("*/*", "text/turtle; charset=utf-8"),
        ("application/ld+json", "application/ld+json"),
    ):
        response = explorer.get(THINGS["task"], headers={"accept": accept})
        assert response.headers["content-type"] == media_type
    assert explorer.get("/search?q=5S").headers["content-type"] == "application/json"
    named = explorer.get(f"{THINGS['task']}?format=nt", headers={"accept": _BROWSER})
    assert named.headers["content-type"] == "application/n-triples"


def test_page_of_a_thing_names_its_other_forms(explorer: Service) -> None:
    response = explorer.get(THINGS["task"], headers={"accept": "text/html"})
    link = response.headers["link"]
    assert 'rel="alternate"; type="text/turtle"' in link
    assert f'<{BASE}id/plan/bac-ninh-kh-2026-2030/task/1.1>; rel="canonical"' in link
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', response.text, re.DOTALL)
    assert found
    assert json.loads(found[1])[0]["@id"] == f"{BASE}id/plan/bac-ninh-kh-2026-2030/task/1.1"


def test_defects_stand_on_the_spot(explorer: Service) -> None:
    assert _text(explorer, THINGS["task"]).count('class="doubt"') == 3


@pytest.mark.parametrize("path", _ALL.values(), ids=_ALL)
def test_policy_lets_nothing_in_and_nothing_is_inline(explorer: Service, path: str) -> None:
    response = explorer.get(path, headers={"accept": _BROWSER})
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http:" not in policy
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", response.text)
    loaded = re.findall(r'(?:src|rel="(?:stylesheet|icon|modulepreload)" href)="([^"]*)"', response.text)
    assert loaded
    assert all(address.startswith("/assets/") for address in loaded)


@pytest.mark.parametrize("path", _ALL.values(), ids=_ALL)
def test_first_view_is_small(explorer: Service, path: str) -> None:
    """The page and all that it loads, compressed, as a first visitor gets them."""
    response = explorer.get(path, headers={"accept": _BROWSER})
    assert response.headers["content-encoding"] == "gzip"
    size = len(gzip.compress(response.content, 5))
    for address in set(re.findall(r'"(/assets/[^"]+)"', response.text)):
        asset = explorer.get(address)
        assert asset.headers["cache-control"].endswith("immutable")
        size += int(asset.headers["content-length"])
    assert size < 300_000


def test_errors_are_pages_for_people_and_problems_for_programs(explorer: Service) -> None:
    for path, status in (("/id/nobody", 404), ("/nowhere", 404), ("/queries/nothing", 404)):
        page = explorer.get(path, headers={"accept": _BROWSER, "accept-language": "en"})
        assert (page.status_code, page.headers["content-type"]) == (status, "text/html; charset=utf-8")
        assert "There is no such page" in page.text
        problem = explorer.get(path)
        assert (problem.status_code, problem.headers["content-type"]) == (status, "application/problem+json")


def test_language_by_parameter_cookie_and_preference(explorer: Service) -> None:
    for headers, path, language in (
        ({}, "/", "vi"),
        ({"accept-language": "fr,en;q=0.8"}, "/", "en"),
        ({"accept-language": "vi", "cookie": "lang=en"}, "/", "en"),
        ({"cookie": "lang=en"}, "/?lang=vi", "vi"),
    ):
        response = explorer.get(path, headers={"accept": _BROWSER, **headers})
        assert response.headers["content-language"] == language
        assert f'<html lang="{language}"' in response.text
    explorer.cookies.clear()


def test_what_visitors_type_is_never_markup(explorer: Service) -> None:
    text = _text(explorer, "/search?q=%3Cscript%3Ealert(1)%3C/script%3E%22%27")
    assert "<script>alert" not in text
    text = _text(explorer, "/compare?theme=%22%3E%3Cimg%20src=x%3E")
    assert "<img src=x" not in text


def test_pictures_have_their_data_and_query(explorer: Service) -> None:
    for name in ("compare", "themes", "standards", "timeline", "budget"):
        text = _text(explorer, SITE[name])
        for pattern, media_type in (
            (r'href="([^"]+format=csv[^"]*)"', "text/csv"),
            (r'href="([^"]+\.rq[^"]*)"', "sparql"),
        ):
            found = re.search(pattern, text)
            assert found, name
            response = explorer.get(found[1].replace("&amp;", "&"))
            assert response.status_code == 200
            assert media_type in response.headers["content-type"]
