"""The list of exceptions names tests that there are, each with a reason."""

import pytest

from tests.w3c.manifest import entries, exceptions, suites
from tests.w3c.suite_list import EVALUATION, SYNTAX, UPDATE, selected

_HTTP = ("protocol", "graph-store-protocol", "service-description")


@pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")
def test_exceptions_are_tests() -> None:
    """A test that was renamed or dropped doesn't stay in the list."""
    known = {entry.id for entry in selected(EVALUATION | UPDATE | SYNTAX)}
    known |= {entry.id for suite in _HTTP for entry in entries(f"sparql11/{suite}")}
    assert set(exceptions()) <= known


def test_exceptions_have_reasons() -> None:
    """Each exception says why, in a sentence."""
    for name, reason in exceptions().items():
        assert reason.endswith("."), name
        assert len(reason.split()) > 8, name
