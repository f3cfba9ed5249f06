"""Writes a query's results to a stream in a format of the command line."""

from typing import BinaryIO, TypeVar

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, RdfFormat, serialize

from qpgraph.cli.table import write_table
from qpgraph.graph.terms import PREFIXES
from qpgraph.queries.once import Results
from qpgraph.store.base import BadQueryError

__all__ = ["FORMATS", "write_results"]

FORMATS = ("table", "json", "csv", "tsv", "xml", "ttl", "jsonld")
"""All formats; which fit depends on the query's form."""

F = TypeVar("F")

_SOLUTIONS = {
    "json": QueryResultsFormat.JSON,
    "csv": QueryResultsFormat.CSV,
    "tsv": QueryResultsFormat.TSV,
    "xml": QueryResultsFormat.XML,
}
_GRAPHS = {"ttl": RdfFormat.TURTLE, "jsonld": RdfFormat.JSON_LD, "xml": RdfFormat.RDF_XML}


def write_results(results: Results, form: str | None, output: BinaryIO) -> None:
    """Writes results; without a format a table, or Turtle for a graph.

    Raises `BadQueryError` when the format doesn't fit the query's form.
    """
    if isinstance(results, QuerySolutions):
        _write_solutions(results, form, output)
    elif isinstance(results, QueryBoolean):
        if form in (None, "table"):
            output.write(b"true\n" if results else b"false\n")
        else:
            results.serialize(output, _choose("an ASK", form or "json", _SOLUTIONS))
            output.write(b"\n")
    else:
        rdf_format = _choose("a CONSTRUCT or DESCRIBE", form or "ttl", _GRAPHS)
        prefixes = PREFIXES if rdf_format == RdfFormat.TURTLE else None
        serialize(results, output, rdf_format, prefixes=prefixes)


def _write_solutions(results: QuerySolutions, form: str | None, output: BinaryIO) -> None:
    if form in (None, "table"):
        names = [variable.value for variable in results.variables]
        rows = [[getattr(row[name], "value", None) for name in names] for row in results]
        write_table(names, rows, output)
        return
    results.serialize(output, _choose("a SELECT", form or "json", _SOLUTIONS))
    if form in ("json", "xml"):
        output.write(b"\n")


def _choose(query: str, form: str, known: dict[str, F]) -> F:
    if form not in known:
        raise BadQueryError(f"{query} answer can't be written as {form}; take {', '.join(known)}")
    return known[form]
