"""Queries that run too long, take too much, or whose client goes: their work stops for real."""

import os
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from qpgraph.settings import Settings
from tests.serving import Service, running, write_store

_PEOPLE = " ".join(
    f"<http://e/{i}> <http://e/knows> <http://e/{(i * 7 + 1) % 400}>, <http://e/{i + 1}> ."
    for i in range(400)
)
TRIG = f"GRAPH <http://e/g> {{ {_PEOPLE} }}"
PRODUCT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
PATH = """SELECT (COUNT(*) AS ?n) {
    ?a (<http://e/knows>/<http://e/knows>)+ ?b . ?b (^<http://e/knows>)+ ?c . ?c ?p ?d . ?e ?q ?d }"""
REGEX = """SELECT (COUNT(*) AS ?n) {
    ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(REGEX(CONCAT(STR(?a), STR(?d), STR(?g)), '(.*)*x$')) }"""
RUNAWAYS = {"product": PRODUCT, "path": PATH, "regex": REGEX}
CONCAT = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
STREAM = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
SMALL = "SELECT * { <http://e/1> ?p ?o }"


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service with two places, little memory and little patience."""
    settings = Settings(
        store=write_store(tmp_path_factory.mktemp("store"), TRIG),
        workers=2,
        queue=2,
        slow=0.2,
        memory_max=64 << 20,
        result_max=4 << 20,
        cache=0,
    )
    with running(settings) as service:
        yield service


@pytest.fixture(scope="module")
def endless(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    """A service whose answers may be as long as they like."""
    settings = Settings(
        store=write_store(tmp_path_factory.mktemp("store"), TRIG), slow=0.1, result_max=1 << 40, cache=0
    )
    with running(settings) as service:
        yield service


def state(process: int) -> str:
    """A process's state, such as `R` (runs) or `S` (waits)."""
    return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]


def workers() -> dict[int, float]:
    """The workers of this process's zygotes, with the processor seconds that each has used."""
    processes: dict[int, tuple[int, float]] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue
            ticks = int(fields[11]) + int(fields[12])
            processes[int(entry.name)] = int(fields[1]), ticks / os.sysconf("SC_CLK_TCK")
    ours = {process for process, (parent, _) in processes.items() if parent == os.getpid()}
    return {process: used for process, (parent, used) in processes.items() if parent in ours}


def until(condition: Callable[[], bool], seconds: float = 10) -> None:
    """Waits for a condition."""
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def ask(service: Service, query: str, timeout: float) -> httpx.Response:
    return service.get("/sparql", params={"query": query, "timeout": str(timeout)})


@pytest.mark.parametrize("name", RUNAWAYS)
def test_deadline_stops_the_work(service: Service, name: str) -> None:
    before = set(workers())
    response = ask(service, RUNAWAYS[name], 1)
    assert response.status_code == 503
    assert response.headers["retry-after"]
    assert "after 1 s" in response.json()["detail"]
    until(lambda: all(used < 0.5 for process, used in workers().items() if process not in before))
    assert service.select(SMALL) != []


def test_query_that_takes_too_much_memory_is_stopped(service: Service) -> None:
    response = ask(service, CONCAT, 60)
    assert response.status_code == 507
    assert "64 MiB" in response.json()["detail"]
    assert service.select(SMALL) != []


def test_query_nested_too_deep_ends_its_worker_only(service: Service) -> None:
    query = f"SELECT * {{ FILTER({'(' * 20000}1{')' * 20000}) }}"
    response = service.post("/sparql", content=query, headers={"content-type": "application/sparql-query"})
    assert response.status_code in {400, 507}
    assert service.select(SMALL) != []


def test_small_queries_are_answered_beside_runaways(service: Service) -> None:
    threads = [
        threading.Thread(target=ask, args=(service, query, 3)) for query in list(RUNAWAYS.values())[:2]
    ]
    for thread in threads:
        thread.start()
    until(lambda: service.figure("qpgraph_store_running_slow") == 2)
    assert service.figure("qpgraph_store_running") == 0
    slow = [process for process in workers() if os.getpriority(os.PRIO_PROCESS, process) == 19]
    assert len(slow) == 2
    for _ in range(20):
        assert service.select(SMALL) != []
    for thread in threads:
        thread.join()
    until(lambda: service.figure("qpgraph_store_running_slow") == 0)


def test_more_slow_queries_than_places_are_turned_away(service: Service) -> None:
    answers: list[httpx.Response] = []
    threads = [threading.Thread(target=lambda: answers.append(ask(service, PRODUCT, 2))) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    details = [answer.json()["detail"] for answer in answers]
    assert all(answer.status_code == 503 for answer in answers)
    assert sum("slow queries run already" in detail for detail in details) == 1


def test_too_many_waiting_queries_are_turned_away(tmp_path: Path) -> None:
    settings = Settings(store=write_store(tmp_path, TRIG), workers=1, queue=1, slow=60, cache=0)
    with running(settings) as service:
        running_one = threading.Thread(target=ask, args=(service, PRODUCT, 4))
        running_one.start()
        until(lambda: service.figure("qpgraph_store_running") == 1)
        waiting: list[httpx.Response] = []
        waiting_one = threading.Thread(target=lambda: waiting.append(ask(service, SMALL, 1)))
        waiting_one.start()
        until(lambda: service.figure("qpgraph_store_waiting") == 1)
        refused = ask(service, SMALL, 1)
        assert refused.status_code == 503
        assert "1 queries wait already" in refused.json()["detail"]
        waiting_one.join()
        assert waiting[0].status_code == 503
        assert "waited for its turn" in waiting[0].json()["detail"]
        running_one.join()
        assert service.select(SMALL) != []


def test_client_that_goes_stops_its_query(service: Service) -> None:
    until(lambda: service.figure("qpgraph_store_running_slow") == 0)
    with pytest.raises(httpx.ReadTimeout):
        service.get("/sparql", params={"query": PRODUCT, "timeout": "60"}, timeout=0.5)
    until(lambda: service.figure("qpgraph_store_running_slow") == 0)


def test_slow_reader_makes_the_worker_wait_and_going_away_ends_it(endless: Service) -> None:
    path = endless.build_request(
        "GET", "/sparql", params={"query": STREAM, "timeout": "60"}
    ).url.raw_path.decode()
    with socket.create_connection(("127.0.0.1", endless.base_url.port or 0)) as client:
        client.sendall(f"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
        assert client.recv(1024).startswith(b"HTTP/1.1 200")
        until(lambda: endless.figure("qpgraph_store_running_streaming") == 1)
        worker = next(process for process in workers() if os.getpriority(os.PRIO_PROCESS, process) == 19)
        until(lambda: state(worker) == "S")
        used = workers()[worker]
        time.sleep(0.3)
        assert workers()[worker] == used
    until(lambda: endless.figure("qpgraph_store_running_streaming") == 0)
    assert worker not in workers()


def test_answer_that_is_too_long_breaks_off_visibly(service: Service) -> None:
    with pytest.raises(httpx.RemoteProtocolError, match="incomplete"):
        service.get("/sparql", params={"query": STREAM})
    assert service.select(SMALL) != []


def test_deadline_midway_breaks_off_visibly(endless: Service) -> None:
    with (
        pytest.raises(httpx.RemoteProtocolError, match="incomplete"),
        endless.stream("GET", "/sparql", params={"query": STREAM, "timeout": "0.7"}) as response,
    ):
        for _ in response.iter_raw():
            pass


def test_service_that_stops_leaves_no_process(tmp_path: Path) -> None:
    before = set(workers())
    with running(Settings(store=write_store(tmp_path, TRIG))) as service:
        service.select(SMALL)
        assert set(workers()) - before
    assert set(workers()) <= before
