"""Time and memory of exports of a large graph, each format in a process of its own.

    python -m benchmarks export [--edges 1000000] [--formats nq,graphml,gexf]

The graph is made up: tasks that agencies lead and coordinate, with labels and years. Ten edges a task.
The memory is the largest resident set of the exporting process; what was written is counted.
"""

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, Store

BASE = "https://w3id.org/qpgraph/"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
YEAR = '"2026"^^<http://www.w3.org/2001/XMLSchema#gYear>'
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
EDGES_A_TASK = 10
AGENCIES = 5000
MARKS = {
    "graphml": b"<edge ",
    "gexf": b"<edge ",
    "nq": b"ontology#coordinate> ",
    "csv": b"",
    "jgf": b'"relation": ',
}
"""What each edge has once in the file."""


def quads(edges: int) -> Iterator[str]:
    """The graph in N-Quads."""
    graph = f"<{BASE}graph/made-up>"
    for number in range(AGENCIES):
        agency = f"<{BASE}id/agency/made-up/{number}>"
        yield f"{agency} {TYPE} <{BASE}ontology#Agency> {graph} .\n"
        yield f'{agency} <{RDFS}label> "Cơ quan {number}"@vi {graph} .\n'
    for number in range(edges // EDGES_A_TASK):
        task = f"<{BASE}id/plan/made-up/task/{number}>"
        yield f"{task} {TYPE} <{BASE}ontology#Task> {graph} .\n"
        yield f'{task} <{RDFS}label> "Nhiệm vụ {number}"@vi {graph} .\n'
        yield f'{task} <{RDFS}label> "Task {number}"@en {graph} .\n'
        yield f"{task} <{BASE}ontology#startYear> {YEAR} {graph} .\n"
        for step in range(EDGES_A_TASK):
            agency = f"<{BASE}id/agency/made-up/{(number * 7 + step * 131) % AGENCIES}>"
            yield f"{task} <{BASE}ontology#coordinate> {agency} {graph} .\n"


def build(folder: Path, edges: int) -> None:
    """Makes a store of the graph."""
    path = folder / "graph.nq"
    with path.open("w", encoding="utf-8") as file:
        file.writelines(quads(edges))
    store = Store(str(folder / "v1"))
    store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    store.flush()
    del store
    (folder / "current").symlink_to("v1")
    path.unlink()


def measure(folder: Path, name: str) -> tuple[float, int, int]:
    """Seconds, largest resident set in MiB, bytes of one export."""
    output = folder / f"out.{name}"
    command = [sys.executable, "-m", "qpgraph", "export", name, "-o", str(output), "--store", str(folder)]
    began = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    if status:
        raise SystemExit(f"{name}: the export failed")
    return seconds, usage.ru_maxrss // 1024, output.stat().st_size


def count(path: Path, mark: bytes) -> int:
    """How often a mark stands in a file."""
    found = 0
    with path.open("rb") as file:
        for line in file:
            found += line.count(mark)
    return found


def main(given: list[str] | None = None) -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--edges", type=int, default=1_000_000)
    parser.add_argument("--formats", default="nq,graphml,gexf")
    arguments = parser.parse_args(given)
    with tempfile.TemporaryDirectory() as folder:
        # In a process of its own: a child's largest resident set begins with its parent's.
        builder = multiprocessing.get_context("spawn").Process(
            target=build, args=(Path(folder), arguments.edges)
        )
        builder.start()
        builder.join()
        print("format      seconds  MiB resident   MiB file     edges")
        for name in arguments.formats.split(","):
            seconds, resident, size = measure(Path(folder), name)
            edges = count(Path(folder) / f"out.{name}", MARKS[name]) if MARKS.get(name) else 0
            print(f"{name:<10} {seconds:8.1f} {resident:13,} {size / 2**20:10.0f} {edges:9,}", flush=True)


if __name__ == "__main__":
    main()
