"""Each shape accepts its valid fixture and is the only one to report its invalid one."""

import re
from pathlib import Path

import pytest
from pyoxigraph import DefaultGraph, Quad, RdfFormat, parse
from rdflib import Literal, URIRef
from rdflib.namespace import RDF, SH

from qpgraph.graph.shapes import Violation, validate_graph
from tests.ontology.sources import FIXTURES, ONTOLOGY, shapes

NAMES = sorted(path.name for path in FIXTURES.iterdir())
VIETNAMESE = re.compile(
    r"[ăâđêôơưáàảãạéèẻẽẹíìỉĩịóòỏõọúùủũụýỳỷỹỵắằẳẵặấầẩẫậếềểễệốồổỗộớờởỡợứừửữự]", re.IGNORECASE
)


def violations(path: Path) -> list[Violation]:
    quads = (
        Quad(triple.subject, triple.predicate, triple.object, DefaultGraph())
        for triple in parse(path=str(path), format=RdfFormat.TURTLE)
    )
    return validate_graph(quads, ONTOLOGY / "shapes.ttl")


def named_shapes() -> dict[str, URIRef]:
    found = {}
    for kind in (SH.NodeShape, SH.PropertyShape):
        for shape in shapes().subjects(RDF.type, kind):
            assert isinstance(shape, URIRef), "a shape needs a name, for its report to be understood"
            found[shape.split("#")[1]] = shape
    return found


def messages(shape: URIRef) -> list[Literal]:
    graph = shapes()
    owners = [shape, *graph.objects(shape, SH.sparql)]
    return [m for owner in owners for m in graph.objects(owner, SH.message) if isinstance(m, Literal)]


def test_every_shape_has_fixtures_and_every_fixture_a_shape() -> None:
    assert sorted(named_shapes()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_accepts_the_valid(name: str) -> None:
    assert violations(FIXTURES / name / "valid.ttl") == []


@pytest.mark.parametrize("name", NAMES)
def test_reports_the_invalid_with_its_message(name: str) -> None:
    found = violations(FIXTURES / name / "invalid.ttl")
    shape = named_shapes()[name]
    assert {each.shape for each in found} == {str(shape)}
    assert all("{" not in each.message for each in found), "a name in the message was not filled in"
    pattern = [re.split(r"\{\?\w+\}", str(message)) for message in messages(shape)]
    for each in found:
        assert any(all(part in each.message for part in parts) for parts in pattern)


@pytest.mark.parametrize("name", sorted(named_shapes()))
def test_speaks_both_languages(name: str) -> None:
    found = messages(named_shapes()[name])
    if any(message.language for message in found):
        assert {message.language for message in found} == {"vi", "en"}
    else:
        english, vietnamese = str(found[0]).split(" | ")
        assert VIETNAMESE.search(vietnamese)
        assert not VIETNAMESE.search(english)


def test_accepts_the_projects_own_graph(quads: list[Quad]) -> None:
    assert validate_graph(quads, ONTOLOGY / "shapes.ttl") == []
