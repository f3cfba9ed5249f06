"""Content negotiation: which media types a client takes, best first (RFC 9110, 12.5.1)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from fastapi import Request

from qpgraph.http.problems import ProblemError
from qpgraph.sparql.media_types import SHORT_NAMES

__all__ = ["acceptable", "content_type", "not_acceptable", "wanted_types"]

_RANGE = re.compile(r"\s*([\w!#$%&'*+.^`|~-]+)/([\w!#$%&'*+.^`|~-]+)\s*((?:;[^;]*)*)")
_QUALITY = re.compile(r"\s*[qQ]\s*=\s*([0-9.]+)\s*$")


@lru_cache(maxsize=1024)
def acceptable(accept: str, offered: tuple[str, ...]) -> tuple[str, ...]:
    """Those of `offered` that an Accept header takes, best first; the order offered breaks ties.

    >>> acceptable("text/*;q=0.5, application/json", ("text/csv", "application/json"))
    ('application/json', 'text/csv')
    >>> acceptable("*/*, text/csv;q=0", ("text/csv", "application/json"))
    ('application/json',)
    """
    if not accept.strip():
        return offered
    ranges = [parsed for part in accept.split(",") if (parsed := _parse(part))]
    qualities = {media_type: _quality(media_type, ranges) for media_type in offered}
    taken = [media_type for media_type in offered if qualities[media_type] > 0]
    return tuple(sorted(taken, key=lambda media_type: -qualities[media_type]))


def wanted_types(request: Request, offered: tuple[str, ...], short_name: str | None = None) -> Sequence[str]:
    """The media types that a request takes, by its parameter `format` or else its Accept header.

    Raises `ProblemError` (400) for a format that nobody knows, (406) when nothing is left.
    """
    if short_name is not None:
        named = SHORT_NAMES.get(short_name)
        if named is None:
            raise ProblemError(
                400,
                "unknown-format",
                f"There is no format `{short_name}`; use one of {', '.join(SHORT_NAMES)}.",
            )
        taken: Sequence[str] = [media_type for media_type in named if media_type in offered]
    else:
        taken = acceptable(", ".join(request.headers.getlist("accept")), offered)
    if not taken:
        raise not_acceptable(offered)
    return taken


def not_acceptable(offered: Sequence[str]) -> ProblemError:
    """The problem (406) that what is offered is not what the client takes."""
    return ProblemError(
        406,
        "not-acceptable",
        f"This can be had as {', '.join(dict.fromkeys(offered))}, and the Accept header takes none of these.",
        headers={"Vary": "Accept"},
    )


def content_type(media_type: str) -> str:
    """The value of a Content-Type header: text is always UTF-8 here."""
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def _parse(part: str) -> tuple[str, str, float] | None:
    match = _RANGE.fullmatch(part)
    if not match:
        return None
    quality = 1.0
    for parameter in match[3].split(";"):
        if found := _QUALITY.fullmatch(parameter):
            try:
                quality = min(float(found[1]), 1.0)
            except ValueError:
                return None
    return match[1].lower(), match[2].lower(), quality


def _quality(media_type: str, ranges: Sequence[tuple[str, str, float]]) -> float:
    """The quality of the most specific range that covers a media type."""
    kind, _, subtype = media_type.partition("/")
    best, quality = -1, 0.0
    for range_kind, range_subtype, range_quality in ranges:
        if range_kind not in ("*", kind) or range_subtype not in ("*", subtype):
            continue
        specific = (range_kind != "*") + (range_subtype != "*")
        if specific > best:
            best, quality = specific, range_quality
    return quality
