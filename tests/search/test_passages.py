"""Everything in the graph that a person looks for is findable."""

from collections import Counter
from pathlib import Path

import pytest
from pyoxigraph import Store

from qpgraph.search.passages import KINDS, Passage, read_passages
from qpgraph.store.layout import open_read_only


@pytest.fixture(scope="module")
def database(built_store: Path) -> Store:
    return open_read_only(built_store)


@pytest.fixture(scope="module")
def passages(database: Store) -> list[Passage]:
    return read_passages(database)


CLASSES = {
    "task": "Task", "target": "Target", "measure": "Measure", "duty": "Duty", "legal-basis": "LegalDocument",
    "agency": "Agency", "plan": "Plan", "catalogue": "CatalogueEntry", "procedure": "ProcedureStep",
    "reporting": "Reporting",
}  # fmt: skip


@pytest.mark.parametrize("kind", CLASSES)
def test_every_thing_of_a_kind_is_there_once(kind: str, passages: list[Passage], database: Store) -> None:
    query = (
        f"SELECT DISTINCT ?s {{ GRAPH ?g {{ ?s a <https://w3id.org/qpgraph/ontology#{CLASSES[kind]}> }} }}"
    )
    things = {row["s"].value for row in database.query(query)}
    found = [passage.iri for passage in passages if passage.kind == kind]
    assert set(found) == things
    assert len(found) == len(things)


def test_there_is_something_of_each_kind(passages: list[Passage]) -> None:
    assert set(Counter(passage.kind for passage in passages)) == set(KINDS)


def by_iri(passages: list[Passage], end: str) -> Passage:
    (found,) = [passage for passage in passages if passage.iri.endswith(end)]
    return found


def test_refs_are_as_the_contract_says(passages: list[Passage]) -> None:
    assert by_iri(passages, "id/standard/iso-9001").ref == "ISO 9001"
    assert by_iri(passages, "id/legal/1322-qd-ttg").ref == "1322/QĐ-TTg"
    assert by_iri(passages, "id/agency/dong-nai/so-y-te").ref == "Sở Y tế"
    assert {passage.ref for passage in passages if passage.kind == "catalogue"} >= {
        "Kaizen",
        "TCVN 13751:2023",
    }
    assert sorted(p.ref for p in passages if p.kind == "procedure") == ["a", "b", "c", "d", "e", "g", "đ"]


@pytest.mark.parametrize("kind", ["standard", "legal-basis", "agency"])
def test_what_belongs_to_no_one_plan_has_none(kind: str, passages: list[Passage]) -> None:
    assert {passage.plan for passage in passages if passage.kind == kind} == {None}


def test_all_else_has_plan_province_and_source(passages: list[Passage]) -> None:
    for passage in passages:
        if passage.kind not in ("standard", "legal-basis", "agency"):
            assert passage.plan, passage.iri
            assert passage.province, passage.iri
            assert passage.sources, passage.iri
        assert passage.label_vi, passage.iri
        assert passage.label_en, passage.iri


def test_context_tells_what_a_thing_means(passages: list[Passage]) -> None:
    target = by_iri(passages, "id/plan/hai-phong-kh-2026-2030/task/3.3.2")
    said = {words.text for words in target.context}
    assert {"TCVN ISO 21001", "5S", "Hải Phòng", "Hai Phong", "Sở Khoa học và Công nghệ"} <= said


def test_years_between_the_ends_count(passages: list[Passage]) -> None:
    plan = by_iri(passages, "id/plan/hai-phong-kh-2026-2030")
    assert plan.facets["year"] == ["2026", "2027", "2028", "2029", "2030"]
