"""Writing needs the bearer token of the settings (RFC 6750); reading needs none."""

import hmac

from fastapi import Request

from qpgraph.http.problems import ProblemError
from qpgraph.http.service import service_of

__all__ = ["require_token"]


def require_token(request: Request) -> None:
    """Raises `ProblemError`: 403 when nobody may write, 401 when the token is missing or wrong."""
    token = service_of(request).settings.token
    if not token:
        raise ProblemError(
            403, "read-only", "This service is read only: it has no token. Start it with QPGRAPH_TOKEN set."
        )
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not hmac.compare_digest(given.strip().encode(), token.encode()):
        raise ProblemError(
            401,
            "token",
            "Writing needs the header `Authorization: Bearer` with the service's token (QPGRAPH_TOKEN).",
            headers={"WWW-Authenticate": 'Bearer realm="qpgraph"'},
        )
