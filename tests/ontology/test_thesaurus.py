"""The thesaurus: both labels on each concept, no label for two, links that lead somewhere."""

import unicodedata
from collections import defaultdict

import pytest
from rdflib import Literal, URIRef
from rdflib.namespace import DCTERMS, RDF, SKOS

from qpgraph.graph.terms import slug
from tests.ontology.sources import QP, concepts, vocabulary

THEMES = [
    "traceability",
    "metrology",
    "training",
    "quality-award",
    "management-systems",
    "improvement-tools",
    "digital-transformation",
    "smart-manufacturing",
    "green-productivity",
    "healthcare",
    "education",
    "public-administration",
    "policy",
    "communication",
    "cooperation",
    "conformity-assessment",
    "standards-development",
    "food-agriculture",
    "export",
    "tfp",
    "innovation",
    "inspection",
    "finance",
    "information-security",
    "ai",
]

KINDS = [
    "AgencyKind",
    "Standard",
    "StandardFamily",
    "StandardKind",
    "Theme",
    "Unit",
    "DocumentType",
    "Recurrence",
]
LEVELS = {"state", "province", "district", "commune", "group", "international"}


def texts(concept: URIRef, predicate: URIRef) -> list[Literal]:
    return [text for text in vocabulary().objects(concept, predicate) if isinstance(text, Literal)]


def folded(label: str) -> str:
    plain = unicodedata.normalize("NFD", label.lower().replace("đ", "d"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def of_class(name: str) -> list[URIRef]:
    return [concept for concept in concepts() if (concept, RDF.type, QP[name]) in vocabulary()]


@pytest.mark.parametrize("concept", sorted(concepts()))
def test_concept_speaks_both_languages(concept: URIRef) -> None:
    for predicate in (SKOS.prefLabel, SKOS.definition):
        languages = [text.language for text in texts(concept, predicate)]
        assert sorted(languages, key=str) == ["en", "vi"], predicate
    assert {text.language for text in texts(concept, SKOS.altLabel)} >= {"vi", "en"}


def test_every_concept_has_a_known_kind() -> None:
    known = {QP[kind] for kind in KINDS}
    for concept in concepts():
        assert known & set(vocabulary().objects(concept, RDF.type)), concept


def test_no_label_names_two_concepts_of_a_scheme_even_without_diacritics() -> None:
    named: dict[tuple[str, str], set[URIRef]] = defaultdict(set)
    for concept in concepts():
        scheme = str(vocabulary().value(concept, SKOS.inScheme))
        for predicate in (SKOS.prefLabel, SKOS.altLabel, SKOS.hiddenLabel):
            for label in texts(concept, predicate):
                named[scheme, folded(str(label))].add(concept)
    assert {label: found for label, found in named.items() if len(found) > 1} == {}


def test_no_synonym_repeats_the_label() -> None:
    for concept in concepts():
        labels = {(str(label), label.language) for label in texts(concept, SKOS.prefLabel)}
        assert not labels & {(str(label), label.language) for label in texts(concept, SKOS.altLabel)}, concept


@pytest.mark.parametrize("theme", THEMES)
def test_theme_of_the_contract_exists(theme: str) -> None:
    node = URIRef(f"https://w3id.org/qpgraph/id/theme/{theme}")
    assert (node, RDF.type, QP.Theme) in vocabulary()
    assert str(vocabulary().value(node, SKOS.notation)) == theme


def test_recurrences_have_the_codes_of_records() -> None:
    codes = {str(vocabulary().value(each, SKOS.notation)) for each in of_class("Recurrence")}
    assert codes == {"annual", "once", "ad-hoc", "conditional"}


@pytest.mark.parametrize("name", ["AgencyKind", "DocumentType", "Standard"])
def test_address_is_the_slug_of_the_label(name: str) -> None:
    for concept in of_class(name):
        vietnamese = next(label for label in texts(concept, SKOS.prefLabel) if label.language == "vi")
        assert concept.rsplit("/", 1)[1] == slug(str(vietnamese))


def test_links_between_concepts_lead_somewhere() -> None:
    known = set(concepts())
    for predicate in (SKOS.broader, SKOS.related, QP.adopts, DCTERMS.type, DCTERMS.subject):
        for concept in concepts():
            assert set(vocabulary().objects(concept, predicate)) <= known, concept


def test_broader_has_no_circle() -> None:
    for concept in concepts():
        above = set(vocabulary().transitive_objects(concept, SKOS.broader)) - {concept}
        assert concept not in {wider for each in above for wider in vocabulary().objects(each, SKOS.broader)}


def test_every_standard_has_a_kind_a_theme_and_a_family() -> None:
    families = set(of_class("StandardFamily"))
    for standard in of_class("Standard"):
        assert vocabulary().value(standard, DCTERMS.type) in of_class("StandardKind"), standard
        assert vocabulary().value(standard, DCTERMS.subject) in of_class("Theme"), standard
        assert families & set(vocabulary().transitive_objects(standard, SKOS.broader)), standard


@pytest.mark.parametrize(
    ("member", "family"),
    [
        ("iso-9001", "iso-9000-series"),
        ("iso-14001", "iso-14000"),
        ("iso-22000", "iso-22000-series"),
        ("iso-iec-27018", "iso-iec-27000-series"),
        ("tcvn-iso-iec-17025", "laboratory"),
        ("vietgap", "good-practice"),
        ("kaizen", "improvement-tools"),
    ],
)
def test_standard_belongs_to_its_family(member: str, family: str) -> None:
    base = "https://w3id.org/qpgraph/id/standard/"
    assert URIRef(base + family) in vocabulary().transitive_objects(URIRef(base + member), SKOS.broader)


def test_every_agency_kind_has_one_level() -> None:
    for kind in of_class("AgencyKind"):
        found = texts(kind, QP.level)
        assert len(found) == 1, kind
        assert str(found[0]) in LEVELS, kind
