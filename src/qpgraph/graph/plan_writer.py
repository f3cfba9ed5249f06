"""What the mapping of every kind of record shares: addresses, names, lines, provenance."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from pyoxigraph import NamedNode

from qpgraph.graph.names import Names, UnknownNameError
from qpgraph.graph.terms import DCTERMS, ELI, PROV, QP, RDFS, TIME, document_graph, thing
from qpgraph.graph.writer import GraphWriter, decimal, number, year
from qpgraph.records.base import Lines, Record
from qpgraph.records.model import BudgetItem, LegalBasis, Measure, PlanRecords, Task
from qpgraph.records.quantity import Quantity, Schedule
from qpgraph.records.yaml_source import line_of

__all__ = ["PlanWriter"]


class PlanWriter:
    """Writes the things of one plan into its named graph; findings are collected, not raised."""

    def __init__(self, records: PlanRecords, names: Names, folder: Path) -> None:
        self.records = records
        self.names = names
        self.folder = folder
        self.id = records.id
        self.plan = thing("plan", self.id)
        self.document = thing("document", self.id)
        self.reading = thing("reading", self.id)
        self.province = records.plan.province
        self.graph = GraphWriter(document_graph(self.id))
        self.findings: list[str] = []
        self._file = "plan"
        self._index: int | None = None
        self._taken: set[NamedNode] = set()

    def entries(self, file: str) -> Iterator[Record | LegalBasis]:
        """Walks over a file's entries, so that a finding can say where it is."""
        self._file = file
        entries: Sequence[Record | LegalBasis] = getattr(self.records, file.replace("-", "_"))
        for self._index, entry in enumerate(entries):
            yield entry
        self._index = None

    @contextmanager
    def field(self, name: str) -> Iterator[None]:
        """Turns an unknown name in a field into a finding with file and line."""
        try:
            yield
        except UnknownNameError as error:
            path = self.folder / f"{self._file}.yaml"
            location: tuple[int | str, ...] = (name,) if self._index is None else (self._index, name)
            self.findings.append(f"{path}:{line_of(path, location)}: {name}: {error}")

    def point(self, kind: str, *path: str) -> NamedNode:
        """A new address for a point of the plan; a second point of one reference gets `-2`."""
        node = thing("plan", self.id, kind, *path)
        count = 1
        while node in self._taken:
            count += 1
            node = thing("plan", self.id, kind, *path[:-1], f"{path[-1]}-{count}")
        self._taken.add(node)
        self.graph.add(node, DCTERMS.isPartOf, self.plan)
        self.graph.add(node, QP.position, (self._index or 0) + 1)
        return node

    def describe(self, node: NamedNode, record: Record, ref: str | None) -> None:
        """What all records have: reference, label, note, themes, standards, source."""
        self.graph.add(node, QP.ref, ref)
        self.graph.label(node, record)
        self.graph.text(node, RDFS.comment, record.note)
        for name in record.themes:
            with self.field("themes"):
                self.graph.add(node, DCTERMS.subject, self.names.theme(name))
        for name in record.standards:
            with self.field("standards"):
                self.graph.add(node, QP.appliesStandard, self.names.standard(name))
        self.source(node, record.lines, record.confidence)

    def source(self, node: NamedNode, lines: Lines, confidence: float | None) -> None:
        """The lines that say it, who read them, and how sure the reading is."""
        self.graph.add(node, QP.lines, str(lines))
        for first, last in lines:
            self.graph.add(node, PROV.wasDerivedFrom, self._passage(first, last))
        self.graph.add(node, PROV.wasGeneratedBy, self.reading)
        sure = confidence if confidence is not None else self.confidence
        self.graph.add(node, QP.confidence, decimal(sure))

    @property
    def confidence(self) -> float:
        """The confidence of readings that state none: the plan's, else 1 for clean text, 0.9 for OCR."""
        plan = self.records.plan
        return plan.confidence if plan.confidence is not None else {"clean": 1.0, "ocr": 0.9}[plan.reading]

    def agencies(self, node: NamedNode, predicate: NamedNode, field: str, names: Iterable[str]) -> None:
        """Links to agencies of the plan's province or of the state."""
        for name in names:
            with self.field(field):
                self.graph.add(node, predicate, self.names.agency(name, self.province))

    def acts(self, node: NamedNode, predicate: NamedNode, field: str, names: Iterable[str]) -> None:
        """Links to legal documents."""
        for name in names:
            with self.field(field):
                self.graph.add(node, predicate, self.names.legal(name, self.province))

    def cites(self, node: NamedNode, names: Iterable[str]) -> None:
        """The legal documents that a point cites."""
        self.acts(node, ELI.cites, "legal", names)

    def points(self, node: NamedNode, predicate: NamedNode, kind: str, refs: Iterable[str]) -> None:
        """Links to other points of the plan by their references."""
        for ref in refs:
            self.graph.add(node, predicate, thing("plan", self.id, kind, ref))

    def quantity(self, owner: NamedNode, quantity: Quantity | None) -> None:
        """A number with comparator and unit, as a thing of its own below its owner."""
        if quantity is None:
            return
        node = NamedNode(f"{owner.value}/quantity")
        self.graph.add(owner, QP.quantity, node)
        self.graph.type(node, QP.Quantity)
        self.graph.add(node, QP.comparator, quantity.comparator)
        self.graph.add(node, QP.value, number(quantity.value))
        if quantity.max is not None:
            self.graph.add(node, QP.maxValue, number(quantity.max))
        with self.field("quantity"):
            self.graph.add(node, QP.unit, self.names.unit(quantity.unit))
        if quantity.per:
            self.graph.add(node, QP.per, TIME.unitYear)
        if quantity.by:
            self.graph.add(node, QP.by, year(quantity.by))

    def schedule(self, node: NamedNode, schedule: Schedule) -> None:
        """When a task is done."""
        if schedule.start:
            self.graph.add(node, QP.startYear, year(schedule.start))
        if schedule.end:
            self.graph.add(node, QP.endYear, year(schedule.end))
        self.graph.add(node, QP.quarter, schedule.quarter)
        if schedule.recurrence:
            self.graph.add(node, QP.recurrence, thing("recurrence", schedule.recurrence))
        self.graph.text(node, QP.condition, schedule.condition)

    def parent(
        self, node: NamedNode, kind: str, ref: str, rows: Iterable[Measure | Task | BudgetItem]
    ) -> None:
        """Links a row to the group that heads it: the longest reference of a heading that begins its own."""
        headings = {row.ref for row in rows if row.heading}
        parts = ref.split(".")
        for length in range(len(parts) - 1, 0, -1):
            above = ".".join(parts[:length])
            if above in headings:
                self.graph.add(node, QP.parent, thing("plan", self.id, kind, above))
                return

    def _passage(self, first: int, last: int) -> NamedNode:
        span = str(first) if first == last else f"{first}-{last}"
        node = thing("document", self.id, "lines", span)
        self.graph.type(node, QP.Passage)
        self.graph.add(node, DCTERMS.isPartOf, self.document)
        self.graph.add(node, QP.firstLine, first)
        self.graph.add(node, QP.lastLine, last)
        return node
