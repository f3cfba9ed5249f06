"""What several plans share: provinces, agencies and legal documents, in the vocabulary graph."""

from pyoxigraph import Literal

from qpgraph.graph.names import Agency, Names, UnknownNameError
from qpgraph.graph.terms import DCTERMS, ELI, ORG, QP, SKOS, VOCABULARY_GRAPH, thing
from qpgraph.graph.writer import GraphWriter, date
from qpgraph.records.registry import LegalDocument, Province
from qpgraph.records.yaml_source import RecordError

__all__ = ["registry_graph"]


def registry_graph(names: Names) -> GraphWriter:
    """Provinces and legal documents of the registry, and the agencies that were asked for so far.

    Raises `RecordError` if the registry uses a name that nothing knows.
    """
    graph = GraphWriter(VOCABULARY_GRAPH)
    findings: list[str] = []
    for province in names.registry.provinces:
        _province(graph, province)
    for legal in names.registry.legal_documents:
        try:
            _legal_document(graph, legal, names)
        except UnknownNameError as error:
            findings.append(f"loaders/registry/legal-documents.yaml: {legal.id}: {error}")
    if findings:
        raise RecordError(findings)
    for agency in list(names.agencies.values()):
        _agency(graph, agency, names)
    return graph


def _province(graph: GraphWriter, province: Province) -> None:
    node = thing("province", province.id)
    graph.type(node, QP.Province)
    graph.label(node, province)
    graph.add(node, DCTERMS.identifier, province.id)
    for name in province.alt:
        graph.add(node, SKOS.altLabel, name)


def _legal_document(graph: GraphWriter, legal: LegalDocument, names: Names) -> None:
    node = names.legal_node(legal)
    graph.type(node, QP.LegalDocument)
    graph.label(node, legal)
    graph.add(node, ELI.id_local, legal.id)
    graph.add(node, ELI.type_document, names.document_type(legal.type))
    if legal.date:
        graph.add(node, ELI.date_document, date(legal.date))
    if legal.issuer:
        graph.add(node, DCTERMS.publisher, names.agency(legal.issuer, legal.province))
    if legal.province:
        graph.add(node, DCTERMS.spatial, thing("province", names.province(legal.province)))
    for name in legal.alt:
        graph.add(node, SKOS.altLabel, name)


def _agency(graph: GraphWriter, agency: Agency, names: Names) -> None:
    graph.type(agency.node, QP.Agency, *([QP.AgencyGroup] if agency.group else []))
    graph.label(agency.node, agency.label)
    graph.add(agency.node, ORG.classification, agency.kind)
    if agency.province:
        graph.add(agency.node, DCTERMS.spatial, thing("province", names.province(agency.province)))
    for name in agency.alt:
        graph.add(agency.node, SKOS.altLabel, Literal(name))
    if agency.predecessor:
        graph.add(agency.node, DCTERMS.replaces, agency.predecessor)
