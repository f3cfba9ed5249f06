"""The W3C's syntax tests of queries, SPARQL 1.0 and 1.1, and of updates."""

from collections.abc import Iterator

import pytest

from qpgraph.settings import Settings
from tests.serving import TOKEN, Service, running, write_store
from tests.w3c.manifest import Entry, suites
from tests.w3c.suite_list import SYNTAX, judge, selected
from tests.w3c.syntax_tests import NEGATIVE, run_entry

_ENTRIES = selected(SYNTAX)
pytestmark = pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over an empty store."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store")), token=TOKEN)
    with running(settings) as service:
        yield service


@pytest.fixture(scope="module")
def open_service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service where LOAD is on, so that ill-formed ones are refused for their syntax alone."""
    store = write_store(tmp_path_factory.mktemp("store"))
    with running(Settings(store=store, token=TOKEN, federation=True)) as service:
        yield service


def test_manifests_are_complete() -> None:
    """So many tests there are; fewer would mean that they aren't read."""
    negative = sum(entry.kind in NEGATIVE for entry in _ENTRIES)
    assert (len(_ENTRIES) - negative, negative) == (254, 111)


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.id)
def test_w3c_syntax(entry: Entry, service: Service, open_service: Service) -> None:
    """One test of a manifest."""
    judge(entry, lambda: run_entry(entry, open_service if entry.kind in NEGATIVE else service))
