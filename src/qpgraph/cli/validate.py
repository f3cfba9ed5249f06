"""`qpgraph validate`: records and graphs against schema and shapes."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from qpgraph.cli.options import documents_option, ontology_option
from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory

if TYPE_CHECKING:
    from pyoxigraph import Quad

__all__ = ["command"]

_GRAPH_ENDINGS = {".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"}


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@documents_option
@ontology_option
def command(paths: tuple[Path, ...], documents: Path | None, ontology: Path | None) -> None:
    """Check records and graphs against schema and shapes, with a report.

    PATH is a folder of records (of all documents or of one), a record file, or an RDF file; the
    project's own records where none is given. With the folder of the source texts, records are also
    checked against the lines that they cite. Warnings are for a person to look at; exit status 1 when
    something is wrong.
    """
    report = _Report()
    for path in paths or (data_directory("loaders"),):
        try:
            _check(path, ontology or data_directory("ontology"), documents, report)
        except QpgraphError as error:
            for line in str(error).splitlines():
                report.error(line)
    if report.errors:
        raise QpgraphError(report.summary())
    click.echo(f"qpgraph: {report.summary()}", err=True)


class _Report:
    """Prints findings as they come and counts them."""

    def __init__(self) -> None:
        self.errors = 0
        self.warnings = 0

    def error(self, line: str) -> None:
        self.errors += 1
        click.echo(line)

    def warn(self, line: str) -> None:
        self.warnings += 1
        click.echo(line)

    def summary(self) -> str:
        if not self.errors and not self.warnings:
            return "nothing is wrong"
        return f"{_count(self.errors, 'error')}, {_count(self.warnings, 'warning')}"


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _check(path: Path, ontology: Path, documents: Path | None, report: _Report) -> None:
    if path.is_dir():
        _check_folder(path, ontology, documents, report)
    elif path.suffix in _GRAPH_ENDINGS:
        _check_graph(path, ontology, report)
    else:
        _check_file(path)


def _check_folder(path: Path, ontology: Path, documents: Path | None, report: _Report) -> None:
    from qpgraph.graph.assemble import Sources, assemble

    only = path.resolve().name if (path / "plan.yaml").is_file() else None
    loaders = path.resolve().parent if only else path
    quads = assemble(
        Sources(loaders, ontology),
        only=only,
        warn=lambda finding, folder: report.warn(finding.shown(folder)),
    )
    if documents:
        _check_against_texts(loaders, only, ontology, documents, report)
    _check_shapes(quads, ontology, report)


def _check_against_texts(
    loaders: Path, only: str | None, ontology: Path, documents: Path, report: _Report
) -> None:
    from qpgraph.graph.names import Names, read_vocabulary
    from qpgraph.records.checks import check_source
    from qpgraph.records.documents import read_document
    from qpgraph.records.load import read_all, read_plan
    from qpgraph.records.registry import read_registry

    registry = read_registry(loaders / "registry")
    names = Names(read_vocabulary(ontology), registry)
    dates = {act.id: act.date for act in registry.legal_documents if act.date}
    for records in [read_plan(loaders / only)] if only else read_all(loaders):
        document = read_document(documents, records.id)
        for finding in check_source(records, document, names.standard_spellings, dates):
            line = finding.shown(loaders / records.id)
            report.warn(line) if finding.severity == "warning" else report.error(line)


def _check_graph(path: Path, ontology: Path, report: _Report) -> None:
    from pyoxigraph import RdfFormat, parse

    try:
        quads = list(parse(path=str(path), format=RdfFormat.from_extension(path.suffix[1:])))
    except SyntaxError as error:
        raise QpgraphError(f"{path}:{error.lineno}: not {path.suffix[1:]}: {error.msg}") from error
    _check_shapes(quads, ontology, report)


def _check_shapes(quads: "list[Quad]", ontology: Path, report: _Report) -> None:
    from qpgraph.graph.shapes import validate_graph

    for violation in validate_graph(quads, ontology / "shapes.ttl"):
        if violation.severity == "Violation":
            report.error(f"violation: {violation}")
        else:
            report.warn(f"{violation.severity.lower()}: {violation}")


def _check_file(path: Path) -> None:
    from qpgraph.records.load import FILES
    from qpgraph.records.model import Plan
    from qpgraph.records.yaml_source import read_list, read_one

    if path.stem == "plan":
        read_one(path, Plan)
    elif path.stem in FILES:
        read_list(path, FILES[path.stem])
    else:
        raise QpgraphError(
            f"{path}: no record file has this name; it is plan.yaml or one of {', '.join(FILES)}"
        )
