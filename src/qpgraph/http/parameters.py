"""Reads what a request carries: its parameters and its body, each under a limit."""

from collections.abc import Iterable, Iterator
from urllib.parse import parse_qsl

from fastapi import Request

from qpgraph.http.problems import ProblemError

__all__ = ["Parameters", "body_type", "decode", "read_body", "url_parameters"]

_URL_MAX = 32 << 10  # the server itself breaks off above 64 KiB, in words of its own


class Parameters:
    """Names with their values, which may come more than once."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        """`pairs` in the order of the request."""
        self._values: dict[str, list[str]] = {}
        for name, value in pairs:
            self._values.setdefault(name, []).append(value)

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def __iter__(self) -> Iterator[str]:
        return iter(self._values)

    def all(self, name: str) -> tuple[str, ...]:
        """Every value of a name."""
        return tuple(self._values.get(name, ()))

    def one(self, name: str) -> str | None:
        """The value of a name; None when it has none; `ProblemError` (400) when it has several."""
        values = self._values.get(name)
        if values is None:
            return None
        if len(values) > 1:
            raise ProblemError(
                400, "repeated-parameter", f"`{name}` comes {len(values)} times; it may come once."
            )
        return values[0]


def url_parameters(request: Request, *more: bytes) -> Parameters:
    """The parameters of a request's address, and of forms given as `more`.

    Raises `ProblemError`: 414 for an address that is too long, 400 for bytes that are no UTF-8.
    """
    query: bytes = request.scope["query_string"]
    if len(query) > _URL_MAX:
        raise ProblemError(
            414, "address-too-long", f"The address has more than {_URL_MAX} bytes. Send the query by POST."
        )
    try:
        return Parameters(
            pair
            for part in (query, *more)
            if part
            for pair in parse_qsl(part.decode("utf-8"), keep_blank_values=True, errors="strict")
        )
    except UnicodeDecodeError as error:
        raise ProblemError(
            400, "bad-encoding", "The parameters are not in UTF-8 and percent-encoding. Encode them so."
        ) from error


def body_type(request: Request) -> str:
    """The media type of a request's body, `""` when it names none.

    Raises `ProblemError` (415) for a charset other than UTF-8, or a compressed body.
    """
    media_type, *parameters = request.headers.get("content-type", "").split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "charset" and value.strip(" \"'").lower() not in {
            "utf-8",
            "utf8",
            "us-ascii",
        }:
            raise ProblemError(415, "bad-encoding", f"The charset {value.strip()} is not taken. Send UTF-8.")
    if request.headers.get("content-encoding", "identity").lower() != "identity":
        raise ProblemError(415, "compressed", "A compressed body is not taken. Send it as it is.")
    return media_type.strip().lower()


async def read_body(request: Request, limit: int) -> bytes:
    """A request's body. Raises `ProblemError` (413) when it has more bytes than `limit`."""
    problem = ProblemError(
        413, "body-too-large", f"The body has more than {limit} bytes. Send less at a time."
    )
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        raise problem
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > limit:
            raise problem
    return bytes(body)


def decode(body: bytes) -> str:
    """A body as text. Raises `ProblemError` (400) when it is no UTF-8."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        detail = f"The body is not UTF-8: byte {error.start} can't be read. Send it in UTF-8."
        raise ProblemError(400, "bad-encoding", detail) from error
