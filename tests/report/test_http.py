"""`GET /report`: the page with links on the service, the PDF, and what is refused."""

import io
from collections.abc import Iterator

import httpx
import pytest
from pypdf import PdfReader

from qpgraph.report.pdf import PdfUnavailableError, check_pdf
from qpgraph.settings import Settings
from tests.report.reading import read_page
from tests.serving import Service, running


@pytest.fixture(scope="module")
def service(settings: Settings) -> Iterator[Service]:
    with running(settings) as service:
        yield service


def test_the_page_s_links_are_answered(service: Service) -> None:
    response = service.get("/report?province=hai-phong&lang=en")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    hrefs = [href for href in read_page(response.text).hrefs if href.startswith("/id/")]
    assert len(hrefs) > 100
    for href in sorted(set(hrefs))[::25]:
        assert service.get(href, headers={"Accept": "text/turtle"}).status_code == 200


def test_the_page_s_style_is_allowed_and_nothing_else(service: Service) -> None:
    policy = service.get("/report?province=can-tho").headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")


def test_other_forms_are_linked(service: Service) -> None:
    hrefs = read_page(service.get("/report?province=Cần Thơ&date=2026-11-21").text).hrefs
    other = next(href for href in hrefs if href.startswith("/report") and "lang=en" in href)
    assert "As of 21 November 2026" in service.get(other).text
    assert any("format=pdf" in href for href in hrefs)


def test_a_pdf_is_drawn(service: Service) -> None:
    try:
        check_pdf()
    except PdfUnavailableError as error:
        pytest.skip(str(error))
    response = service.get("/report?province=can-tho&format=pdf", timeout=120)
    assert response.headers["content-type"] == "application/pdf"
    assert response.headers["content-disposition"] == 'inline; filename="qpgraph-can-tho-vi.pdf"'
    assert len(PdfReader(io.BytesIO(response.content)).pages) > 5


@pytest.mark.parametrize(
    ("query", "status", "kind", "detail"),
    [
        ("province=Huế", 404, "no-such-province", "Cần Thơ, Đồng Nai"),
        ("lang=fr", 422, "invalid-parameter", "`lang`"),
        ("format=docx", 422, "invalid-parameter", "`format`"),
        ("date=tomorrow", 422, "invalid-parameter", "`date`"),
        ("province=" + "x" * 101, 422, "invalid-parameter", "`province`"),
    ],
)
def test_what_cannot_be_is_refused(service: Service, query: str, status: int, kind: str, detail: str) -> None:
    response: httpx.Response = service.get(f"/report?{query}")
    assert response.status_code == status
    problem = response.json()
    assert problem["type"].endswith(f"/problem/{kind}")
    assert detail in problem["detail"]
