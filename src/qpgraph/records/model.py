"""The records of one document: a plan and everything that it says, file by file.

Each class below is an entry of the file of its name in `loaders/<document id>/`; see
`docs/records.md` for the guide and `loaders/schema/*.json` for the JSON Schema that editors use.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from qpgraph.records.base import Lines, Record, RecordModel, Ref, Text
from qpgraph.records.quantity import Output, Quantity, Recurrence, Schedule, Year

__all__ = [
    "BudgetItem",
    "CatalogueEntry",
    "Defect",
    "Duty",
    "LegalBasis",
    "Measure",
    "PartialDate",
    "Plan",
    "PlanRecords",
    "ProcedureStep",
    "Provision",
    "Reporting",
    "Target",
    "Task",
    "Uncovered",
]


def _check_date(value: str) -> str:
    if not re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", value):
        raise ValueError(f"'{value}' is not a date; write 2026, 2026-01 or 2026-01-14")
    return value


def _check_deadline(value: str) -> str:
    if not re.fullmatch(r"--(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])", value):
        raise ValueError(f"'{value}' is not a day of the year; write --11-30 for 30 November")
    return value


PartialDate = Annotated[str, AfterValidator(_check_date)]
YearlyDate = Annotated[str, AfterValidator(_check_deadline)]


class Plan(Record):
    """plan.yaml: the document itself; `vi` and `en` are its title in our wording."""

    number: str | None = None
    """The number as law writes it, such as 49/KH-UBND; missing when the print is blank."""
    date: PartialDate | None = None
    """The date of issue, as much as is known: 2025-08-28, 2026-01 or 2026."""
    type: str
    """The kind of document, a label of ontology/document-types.ttl: Kế hoạch, Quyết định."""
    province: str
    """Hải Phòng, Bắc Ninh, … : a label of loaders/registry/provinces.yaml."""
    issuer: str
    """The issuing body, an agency of the province."""
    signer: str | None = None
    """Who signed, where it can be read."""
    signer_role: Text | None = None
    """In what office, such as Phó Chủ tịch."""
    start: Year
    """The period's first year."""
    end: Year
    """The period's last year."""
    recipients: tuple[str, ...] = ()
    """Whom it was sent to: agencies of the province or of the state."""
    reading: Literal["clean", "ocr"]
    """What the source text is: clean text or OCR without diacritics."""


class LegalBasis(RecordModel):
    """legal-bases.yaml: an act on which the plan stands."""

    id: str
    """The number as law writes it, or the law's name: an id of loaders/registry/legal-documents.yaml."""
    where: Literal["preamble", "body"]
    """Where the plan names it as a basis."""
    lines: Lines
    """The source lines."""
    confidence: Annotated[float, Field(gt=0, le=1)] | None = None
    """How sure the reading is; the plan's own where it is missing."""
    note: Text | None = None
    """What a reader should know."""


class Provision(Record):
    """provisions.yaml: a point that is no target, task or duty: purpose, requirement, scope, audience, …"""

    ref: Ref
    kind: Literal[
        "purpose", "requirement", "scope", "audience", "condition", "assignment", "funding", "closing"
    ]
    """What the point does."""
    quantity: Quantity | None = None
    """A number that it states."""
    legal: tuple[str, ...] = ()
    """Acts that it cites."""


class Target(Record):
    """targets.yaml: a target; a point that states two numbers gives two, told apart by `part`."""

    ref: Ref
    part: Annotated[int, Field(ge=1)] = 1
    """1, 2, … within one point."""
    scope: Literal["general", "specific"]
    """Of the general or of the specific targets."""
    subject: Text | None = None
    """What is counted or measured, as a short noun phrase; the label where it is missing."""
    quantity: Quantity | None = None
    """The number; missing when the target states none."""
    by: Year | None = None
    """The year by which a target without a number is due."""


class _Group(Record):
    ref: Ref
    heading: bool = False
    """True for a row or point that only heads others."""


class Measure(_Group):
    """measures.yaml: a point of the tasks-and-solutions part, or (`heading`) the head of some."""

    tasks: tuple[Ref, ...] = ()
    """The rows of the annex that carry the point out."""
    legal: tuple[str, ...] = ()
    """Acts that it cites."""
    quantity: Quantity | None = None
    """A number that it states."""


class Task(_Group):
    """tasks.yaml: a row of the annex table, or (`heading`) the head of some."""

    lead: tuple[str, ...] = ()
    """The lead agencies."""
    coordinate: tuple[str, ...] = ()
    """The coordinating agencies."""
    schedule: Schedule = Schedule()
    """When it is done."""
    outputs: tuple[Output, ...] = ()
    """What it brings forth."""
    amends: tuple[str, ...] = ()
    """Legal documents that it is to amend."""
    replaces: tuple[str, ...] = ()
    """Legal documents that it is to replace."""
    legal: tuple[str, ...] = ()
    """Acts that it cites otherwise."""


class Duty(Record):
    """duties.yaml: a point of the organisation part: who does what, with whom."""

    ref: Ref
    agencies: Annotated[tuple[str, ...], Field(min_length=1)]
    """Whose duty it is."""
    role: Literal["lead", "coordinate"] | None = None
    """`lead` (chủ trì, đầu mối), `coordinate` (phối hợp); missing where the text says neither."""
    partners: tuple[str, ...] = ()
    """With whom."""
    tasks: tuple[Ref, ...] = ()
    """The rows of the annex that it speaks of."""


class Reporting(Record):
    """reporting.yaml: a report that is due."""

    ref: Ref
    who: Annotated[tuple[str, ...], Field(min_length=1)]
    """Who reports."""
    to: tuple[str, ...] = ()
    """To whom; none where the text doesn't say."""
    deadline: YearlyDate | None = None
    """The day of the year, like --11-30."""
    recurs: Recurrence | None = None
    """How the report comes again."""
    on_request: bool = False
    """True when it may be asked for at any time besides."""


class BudgetItem(Record):
    """budget.yaml: a row of the budget table; `heading` for a group, `total` for the sum of all."""

    ref: Ref
    heading: bool = False
    total_row: bool = False
    """True for the row that sums up the table."""
    total: Annotated[int, Field(ge=0)] | None = None
    """The row's total, in `unit`."""
    years: dict[Year, Annotated[int, Field(ge=0)]] = Field(default_factory=dict)
    """The amount of each year, in `unit`."""
    unit: str = "triệu đồng"
    """The unit of all amounts of the row."""
    lead: tuple[str, ...] = ()
    """The lead agencies."""
    coordinate: tuple[str, ...] = ()
    """The coordinating agencies."""
    quantity: Quantity | None = None
    """What the money buys, where the row says so."""


class CatalogueEntry(Record):
    """catalogue.yaml: a row of a catalogue; its items are `standards`, `vi` and `en` its purpose."""

    ref: Ref
    """Group and row, as 2.1."""
    group: Text
    """The group's name."""
    standards: Annotated[tuple[str, ...], Field(min_length=1)]
    """The row's standards and tools."""


class ProcedureStep(Record):
    """procedure.yaml: a step of a procedure that the plan lays down."""

    ref: Ref
    step: str
    """The step's printed letter or number."""
    actors: tuple[str, ...] = ()
    """Who takes the step; none where the text doesn't say."""
    when: Text | None = None
    """When, as Quý I."""
    quarters: tuple[Annotated[int, Field(ge=1, le=4)], ...] = ()
    """The quarters of the year in which it falls."""


class Defect(Record):
    """defects.yaml: a doubt in the source: what can't be read, is lost, or contradicts itself."""

    about: str
    """Of what: `plan`, or kind and ref like `task 3.1.6`, `target II.2.1`, `budget I.3`."""
    kind: Literal["illegible", "lost-cell", "numbering", "contradiction", "sum", "misprint", "blank"]
    """What is wrong."""
    field: str | None = None
    """The record's field in doubt, such as number, lead or years."""
    readings: tuple[str, ...] = ()
    """The readings that are possible, the one that the records use first."""


class Uncovered(RecordModel):
    """uncovered.yaml: lines of the source text that say nothing to record."""

    kind: Literal["heading", "table-head", "annex-title", "noise"]
    """What they are."""
    lines: Lines
    """The source lines."""


class PlanRecords(RecordModel):
    """All records of one document."""

    id: str
    plan: Plan
    legal_bases: tuple[LegalBasis, ...] = ()
    provisions: tuple[Provision, ...] = ()
    targets: tuple[Target, ...] = ()
    measures: tuple[Measure, ...] = ()
    tasks: tuple[Task, ...] = ()
    duties: tuple[Duty, ...] = ()
    reporting: tuple[Reporting, ...] = ()
    budget: tuple[BudgetItem, ...] = ()
    catalogue: tuple[CatalogueEntry, ...] = ()
    procedure: tuple[ProcedureStep, ...] = ()
    defects: tuple[Defect, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
