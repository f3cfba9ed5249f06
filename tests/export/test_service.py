"""`/export/{format}` of a running service."""

import io
import json
import shutil
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import networkx
import pytest
from rdflib import Graph

from qpgraph.export.factory import FORMATS
from qpgraph.settings import BASE, Settings
from tests.serving import Service, running


@pytest.fixture(scope="module")
def service(settings: Settings) -> Iterator[Service]:
    """A service over the project's own graph."""
    with running(replace(settings, cache=0, result_max=2 << 20)) as service:
        yield service


def problem(service: Service, address: str, status: int) -> dict[str, str]:
    response = service.get(address)
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    found: dict[str, str] = response.json()
    return found


@pytest.mark.parametrize("name", ["trig", "gexf", "svg", "xlsx", "measures"])
def test_a_format_of_each_kind_with_its_media_type(name: str, service: Service) -> None:
    if FORMATS[name].kind == "picture" and not shutil.which("dot"):
        pytest.skip("Graphviz is not installed")
    view = "" if FORMATS[name].kind in ("rdf", "table") else "&view=legal"
    response = service.get(f"/export/{name}?plan=can-tho-kh-2026-2030&lang=en{view}")
    assert response.status_code == 200, response.text
    assert response.headers["content-type"].partition(";")[0] == FORMATS[name].media_type
    assert f'filename="qpgraph-{name}.{FORMATS[name].ending}"' in response.headers["content-disposition"]
    assert response.content


def test_same_content_as_the_command(service: Service, export: object) -> None:
    assert callable(export)
    body = service.get("/export/graphml", params={"theme": "tfp", "province": "Hải Phòng"}).content
    assert body == export("graphml", themes=("tfp",), provinces=("Hải Phòng",))
    assert networkx.read_graphml(io.BytesIO(body)).number_of_nodes() > 3


def test_repeated_filter_fits_either(service: Service) -> None:
    nodes = service.get("/export/jgf?class=Task&class=Target").json()["graph"]["nodes"]
    assert {about["metadata"]["class"] for about in nodes.values()} == {"Task", "Target"}


def test_list_of_formats(service: Service) -> None:
    listed = service.get("/export").json()
    assert [each["name"] for each in listed] == list(FORMATS)
    assert service.get("/openapi.json").json()["paths"]["/export/{format}"]["get"]["parameters"]


def test_context_makes_jsonld_readable(service: Service) -> None:
    response = service.get("/context.jsonld")
    assert response.headers["content-type"] == "application/ld+json"
    document = {**response.json(), "@id": f"{BASE}id/x", "lead": f"{BASE}id/y", "label": {"vi": "Nhiệm vụ"}}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    assert len(graph) == 2
    assert f"{BASE}ontology#lead" in {str(predicate) for predicate in graph.predicates()}


def test_head(service: Service) -> None:
    for name, each in FORMATS.items():
        response = service.head(f"/export/{name}")
        assert response.status_code == 200
        assert response.headers["content-type"].partition(";")[0] == each.media_type
        assert f".{each.ending}" in response.headers["content-disposition"]
    assert "sandbox" in service.head("/export/svg").headers["content-security-policy"]
    assert service.head("/export/nonsense").status_code == 404


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/export/nonsense", 404, "take ttl, nt"),
        ("/export/ttl?theme=x", 400, "there is ai, "),
        ("/export/ttl?them=tfp", 400, "no parameter `them`"),
        ("/export/ttl?view=x", 400, "take network, collaboration"),
        ("/export/ttl?view=legal", 400, "for networks and pictures"),
        ("/export/ttl?depth=1", 400, "`depth` goes with `around`"),
        ("/export/ttl?around=theme/tfp&depth=7", 400, "take 0 to 6"),
        ("/export/ttl?around=x", 400, "says nothing of <x>"),
        ("/export/ttl?year=x", 400, "'x' is not"),
        ("/export/ttl?lang=fr", 400, "take vi or en"),
        ("/export/ttl?lang=vi&lang=en", 400, "comes 2 times"),
        ("/export/ttl?measures=perhaps", 400, "true or false"),
        ("/export/ttl?timeout=0", 400, "in seconds"),
        ("/export/svg?year=1999", 422, "nothing fits"),
        ("/export/nq?timeout=0.01", 503, "its time was over"),
    ],
)
def test_problems(service: Service, address: str, status: int, words: str) -> None:
    assert words in problem(service, address, status)["detail"]


def test_too_long_an_export_is_cut_off(service: Service) -> None:
    """It was on its way already, so the connection breaks off."""
    import httpx

    with pytest.raises(httpx.RemoteProtocolError):
        service.get("/export/nt")


def test_queries_are_answered_while_exports_run(service: Service) -> None:
    with ThreadPoolExecutor() as pool:
        exports = [
            pool.submit(service.get, "/export/measures?view=network&plan=can-tho-kh-2026-2030")
            for _ in range(3)
        ]
        answers = 0
        while not all(each.done() for each in exports):
            assert service.get("/sparql", params={"query": "ASK {}"}).status_code == 200
            answers += 1
            time.sleep(0.01)
        assert {each.result().status_code for each in exports} == {200}
    assert answers > 5


def test_archive_is_whole(service: Service) -> None:
    body = service.get("/export/neo4j?view=standards").content
    assert zipfile.ZipFile(io.BytesIO(body)).testzip() is None


def test_service_without_a_store_tells_so(tmp_path: Path) -> None:
    with running(Settings(store=tmp_path / "none", endpoint=None)) as service:
        assert "qpgraph build" in problem(service, "/export/ttl", 503)["detail"]
