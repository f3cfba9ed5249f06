"""The W3C's tests of query evaluation, SPARQL 1.0 and 1.1, and of the CSV, TSV and JSON results."""

from collections.abc import Iterator

import pytest

from qpgraph.settings import Settings
from tests.serving import TOKEN, Service, running, write_store
from tests.w3c.manifest import Entry, suites
from tests.w3c.query_tests import load_data, run_entry
from tests.w3c.suite_list import EVALUATION, judge, selected

_ENTRIES = selected(EVALUATION)
pytestmark = pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over the data of all tests."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store")), token=TOKEN)
    with running(settings) as service:
        load_data(service, _ENTRIES)
        yield service


def test_manifests_are_complete() -> None:
    """So many tests there are; fewer would mean that they aren't read."""
    counts = [sum(entry.id.startswith(version) for entry in _ENTRIES) for version in ("sparql10", "sparql11")]
    assert counts == [277, 235]


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.id)
def test_w3c_query(entry: Entry, service: Service) -> None:
    """One test of a manifest."""
    judge(entry, lambda: run_entry(entry, service))
