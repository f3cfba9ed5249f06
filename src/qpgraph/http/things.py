"""`/id/…`: everything in the graph by its own address."""

import json
import re

from fastapi import APIRouter, Request, Response

from qpgraph.http.answers import answer_response
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import wanted_types
from qpgraph.http.parameters import url_parameters
from qpgraph.http.problems import ProblemError
from qpgraph.http.service import request_base, service_of
from qpgraph.settings import BASE
from qpgraph.sparql.media_types import GRAPH_TYPES
from qpgraph.store.base import Dataset
from qpgraph.web.thing.page import alternate_links

__all__ = ["router"]

router = APIRouter(tags=["Things"])

_INCOMING_MAX = 1000
_FORBIDDEN = re.compile(r"[<>\"{}|^`\\\x00-\x20]")
_KNOWN = "ASK {{ {{ {thing} ?p ?o }} UNION {{ ?s ?p {thing} }} }}"
_DESCRIBE = """
CONSTRUCT {{ {thing} ?p ?o . ?o ?detail ?text . ?s ?link {thing} }} WHERE {{
  {{ {thing} ?p ?o . OPTIONAL {{ ?o ?detail ?text . FILTER(isBlank(?o)) }} }}
  UNION {{ SELECT ?s ?link {{ ?s ?link {thing} }} LIMIT {limit} }}
}}
"""


@router.head("/id/{path:path}", include_in_schema=False)
@router.get("/id/{path:path}", summary="A thing by its address")
async def thing(request: Request, path: str) -> Response:
    """All that is said of a thing, and up to 1,000 statements that point to it."""
    iri = f"{BASE}id/{path}"
    accept = wanted_types(request, GRAPH_TYPES, url_parameters(request).one("format"))
    async with stop_when_client_goes(request.receive):
        if _FORBIDDEN.search(iri) or not await _is_known(request, iri):
            raise ProblemError(404, "not-found", f"The graph says nothing of <{iri}>. Check the address.")
        service = service_of(request)
        answer = await service.store.query(
            _DESCRIBE.format(thing=f"<{iri}>", limit=_INCOMING_MAX),
            accept=accept,
            base=None,
            dataset=Dataset(),
            timeout=service.settings.timeout,
        )
        return await answer_response(request, answer, {"Link": alternate_links(request_base(request), iri)})


async def _is_known(request: Request, iri: str) -> bool:
    service = service_of(request)
    answer = await service.store.query(
        _KNOWN.format(thing=f"<{iri}>"),
        accept=["application/sparql-results+json"],
        base=None,
        dataset=Dataset(),
        timeout=service.settings.timeout,
    )
    content = json.loads(b"".join([part async for part in answer.body]))
    return bool(content["boolean"])
