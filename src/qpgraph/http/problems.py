"""Errors as problem documents: one shape for all of them (RFC 9457, `application/problem+json`)."""

import http
import json
import logging
from collections.abc import Mapping

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.routing import Match

from qpgraph.errors import QpgraphError
from qpgraph.http.disconnect import ClientGoneError
from qpgraph.settings import BASE
from qpgraph.store import base as store

__all__ = ["PROBLEM_TYPE", "STORE_PROBLEMS", "ProblemError", "install", "problem_for", "response_for"]

PROBLEM_TYPE = "application/problem+json"

_LOG = logging.getLogger("qpgraph.http")
STORE_PROBLEMS: tuple[tuple[type[QpgraphError], int, str], ...] = (
    (store.BadQueryError, 400, "bad-query"),
    (store.GraphMissingError, 404, "no-such-graph"),
    (store.DeadlineError, 503, "deadline"),
    (store.BusyError, 503, "busy"),
    (store.ResourcesError, 507, "too-large"),
    (store.StoreUnavailableError, 503, "store-unavailable"),
)


class ProblemError(Exception):
    """What stops a request: its status, a short name of the kind, and what to do about it."""

    def __init__(
        self,
        status: int,
        kind: str,
        detail: str,
        *,
        headers: Mapping[str, str] | None = None,
        members: Mapping[str, object] | None = None,
    ) -> None:
        """`members` are further members of the problem document, such as `line`."""
        super().__init__(detail)
        self.status = status
        self.kind = kind
        self.detail = detail
        self.headers = dict(headers or {})
        self.members = dict(members or {})


def problem_for(error: QpgraphError) -> ProblemError:
    """The problem that an error of the store is."""
    for error_type, status, kind in STORE_PROBLEMS:
        if isinstance(error, error_type):
            headers = {"Retry-After": "5"} if status == 503 else {}
            return ProblemError(status, kind, str(error), headers=headers, members=_position(error))
    return ProblemError(400, "bad-request", str(error))


def response_for(request: Request, error: Exception) -> Response:
    """The response to a `ProblemError`, a `QpgraphError` or a `ClientGoneError`; raises any other."""
    match error:
        case ProblemError():
            return _response(request, error)
        case QpgraphError():
            return _response(request, problem_for(error))
        case ClientGoneError():
            return Response(status_code=499)  # seen in the figures only: nobody is there to read it
        case _:
            raise error


def install(app: FastAPI) -> None:
    """Makes every error of the service a problem document."""
    for known in (ProblemError, QpgraphError, ClientGoneError):
        app.add_exception_handler(known, _on_known_error)
    app.add_exception_handler(HTTPException, _on_http_error)
    app.add_exception_handler(RequestValidationError, _on_validation_error)
    app.add_exception_handler(Exception, _on_failure)


def _position(error: QpgraphError) -> dict[str, object]:
    if isinstance(error, store.BadQueryError) and error.line is not None:
        return {"line": error.line, "column": error.column}
    return {}


def _response(request: Request, problem: ProblemError) -> Response:
    content = {
        "type": f"{BASE}problem/{problem.kind}",
        "title": _title(problem.status),
        "status": problem.status,
        "detail": problem.detail,
        "instance": request.url.path,
        **problem.members,
    }
    body = json.dumps(content, ensure_ascii=False).encode()
    headers = {"Cache-Control": "no-store", **problem.headers}
    return Response(body, problem.status, headers, PROBLEM_TYPE)


def _title(status: int) -> str:
    try:
        return http.HTTPStatus(status).phrase
    except ValueError:
        return "Error"


async def _on_known_error(request: Request, error: Exception) -> Response:
    return response_for(request, error)


async def _on_http_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    detail, kind = str(error.detail), "http"
    if error.status_code == 404:
        kind, detail = (
            "not-found",
            f"There is nothing at {request.url.path}. See /openapi.json for what there is.",
        )
    elif error.status_code == 405:
        allowed = ", ".join(_allowed_methods(request))
        kind, detail = "method-not-allowed", f"{request.method} is not for {request.url.path}; use {allowed}."
        return _response(request, ProblemError(405, kind, detail, headers={"Allow": allowed}))
    return _response(request, ProblemError(error.status_code, kind, detail, headers=error.headers))


def _allowed_methods(request: Request) -> list[str]:
    """A path may have a route for each method, and the first that fits knows of itself only."""
    return [
        method
        for method in ("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS")
        if any(
            route.matches({**request.scope, "method": method})[0] == Match.FULL
            for route in request.app.router.routes
        )
    ]


async def _on_validation_error(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    findings = [
        {"parameter": ".".join(str(part) for part in finding["loc"][1:]), "message": finding["msg"]}
        for finding in error.errors()
    ]
    detail = "; ".join(f"`{finding['parameter']}`: {finding['message']}" for finding in findings)
    return _response(
        request, ProblemError(422, "invalid-parameter", f"{detail}.", members={"errors": findings})
    )


async def _on_failure(request: Request, error: Exception) -> Response:
    _LOG.error("%s %s failed", request.method, request.url.path, exc_info=error)
    detail = "The service has a fault here. The request is not to blame; its log says more."
    return _response(request, ProblemError(500, "fault", detail))
