"""The W3C's tests of update evaluation."""

from collections.abc import Iterator

import pytest

from qpgraph.settings import Settings
from tests.serving import TOKEN, Service, running, write_store
from tests.w3c.manifest import Entry, suites
from tests.w3c.suite_list import UPDATE, judge, selected
from tests.w3c.update_tests import run_entry

_ENTRIES = selected(UPDATE)
pytestmark = pytest.mark.skipif(suites() is None, reason="the W3C's suites aren't here: set QPGRAPH_SHARED")


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service over a store that each test fills anew."""
    settings = Settings(store=write_store(tmp_path_factory.mktemp("store")), token=TOKEN)
    with running(settings) as service:
        yield service


def test_manifests_are_complete() -> None:
    """So many tests there are; fewer would mean that they aren't read."""
    assert len(_ENTRIES) == 94


@pytest.mark.parametrize("entry", _ENTRIES, ids=lambda entry: entry.id)
def test_w3c_update(entry: Entry, service: Service) -> None:
    """One test of a manifest."""
    judge(entry, lambda: run_entry(entry, service))
