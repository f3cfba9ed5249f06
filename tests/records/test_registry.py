from pathlib import Path

import pytest

from qpgraph.records.registry import Registry, read_registry
from qpgraph.records.yaml_source import RecordError
from qpgraph.settings import data_directory


@pytest.fixture(scope="module")
def registry() -> Registry:
    return read_registry(data_directory("loaders") / "registry")


def test_provinces_have_their_addresses(registry: Registry) -> None:
    assert registry.province_ids == {
        "Hải Phòng": "hai-phong",
        "Bắc Ninh": "bac-ninh",
        "Cần Thơ": "can-tho",
        "Đồng Nai": "dong-nai",
    }


def test_agencies_belong_to_provinces_that_there_are(registry: Registry) -> None:
    provinces = {agency.province for agency in registry.agencies} - {None}
    assert provinces <= set(registry.province_ids)


def test_a_predecessor_is_an_agency_of_the_registry(registry: Registry) -> None:
    names = {agency.vi for agency in registry.agencies}
    predecessors = {agency.predecessor for agency in registry.agencies if agency.predecessor}
    assert predecessors
    assert predecessors <= names


def test_a_legal_document_has_one_entry(registry: Registry) -> None:
    ids = [(act.id, act.province) for act in registry.legal_documents]
    assert len(ids) == len(set(ids))


def test_a_mistake_in_the_registry_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "provinces.yaml").write_text("- id: x\n  vi: Huế\n", encoding="utf-8")
    with pytest.raises(RecordError, match=r"provinces.yaml:1: en: is missing; add it"):
        read_registry(tmp_path)
