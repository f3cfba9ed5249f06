"""Turns an endpoint's failures into the errors that a person meets, without any secret in them."""

import http.client
import re
import urllib.error
import urllib.parse

from qpgraph.errors import QpgraphError
from qpgraph.store.base import BadQueryError, BusyError, DeadlineError, StoreUnavailableError

__all__ = ["CONNECTION_ERRORS", "RefusedError", "failure", "is_passing", "out_of_time", "plain_address"]

CONNECTION_ERRORS = (OSError, http.client.HTTPException)
"""What a request raises when no whole answer came."""

_PASSING = {429, 502, 503}
_LONGEST = 300
_BAD_QUERY = {400, 406, 413, 414, 415, 422, 431}
_VIRTUOSO_STATE = re.compile(r"Virtuoso (\w{5}) Error|<h3>Error (\w{5})</h3>")
_VIRTUOSO_DEADLINE = re.compile(r"S1T00|S1TAT|estimated execution time")
_BAD_STATES = ("37", "22", "42001", "RDF")
_TAG = re.compile(r"<(?:head>.*?</head|/?(?:html|body|h[1-6]|xmp|p|title|!DOCTYPE)[^>]*)>", re.DOTALL | re.I)
_VIRTUOSO_HEADING = re.compile(r"HTTP/1\.1 \d{3} [A-Z][\w ]*? Error \w{5}\b|Virtuoso \w{5} Error [\w.]+: ?")
_POSITION = re.compile(r"\bat (\d+):(\d+)\b")


class RefusedError(Exception):
    """The endpoint answered with an error status; `text` is the beginning of what it said."""

    def __init__(self, status: int, text: str, retry_after: str | None = None, challenge: str = "") -> None:
        super().__init__(status)
        self.status = status
        # Virtuoso repeats the query behind this mark: words in it must not count as the server's.
        self.text = text.partition("SPARQL query:")[0]
        self.retry_after = retry_after
        self.challenge = challenge

    @property
    def state(self) -> str:
        """Virtuoso's SQL state, or empty."""
        match = _VIRTUOSO_STATE.search(self.text)
        return (match.group(1) or match.group(2)) if match else ""


def plain_address(url: str) -> str:
    """An address fit to be shown: without user, password and query string."""
    parts = urllib.parse.urlsplit(url)
    host = parts.netloc.rpartition("@")[2]
    return urllib.parse.urlunsplit((parts.scheme, host, parts.path, "", ""))


def is_passing(error: Exception) -> bool:
    """Whether the same request may well succeed a moment later: no connection, 429, 502 or 503."""
    if isinstance(error, RefusedError):
        return error.status in _PASSING
    return isinstance(error, CONNECTION_ERRORS) and not _is_timeout(error)


def failure(error: Exception, url: str, timeout: float) -> QpgraphError:
    """The error behind what a request to `url` raised; `timeout` is what it was given, in seconds."""
    address = plain_address(url)
    if isinstance(error, RefusedError):
        return _refusal(error, address, timeout)
    if _is_timeout(error):
        return out_of_time(url, timeout)
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, BrokenPipeError | ConnectionResetError):
        return StoreUnavailableError(
            f"The SPARQL endpoint {address} broke the connection off. It may have been stopped, refuse "
            "these credentials, or take no request of this size."
        )
    why = getattr(reason, "strerror", None) or str(reason) or type(reason).__name__
    return StoreUnavailableError(
        f"The SPARQL endpoint {address} can't be reached ({_clean(why)}). "
        "See that it runs and that QPGRAPH_ENDPOINT names it."
    )


def out_of_time(url: str, timeout: float) -> DeadlineError:
    """The error of a request that took too long."""
    return DeadlineError(
        f"The SPARQL endpoint {plain_address(url)} had not finished after {timeout:g} s. "
        "Ask for less, or give it more time with the parameter `timeout`."
    )


def _refusal(error: RefusedError, address: str, timeout: float) -> QpgraphError:
    said = _clean(error.text)
    if error.status in (408, 504) or _VIRTUOSO_DEADLINE.search(error.text):
        return out_of_time(address, timeout)
    if error.status in (401, 403) or "SECURITY" in error.text:
        return StoreUnavailableError(
            f"The SPARQL endpoint {address} refuses this without the right credentials "
            f"(HTTP {error.status}). "
            "Set QPGRAPH_ENDPOINT_USER and QPGRAPH_ENDPOINT_PASSWORD, or QPGRAPH_ENDPOINT_TOKEN, "
            "and QPGRAPH_ENDPOINT_AUTH (basic, digest or bearer) as the server wants them."
        )
    if error.status in _BAD_QUERY or error.state.startswith(_BAD_STATES):
        position = _POSITION.search(said)
        line, column = (int(position.group(1)), int(position.group(2))) if position else (None, None)
        return BadQueryError(
            f"The SPARQL endpoint {address} refused it: {said or error.status}", line=line, column=column
        )
    return _unavailable(error.status, said, address)


def _unavailable(status: int, said: str, address: str) -> QpgraphError:
    if status in (429, 503):
        return BusyError(f"The SPARQL endpoint {address} is busy (HTTP {status}). Try again later.")
    if 300 <= status < 400:
        return StoreUnavailableError(
            f"The SPARQL endpoint {address} sends on to another address (HTTP {status}). "
            "Name that address itself: credentials are not sent on."
        )
    if status in (404, 405, 410):
        return StoreUnavailableError(
            f"There is no SPARQL service for this at {address} (HTTP {status}). "
            "See QPGRAPH_ENDPOINT, QPGRAPH_ENDPOINT_UPDATE and QPGRAPH_ENDPOINT_DATA."
        )
    return StoreUnavailableError(
        f"The SPARQL endpoint {address} failed (HTTP {status}): {said or 'it gave no reason'}"
    )


def _is_timeout(error: Exception) -> bool:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    return isinstance(reason, TimeoutError)


def _clean(text: str) -> str:
    """One line of what a server says, without HTML."""
    text = " ".join(_TAG.sub(" ", text).split())
    text = _VIRTUOSO_HEADING.sub("", text).strip()
    return text if len(text) <= _LONGEST else text[:_LONGEST] + " …"
