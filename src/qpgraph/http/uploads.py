"""Reads the graph that a request brings: one document, or several as multipart/form-data."""

import asyncio
from email.parser import BytesParser
from email.policy import HTTP

from fastapi import Request
from pyoxigraph import RdfFormat, parse, serialize

from qpgraph.http.parameters import body_type, read_body
from qpgraph.http.problems import ProblemError
from qpgraph.sparql.media_types import UPLOAD_TYPES

__all__ = ["read_upload"]


async def read_upload(request: Request, limit: int) -> tuple[str, bytes]:
    """The media type and the bytes of the graph. Raises `ProblemError` (400, 413, 415)."""
    media_type = body_type(request)
    if media_type == "multipart/form-data":
        body = await read_body(request, limit)
        return await asyncio.to_thread(_merge, request.headers["content-type"], body, str(request.url))
    _check(media_type)
    return media_type, await read_body(request, limit)


def _check(media_type: str) -> None:
    if media_type not in UPLOAD_TYPES:
        sent = f"{media_type} is not taken here" if media_type else "The Content-Type is missing"
        raise ProblemError(415, "unsupported-media-type", f"{sent}. Send one of {', '.join(UPLOAD_TYPES)}.")


def _merge(content_type: str, body: bytes, base: str) -> tuple[str, bytes]:
    """All parts of a form as one N-Triples document; blank nodes of different parts stay apart."""
    message = BytesParser(policy=HTTP).parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + body)
    if not message.is_multipart():
        raise ProblemError(400, "bad-form", "The body is no multipart/form-data as its Content-Type says.")
    merged = []
    for part in message.iter_parts():
        media_type = part.get_content_type()
        _check(media_type)
        merged.append(_triples(part.get_payload(decode=True), media_type, base))
    return "application/n-triples", b"".join(merged)


def _triples(data: object, media_type: str, base: str) -> bytes:
    assert isinstance(data, bytes)
    try:
        quads = parse(
            data,
            RdfFormat.from_media_type(media_type),
            base_iri=base,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
    except SyntaxError as error:
        raise ProblemError(400, "bad-query", f"A part of the form can't be read: {error}.") from error
