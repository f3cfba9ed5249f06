"""What a check finds: where, what is wrong, how bad it is, and which defects would explain it."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from qpgraph.records.model import Defect
from qpgraph.records.yaml_source import line_of

__all__ = ["Finding", "Severity", "unexplained"]

Severity = Literal["error", "warning"]
"""An error stops the build; a warning is for a person to look at."""


@dataclass(frozen=True)
class Finding:
    """One thing that a check found in one entry of a record file."""

    file: str
    """The record file without its ending: tasks."""
    location: tuple[int | str, ...]
    """Index of the entry and the fields down to the one concerned."""
    message: str
    """What is wrong."""
    about: tuple[str, ...] = ()
    """The things concerned, as a defect names them: task 3.1.6."""
    severity: Severity = "error"
    """How bad it is."""
    kinds: frozenset[str] = frozenset()
    """The kinds of defect that explain it; any kind where none is given."""

    def explained_by(self, defect: Defect) -> bool:
        """True if the defect speaks of one of the things concerned."""
        return defect.about in self.about and (not self.kinds or defect.kind in self.kinds)

    def shown(self, folder: Path) -> str:
        """`file:line: field: what is wrong; what to do`, with `warning:` before the field of a warning."""
        path = folder / f"{self.file}.yaml"
        steps = self.location[1:] if isinstance(self.location[0], int) else self.location
        field = ".".join(map(str, steps)) or self.file
        warning = "warning: " if self.severity == "warning" else ""
        mend = f"; mend it or record a defect about '{self.about[0]}'" if self.about else ""
        return f"{path}:{line_of(path, self.location)}: {warning}{field}: {self.message}{mend}"


def unexplained(findings: Iterable[Finding], defects: Iterable[Defect]) -> list[Finding]:
    """The findings that no defect record speaks of."""
    doubts = tuple(defects)
    return [finding for finding in findings if not any(finding.explained_by(doubt) for doubt in doubts)]
