"""Who we are at a SPARQL endpoint: basic, digest or bearer authentication (RFC 7617, 7616, 6750)."""

import base64
import urllib.request
from dataclasses import dataclass, field
from typing import Any, Literal

from qpgraph.errors import QpgraphError

__all__ = ["Auth", "AuthKind", "choose_auth"]

AuthKind = Literal["basic", "digest", "bearer"]


@dataclass(frozen=True)
class Auth:
    """Credentials; `repr` and messages never show the secret."""

    kind: AuthKind
    user: str = ""
    secret: str = field(default="", repr=False)
    """The password, or the token of `bearer`."""

    @property
    def header(self) -> str | None:
        """The `Authorization` header to send at once; None for digest, which waits for a challenge."""
        if self.kind == "basic":
            pair = f"{self.user}:{self.secret}".encode()
            return f"Basic {base64.b64encode(pair).decode('ascii')}"
        return f"Bearer {self.secret}" if self.kind == "bearer" else None

    def handlers(self, url: str) -> list[urllib.request.BaseHandler]:
        """The handlers that answer a challenge from this address."""
        if self.kind != "digest":
            return []
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, self.user, self.secret)
        return [_Digest(passwords)]


class _Digest(urllib.request.HTTPDigestAuthHandler):
    """Lets go of the challenge's connection, which urllib leaves open."""

    def http_error_401(self, req: Any, fp: Any, code: int, msg: str, headers: Any) -> Any:
        fp.close()
        return super().http_error_401(req, fp, code, msg, headers)


def choose_auth(kind: str | None, user: str | None, password: str | None, token: str | None) -> Auth | None:
    """The credentials that settings name: a token means bearer, a user basic, unless `kind` says else.

    Raises `QpgraphError` when the kind is unknown or what it needs is missing.
    """
    kind = (kind or ("bearer" if token else "basic" if user else "")).lower()
    if not kind:
        return None
    if kind == "bearer":
        if not token:
            raise QpgraphError("QPGRAPH_ENDPOINT_AUTH is bearer: set QPGRAPH_ENDPOINT_TOKEN too.")
        return Auth("bearer", secret=token)
    if kind not in ("basic", "digest"):
        raise QpgraphError(f"QPGRAPH_ENDPOINT_AUTH is `{kind}`: set it to basic, digest or bearer.")
    if not user or not password:
        raise QpgraphError(
            f"QPGRAPH_ENDPOINT_AUTH is {kind}: set QPGRAPH_ENDPOINT_USER and QPGRAPH_ENDPOINT_PASSWORD too."
        )
    return Auth("digest" if kind == "digest" else "basic", user, password)
