"""A build is atomic and repeatable; a failed one leaves the old store serving."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import CanonicalizationAlgorithm, Dataset, RdfFormat, parse

from qpgraph.errors import QpgraphError
from qpgraph.graph.assemble import Sources, assemble, to_nquads
from qpgraph.store.build import Build, build_store
from qpgraph.store.layout import current_database, open_read_only


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """A copy of the project's files that a test may spoil."""
    own = Sources.default()
    shutil.copytree(own.loaders, tmp_path / "loaders")
    shutil.copytree(own.ontology, tmp_path / "ontology")
    return Sources(tmp_path / "loaders", tmp_path / "ontology")


def test_same_input_gives_the_same_bytes(build: Build) -> None:
    assert to_nquads(assemble(Sources.default())) == (build.version / "graph.nq").read_bytes()


def test_database_holds_what_the_file_says(build: Build) -> None:
    written = Dataset(parse(path=str(build.version / "graph.nq"), format=RdfFormat.N_QUADS))
    stored = Dataset(open_read_only(build.version.parent))
    assert len(written) == build.quads
    for data in (written, stored):
        data.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    assert set(stored) == set(written)


def test_a_second_build_switches_and_keeps_one_version_before(tmp_path: Path) -> None:
    store = tmp_path / "store"
    made = [build_store(store, Sources.default()) for _ in range(3)]
    assert current_database(store) == (made[2].version / "database").resolve()
    kept = sorted(path.name for path in store.iterdir() if path.is_dir() and not path.is_symlink())
    assert kept == sorted([made[1].version.name, made[2].version.name])


def test_a_wrong_record_leaves_the_old_store(tmp_path: Path, sources: Sources) -> None:
    store = tmp_path / "store"
    before = build_store(store, sources)
    tasks = sources.loaders / "bac-ninh-kh-2026-2030" / "tasks.yaml"
    tasks.write_text(tasks.read_text().replace("Sở Nội vụ", "Sở Ngoại vụ huyện"), encoding="utf-8")
    with pytest.raises(QpgraphError, match=r"tasks\.yaml:\d+: lead: no agency is called 'Sở Ngoại vụ huyện'"):
        build_store(store, sources)
    assert current_database(store) == (before.version / "database").resolve()
    assert sorted(path.name for path in store.iterdir()) == sorted([".lock", "current", before.version.name])


def test_a_shape_that_is_not_met_leaves_the_old_store(tmp_path: Path, sources: Sources) -> None:
    store = tmp_path / "store"
    before = build_store(store, sources)
    tasks = sources.loaders / "bac-ninh-kh-2026-2030" / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    entry = text[text.index('- ref: "2.2"') : text.index('- ref: "2.3"')]
    without_lead = "\n".join(line for line in entry.splitlines() if not line.startswith("  lead:")) + "\n"
    assert without_lead != entry
    tasks.write_text(text.replace(entry, without_lead), encoding="utf-8")
    with pytest.raises(QpgraphError, match=r"task/2\.2.*lead"):
        build_store(store, sources)
    assert current_database(store) == (before.version / "database").resolve()


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(QpgraphError, match=r"file/store: can't be written"):
        build_store(tmp_path / "file" / "store", Sources.default())
