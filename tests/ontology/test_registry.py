"""The registry: names that the thesaurus knows, each name one agency or act of its province."""

from collections import Counter

from rdflib import Literal
from rdflib.namespace import RDF, SKOS

from qpgraph.records.registry import Registry, read_registry
from qpgraph.settings import data_directory
from tests.ontology.sources import QP, concepts, vocabulary

REGISTRY: Registry = read_registry(data_directory("loaders") / "registry")


def labels(kind: str) -> set[str]:
    return {
        str(label)
        for concept in concepts()
        if (concept, RDF.type, QP[kind]) in vocabulary()
        for label in vocabulary().objects(concept, SKOS.prefLabel)
        if isinstance(label, Literal) and label.language == "vi"
    }


def test_provinces_are_those_of_the_contract() -> None:
    assert {"Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai"} <= set(REGISTRY.province_ids)


def test_agencies_are_of_known_kinds_and_provinces() -> None:
    for agency in REGISTRY.agencies:
        assert agency.kind in labels("AgencyKind"), agency.vi
        assert agency.province is None or agency.province in REGISTRY.province_ids, agency.vi


def test_predecessors_are_agencies_of_the_same_province() -> None:
    known = {(agency.province, agency.vi) for agency in REGISTRY.agencies}
    for agency in REGISTRY.agencies:
        if agency.predecessor:
            assert (agency.province, agency.predecessor) in known, agency.vi


def test_no_name_is_two_agencies_of_one_province() -> None:
    names = Counter(
        (agency.province, name.lower()) for agency in REGISTRY.agencies for name in {agency.vi, *agency.alt}
    )
    assert {name for name, times in names.items() if times > 1} == set()


def test_legal_documents_are_of_known_types() -> None:
    for legal in REGISTRY.legal_documents:
        assert legal.type in labels("DocumentType"), legal.id
        assert legal.province is None or legal.province in REGISTRY.province_ids, legal.id


def test_issuers_of_legal_documents_are_known() -> None:
    named = {agency.vi for agency in REGISTRY.agencies}
    for legal in REGISTRY.legal_documents:
        assert legal.issuer is None or legal.issuer in named | labels("AgencyKind"), legal.id


def test_no_name_is_two_legal_documents_of_one_province() -> None:
    names = Counter(
        (legal.province, name.lower())
        for legal in REGISTRY.legal_documents
        for name in {legal.id, *legal.alt}
    )
    assert {name for name, times in names.items() if times > 1} == set()
