"""Who we are at a SPARQL endpoint: basic, digest or bearer authentication (RFC 7617, 7616, 6750)."""

import base64
import urllib.request
from dataclasses import dataclass, field
from typing import Any, Literal

from qpgraph.errors import QpgraphError

__all__ = ["Auth", "AuthKind", "Digest", "choose_auth"]

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

    def digest(self, url: str) -> "Digest | None":
        """What answers this address's challenge, for digest; else None."""
        if self.kind != "digest":
            return None
        passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        passwords.add_password(None, url, self.user, self.secret)
        return Digest(passwords)


class Digest(urllib.request.HTTPDigestAuthHandler):
    """urllib's handler, for one request."""

    def prepare(self, request: urllib.request.Request, challenge: str) -> None:
        """Authorizes a request by a challenge that another request met."""
        kind, _, fields = challenge.partition(" ")
        if kind.lower() == "digest":
            values = urllib.request.parse_keqv_list(urllib.request.parse_http_list(fields))
            request.add_unredirected_header(
                "Authorization", f"Digest {self.get_authorization(request, values)}"
            )

    def http_error_401(self, req: urllib.request.Request, fp: Any, code: int, msg: str, headers: Any) -> Any:
        """Answers the first challenge; a second means that the password is wrong."""
        if req.has_header("Authorization"):
            return None
        try:
            answer = super().http_error_401(req, fp, code, msg, headers)
        except BaseException:
            fp.close()
            raise
        if answer is not None:
            # urllib leaves the challenge's connection open.
            fp.close()
        return answer


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
