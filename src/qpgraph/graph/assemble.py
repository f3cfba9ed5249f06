"""The whole graph from the project's files: records, registry, thesaurus, ontology, rules."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad

from qpgraph.graph.derive import derive
from qpgraph.graph.names import Names, read_vocabulary
from qpgraph.graph.plan_graph import plan_graph
from qpgraph.graph.registry_graph import registry_graph
from qpgraph.graph.terms import VOCABULARY_GRAPH
from qpgraph.records.checks import Finding, check_plan
from qpgraph.records.load import read_all, read_plan
from qpgraph.records.model import PlanRecords
from qpgraph.records.registry import read_registry
from qpgraph.records.yaml_source import RecordError
from qpgraph.settings import data_directory

__all__ = ["Sources", "assemble", "to_nquads"]

Progress = Callable[[str], None]
Warn = Callable[[Finding, Path], None]
"""Takes a finding that doesn't stop the build, and the folder of the document that it is about."""


@dataclass(frozen=True)
class Sources:
    """Where the files are; the project's own unless said otherwise."""

    loaders: Path
    ontology: Path

    @classmethod
    def default(cls) -> "Sources":
        """The project's own records and ontology."""
        return cls(data_directory("loaders"), data_directory("ontology"))


def assemble(
    sources: Sources,
    progress: Progress = lambda step: None,
    *,
    only: str | None = None,
    warn: Warn = lambda finding, folder: None,
) -> list[Quad]:
    """All quads, each triple in one named graph, blank nodes canonical, in order.

    `only` is the id of the one document to take; `warn` is told what is doubtful but stops nothing.

    Raises `RecordError` or `QpgraphError` with everything that is wrong in the files.
    """
    progress("reading the thesaurus and the records")
    vocabulary = [_in_vocabulary(quad) for quad in read_vocabulary(sources.ontology)]
    names = Names(vocabulary, read_registry(sources.loaders / "registry"))
    plans = [read_plan(sources.loaders / only)] if only else read_all(sources.loaders)
    progress("mapping the records")
    quads = vocabulary + _map_plans(plans, names, sources.loaders, warn) + list(registry_graph(names))
    progress("deriving")
    quads += derive(quads, sources.ontology / "rules")
    return _in_order(_one_graph_each(quads))


def to_nquads(quads: Iterable[Quad]) -> bytes:
    """Sorted N-Quads (https://www.w3.org/TR/n-quads/): the same graph gives the same bytes."""
    return "".join(sorted(f"{quad} .\n" for quad in quads)).encode()


def _map_plans(plans: list[PlanRecords], names: Names, loaders: Path, warn: Warn) -> list[Quad]:
    quads: list[Quad] = []
    findings: list[str] = []
    for records in plans:
        folder = loaders / records.id
        for finding in check_plan(records):
            if finding.severity == "warning":
                warn(finding, folder)
            else:
                findings.append(finding.shown(folder))
        try:
            quads += plan_graph(records, names, folder)
        except RecordError as error:
            findings += error.findings
    if findings:
        raise RecordError(findings)
    return quads


def _in_vocabulary(quad: Quad) -> Quad:
    return Quad(quad.subject, quad.predicate, quad.object, VOCABULARY_GRAPH)


def _one_graph_each(quads: list[Quad]) -> list[Quad]:
    """Raises if a triple stands in two graphs: the union would then count it twice."""
    count = Counter((quad.subject, quad.predicate, quad.object) for quad in set(quads))
    twice = next((triple for triple, times in count.items() if times > 1), None)
    if twice:
        raise RecordError([f"{' '.join(map(str, twice))} stands in two named graphs; keep it in one"])
    return quads


def _in_order(quads: list[Quad]) -> list[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(dataset, key=str)
