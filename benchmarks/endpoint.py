"""Requests a second and p99 of five queries, side by side: qpgraph, rdflib-endpoint, `oxigraph serve`.

    python -m benchmarks endpoint [--seconds 3] [--clients 1 8 32]

All three serve the same data, the built graph, on loopback and answer in SPARQL Results JSON; the load
comes from wrk. qpgraph is measured twice: with its cache of small answers (as it is installed) and
without. rdflib-endpoint holds the data in rdflib's own memory store, as its documentation shows.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile
import urllib.parse
from contextlib import ExitStack
from pathlib import Path
from statistics import mean

from benchmarks.isolation import free_port, serving

__all__ = ["QUERIES", "main"]

PREFIXES = """PREFIX qp: <https://w3id.org/qpgraph/ontology#>
PREFIX dcterms: <http://purl.org/dc/terms/> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
QUERIES = {
    "thing": "SELECT ?p ?o { <https://w3id.org/qpgraph/id/plan/bac-ninh-kh-2026-2030/task/4.2> ?p ?o }",
    "join": """SELECT ?ref ?name { ?task a qp:Task ; qp:ref ?ref ; qp:lead/rdfs:label ?name ;
        dcterms:isPartOf <https://w3id.org/qpgraph/id/plan/dong-nai-kh-2026-2030>
        FILTER(LANG(?name) = "vi") }""",
    "group": """SELECT ?agency (COUNT(?task) AS ?tasks) { ?task a qp:Task ; qp:lead ?agency }
        GROUP BY ?agency ORDER BY DESC(?tasks)""",
    "optional": """SELECT ?plan ?ref ?start ?end { ?task a qp:Task ; qp:ref ?ref ; dcterms:isPartOf ?node .
        ?node dcterms:identifier ?plan
        OPTIONAL { ?task qp:startYear ?start } OPTIONAL { ?task qp:endYear ?end } }
        ORDER BY ?plan ?ref""",
    "regex": """SELECT ?thing ?label { ?thing rdfs:label ?label FILTER(REGEX(?label, "truy xuất", "i")) }""",
}
"""Name to query, in growing weight."""

SYSTEMS = ("qpgraph", "qpgraph, no cache", "oxigraph serve", "rdflib-endpoint")
_RDFLIB = """
import sys, uvicorn
from rdflib import Dataset
from rdflib_endpoint import SparqlEndpoint
data = Dataset(default_union=True)
data.parse(sys.argv[1], format="nquads")
uvicorn.run(SparqlEndpoint(graph=data), port=int(sys.argv[2]), log_level="warning")
"""


def main(arguments: list[str] | None = None) -> int:
    """Prints a table a number of clients, and the ratio of the means."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--clients", type=int, nargs="+", default=[1, 8, 32])
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        addresses = _serve(Path(folder), stack)
        for clients in options.clients:
            _table(addresses, clients, options.seconds)
    return 0


def _serve(folder: Path, stack: ExitStack) -> dict[str, str]:
    store = folder / "store"
    subprocess.run(["qpgraph", "build", "--store", str(store)], check=True, stderr=subprocess.DEVNULL)
    data = str((store / "current").resolve().parent / "graph.nq")
    oxigraph = folder / "oxigraph"
    subprocess.run(
        ["oxigraph", "load", "--location", str(oxigraph), "--file", data],
        check=True,
        stderr=subprocess.DEVNULL,
    )
    os.environ["QPGRAPH_STORE"] = str(store)
    ports = [free_port() for _ in SYSTEMS]
    bind = f"127.0.0.1:{ports[2]}"
    read_only = ["oxigraph", "serve-read-only", "--location", str(oxigraph), "--bind", bind]
    commands = {
        "qpgraph": (["qpgraph", "serve", "--port", str(ports[0])], {"QPGRAPH_CACHE": str(16 << 20)}),
        "qpgraph, no cache": (["qpgraph", "serve", "--port", str(ports[1])], {}),
        "oxigraph serve": ([*read_only, "--union-default-graph"], {}),
        "rdflib-endpoint": ([sys.executable, "-c", _RDFLIB, data, str(ports[3])], {}),
    }
    for (command, environment), port in zip(commands.values(), ports, strict=True):
        stack.enter_context(serving(command, port, **environment))
    paths = ("/sparql", "/sparql", "/query", "/")
    return {
        system: f"http://127.0.0.1:{port}{path}"
        for system, port, path in zip(SYSTEMS, ports, paths, strict=True)
    }


def _table(addresses: dict[str, str], clients: int, seconds: int) -> None:
    rates: dict[str, dict[str, float]] = {system: {} for system in addresses}
    print(f"\n{clients} client{'s' if clients > 1 else ''}: requests/s (p99 ms)")
    print(f"{'query':10}" + "".join(f"{system:>24}" for system in addresses))
    for name, query in QUERIES.items():
        cells = []
        for system, address in addresses.items():
            rates[system][name], p99 = _measure(address, PREFIXES + query, clients, seconds)
            cells.append(f"{rates[system][name]:>14,.0f} ({p99:7.1f})")
        print(f"{name:10}" + "".join(cells), flush=True)
    means = {system: mean(found.values()) for system, found in rates.items()}
    print(f"{'mean':10}" + "".join(f"{means[system]:>14,.0f}          " for system in addresses))
    for peer in ("rdflib-endpoint", "oxigraph serve"):
        for system in SYSTEMS[:2]:
            each = mean(rates[system][name] / max(rates[peer][name], 0.1) for name in QUERIES)
            ratio = means[system] / means[peer]
            print(f"  {system} / {peer}: mean of ratios {each:.1f}, ratio of means {ratio:.1f}")


def _measure(address: str, query: str, clients: int, seconds: int) -> tuple[float, float]:
    url = f"{address}?query={urllib.parse.quote(' '.join(query.split()))}"
    command = ["wrk", "-t1", f"-c{clients}", f"-d{seconds}s", "--latency", "--timeout", "30s"]
    subprocess.run([*command[:3], "-d1s", url], capture_output=True, check=True)
    done = subprocess.run(
        [*command, "-H", "Accept: application/sparql-results+json", url],
        capture_output=True,
        text=True,
        check=True,
    )
    if "Non-2xx" in done.stdout:
        raise SystemExit(f"{address} answered with an error:\n{done.stdout}")
    rate = re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)
    slow = re.search(r"99%\s+([\d.]+)(us|ms|s)", done.stdout)
    if not rate or not slow:
        raise SystemExit(f"wrk said nothing of use:\n{done.stdout}")
    return float(rate[1]), float(slow[1]) * {"us": 0.001, "ms": 1, "s": 1000}[slow[2]]
