"""One document's named graph: the plan, its source document, its points."""

from pathlib import Path

from pyoxigraph import NamedNode

from qpgraph.graph.names import Names
from qpgraph.graph.plan_writer import PlanWriter
from qpgraph.graph.points import write_points
from qpgraph.graph.terms import DCTERMS, ELI, FOAF, PROV, QP, thing
from qpgraph.graph.writer import GraphWriter, date, year
from qpgraph.records.base import Text
from qpgraph.records.model import PlanRecords
from qpgraph.records.yaml_source import RecordError

__all__ = ["plan_graph"]

READER = thing("agent", "qpgraph")


def plan_graph(records: PlanRecords, names: Names, folder: Path) -> GraphWriter:
    """All statements of one document; raises `RecordError` naming each unknown name's file and line."""
    writer = PlanWriter(records, names, folder)
    _write_document(writer)
    _write_plan(writer)
    write_points(writer)
    findings = writer.findings + _dangling(writer)
    if findings:
        raise RecordError(findings)
    return writer.graph


def _write_document(writer: PlanWriter) -> None:
    graph = writer.graph
    graph.type(writer.document, QP.SourceDocument)
    graph.add(writer.document, DCTERMS.identifier, writer.id)
    graph.add(writer.document, QP.sourceQuality, writer.records.plan.reading)
    graph.add(writer.document, FOAF.primaryTopic, writer.plan)
    graph.type(writer.reading, QP.Reading)
    graph.add(writer.reading, PROV.used, writer.document)
    graph.add(writer.reading, PROV.wasAssociatedWith, READER)
    graph.label(writer.reading, Text(vi=f"Việc đọc văn bản {writer.id}", en=f"The reading of {writer.id}"))


def _write_plan(writer: PlanWriter) -> None:
    graph, plan, node = writer.graph, writer.records.plan, writer.plan
    graph.type(node, QP.Plan)
    writer.describe(node, plan, None)
    graph.add(node, DCTERMS.identifier, writer.id)
    graph.add(node, ELI.id_local, plan.number)
    if plan.date:
        graph.add(node, ELI.date_document, date(plan.date))
    with writer.field("type"):
        graph.add(node, ELI.type_document, writer.names.document_type(plan.type))
    with writer.field("province"):
        graph.add(node, DCTERMS.spatial, thing("province", writer.names.province(plan.province)))
        writer.agencies(node, DCTERMS.publisher, "issuer", [plan.issuer])
        writer.agencies(node, QP.recipient, "recipients", plan.recipients)
    graph.add(node, QP.signer, plan.signer)
    graph.text(node, QP.signerRole, plan.signer_role)
    graph.add(node, QP.startYear, year(plan.start))
    graph.add(node, QP.endYear, year(plan.end))


_LINKS = {QP.carriedOutBy: "measures", QP.concerns: "duties", QP.about: "defects"}


def _dangling(writer: PlanWriter) -> list[str]:
    """Links between points whose other end isn't there."""
    quads = list(writer.graph)
    subjects = {quad.subject for quad in quads}
    findings = []
    for quad in quads:
        if quad.predicate in _LINKS and quad.object not in subjects and isinstance(quad.object, NamedNode):
            path = writer.folder / f"{_LINKS[quad.predicate]}.yaml"
            findings.append(
                f"{path}: {_tail(quad.subject)} speaks of {_tail(quad.object)}, which no record has"
            )
    return sorted(findings)


def _tail(node: object) -> str:
    return str(getattr(node, "value", node)).split("/id/plan/")[-1].split("/", 1)[-1].replace("/", " ", 1)
