"""How much runaway queries slow small ones beside them: this service, and `oxigraph serve-read-only`.

    python -m benchmarks isolation [--quads 100000] [--seconds 3]

One client sends a small query again and again, first alone, then beside each runaway, then beside
all of them. The service's cache of answers is off.
"""

import argparse
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx

from benchmarks.worker_designs import write

SMALL = "SELECT * { <http://e/s5> ?p ?o }"
RUNAWAYS = {
    "product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "path": "SELECT (COUNT(*) AS ?n) { ?a (<http://e/p1>|<http://e/p3>)+ ?b }",
    "concat": """SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d))) AS ?x) {
        ?a <http://e/p1> ?c . ?d <http://e/p3> ?f }""",
    "regex": """SELECT (COUNT(*) AS ?n) {
        ?a ?b ?c . ?d ?e ?f FILTER(REGEX(CONCAT(STR(?a), STR(?f)), '(.*)*!$')) }""",
}


@contextmanager
def serving(command: list[str], port: int, **environment: str) -> Iterator[None]:
    """Runs a server until the block ends; qpgraph's cache is off unless `environment` says otherwise."""
    variables = {**os.environ, "QPGRAPH_CACHE": "0", **environment}
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.1)
        yield
    finally:
        process.terminate()
        process.wait()


def free_port() -> int:
    """A port on loopback that nobody uses."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def latencies(address: str, seconds: float) -> tuple[float, float]:
    """The median and the 99th percentile of a small query's time, in milliseconds."""
    times = []
    with httpx.Client(headers={"accept": "application/sparql-results+json"}) as client:
        end = time.perf_counter() + seconds
        while time.perf_counter() < end:
            before = time.perf_counter()
            client.get(address, params={"query": SMALL}, timeout=60).raise_for_status()
            times.append((time.perf_counter() - before) * 1e3)
    times.sort()
    return times[len(times) // 2], times[int(len(times) * 0.99)]


def beside(address: str, queries: list[str], seconds: float) -> tuple[float, float]:
    """The same while other queries run."""

    def run(query: str) -> None:
        with httpx.Client() as client:
            parameters = {"query": query, "timeout": str(int(seconds) + 1)}
            with suppress(httpx.TimeoutException):  # that server's deadline doesn't stop this query
                client.get(address, params=parameters, timeout=seconds + 5)

    threads = [threading.Thread(target=run, args=(query,)) for query in queries]
    for thread in threads:
        thread.start()
    figures = latencies(address, seconds)
    for thread in threads:
        thread.join()
    return figures


def report(name: str, address: str, seconds: float) -> None:
    """Prints one server's table."""
    latencies(address, 0.5)
    alone = latencies(address, seconds)
    print(f"{name:10} alone    p50 {alone[0]:7.2f} ms  p99 {alone[1]:7.2f} ms")
    for label, queries in {
        **{key: [query] for key, query in RUNAWAYS.items()},
        "all four": [*RUNAWAYS.values()],
    }.items():
        median, tail = beside(address, queries, seconds)
        print(f"{name:10} {label:8} p50 {median:7.2f} ms  p99 {tail:7.2f} ms   x {median / alone[0]:.2f}")


def main(arguments: list[str] | None = None) -> None:
    """Writes the data, starts both servers one after the other, and reports."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=3)
    options = parser.parse_args(arguments)
    scripts = Path(sys.executable).parent
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder)
        write(store / "db", options.quads)
        (store / "current").symlink_to("db")
        port = free_port()
        command = [str(scripts / "qpgraph"), "serve", "--port", str(port), "--store", str(store)]
        with serving(command, port):
            report("qpgraph", f"http://127.0.0.1:{port}/sparql", options.seconds)
        port = free_port()
        command = [str(scripts / "oxigraph"), "serve-read-only", "--location", str(store / "db")]
        command += ["--bind", f"127.0.0.1:{port}", "--union-default-graph"]
        command += ["--timeout-s", str(int(options.seconds) + 1)]
        with serving(command, port):
            report("oxigraph", f"http://127.0.0.1:{port}/query", options.seconds)


if __name__ == "__main__":
    main()
