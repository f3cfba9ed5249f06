"""Pages over HTTP: who prefers HTML gets it, at the address where programs get data."""

import gzip
import logging
from collections.abc import Mapping
from functools import partial

from fastapi import Request, Response
from starlette.routing import Match, Route
from starlette.types import Scope

from qpgraph.errors import QpgraphError
from qpgraph.http.disconnect import ClientGoneError, stop_when_client_goes
from qpgraph.http.inner import inner_data
from qpgraph.http.negotiation import acceptable
from qpgraph.http.parameters import url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.http.service import request_base, service_of
from qpgraph.sparql.media_types import ALL_TYPES
from qpgraph.web.page import Page, PageFunction, Shade, Visit
from qpgraph.web.reader import Reader
from qpgraph.web.render import NavigationItem, policy_of, render
from qpgraph.web.texts import texts
from qpgraph.wording.language import Translator, as_language, choose_language

__all__ = ["PageRoute", "page_response", "page_route", "prefers_page", "visit_of"]

_LOG = logging.getLogger("qpgraph.http")
_OFFERED = (*ALL_TYPES, "application/problem+json", "text/html")
_CHOICES = ("lang", "shade")
"""Parameters that are remembered in a cookie of the same name."""
_YEAR = 365 * 24 * 3600
_SHADES: dict[str, Shade] = {"light": "light", "dark": "dark"}
_VARY = "Accept, Accept-Language, Cookie, Accept-Encoding"


def prefers_page(scope: Scope) -> bool:
    """Whether a request's client would rather have HTML than any form of data.

    Browsers name `text/html` first; programs that take anything (`*/*`) get data.
    """
    if any(part.startswith(b"format=") for part in scope["query_string"].split(b"&")):
        return False
    accept = b", ".join(value for name, value in scope["headers"] if name == b"accept").decode("latin-1")
    return "text/html" in accept and acceptable(accept, _OFFERED)[:1] == ("text/html",)


class PageRoute(Route):
    """A route that is there only for clients that prefer HTML; others meet the next one of its path."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """See Starlette."""
        match, child = super().matches(scope)
        if match is not Match.NONE and not prefers_page(scope):
            return Match.NONE, {}
        return match, child


def page_route(
    path: str, function: PageFunction, navigation: tuple[NavigationItem, ...], *, only: bool
) -> Route:
    """The route of a page. `only`: nothing else is at this path, so that every client gets the page."""

    async def endpoint(request: Request) -> Response:
        visit = visit_of(request)
        try:
            async with stop_when_client_goes(request.receive):
                page = await function(visit)
            return page_response(request, page, visit, navigation)
        except (ProblemError, QpgraphError, ClientGoneError):
            raise
        except Exception:  # else the outermost handler would answer, which knows of no pages
            _LOG.exception("%s failed", request.url.path)
            raise ProblemError(500, "fault", "The service has a fault here; its log says more.") from None

    return (Route if only else PageRoute)(path, endpoint, methods=["GET"], include_in_schema=False)


def visit_of(request: Request) -> Visit:
    """The visit that a request is."""
    service = service_of(request)
    given = url_parameters(request)
    language = choose_language(
        next(iter(given.all("lang")), None),
        request.cookies.get("lang"),
        request.headers.get("accept-language", ""),
    )
    shade = next(iter(given.all("shade")), None) or request.cookies.get("shade", "")
    return Visit(
        path=request.url.path,
        parameters={name: given.all(name) for name in given if name not in _CHOICES},
        matched={name: str(value) for name, value in request.path_params.items()},
        language=language,
        shade=_SHADES.get(shade, ""),
        t=Translator(language, texts()),
        reader=Reader(service.store, service.settings.timeout),
        data=partial(inner_data, request),
        documents=service.settings.documents,
        origin="/".join(request_base(request).split("/")[:3]),
    )


def page_response(
    request: Request, page: Page, visit: Visit, navigation: tuple[NavigationItem, ...]
) -> Response:
    """A page as a response, compressed for clients that take that."""
    body = render(page, visit, navigation).encode()
    headers = {
        "Content-Security-Policy": policy_of(page),
        "Content-Language": visit.language,
        "Cache-Control": "no-cache",
        "Vary": _VARY,
        **page.headers,
    }
    if takes_gzip(request.headers):
        body = gzip.compress(body, 5, mtime=0)
        headers["Content-Encoding"] = "gzip"
    response = Response(body, page.status, headers, "text/html")
    _remember(request, response)
    return response


def takes_gzip(headers: Mapping[str, str]) -> bool:
    """Whether a client takes compressed answers (RFC 9110, 12.5.3)."""
    for part in headers.get("accept-encoding", "").split(","):
        coding, _, quality = part.partition(";")
        if coding.strip().lower() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _remember(request: Request, response: Response) -> None:
    language = request.query_params.get("lang")
    if as_language(language):
        response.set_cookie("lang", str(language), max_age=_YEAR, samesite="lax")
    shade = request.query_params.get("shade")
    if shade in _SHADES:
        response.set_cookie("shade", str(shade), max_age=_YEAR, samesite="lax")
    elif shade == "system":
        response.delete_cookie("shade", samesite="lax")
