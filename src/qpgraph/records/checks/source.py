"""Checks of a document's records against the text that they were read from."""

from collections.abc import Mapping

from qpgraph.records.checks.cited_numbers import check_numbers
from qpgraph.records.checks.cited_standards import Spellings, check_cited_standards
from qpgraph.records.checks.copies import check_copies
from qpgraph.records.checks.coverage import check_coverage
from qpgraph.records.checks.finding import Finding, unexplained
from qpgraph.records.documents import Document
from qpgraph.records.model import PlanRecords

__all__ = ["check_source"]


def check_source(
    records: PlanRecords, document: Document, spellings: Spellings, dates: Mapping[str, str]
) -> list[Finding]:
    """What the text doesn't bear out and no defect explains.

    `spellings` gives all spellings of a standard, `dates` the date of a legal document by its id.
    """
    findings = [
        *check_coverage(records, document),
        *check_numbers(records, document, dates),
        *check_cited_standards(records, document, spellings),
        *check_copies(records, document),
    ]
    return unexplained(findings, records.defects)
