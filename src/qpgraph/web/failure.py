"""The page of an error: what happened in plain words, and where to go from here."""

from collections.abc import Mapping
from typing import Any

from qpgraph.web.page import Page, Visit

__all__ = ["failure_page"]

_KNOWN = {404: "failure.missing", 503: "failure.busy"}


def failure_page(visit: Visit, problem: Mapping[str, Any], headers: Mapping[str, str]) -> Page:
    """The page for a problem document (RFC 9457)."""
    status = int(problem["status"])
    kind = _KNOWN.get(status, "failure.request" if status < 500 else "failure.ours")
    return Page(
        "failure.html",
        title=visit.t(f"{kind}.title"),
        data={"kind": kind, "problem": problem},
        status=status,
        headers={"Cache-Control": "no-store", **headers},
    )
