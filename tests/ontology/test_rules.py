"""Each rule derives what its header says, and nothing that is stated already."""

import shutil
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, parse

from qpgraph.graph.derive import derive
from tests.ontology.sources import ONTOLOGY

RULES = sorted((ONTOLOGY / "rules").glob("*.rq"))
PREFIXES = """
@base <https://example.org/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix eli: <http://data.europa.eu/eli/ontology#> .
@prefix foaf: <http://xmlns.com/foaf/0.1/> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix qp: <https://w3id.org/qpgraph/ontology#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""

CASES = {
    "works-with": (
        "<t> a qp:Task ; qp:lead <a> ; qp:coordinate <b> .",
        "<a> qp:worksWith <b> . <b> qp:worksWith <a> .",
    ),
    "leads": (
        "<t> qp:lead <a> ; qp:coordinate <b> .",
        "<a> qp:leads <t> . <b> qp:coordinates <t> .",
    ),
    "involves": (
        "qp:agent rdfs:subPropertyOf qp:involves . <d> qp:agent <a> .",
        "<d> qp:involves <a> .",
    ),
    "inherited-themes": (
        "<t> qp:parent <g> ; dcterms:subject <own> . <h> dcterms:subject <top> . "
        "<g> qp:parent <h> ; dcterms:subject <own>, <new> .",
        "<t> qp:inheritedTheme <new>, <top> . <g> qp:inheritedTheme <top> .",
    ),
    "annex-themes": (
        "<m> qp:carriedOutBy <t> ; dcterms:subject <own> . <t> dcterms:subject <own>, <new> .",
        "<m> qp:inheritedTheme <new> .",
    ),
    "based-on": (
        "<b> a qp:LegalBasis ; dcterms:isPartOf <p> ; qp:legalDocument <l> .",
        "<p> eli:based_on <l> .",
    ),
    "has-part": (
        "<t> dcterms:isPartOf <p> ; qp:parent <g> .",
        "<p> dcterms:hasPart <t> . <g> dcterms:hasPart <t> .",
    ),
    "places": (
        "<p> a qp:Plan ; dcterms:spatial <x> . <t> dcterms:isPartOf <p> . <l> dcterms:isPartOf <d> .",
        "<t> dcterms:spatial <x> .",
    ),
    "concept-labels": (
        '<c> skos:prefLabel "Đo lường"@vi . <p> dcterms:title "Plan"@en . '
        '<s> a skos:ConceptScheme ; dcterms:title "Themes"@en .',
        '<c> rdfs:label "Đo lường"@vi . <s> rdfs:label "Themes"@en .',
    ),
    "legal-basis-labels": (
        '<b> a qp:LegalBasis ; qp:legalDocument <l> . <l> rdfs:label "Chỉ thị"@vi ; eli:id_local "38" .',
        '<b> rdfs:label "Chỉ thị"@vi ; qp:ref "38" .',
    ),
    "source-labels": (
        "<l> a qp:Passage ; qp:firstLine 3 ; qp:lastLine 5 . "
        "<m> a qp:Passage ; qp:firstLine 7 ; qp:lastLine 7 . "
        '<d> a qp:SourceDocument ; foaf:primaryTopic <p> . <p> rdfs:label "Kế hoạch"@vi, "Plan"@en .',
        '<l> rdfs:label "Dòng 3-5"@vi, "Lines 3-5"@en . <m> rdfs:label "Dòng 7"@vi, "Lines 7"@en . '
        '<d> rdfs:label "Nguồn: Kế hoạch"@vi, "Source of: Plan"@en .',
    ),
    "number-labels": (
        '<u> skos:prefLabel "doanh nghiệp"@vi, "enterprises"@en . '
        '<q> a qp:Quantity ; qp:comparator ">=" ; qp:value 5 ; qp:unit <u> ; qp:per <year> . '
        '<r> a qp:Quantity ; qp:comparator "range" ; qp:value 5 ; qp:maxValue 9 ; qp:unit <u> ; qp:by 2030 . '
        "<b> qp:unit <u> ; qp:allocation <a> . <a> qp:year 2026 ; qp:amount 7 .",
        '<q> rdfs:label "ít nhất 5 doanh nghiệp mỗi năm"@vi, "at least 5 enterprises a year"@en . '
        '<r> rdfs:label "5-9 doanh nghiệp, đến năm 2030"@vi, "5-9 enterprises, by 2030"@en . '
        '<a> rdfs:label "2026: 7 doanh nghiệp"@vi, "2026: 7 enterprises"@en .',
    ),
    "concept-links": (
        "<a> skos:broader <b> ; skos:topConceptOf <s> ; skos:related <c> .",
        "<b> skos:narrower <a> . <s> skos:hasTopConcept <a> . <c> skos:related <a> .",
    ),
    "agency-levels": (
        '<a> org:classification <k> . <k> qp:level "group" ; a qp:AgencyGroupKind .',
        '<a> qp:level "group" ; a qp:AgencyGroup .',
    ),
    "superclasses": (
        "qp:Task a owl:Class ; rdfs:subClassOf qp:Point . <t> a qp:Task . "
        "qp:Point a owl:Class ; rdfs:subClassOf <above> .",
        "<t> a qp:Point, <above> .",
    ),
}


def triples(turtle: str) -> set[tuple[object, object, object]]:
    quads = parse(input=PREFIXES + turtle, format=RdfFormat.TURTLE)
    return {(quad.subject, quad.predicate, quad.object) for quad in quads}


def test_every_rule_has_a_case() -> None:
    assert {path.stem for path in RULES} == set(CASES)


@pytest.mark.parametrize("name", sorted(CASES))
def test_rule_derives(name: str, tmp_path: Path) -> None:
    stated, expected = CASES[name]
    shutil.copy(ONTOLOGY / "rules" / f"{name}.rq", tmp_path)
    graph = NamedNode("https://example.org/graph/stated")
    quads = [Quad(s, p, o, graph) for s, p, o in triples(stated)]  # type: ignore[arg-type]
    derived = derive(quads, tmp_path)
    assert {(quad.subject, quad.predicate, quad.object) for quad in derived} == triples(expected)
    assert derive([*quads, *derived], tmp_path) == []


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.stem)
def test_rule_says_what_and_why(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].startswith("# Derives: ")
    assert lines[1].startswith("# Why: ")
