"""The graph of the project's own records keeps the promises of the contract."""

from collections import Counter

from pyoxigraph import Literal, NamedNode, Quad

from qpgraph.graph.assemble import Sources, assemble, to_nquads
from qpgraph.graph.shapes import validate_graph
from qpgraph.graph.terms import DERIVED_GRAPH, PROV, QP, RDF, RDFS, VOCABULARY_GRAPH, document_graph, thing

PLANS = {
    "bac-ninh-kh-2026-2030",
    "can-tho-kh-2026-2030",
    "dong-nai-kh-2026-2030",
    "dong-nai-qd-1295-2025",
    "hai-phong-kh-2026-2030",
}


def instances(quads: list[Quad], of: NamedNode) -> set[NamedNode]:
    return {q.subject for q in quads if q.predicate == RDF.type and q.object == of}


def test_one_graph_a_document_one_for_the_vocabulary_one_derived(quads: list[Quad]) -> None:
    graphs = {quad.graph_name for quad in quads}
    assert graphs == {document_graph(plan) for plan in PLANS} | {VOCABULARY_GRAPH, DERIVED_GRAPH}


def test_each_triple_stands_in_one_graph(quads: list[Quad]) -> None:
    count = Counter((quad.subject, quad.predicate, quad.object) for quad in quads)
    assert max(count.values()) == 1


def test_shapes_find_nothing_wrong(quads: list[Quad]) -> None:
    assert validate_graph(quads, Sources.default().ontology / "shapes.ttl") == []


def test_addresses_are_those_of_the_contract(quads: list[Quad]) -> None:
    subjects = {quad.subject for quad in quads}
    for path in (
        ("plan", "bac-ninh-kh-2026-2030", "task", "4.2"),
        ("agency", "bac-ninh", "so-khoa-hoc-va-cong-nghe"),
        ("standard", "iso-9001"),
        ("legal", "1322-qd-ttg"),
        ("province", "dong-nai"),
    ):
        assert thing(*path) in subjects


def test_every_point_has_source_lines_reader_and_confidence(quads: list[Quad]) -> None:
    points = {q.subject for q in quads if q.predicate == QP.ref}
    for predicate in (PROV.wasDerivedFrom, PROV.wasGeneratedBy, QP.confidence, QP.lines):
        assert points <= {q.subject for q in quads if q.predicate == predicate}
    assert len(points) > 500


def test_the_same_office_in_two_provinces_is_two_agencies_of_one_kind(quads: list[Quad]) -> None:
    name = Literal("Sở Khoa học và Công nghệ", language="vi")
    agencies = instances(quads, QP.Agency)
    offices = {q.subject for q in quads if q.predicate == RDFS.label and q.object == name} & agencies
    assert len(offices) == 4


def test_every_agency_theme_and_standard_has_labels_in_both_languages(quads: list[Quad]) -> None:
    languages: dict[NamedNode, set[str | None]] = {}
    for quad in quads:
        if quad.predicate == RDFS.label and isinstance(quad.object, Literal):
            languages.setdefault(quad.subject, set()).add(quad.object.language)
    for of in (QP.Agency, QP.Theme, QP.Standard, QP.Task, QP.Target, QP.Measure, QP.Duty, QP.Plan, QP.Unit):
        for thing_ in instances(quads, of):
            assert {"vi", "en"} <= languages[thing_], thing_


def test_assembling_twice_gives_the_same(quads: list[Quad]) -> None:
    assert to_nquads(assemble(Sources.default())) == to_nquads(quads)
