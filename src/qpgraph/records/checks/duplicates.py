"""A reference names one entry of its file."""

from collections import Counter
from collections.abc import Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import PlanRecords

__all__ = ["check_duplicates"]


def check_duplicates(records: PlanRecords) -> Iterator[Finding]:
    """References that stand twice in one file (duties and reports may share one)."""
    files = {
        "provisions": [each.ref for each in records.provisions],
        "targets": [f"{each.ref} part {each.part}" for each in records.targets],
        "measures": [each.ref for each in records.measures],
        "tasks": [each.ref for each in records.tasks],
        "budget": [each.ref for each in records.budget],
        "catalogue": [each.ref for each in records.catalogue],
        "procedure": [each.ref for each in records.procedure],
    }
    for file, refs in files.items():
        for ref, times in Counter(refs).items():
            if times > 1:
                last = len(refs) - 1 - refs[::-1].index(ref)
                yield Finding(file, (last, "ref"), f"{ref} stands {times} times; a reference is unique")
