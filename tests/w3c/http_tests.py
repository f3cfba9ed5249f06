"""Runs the tests of HTTP exchanges: SPARQL Protocol and Graph Store Protocol.

The manifests' authority and paths stand for the service's own: `/sparql/` for `/sparql`, or
`/update` where the request is an update, and `/gsp` for `/data`.
"""

import json
from urllib.parse import quote

from rdflib import RDFS, Graph, Literal, Namespace
from rdflib.compare import isomorphic
from rdflib.term import Node

from tests.serving import TOKEN, Service
from tests.w3c.manifest import MF, Entry

__all__ = ["run_entry"]

HT = Namespace("http://www.w3.org/2011/http#")
HTS = "http://www.w3.org/2011/http-statusCodes#"
CNT = Namespace("http://www.w3.org/2011/content#")
UT = Namespace("http://www.w3.org/2009/sparql/tests/test-update#")
_STATUS = {"OK": 200, "Created": 201, "NoContent": 204, "NotFound": 404}
_BOOLEAN = {"application/sparql-results+json", "application/sparql-results+xml"}
_TABULAR = {*_BOOLEAN, "text/csv", "text/tab-separated-values"}
_RDF = {"text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"}
_PLACEHOLDER = "$LOCATION$"


class _Exchange:
    """The requests of one entry, in order, with what one teaches for the next."""

    def __init__(self, entry: Entry, service: Service) -> None:
        self.entry = entry
        self.service = service
        self.location = ""

    def run(self) -> None:
        """Sends each request and checks its response."""
        action = self.entry.value(MF.action)
        requests = self.entry.list(action, HT.requests)
        assert requests
        for request in requests:
            self._request(request)

    def _request(self, node: Node) -> None:
        value = self.entry.graph.value
        headers = {"authorization": f"Bearer {TOKEN}", **self._headers(node)}
        body = self._body(value(node, HT.body))
        path = self._path(str(value(node, HT.absolutePath)), headers, body)
        content = body.encode(self._encoding(value(node, HT.body))) if body is not None else None
        request = self.service.build_request(
            str(value(node, HT.methodName)), path, content=content, headers=headers
        )
        response = self.service.send(request)
        expected = value(node, HT.resp)
        assert expected is not None
        statuses = {
            str(status).removeprefix(HTS) for status in self.entry.graph.objects(expected, MF.expectedStatus)
        }
        assert any(_fits(response.status_code, status) for status in statuses), (
            response.status_code,
            response.text,
        )
        self._check(expected, response.headers.get("content-type", "").partition(";")[0], response.content)
        if value(expected, MF.expectedLocation) is not None:
            self.location = response.headers["location"]

    def _check(self, expected: Node, media_type: str, content: bytes) -> None:
        value = self.entry.graph.value
        form = value(expected, MF.expectedFormat)
        if form is not None:
            assert media_type in {"boolean": _BOOLEAN, "tabular": _TABULAR, "RDF": _RDF}[str(form)]
        boolean = value(expected, MF.expectedBoolean)
        if isinstance(boolean, Literal):
            assert json.loads(content)["boolean"] is boolean.toPython()
        body = self._body(value(expected, HT.body))
        if body is not None:
            base = f"{self.service.address}/data"
            assert isomorphic(
                Graph().parse(data=content, format=media_type, publicID=base), Graph().parse(data=body)
            )

    def _headers(self, node: Node) -> dict[str, str]:
        value = self.entry.graph.value
        return {
            str(value(header, HT.fieldName)): str(value(header, HT.fieldValue))
            for header in self.entry.list(node, HT.headers)
        }

    def _body(self, node: Node | None) -> str | None:
        if node is None:
            return None
        text = str(self.entry.graph.value(node, CNT.chars))
        return self._own(text)

    def _encoding(self, node: Node | None) -> str:
        return "utf-8" if node is None else str(self.entry.graph.value(node, CNT.characterEncoding))

    def _own(self, text: str) -> str:
        text = text.replace("http://www.example/gsp", f"{self.service.address}/data")
        return text.replace(_PLACEHOLDER, self.location)

    def _path(self, path: str, headers: dict[str, str], body: str | None) -> str:
        if path.startswith("/gsp"):
            quoted = quote("http://www.example/gsp", safe=""), quote(f"{self.service.address}/data", safe="")
            return self._own("/data" + path.removeprefix("/gsp").replace(*quoted))
        is_update = (
            "sparql-update" in headers.get("content-type", "")
            or "update=" in (body or path)
            or "CLEAR" in (body or "")
        )
        return path.replace("/sparql/", "/update" if is_update else "/sparql", 1)


def run_entry(entry: Entry, service: Service) -> None:
    """Empties the service's store, puts the entry's data into it, and runs its requests."""
    update = ["DROP ALL"]
    for data in entry.graph.objects(entry.node, UT.graphData):
        document, name = entry.graph.value(data, UT.graph), entry.graph.value(data, RDFS.label)
        triples = (entry.folder / str(document).rpartition("/")[2]).read_text(encoding="utf-8")
        update.append(f"INSERT DATA {{ GRAPH <{name}> {{ {triples} }} }}")
    headers = {"authorization": f"Bearer {TOKEN}", "content-type": "application/sparql-update"}
    service.post("/update", content=";\n".join(update), headers=headers).raise_for_status()
    _Exchange(entry, service).run()


def _fits(status: int, expected: str) -> bool:
    if expected.startswith("StatusCode"):
        return str(status)[0] == expected.removeprefix("StatusCode")[0]
    return status == _STATUS[expected]
