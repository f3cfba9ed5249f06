"""The W3C's tests over HTTP: SPARQL 1.1 Protocol, Graph Store Protocol, Service Description."""

from collections.abc import Iterator

import pytest

from qpgraph.settings import Settings
from tests.serving import TOKEN, Service, running, write_store
from tests.w3c import description_tests, http_tests
from tests.w3c.manifest import MF, Entry, entries, exceptions, suites

_RUNNERS = {
    MF.ProtocolTest: http_tests.run_entry,
    MF.GraphStoreProtocolTest: http_tests.run_entry,
    MF.ServiceDescriptionTest: description_tests.run_entry,
}
_SUITES = ("protocol", "graph-store-protocol", "service-description")
_ENTRIES = [entry for suite in _SUITES for entry in entries(f"sparql11/{suite}")]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over an empty store."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store")), token=TOKEN)
    with running(settings) as service:
        yield service


@pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")
def test_manifests_are_complete() -> None:
    """So many tests each suite has; fewer would mean that they aren't read."""
    counts = {suite: sum(entry.suite == suite for entry in _ENTRIES) for suite in _SUITES}
    assert counts == {"protocol": 34, "graph-store-protocol": 13, "service-description": 3}


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.id)
def test_w3c(entry: Entry, service: Service) -> None:
    """One test of a manifest."""
    reason = exceptions().get(entry.id)
    if reason is None:
        _RUNNERS[entry.kind](entry, service)
        return
    with pytest.raises(AssertionError):
        _RUNNERS[entry.kind](entry, service)
    pytest.xfail(reason)
