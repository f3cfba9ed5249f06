"""Who leads and who coordinates: the organisation part against the annex rows that it speaks of."""

import re
from collections.abc import Iterable, Iterator

from qpgraph.records.checks.finding import Finding
from qpgraph.records.model import Duty, PlanRecords, Task

__all__ = ["check_roles", "covers"]

_COMMUNE = ("ubnd cấp xã", "ủy ban nhân dân các xã", "ubnd các xã", "các địa phương")
_OUTSIDE = ("ủy ban nhân dân", "ubnd", "doanh nghiệp", "bộ ")
"""What no group of departments, boards and units takes in."""


def check_roles(records: PlanRecords) -> Iterator[Finding]:
    """Duties whose agency or partners stand elsewhere in the row than the duty says."""
    tasks = {task.ref: task for task in records.tasks}
    for index, duty in enumerate(records.duties):
        for row in (tasks[ref] for ref in duty.tasks if ref in tasks):
            about = (f"duty {duty.ref}", f"task {row.ref}")
            for field, message in _differences(duty, row):
                yield Finding("duties", (index, field), message, about, "warning")


def covers(group: str, agency: str) -> bool:
    """True if a collective takes in an agency: `Các sở, ban, ngành` any department or board.

    >>> covers("Các sở, ban, ngành", "Sở Tài chính")
    True
    >>> covers("UBND cấp xã", "Sở Tài chính")
    False
    """
    group, agency = group.lower(), agency.lower()
    if group == agency:
        return True
    if group.startswith(_COMMUNE):
        return agency.startswith(_COMMUNE)
    if not group.startswith("các "):
        return False
    words = set(re.findall(r"\w+", group)) - {"các", "liên", "quan", "có"}
    if "trường" in words or "giáo" in words:
        return "trường" in agency or "giáo dục" in agency
    if agency.startswith(_OUTSIDE):
        return False
    general = {"ngành", "vị"} & words or "cơ quan" in group
    return bool(general) or agency.split()[0] in words


def _differences(duty: Duty, row: Task) -> Iterator[tuple[str, str]]:
    if not row.lead or not duty.role:
        return
    own = row.lead if duty.role == "lead" else row.coordinate
    strangers = _not_among(duty.agencies, own)
    if strangers:
        role = "lead" if duty.role == "lead" else "coordinators"
        yield "agencies", f"{strangers} is not among the {role} of row {row.ref}: {'; '.join(own) or 'none'}"
    apart = _not_among(duty.partners, (*row.lead, *row.coordinate))
    if apart:
        yield "partners", f"{apart} has no part in row {row.ref}"


def _not_among(names: Iterable[str], row: Iterable[str]) -> str:
    known = tuple(row)
    return "; ".join(
        name for name in names if not any(covers(each, name) or covers(name, each) for each in known)
    )
