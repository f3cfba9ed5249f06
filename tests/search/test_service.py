"""`qpgraph search`, `GET /search`, `GET /suggest`."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from qpgraph.settings import Settings
from tests.cli.command import qpgraph
from tests.serving import TOKEN, Service, running, write_store


@pytest.fixture(scope="module")
def service(searchable: Path) -> Iterator[Service]:
    with running(Settings(store=searchable, token=TOKEN, endpoint=None)) as service:
        yield service


def test_search_answers_as_the_contract_says(service: Service) -> None:
    answer = service.get(
        "/search", params={"q": "bệnh viện 5S", "k": 3, "province": "Bắc Ninh", "kind": "target"}
    )
    assert answer.status_code == 200
    found = answer.json()
    assert found["query"] == "bệnh viện 5S"
    assert {"total", "facets", "took", "stale"} <= set(found)
    assert found["hits"][0]["ref"] == "II.5"
    assert all(hit["province"] == "Bắc Ninh" and hit["kind"] == "target" for hit in found["hits"])
    assert not found["stale"]


def test_a_filter_may_come_twice(service: Service) -> None:
    found = service.get("/search", params={"q": "đào tạo", "kind": ["task", "target"], "k": 50}).json()
    assert {hit["kind"] for hit in found["hits"]} == {"task", "target"}


@pytest.mark.parametrize(
    ("parameters", "says"),
    [
        ({}, "q"),
        ({"q": "  "}, "some words"),
        ({"q": "a", "k": 0}, "k"),
        ({"q": "a", "kind": "taks"}, "no kind 'taks'"),
    ],
)
def test_errors_are_problems(service: Service, parameters: dict[str, str], says: str) -> None:
    answer = service.get("/search", params=parameters)
    assert answer.status_code in (400, 422)
    assert answer.headers["content-type"] == "application/problem+json"
    assert says in answer.json()["detail"]


def test_suggest_completes(service: Service) -> None:
    found = service.get("/suggest", params={"q": "truy x"}).json()
    assert found["suggestions"][0]["text"] == "Truy xuất nguồn gốc"


def test_an_update_makes_search_say_that_it_is_stale(searchable: Path, tmp_path: Path) -> None:
    import shutil

    store = shutil.copytree(searchable, tmp_path / "store", symlinks=True)
    with running(Settings(store=store, token=TOKEN, endpoint=None)) as service:
        assert not service.get("/search", params={"q": "5S"}).json()["stale"]
        update = "INSERT DATA { <urn:a> <urn:b> <urn:c> }"
        done = service.post("/update", data={"update": update}, headers={"authorization": f"Bearer {TOKEN}"})
        assert done.status_code == 204
        assert service.get("/search", params={"q": "5S"}).json()["stale"]


def test_a_store_without_an_index_is_a_problem(tmp_path: Path) -> None:
    with running(Settings(store=write_store(tmp_path), endpoint=None)) as service:
        answer = service.get("/search", params={"q": "5S"})
        assert answer.status_code == 503
        assert "qpgraph build" in answer.json()["detail"]


def test_command_prints_a_table(searchable: Path) -> None:
    done = qpgraph("search", "benh", "vien", "5S", "-k", "3", "--store", str(searchable))
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[0].split() == ["#", "kind", "plan", "ref", "title", "source"]
    assert done.stdout.rstrip().endswith("(3 rows)")


def test_command_prints_json(searchable: Path) -> None:
    done = qpgraph("search", "ISO 9001", "-k", "1", "--format", "json", "--store", str(searchable))
    assert json.loads(done.stdout)["hits"][0]["ref"] == "ISO 9001"


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [(["5S", "--kind", "taks"], 1, "no kind 'taks'"), ([], 2, "TEXT"), (["5S", "-k", "0"], 2, "1<=x<=100")],
)
def test_command_fails_clearly(searchable: Path, arguments: list[str], status: int, says: str) -> None:
    done = qpgraph("search", *arguments, "--store", str(searchable))
    assert done.returncode == status
    assert says in done.stderr
