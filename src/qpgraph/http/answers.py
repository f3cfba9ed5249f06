"""Sends a store's answer to the client as it comes."""

import asyncio
import logging
from collections.abc import Mapping

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

from qpgraph.errors import QpgraphError
from qpgraph.http.disconnect import ClientGoneError, stop_when_client_goes
from qpgraph.http.negotiation import content_type
from qpgraph.store.base import Answer

__all__ = ["answer_response"]

_LOG = logging.getLogger("qpgraph.http")


async def answer_response(
    request: Request, answer: Answer, headers: Mapping[str, str] | None = None
) -> Response:
    """The response for an answer: whole when it is small, in parts when it is not."""
    media_type = content_type(answer.media_type)
    sent = {"Vary": "Accept", **(headers or {})}
    if answer.length is not None:
        body = b"".join([part async for part in answer.body])
        return Response(body, headers=sent, media_type=media_type)
    return _StreamedAnswer(answer, sent, media_type)


class _StreamedAnswer(Response):
    """Parts go out as the client takes them; an error midway breaks the connection off.

    HTTP has no other way to say so late that an answer isn't whole: the last chunk stays away.
    """

    def __init__(self, answer: Answer, headers: Mapping[str, str], media_type: str) -> None:
        super().__init__(None, headers=headers, media_type=media_type)
        del self.headers["content-length"]
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """See ASGI."""
        try:
            await send(
                {"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers}
            )
            if scope["method"] != "HEAD":
                async with stop_when_client_goes(receive):
                    async for part in self._answer.body:
                        await send({"type": "http.response.body", "body": part, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        except QpgraphError as error:
            _LOG.warning("%s %s: broke off: %s", scope["method"], scope["path"], error)
        except ClientGoneError:
            pass
        except asyncio.CancelledError:
            _LOG.warning("%s %s: broke off: the service stops", scope["method"], scope["path"])
            raise
        finally:
            await self._answer.close()
