"""Runs the syntax tests: well-formed queries and updates are carried out, the others refused.

A refusal is 400 (SPARQL 1.1 Protocol, 2.1.7 and 2.2.5) and says that it is for the syntax. A query
that calls a function of its own making is well-formed, though it is refused after it was read.
"""

import re

import httpx

from tests.serving import TOKEN, Service
from tests.w3c.documents import document
from tests.w3c.manifest import MF, Entry

__all__ = ["NEGATIVE", "run_entry"]

NEGATIVE = {MF.NegativeSyntaxTest, MF.NegativeSyntaxTest11, MF.NegativeUpdateSyntaxTest11}
_UPDATES = {MF.PositiveUpdateSyntaxTest11, MF.NegativeUpdateSyntaxTest11}
_UNKNOWN_FUNCTION = re.compile(r"The custom function <.*> is not supported\.")
_NEEDS_GRAPH = re.compile(r"^(?:DROP|CLEAR) (GRAPH <\w+>)", re.MULTILINE)
_NEEDS_NO_GRAPH = re.compile(r"^CREATE (GRAPH <\w+>)", re.MULTILINE)


def run_entry(entry: Entry, service: Service) -> None:
    """Sends the query or update as it is and checks the status."""
    text = document(entry.value(MF.action)).text()
    negative = entry.kind in NEGATIVE
    if entry.kind not in _UPDATES:
        response = _send(service, "query", text)
    else:
        if not negative:
            _prepare(service, text)
        response = _send(service, "update", text)
    if negative:
        assert response.status_code == 400
        assert response.json()["detail"].startswith("Syntax error"), response.text
    elif not response.is_success:
        assert _UNKNOWN_FUNCTION.match(response.json()["detail"]), response.text


def _prepare(service: Service, update: str) -> None:
    """Sees to it that a graph is there, or not, as the update takes for granted."""
    needs = [f"CREATE SILENT {graph}" for graph in _NEEDS_GRAPH.findall(update)]
    needs += [f"DROP SILENT {graph}" for graph in _NEEDS_NO_GRAPH.findall(update)]
    if needs:
        assert _send(service, "update", ";\n".join(needs)).is_success


def _send(service: Service, kind: str, text: str) -> httpx.Response:
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": f"application/sparql-{kind}"}
    return service.post("/sparql" if kind == "query" else "/update", content=text, headers=headers)
