"""`/report`: what the plans of a province, or of all, come to, as a page or as PDF."""

import asyncio
import datetime
import json
import sys
from typing import Annotated, Literal
from urllib.parse import urlencode

import anyio
from anyio import to_thread
from fastapi import APIRouter, Query, Request, Response
from pydantic import BaseModel, Field

from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.problems import ProblemError
from qpgraph.http.service import service_of
from qpgraph.report.content import Content, make_content
from qpgraph.report.page import STYLE_POLICY, Alternate, render_page
from qpgraph.report.pdf import PdfUnavailableError, check_pdf
from qpgraph.report.province import ALL, UnknownProvinceError, find_province
from qpgraph.report.rows import Row, province_query, report_queries
from qpgraph.store.base import BusyError, Dataset, DeadlineError
from qpgraph.wording.language import Language

__all__ = ["AskedReport", "report_router"]

_RESULTS = "application/sparql-results+json"
_PDF = "application/pdf"
_POLICY = f"default-src 'none'; style-src {STYLE_POLICY}; base-uri 'none'; frame-ancestors 'none'"
_QUEUE_MAX = 4


class AskedReport(BaseModel):
    """The parameters of `/report`."""

    province: str = Field(ALL, max_length=100, description="A province with a plan, by name or id; or `all`")
    lang: Language = Field("vi", description="The language of the report")
    format: Literal["html", "pdf"] = Field("html", description="A page, or the same as PDF")
    date: datetime.date | None = Field(None, description="The day that deadlines are seen from; else today")

    def address(self, **changes: str) -> str:
        """The address of the report with some parameters changed."""
        values = {"province": self.province, "lang": self.lang, "format": self.format}
        if self.date:
            values["date"] = self.date.isoformat()
        return f"/report?{urlencode({**values, **changes})}"


def report_router() -> APIRouter:
    """The route of reports; PDFs are drawn one at a time, each in a process of its own."""
    router = APIRouter(tags=["Reports"])
    press = _Press()

    async def report(request: Request, asked: Annotated[AskedReport, Query()]) -> Response:
        """Figures, targets compared, agencies and their load, standards, budgets, deadlines, defects."""
        if asked.format == "pdf":
            _check_pdf()
        async with stop_when_client_goes(request.receive):
            content = await _content(request, asked)
            page = await to_thread.run_sync(lambda: _page(content, asked))
            if asked.format == "html":
                headers = {"Content-Security-Policy": _POLICY, "Content-Language": asked.lang}
                return Response(page, headers=headers, media_type="text/html")
            body = await press.draw(page, service_of(request).settings.timeout_max)
        place = content.province.id if content.province else ALL
        name = f'inline; filename="qpgraph-{place}-{asked.lang}.pdf"'
        return Response(body, headers={"Content-Disposition": name}, media_type=_PDF)

    router.add_api_route(
        "/report",
        report,
        methods=["GET"],
        summary="A report on the plans of a province or of all",
        response_class=Response,
        responses={200: {"description": "The report", "content": {"text/html": {}, _PDF: {}}}},
    )
    return router


def _check_pdf() -> None:
    try:
        check_pdf()
    except PdfUnavailableError as error:
        raise ProblemError(501, "no-pdf", f"{error}.") from error


async def _content(request: Request, asked: AskedReport) -> Content:
    rows = await _rows(request, province_query(asked.lang))
    try:
        province = find_province(rows, asked.province)
    except UnknownProvinceError as error:
        raise ProblemError(404, "no-such-province", f"{error}.") from error
    queries = report_queries(asked.lang, province.id if province else None)
    answers = {name: await _rows(request, text) for name, text in queries.items()}
    day = asked.date or datetime.datetime.now(datetime.UTC).astimezone().date()
    return await to_thread.run_sync(lambda: make_content(answers, province, asked.lang, day))


async def _rows(request: Request, text: str) -> list[Row]:
    service = service_of(request)
    answer = await service.store.query(
        text, accept=[_RESULTS], base=None, dataset=Dataset(), timeout=service.settings.timeout
    )
    found = json.loads(b"".join([part async for part in answer.body]))
    return [
        {name: term["value"] for name, term in solution.items()} for solution in found["results"]["bindings"]
    ]


def _page(content: Content, asked: AskedReport) -> str:
    if asked.format == "pdf":
        return render_page(content)
    other = "en" if asked.lang == "vi" else "vi"
    return render_page(
        content,
        served=True,
        alternates=(
            Alternate(asked.address(lang=other), "cover.other_language"),
            Alternate(asked.address(format="pdf"), "cover.pdf"),
        ),
    )


class _Press:
    """Draws PDFs one after the other; refuses when too many wait."""

    def __init__(self) -> None:
        self._one = asyncio.Lock()
        self._waiting = 0

    async def draw(self, page: str, timeout: float) -> bytes:
        """The PDF of a page. Raises `BusyError`, `DeadlineError`."""
        if self._waiting >= _QUEUE_MAX:
            raise BusyError(f"{_QUEUE_MAX} PDF reports are waiting already; ask again later, or for HTML")
        self._waiting += 1
        try:
            async with self._one:
                with anyio.fail_after(timeout):
                    return await self._draw(page)
        except TimeoutError as error:
            raise DeadlineError(
                f"the PDF was not drawn within {timeout:g} s; ask for one province, or for HTML"
            ) from error
        finally:
            self._waiting -= 1

    async def _draw(self, page: str) -> bytes:
        command = [sys.executable, "-m", "qpgraph.report"]
        done = await anyio.run_process(command, input=page.encode(), check=False)
        if done.returncode != 0:
            reason = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
            raise ProblemError(500, "no-pdf", f"The PDF could not be drawn: {reason}. Ask for HTML.")
        return done.stdout
