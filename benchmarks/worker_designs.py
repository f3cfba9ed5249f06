"""Compares two ways to run a query in a process that can be killed.

`fork`: one process reads the data into memory and forks workers (copy on write), as the service does.
`disk`: each worker is a new Python process with `Store.read_only` over the database.

    python -m benchmarks worker_designs [--quads 100000]
"""

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Store

QUERIES = {
    "lookup": "SELECT * { <http://e/s5> ?p ?o }",
    "join": "SELECT (COUNT(*) AS ?n) { ?s <http://e/p1> ?o . ?o <http://e/p3> ?x . ?x <http://e/p5> ?y }",
    "group": "SELECT ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?p",
    "regex": "SELECT * { ?s <http://e/p0> ?o FILTER(REGEX(STR(?o), '0\\\\.99.*99')) }",
    "path": "SELECT (COUNT(*) AS ?n) { <http://e/s1> (<http://e/p1>|<http://e/p3>)+ ?o }",
}
_DISK = """
import json, sys, time
started = float(sys.argv[3])
from pathlib import Path
import pyoxigraph
store = pyoxigraph.Store.read_only(sys.argv[1])
opened = time.time() - started
figures = {"start": opened * 1e3}
for name, query in json.loads(sys.argv[2]).items():
    times = []
    for _ in range(7):
        before = time.perf_counter()
        answer = store.query(query, use_default_graph_as_union=True)
        answer.serialize(format=pyoxigraph.QueryResultsFormat.JSON)
        times.append((time.perf_counter() - before) * 1e3)
    figures[name] = sorted(times)[3]
smaps = Path("/proc/self/smaps_rollup").read_text().splitlines()
figures["private MB"] = sum(int(line.split()[1]) for line in smaps if line.startswith("Private")) / 1024
print(json.dumps(figures))
"""
_FORK = """
import json, os, sys, time
from pathlib import Path
from pyoxigraph import QueryResultsFormat
from qpgraph.sparql.evaluation import load
before = time.perf_counter()
data = load(Path(sys.argv[1]), union=True)
loaded = (time.perf_counter() - before) * 1e3
read, write = os.pipe()
started = time.perf_counter()
if os.fork() == 0:
    figures = {"load once": loaded, "start": (time.perf_counter() - started) * 1e3}
    for name, query in json.loads(sys.argv[2]).items():
        times = []
        for _ in range(7):
            before = time.perf_counter()
            data.store.query(query).serialize(format=QueryResultsFormat.JSON)
            times.append((time.perf_counter() - before) * 1e3)
        figures[name] = sorted(times)[3]
    smaps = Path("/proc/self/smaps_rollup").read_text().splitlines()
    figures["private MB"] = sum(int(line.split()[1]) for line in smaps if line.startswith("Private")) / 1024
    print(json.dumps(figures), flush=True)
    os._exit(0)
os.wait()
"""


def quads(count: int) -> Iterator[Quad]:
    """Things with eight properties each, half of them links, spread over five graphs."""
    numbers = random.Random(1)
    for i in range(count):
        target = NamedNode(f"http://e/s{numbers.randrange(count // 8)}")
        value = target if i % 2 else Literal(f"value {numbers.random()} of {i}")
        graph = NamedNode(f"http://e/g{i % 5}")
        yield Quad(NamedNode(f"http://e/s{i // 8}"), NamedNode(f"http://e/p{i % 8}"), value, graph)


def write(database: Path, count: int) -> None:
    """Writes the data into an Oxigraph database."""
    store = Store(str(database))
    store.bulk_extend(quads(count))
    store.flush()
    store.optimize()


def measure(program: str, database: Path) -> dict[str, float]:
    """The medians of five runs of a program."""
    runs = []
    for _ in range(5):
        command = [sys.executable, "-c", program, str(database), json.dumps(QUERIES), str(time.time())]
        runs.append(json.loads(subprocess.run(command, check=True, capture_output=True).stdout))
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def main(arguments: list[str] | None = None) -> None:
    """Prints a table: milliseconds, and private megabytes a worker."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quads", type=int, default=100_000)
    count = parser.parse_args(arguments).quads
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "db"
        write(database, count)
        fork, disk = measure(_FORK, database), measure(_DISK, database)
    print(f"{count:,} quads; milliseconds, median of 5 runs")
    for name in fork:
        print(f"{name:12} fork {fork[name]:9.2f}   disk {disk.get(name, 0):9.2f}")


if __name__ == "__main__":
    main()
