"""What the service and its data set say of themselves, in RDF.

SPARQL 1.1 Service Description (https://www.w3.org/TR/sparql11-service-description/) and
`/.well-known/void` (https://www.w3.org/TR/void/#well-known).
"""

import json
from collections.abc import Iterator

from fastapi import APIRouter, Request, Response
from pyoxigraph import BlankNode, Literal, NamedNode, RdfFormat, Triple, serialize

from qpgraph.http.answers import answer_response
from qpgraph.http.disconnect import stop_when_client_goes
from qpgraph.http.negotiation import content_type, wanted_types
from qpgraph.http.parameters import url_parameters
from qpgraph.http.service import request_base, service_of
from qpgraph.settings import BASE, Settings
from qpgraph.sparql.media_types import GRAPH_TYPES
from qpgraph.store.base import Dataset

__all__ = ["describe_service", "router"]

router = APIRouter(tags=["Description"])

_SD = "http://www.w3.org/ns/sparql-service-description#"
_VOID = "http://rdfs.org/ns/void#"
_FORMATS = "http://www.w3.org/ns/formats/"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_RESULT_FORMATS = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "N-Quads",
    "TriG",
    "RDF_XML",
    "JSON-LD",
)
_COUNTS = "SELECT ?graph (COUNT(*) AS ?triples) { GRAPH ?graph { ?s ?p ?o } } GROUP BY ?graph ORDER BY ?graph"
_DATASET = """
PREFIX dcat: <http://www.w3.org/ns/dcat#>
PREFIX void: <http://rdfs.org/ns/void#>
CONSTRUCT {
  ?dataset ?property ?value . ?value ?detail ?text .
  <%(base)sid/dataset> a void:Dataset ;
    void:triples ?triples ; void:distinctSubjects ?subjects ; void:properties ?properties ;
    void:sparqlEndpoint <%(endpoint)s> ; void:uriSpace "%(base)sid/" .
  ?partition void:class ?class ; void:entities ?entities .
  <%(base)sid/dataset> void:classPartition ?partition .
} WHERE {
  { VALUES ?kind { void:Dataset dcat:Dataset } ?dataset a ?kind ; ?property ?value .
    FILTER(?property NOT IN (void:triples, void:distinctSubjects, void:properties))
    OPTIONAL { ?value ?detail ?text . FILTER(isBlank(?value)) } }
  UNION { SELECT (COUNT(*) AS ?triples) (COUNT(DISTINCT ?s) AS ?subjects)
          (COUNT(DISTINCT ?p) AS ?properties) { ?s ?p ?o } }
  UNION { { SELECT ?class (COUNT(DISTINCT ?thing) AS ?entities)
            { ?thing a ?class FILTER(isIRI(?class)) } GROUP BY ?class }
    BIND(IRI(CONCAT("%(base)sid/dataset#class-", ENCODE_FOR_URI(STR(?class)))) AS ?partition) }
}
"""


async def describe_service(request: Request) -> Response:
    """The service description of the SPARQL endpoint that a request came to."""
    service = service_of(request)
    accept = wanted_types(request, GRAPH_TYPES, url_parameters(request).one("format"))
    graphs = await _graph_counts(request)
    endpoint = NamedNode(request_base(request))
    triples = list(_description(endpoint, graphs, service.settings))
    rdf_format = RdfFormat.from_media_type(accept[0])
    assert rdf_format is not None
    body = serialize(triples, format=rdf_format, prefixes={"sd": _SD, "void": _VOID})
    return Response(body, headers={"Vary": "Accept"}, media_type=content_type(accept[0]))


@router.head("/.well-known/void", include_in_schema=False)
@router.get("/.well-known/void", summary="The data set's description")
async def void(request: Request) -> Response:
    """VoID and DCAT: what the graph says of its data set, with counts of this moment."""
    accept = wanted_types(request, GRAPH_TYPES, url_parameters(request).one("format"))
    base = request_base(request)
    endpoint = NamedNode(base.removesuffix("/.well-known/void") + "/sparql").value
    service = service_of(request)
    async with stop_when_client_goes(request.receive):
        answer = await service.store.query(
            _DATASET % {"base": BASE, "endpoint": endpoint},
            accept=accept,
            base=base,
            dataset=Dataset(),
            timeout=service.settings.timeout,
        )
        return await answer_response(request, answer)


async def _graph_counts(request: Request) -> list[tuple[str, int]]:
    service = service_of(request)
    answer = await service.store.query(
        _COUNTS,
        accept=["application/sparql-results+json"],
        base=None,
        dataset=Dataset(),
        timeout=service.settings.timeout,
    )
    results = json.loads(b"".join([part async for part in answer.body]))
    return [
        (row["graph"]["value"], int(row["triples"]["value"]))
        for row in results["results"]["bindings"]
        if row["graph"]["type"] == "uri"
    ]


def _description(endpoint: NamedNode, graphs: list[tuple[str, int]], settings: Settings) -> Iterator[Triple]:
    service, dataset, default = BlankNode(), BlankNode(), BlankNode()
    yield Triple(service, _TYPE, _sd("Service"))
    yield Triple(service, _sd("endpoint"), endpoint)
    yield Triple(service, _sd("supportedLanguage"), _sd("SPARQL11Query"))
    features = ["UnionDefaultGraph"] if settings.union else []
    features += ["BasicFederatedQuery"] if settings.federation else []
    for feature in features:
        yield Triple(service, _sd("feature"), _sd(feature))
    for result_format in _RESULT_FORMATS:
        yield Triple(service, _sd("resultFormat"), NamedNode(_FORMATS + result_format))
    yield Triple(service, _sd("defaultDataset"), dataset)
    yield Triple(dataset, _TYPE, _sd("Dataset"))
    yield Triple(dataset, _sd("defaultGraph"), default)
    yield Triple(default, _TYPE, _sd("Graph"))
    for name, count in graphs:
        named, graph = BlankNode(), BlankNode()
        yield Triple(dataset, _sd("namedGraph"), named)
        yield Triple(named, _TYPE, _sd("NamedGraph"))
        yield Triple(named, _sd("name"), NamedNode(name))
        yield Triple(named, _sd("graph"), graph)
        yield Triple(graph, _TYPE, _sd("Graph"))
        yield Triple(graph, NamedNode(f"{_VOID}triples"), Literal(count))


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
