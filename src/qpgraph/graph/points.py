"""From records to statements: one function for each kind of record."""

from collections.abc import Callable
from typing import Any

from pyoxigraph import Literal, NamedNode

from qpgraph.graph.plan_writer import PlanWriter
from qpgraph.graph.terms import QP, RDFS, XSD, slug, thing
from qpgraph.graph.writer import year
from qpgraph.records.model import (
    BudgetItem,
    CatalogueEntry,
    Defect,
    Duty,
    LegalBasis,
    Measure,
    ProcedureStep,
    Provision,
    Reporting,
    Target,
    Task,
)

__all__ = ["write_points"]


def write_points(writer: PlanWriter) -> None:
    """Writes every record of a plan but the plan itself."""
    for file, write in _WRITERS.items():
        for entry in writer.entries(file):
            write(writer, entry)


def _legal_basis(writer: PlanWriter, basis: LegalBasis) -> None:
    node = writer.point("legal-basis", slug(basis.id), basis.where)
    writer.graph.type(node, QP.LegalBasis)
    writer.acts(node, QP.legalDocument, "id", [basis.id])
    writer.graph.add(node, QP.where, basis.where)
    writer.graph.text(node, RDFS.comment, basis.note)
    writer.source(node, basis.lines, basis.confidence)


def _provision(writer: PlanWriter, provision: Provision) -> None:
    node = writer.point("provision", provision.ref)
    writer.graph.type(node, QP.Provision)
    writer.describe(node, provision, provision.ref)
    writer.graph.add(node, QP.provisionKind, provision.kind)
    writer.quantity(node, provision.quantity)
    writer.cites(node, provision.legal)


def _target(writer: PlanWriter, target: Target) -> None:
    node = writer.point("target", target.ref)
    writer.graph.type(node, QP.Target)
    writer.describe(node, target, target.ref)
    writer.graph.add(node, QP.scope, target.scope)
    writer.graph.add(node, QP.part, target.part)
    writer.graph.text(node, QP.subject, target.subject or target)
    writer.quantity(node, target.quantity)
    if target.by:
        writer.graph.add(node, QP.by, year(target.by))


def _measure(writer: PlanWriter, measure: Measure) -> None:
    node = writer.point("measure", measure.ref)
    writer.graph.type(node, QP.MeasureGroup if measure.heading else QP.Measure)
    writer.describe(node, measure, measure.ref)
    writer.parent(node, "measure", measure.ref, writer.records.measures)
    writer.points(node, QP.carriedOutBy, "task", measure.tasks)
    writer.quantity(node, measure.quantity)
    writer.cites(node, measure.legal)


def _task(writer: PlanWriter, task: Task) -> None:
    node = writer.point("task", task.ref)
    writer.graph.type(node, QP.TaskGroup if task.heading else QP.Task)
    writer.describe(node, task, task.ref)
    writer.parent(node, "task", task.ref, writer.records.tasks)
    writer.agencies(node, QP.lead, "lead", task.lead)
    writer.agencies(node, QP.coordinate, "coordinate", task.coordinate)
    writer.schedule(node, task.schedule)
    for count, output in enumerate(task.outputs, start=1):
        part = NamedNode(f"{node.value}/output/{count}")
        writer.graph.add(node, QP.output, part)
        writer.graph.type(part, QP.Output)
        writer.graph.label(part, output)
        writer.quantity(part, output.quantity)
    writer.acts(node, QP.toAmend, "amends", task.amends)
    writer.acts(node, QP.toReplace, "replaces", task.replaces)
    writer.cites(node, task.legal)


def _duty(writer: PlanWriter, duty: Duty) -> None:
    node = writer.point("duty", duty.ref)
    writer.graph.type(node, QP.Duty)
    writer.describe(node, duty, duty.ref)
    writer.agencies(node, QP.agent, "agencies", duty.agencies)
    writer.graph.add(node, QP.role, duty.role)
    writer.agencies(node, QP.partner, "partners", duty.partners)
    writer.points(node, QP.concerns, "task", duty.tasks)


def _reporting(writer: PlanWriter, report: Reporting) -> None:
    node = writer.point("reporting", report.ref)
    writer.graph.type(node, QP.Reporting)
    writer.describe(node, report, report.ref)
    writer.agencies(node, QP.reporter, "who", report.who)
    writer.agencies(node, QP.reportsTo, "to", report.to)
    if report.deadline:
        writer.graph.add(node, QP.deadline, Literal(report.deadline, datatype=XSD.gMonthDay))
    if report.recurs:
        writer.graph.add(node, QP.recurrence, thing("recurrence", report.recurs))
    writer.graph.add(node, QP.onRequest, report.on_request)


def _budget_item(writer: PlanWriter, item: BudgetItem) -> None:
    node = writer.point("budget", item.ref)
    kind = QP.BudgetGroup if item.heading else QP.BudgetTotal if item.total_row else QP.BudgetItem
    writer.graph.type(node, kind)
    writer.describe(node, item, item.ref)
    writer.parent(node, "budget", item.ref, writer.records.budget)
    if not item.heading:
        with writer.field("unit"):
            writer.graph.add(node, QP.unit, writer.names.unit(item.unit))
    writer.graph.add(node, QP.total, item.total)
    for each, amount in sorted(item.years.items()):
        part = NamedNode(f"{node.value}/{each}")
        writer.graph.add(node, QP.allocation, part)
        writer.graph.type(part, QP.Allocation)
        writer.graph.add(part, QP.year, year(each))
        writer.graph.add(part, QP.amount, amount)
    writer.agencies(node, QP.lead, "lead", item.lead)
    writer.agencies(node, QP.coordinate, "coordinate", item.coordinate)
    writer.quantity(node, item.quantity)


def _catalogue_entry(writer: PlanWriter, entry: CatalogueEntry) -> None:
    for name in entry.standards:
        with writer.field("standards"):
            standard = writer.names.standard(name)
            label = writer.names.standard_label(name)
            node = writer.point("catalogue", entry.ref, slug(label))
            writer.graph.type(node, QP.CatalogueEntry)
            single = entry.model_copy(update={"standards": (name,)})
            writer.describe(node, single, entry.ref)
            writer.graph.text(node, QP.group, entry.group)
            writer.graph.text(node, QP.purpose, entry)
            writer.graph.add(node, QP.appliesStandard, standard)


def _procedure_step(writer: PlanWriter, step: ProcedureStep) -> None:
    node = writer.point("procedure", step.ref)
    writer.graph.type(node, QP.ProcedureStep)
    writer.describe(node, step, step.ref)
    writer.graph.add(node, QP.step, step.step)
    writer.agencies(node, QP.actor, "actors", step.actors)
    writer.graph.text(node, QP.when, step.when)
    for quarter in step.quarters:
        writer.graph.add(node, QP.quarter, quarter)


def _defect(writer: PlanWriter, defect: Defect) -> None:
    about = slug(defect.about.replace(".", "-")) or "plan"
    node = writer.point("defect", "-".join(part for part in (about, slug(defect.field or "")) if part))
    writer.graph.type(node, QP.Defect)
    writer.describe(node, defect, None)
    writer.graph.add(node, QP.defectKind, defect.kind)
    writer.graph.add(node, QP.field, defect.field)
    target = (
        writer.plan if defect.about == "plan" else thing("plan", writer.id, *defect.about.split(maxsplit=1))
    )
    writer.graph.add(node, QP.about, target)
    if defect.readings:
        writer.graph.add(node, QP.usedReading, defect.readings[0])
    for reading in defect.readings:
        writer.graph.add(node, QP.possibleReading, reading)


_WRITERS: dict[str, Callable[[PlanWriter, Any], None]] = {
    "legal-bases": _legal_basis,
    "provisions": _provision,
    "targets": _target,
    "measures": _measure,
    "tasks": _task,
    "duties": _duty,
    "reporting": _reporting,
    "budget": _budget_item,
    "catalogue": _catalogue_entry,
    "procedure": _procedure_step,
    "defects": _defect,
}
