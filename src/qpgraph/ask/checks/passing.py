"""All that an answer must pass, in one list: what it fails in, by the words of the question."""

from collections.abc import Callable

from qpgraph.ask.checks.agreeing import disagreeing
from qpgraph.ask.checks.covering import uncovered
from qpgraph.ask.checks.demands import unmet
from qpgraph.ask.checks.forms_asked import unasked
from qpgraph.ask.checks.halves import halved
from qpgraph.ask.checks.heeded import unheeded
from qpgraph.ask.checks.limits import unlimited
from qpgraph.ask.checks.pointless import without_points
from qpgraph.ask.checks.presumed import presumed
from qpgraph.ask.checks.signing import signed
from qpgraph.ask.checks.units import miscounted
from qpgraph.ask.planning.question import Proposal, Question

__all__ = ["failed"]

_CHECKS: tuple[Callable[[Question, Proposal], list[str]], ...] = (
    uncovered,
    unheeded,
    unlimited,
    without_points,
    unmet,
    presumed,
    signed,
    disagreeing,
    miscounted,
    halved,
    unasked,
)


def failed(question: Question, proposal: Proposal) -> list[str]:
    """The words of the question that an answer doesn't do justice to; none if it may be given."""
    return [text for check in _CHECKS for text in check(question, proposal)]
