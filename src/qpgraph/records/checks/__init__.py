"""Checks of one document's records: against themselves, and against the text that they were read from.

A disagreement that the source itself has is no finding once a defect record speaks of it.
"""

from collections.abc import Callable, Iterator

from qpgraph.records.checks.acts import check_acts
from qpgraph.records.checks.budget import check_budget
from qpgraph.records.checks.duplicates import check_duplicates
from qpgraph.records.checks.finding import Finding, unexplained
from qpgraph.records.checks.languages import check_languages
from qpgraph.records.checks.links import check_links
from qpgraph.records.checks.numbering import check_numbering
from qpgraph.records.checks.periods import check_periods
from qpgraph.records.checks.quantities import check_quantities
from qpgraph.records.checks.roles import check_roles
from qpgraph.records.checks.source import check_source
from qpgraph.records.checks.standards import check_standards
from qpgraph.records.model import PlanRecords

__all__ = ["CHECKS", "Finding", "check_plan", "check_source"]

CHECKS: tuple[Callable[[PlanRecords], Iterator[Finding]], ...] = (
    check_duplicates,
    check_numbering,
    check_periods,
    check_budget,
    check_links,
    check_roles,
    check_standards,
    check_quantities,
    check_acts,
    check_languages,
)
"""The checks of records against themselves, in the order in which they report."""


def check_plan(records: PlanRecords) -> list[Finding]:
    """What is wrong or doubtful in a document's records and no defect explains."""
    return unexplained((finding for check in CHECKS for finding in check(records)), records.defects)
