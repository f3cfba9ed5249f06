"""`/id/…`: a thing by its own address."""

import pytest
from rdflib import Graph, Literal, URIRef

from qpgraph.settings import BASE
from tests.serving import Service


def test_thing_comes_with_what_is_said_of_it_and_what_points_to_it(service: Service) -> None:
    response = service.get("/id/agency", headers={"accept": "text/turtle"})
    graph = Graph().parse(data=response.text, format="turtle")
    agency = URIRef(f"{BASE}id/agency")
    assert (agency, None, Literal("Sở Khoa học và Công nghệ", lang="vi")) in graph
    assert (URIRef(f"{BASE}id/task-2"), URIRef(f"{BASE}ontology#lead"), agency) in graph


def test_blank_nodes_of_a_thing_come_with_it(service: Service) -> None:
    graph = Graph().parse(data=service.get("/id/task-2?format=nt").text, format="nt")
    assert (None, URIRef(f"{BASE}ontology#value"), Literal(10)) in graph


def test_address_with_vietnamese_letters(service: Service) -> None:
    response = service.get("/id/task-đ1", headers={"accept": "application/ld+json"})
    assert response.status_code == 200
    assert "Nhiệm vụ một" in response.text


def test_links_lead_to_the_other_formats(service: Service) -> None:
    response = service.get("/id/agency")
    links = {link["type"]: link["url"] for link in response.links.values() if "type" in link}
    link = next(part for part in response.headers["link"].split(", ") if "ld+json" in part)
    assert 'rel="alternate"' in link
    assert links
    address = link[link.index("<") + 1 : link.index(">")]
    assert service.get(address).headers["content-type"] == "application/ld+json"


@pytest.mark.parametrize("path", ["/id/nobody", "/id/a%20b", "/id/a%3E%7D", "/id/"])
def test_unknown_thing_is_404(service: Service, path: str) -> None:
    response = service.get(path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"


def test_head_of_a_thing(service: Service) -> None:
    assert service.head("/id/agency").status_code == 200
    assert service.head("/id/nobody").status_code == 404
