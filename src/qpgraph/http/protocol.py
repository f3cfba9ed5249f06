"""SPARQL 1.1 Protocol (https://www.w3.org/TR/sparql11-protocol/): what a request asks for."""

from dataclasses import dataclass

from fastapi import Request

from qpgraph.http.parameters import Parameters, body_type, decode, read_body, url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.settings import Settings
from qpgraph.store.base import Dataset

__all__ = ["Operation", "read_query", "read_timeout", "read_update"]

_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Operation:
    """A query or an update, and how it is to be run."""

    text: str
    dataset: Dataset
    timeout: float
    format: str | None


async def read_query(request: Request, settings: Settings) -> Operation | None:
    """The query of a request (Protocol, 2.1); None when a GET has none. Raises `ProblemError`."""
    if request.method != "POST":
        parameters = url_parameters(request)
        if "query" not in parameters and "update" in parameters:
            raise ProblemError(400, "update-by-get", "An update goes by POST to /update, never by GET.")
        text = parameters.one("query")
        return None if text is None else _operation(text, parameters, settings, "default", "named")
    text, parameters = await _posted(request, "query", settings.request_max)
    return _operation(text, parameters, settings, "default", "named")


async def read_update(request: Request, settings: Settings) -> Operation:
    """The update of a request (Protocol, 2.2). Raises `ProblemError`."""
    text, parameters = await _posted(request, "update", settings.upload_max)
    return _operation(text, parameters, settings, "using", "using-named")


async def _posted(request: Request, kind: str, limit: int) -> tuple[str, Parameters]:
    """The query or update of a POST, as a form or by itself, and the parameters beside it."""
    media_type = body_type(request)
    if media_type == _FORM:
        parameters = url_parameters(request, await read_body(request, limit))
        if kind == "query" and "update" in parameters:
            raise ProblemError(
                400, "update-at-query", "This address takes queries only. Send updates to /update."
            )
        text = parameters.one(kind)
        if text is None:
            raise ProblemError(400, f"no-{kind}", f"The form has no `{kind}`. Put the {kind} into it.")
        return text, parameters
    if media_type == f"application/sparql-{kind}":
        parameters = url_parameters(request)
        return decode(await read_body(request, limit)), parameters
    raise _unsupported(media_type, kind)


def read_timeout(parameters: Parameters, settings: Settings) -> float:
    """The seconds that a request gives its work: `timeout`, or the default. Raises `ProblemError` (400)."""
    value = parameters.one("timeout")
    if value is None:
        return settings.timeout
    try:
        timeout = float(value)
    except ValueError:
        timeout = -1
    if not 0 < timeout <= settings.timeout_max:
        detail = f"`timeout` is in seconds, above 0 and at most {settings.timeout_max:g}; `{value}` is not."
        raise ProblemError(400, "bad-timeout", detail)
    return timeout


def _operation(text: str, parameters: Parameters, settings: Settings, default: str, named: str) -> Operation:
    dataset = Dataset(parameters.all(f"{default}-graph-uri"), parameters.all(f"{named}-graph-uri"))
    return Operation(text, dataset, read_timeout(parameters, settings), parameters.one("format"))


def _unsupported(media_type: str, kind: str) -> ProblemError:
    sent = f"{media_type} is not taken here" if media_type else "The body's Content-Type is missing"
    return ProblemError(415, "unsupported-media-type", f"{sent}. Send {_FORM} or application/sparql-{kind}.")
