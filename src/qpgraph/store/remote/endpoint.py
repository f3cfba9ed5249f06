"""One SPARQL endpoint's requests, blocking: SPARQLWrapper writes them, an opener of our own sends them.

SPARQLWrapper 2.0 itself would guess from the text whether it is a query or an update, round
time-outs to whole seconds and, for digest authentication, change how the whole process opens
addresses; `_Request` sets these right. The Graph Store Protocol, which it lacks, uses the same opener.
"""

import http.client
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from SPARQLWrapper import GET, INSERT, POST, SELECT, SPARQLWrapper

from qpgraph import __version__
from qpgraph.errors import QpgraphError
from qpgraph.store.base import StoreUnavailableError
from qpgraph.store.remote.auth import Auth
from qpgraph.store.remote.errors import RefusedError

__all__ = ["Endpoint", "Parameter", "Response"]

Parameter = tuple[str, str]
"""A parameter of the request: name and value; names may repeat."""

Response = http.client.HTTPResponse

_GET_MAX = 2000
"""The longest query that is sent in the address; servers and proxies refuse long addresses."""
_ERROR_MAX = 4096
_AGENT = f"qpgraph/{__version__}"


@dataclass(frozen=True)
class Endpoint:
    """Where an endpoint answers queries, updates and the Graph Store Protocol, and who we are there."""

    query_url: str
    update_url: str | None = None
    data_url: str | None = None
    auth: Auth | None = None

    def __post_init__(self) -> None:
        """Raises `QpgraphError` for an address that is no plain HTTP one."""
        for url in (self.query_url, self.update_url, self.data_url):
            if url is not None:
                _check(url)

    def query(self, text: str, accept: str, parameters: Sequence[Parameter], timeout: float) -> Response:
        """SPARQL 1.1 Protocol, 2.1: by GET when it is short, else by POST with a form."""
        request = _Request(self.query_url, self.auth, text, SELECT, timeout)
        for name, value in parameters:
            request.addParameter(name, value)
        length = sum(len(urllib.parse.quote(value)) for value in (text, *(value for _, value in parameters)))
        request.setMethod(GET if length <= _GET_MAX else POST)
        request.addCustomHttpHeader("Accept", accept)
        return request.send()

    def update(self, text: str, timeout: float) -> None:
        """SPARQL 1.1 Protocol, 2.2: by POST with a form. Never sent twice."""
        if self.update_url is None:
            raise StoreUnavailableError(
                "The SPARQL endpoint is read only here. "
                "Set QPGRAPH_ENDPOINT_UPDATE to its address for updates."
            )
        request = _Request(self.update_url, self.auth, text, INSERT, timeout)
        request.setMethod(POST)
        request.addCustomHttpHeader("Accept", "*/*")
        with request.send() as response:
            response.read()

    def graph(
        self,
        method: str,
        graph: str | None,
        timeout: float,
        *,
        accept: str = "*/*",
        triples: bytes | None = None,
    ) -> Response:
        """SPARQL 1.1 Graph Store Protocol, 4.2 and 5; `triples` are N-Triples, None is the default graph."""
        assert self.data_url is not None
        name = "default" if graph is None else f"graph={urllib.parse.quote(graph, safe='')}"
        mark = "&" if urllib.parse.urlsplit(self.data_url).query else "?"
        headers = {"Accept": accept}
        if triples is not None:
            headers["Content-Type"] = "application/n-triples"
        if self.auth and self.auth.header:
            headers["Authorization"] = self.auth.header
        headers["User-Agent"] = _AGENT
        request = urllib.request.Request(f"{self.data_url}{mark}{name}", triples, headers, method=method)
        return _send(request, self.auth, timeout)


class _Request(SPARQLWrapper):
    """One request by SPARQLWrapper, sent by our own opener."""

    def __init__(self, url: str, auth: Auth | None, text: str, kind: str, timeout: float) -> None:
        address, _, parameters = url.partition("?")
        super().__init__(address, agent=_AGENT)
        self._auth = auth
        self._seconds = timeout
        self.queryString = text
        self.queryType = kind
        self.setOnlyConneg(True)
        for name, value in urllib.parse.parse_qsl(parameters, keep_blank_values=True):
            self.addParameter(name, value)
        if auth and auth.header:
            self.addCustomHttpHeader("Authorization", auth.header)

    def send(self) -> Response:
        """The answer, its body still to be read. Raises `RefusedError` and connection errors."""
        return self.query().response

    def _query(self) -> tuple[Response, str]:
        return _send(self._createRequest(), self._auth, self._seconds), self.returnFormat


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Follows no redirection: it would carry the credentials to another place."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


def _send(request: urllib.request.Request, auth: Auth | None, timeout: float) -> Response:
    # An opener a request: a handler of digest authentication counts, and may not be shared by threads.
    digest = auth.digest(request.full_url) if auth else None
    try:
        if digest is None:
            return _open(request, [_NoRedirect()], timeout)
        if request.data is not None:
            digest.prepare(request, _challenge(request.full_url, timeout))
        return _open(request, [_NoRedirect(), digest], timeout)
    except ValueError as error:
        # urllib's digest handler meets a challenge of another kind than the one that is set.
        raise StoreUnavailableError(
            "The SPARQL endpoint wants another kind of authentication. "
            f"Set QPGRAPH_ENDPOINT_AUTH to what it asks for ({error})."
        ) from None


def _open(
    request: urllib.request.Request, handlers: list[urllib.request.BaseHandler], timeout: float
) -> Response:
    try:
        response: Response = urllib.request.build_opener(*handlers).open(request, timeout=timeout)
    except urllib.error.HTTPError as error:
        with error:
            said = error.read(_ERROR_MAX).decode("utf-8", "replace")
            challenge = error.headers.get("WWW-Authenticate", "")
            raise RefusedError(error.code, said, error.headers.get("Retry-After"), challenge) from None
    return response


def _challenge(url: str, timeout: float) -> str:
    """The challenge of an address; empty when it has none.

    It is asked for before anything large is sent: Virtuoso closes the connection on a body whose
    request it does not accept, and the answer 401 is lost.
    """
    try:
        _open(urllib.request.Request(url, method="HEAD"), [_NoRedirect()], timeout).close()
    except RefusedError as error:
        return error.challenge
    return ""


def _check(url: str) -> None:
    parts = urllib.parse.urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise QpgraphError(f"The endpoint `{parts.scheme}:…` is no http or https address. Name one in full.")
    if parts.username or parts.password:
        raise QpgraphError(
            f"The address of the endpoint {parts.hostname} has a user name or password in it. Take them "
            "out and set QPGRAPH_ENDPOINT_USER and QPGRAPH_ENDPOINT_PASSWORD instead."
        )
