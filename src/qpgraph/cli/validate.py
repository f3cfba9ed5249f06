"""`qpgraph validate`: records and graphs against schema and shapes."""

from collections.abc import Iterator
from pathlib import Path

import click

from qpgraph.cli.options import ontology_option
from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory

__all__ = ["command"]

_GRAPH_ENDINGS = {".ttl", ".nt", ".nq", ".trig", ".rdf", ".jsonld"}


@click.command("validate")
@click.argument("paths", nargs=-1, type=click.Path(exists=True, path_type=Path))
@ontology_option
def command(paths: tuple[Path, ...], ontology: Path | None) -> None:
    """Check records and graphs against schema and shapes, with a report.

    PATH is a folder of records (of all documents or of one), a record file, or an RDF file; the
    project's own records where none is given. Exit status 1 when something is wrong.
    """
    findings = [
        finding
        for path in paths or (data_directory("loaders"),)
        for finding in _check(path, ontology or data_directory("ontology"))
    ]
    for finding in findings:
        click.echo(finding)
    if findings:
        raise QpgraphError(f"{len(findings)} finding{'' if len(findings) == 1 else 's'}")
    click.echo("qpgraph: nothing is wrong", err=True)


def _check(path: Path, ontology: Path) -> Iterator[str]:
    try:
        if path.is_dir():
            yield from _check_folder(path, ontology)
        elif path.suffix in _GRAPH_ENDINGS:
            yield from _check_graph(path, ontology)
        else:
            _check_file(path)
    except QpgraphError as error:
        yield from str(error).splitlines()


def _check_folder(path: Path, ontology: Path) -> Iterator[str]:
    from qpgraph.graph.assemble import Sources, assemble
    from qpgraph.graph.shapes import validate_graph

    only = path.name if (path / "plan.yaml").is_file() else None
    loaders = path.resolve().parent if only else path
    quads = assemble(Sources(loaders, ontology), only=only)
    for violation in validate_graph(quads, ontology / "shapes.ttl"):
        yield f"{violation.severity.lower()}: {violation}"


def _check_graph(path: Path, ontology: Path) -> Iterator[str]:
    from pyoxigraph import RdfFormat, parse

    from qpgraph.graph.shapes import validate_graph

    try:
        quads = list(parse(path=str(path), format=RdfFormat.from_extension(path.suffix[1:])))
    except SyntaxError as error:
        raise QpgraphError(f"{path}:{error.lineno}: not {path.suffix[1:]}: {error.msg}") from error
    for violation in validate_graph(quads, ontology / "shapes.ttl"):
        yield f"{violation.severity.lower()}: {violation}"


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
