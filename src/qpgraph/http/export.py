"""`/export/{format}`: the graph or a part of it in other tools' formats, as `qpgraph export` has them."""

from typing import Any

from fastapi import APIRouter, Request, Response

from qpgraph.export.base import ExportError, Format, ToolMissingError
from qpgraph.export.factory import FORMATS, UnknownFormatError, find_format
from qpgraph.export.jsonld import context
from qpgraph.export.process import ExportProcesses
from qpgraph.export.selection import DEPTH_MAX, LANGUAGES, Selection, SelectionError
from qpgraph.export.views import VIEWS
from qpgraph.http.answers import answer_response
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import content_type
from qpgraph.http.parameters import Parameters, url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.http.protocol import read_timeout
from qpgraph.http.service import service_of

__all__ = ["export_router"]

_AT_ONCE = 2
"""Exports that run side by side: they are long, and queries come first."""

_MANY = {
    "plan": ("plans", "Only this document (its id)"),
    "province": ("provinces", "Only this province (name or id)"),
    "theme": ("themes", "Only this theme (id or label)"),
    "class": ("classes", "Only things of this class, such as `Task`"),
    "agency": ("agencies", "Only what this agency takes part in (name or address)"),
    "year": ("years", "Only what runs, or is due, in this year"),
}
_ONE = {
    "around": "Only what is near this thing (its address)",
    "depth": f"With `around`: how many links away, 0 to {DEPTH_MAX} (1)",
    "view": f"A ready network: {', '.join(VIEWS)}",
    "lang": f"The language of labels: {' or '.join(LANGUAGES)} (vi)",
    "measures": "`true`: degree, betweenness and community on the nodes",
    "timeout": "The deadline in seconds",
}
_INLINE = ("svg", "png", "pdf")
_ACTIVE = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
_YES, _NO = ("", "true", "1", "on", "yes"), ("false", "0", "off", "no")


def export_router() -> APIRouter:
    """The routes; the processes that they start are counted here."""
    router = APIRouter(tags=["Exports"])
    processes = ExportProcesses(_AT_ONCE)

    async def export(request: Request, format: str) -> Response:  # noqa: A002 - the name in the address
        """The graph or a part of it; the formats are listed at `/export`."""
        chosen = _format(format)
        parameters = url_parameters(request)
        selection = _selection(parameters)
        settings = service_of(request).settings
        timeout = read_timeout(parameters, settings) if "timeout" in parameters else settings.timeout_max
        headers = _headers(chosen)
        if request.method == "HEAD":
            response = Response(headers=headers, media_type=content_type(chosen.media_type))
            del response.headers["content-length"]  # known only when it is made
            return response
        async with stop_when_client_goes(request.receive):
            try:
                answer = await processes.export(settings, chosen.name, selection, timeout)
            except SelectionError as error:
                raise ProblemError(400, "invalid-parameter", f"{error}.") from error
            except ToolMissingError as error:
                raise ProblemError(501, "not-installed", f"{error}.") from error
            except ExportError as error:
                raise ProblemError(422, "no-export", f"{error}.") from error
            return await answer_response(request, answer, headers)

    router.add_api_route("/export", _index, methods=["GET"], summary="The export formats")
    router.add_api_route("/export", _index, methods=["HEAD"], include_in_schema=False)
    content: dict[str, Any] = {each.media_type: {} for each in FORMATS.values()}
    router.add_api_route(
        "/export/{format}",
        export,
        methods=["GET"],
        summary="The graph in a format",
        responses={200: {"description": "The export", "content": content}},
        openapi_extra={"parameters": _described()},
    )
    router.add_api_route("/export/{format}", export, methods=["HEAD"], include_in_schema=False)
    router.add_api_route("/context.jsonld", _context, methods=["GET"], summary="The JSON-LD context")
    router.add_api_route("/context.jsonld", _context, methods=["HEAD"], include_in_schema=False)
    return router


async def _index() -> list[dict[str, str]]:
    """Every format with its media type and address."""
    return [
        {"name": each.name, "title": each.title, "media_type": each.media_type, "kind": each.kind,
         "href": f"/export/{each.name}"}
        for each in FORMATS.values()
    ]  # fmt: skip


async def _context() -> Response:
    """The context that exported JSON-LD is written with; for documents of your own."""
    from qpgraph.export.json_stream import encode

    return Response(encode(context()), media_type="application/ld+json")


def _format(name: str) -> Format:
    try:
        return find_format(name)
    except UnknownFormatError as error:
        raise ProblemError(404, "no-such-format", f"{error}.") from error


def _headers(chosen: Format) -> dict[str, str]:
    inline = chosen.name in _INLINE
    how = "inline" if inline else "attachment"
    headers = {"Content-Disposition": f'{how}; filename="qpgraph-{chosen.name}.{chosen.ending}"'}
    if inline:
        headers["Content-Security-Policy"] = _ACTIVE
    return headers


def _selection(parameters: Parameters) -> Selection:
    for name in parameters:
        if name not in _MANY and name not in _ONE:
            known = ", ".join([*_MANY, *_ONE])
            raise _invalid(f"there is no parameter `{name}`; there are {known}")
    many: dict[str, Any] = {
        field: parameters.all(name) for name, (field, _) in _MANY.items() if name != "year"
    }
    depth = parameters.one("depth")
    around = parameters.one("around")
    if depth is not None and not around:
        raise _invalid("`depth` goes with `around`")
    selection = Selection(
        **many,
        years=tuple(_number("year", value) for value in parameters.all("year")),
        around=around or None,
        depth=1 if depth is None else _number("depth", depth),
        view=_view(parameters.one("view")),
        language=parameters.one("lang") or "vi",
        measures=_flag(parameters.one("measures")),
    )
    try:
        return selection.checked()
    except SelectionError as error:
        raise _invalid(str(error)) from error


def _number(name: str, value: str) -> int:
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise _invalid(f"`{name}` is a whole number; '{value}' is not")
    return int(value)


def _view(value: str | None) -> str | None:
    if value and value not in VIEWS:
        raise _invalid(f"there is no view '{value}'; take {', '.join(VIEWS)}")
    return value or None


def _flag(value: str | None) -> bool:
    if value is None or value in _NO:
        return False
    if value not in _YES:
        raise _invalid(f"`measures` is true or false; '{value}' is neither")
    return True


def _invalid(detail: str) -> ProblemError:
    return ProblemError(400, "invalid-parameter", f"{detail[0].upper()}{detail[1:]}.")


def _described() -> list[dict[str, Any]]:
    """The parameters for the OpenAPI document."""
    names = {"type": "string", "enum": list(FORMATS)}
    path = {"name": "format", "in": "path", "required": True, "schema": names}
    many = [
        {"name": name, "in": "query", "description": text, "explode": True,
         "schema": {"type": "array", "items": {"type": "integer" if name == "year" else "string"}}}
        for name, (_, text) in _MANY.items()
    ]  # fmt: skip
    one = [
        {"name": name, "in": "query", "description": text, "schema": {"type": "string"}}
        for name, text in _ONE.items()
    ]
    return [path, *many, *one]
