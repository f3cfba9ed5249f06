"""Reads query results, expected and actual, in every format that the suites use.

The readers share no code with the service's engine, so that a mistake of its writers shows.
"""

import csv
import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urljoin
from xml.etree import ElementTree

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse

from tests.w3c.terms import Term, literal, number_by_value

__all__ = ["Result", "Solutions", "read_result", "read_triples"]

RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
_SPARQL = "{http://www.w3.org/2005/sparql-results#}"
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")


@dataclass
class Solutions:
    """The solutions of a SELECT, in the order of their document."""

    variables: list[str]
    rows: list[dict[str, Term]]
    ordered: bool = False
    """Whether the document says that the order counts (`rs:index`)."""


Result = Solutions | bool | list[Quad]
"""What a query gives: solutions, a boolean, or a graph's triples."""


def read_result(content: bytes, suffix: str, base: str) -> Result:
    """A result document; `suffix` is that of the suites' files (`srx`, `srj`, `tsv`, `csv`, `ttl`, `rdf`)."""
    if suffix in {"ttl", "rdf"}:
        return _ResultGraph(read_triples(content, suffix, base)).result()
    readers: dict[str, Callable[[str, str], Result]] = {
        "srx": _xml,
        "srj": _json,
        "tsv": _tsv,
        "csv": _csv,
    }
    return readers[suffix](content.decode(), base)


def read_triples(content: bytes, suffix: str, base: str) -> list[Quad]:
    """The triples of a document in Turtle, N-Triples or RDF/XML; its blank nodes are its own."""
    rdf_format = RdfFormat.from_extension(suffix)
    assert rdf_format is not None
    return list(parse(content, rdf_format, base_iri=base, rename_blank_nodes=True))


def _xml(text: str, base: str) -> Result:
    root = ElementTree.fromstring(text)
    boolean = root.findtext(f"{_SPARQL}boolean")
    if boolean is not None:
        return {"true": True, "false": False}[boolean.strip()]
    variables = [node.attrib["name"] for node in root.iterfind(f"{_SPARQL}head/{_SPARQL}variable")]
    rows = [
        {binding.attrib["name"]: _xml_term(binding[0], base) for binding in row}
        for row in root.iterfind(f"{_SPARQL}results/{_SPARQL}result")
    ]
    return Solutions(variables, rows)


def _xml_term(node: ElementTree.Element, base: str) -> Term:
    text = node.text or ""
    match node.tag.removeprefix(_SPARQL):
        case "uri":
            return NamedNode(urljoin(base, text.strip()))
        case "bnode":
            return BlankNode(text.strip())
        case "literal":
            language = node.get("{http://www.w3.org/XML/1998/namespace}lang")
            return literal(text, datatype=node.get("datatype"), language=language)
        case other:
            raise AssertionError(f"a term that SPARQL Query Results XML doesn't have: {other}")


def _json(text: str, base: str) -> Result:
    document = json.loads(text)
    if "boolean" in document:
        return bool(document["boolean"])
    rows = [{name: _json_term(term) for name, term in row.items()} for row in document["results"]["bindings"]]
    return Solutions(document["head"]["vars"], rows)


def _json_term(term: dict[str, str]) -> Term:
    match term["type"]:
        case "uri":
            return NamedNode(term["value"])
        case "bnode":
            return BlankNode(term["value"])
        case "literal":
            return literal(term["value"], datatype=term.get("datatype"), language=term.get("xml:lang"))
        case other:
            raise AssertionError(f"a term that SPARQL 1.1 Query Results JSON doesn't have: {other}")


def _tsv(text: str, base: str) -> Result:
    head, *lines = text.removesuffix("\n").split("\n")
    variables = [name.removeprefix("?") for name in head.split("\t")]
    rows = []
    for line in lines:
        cells = line.split("\t")
        assert len(cells) == len(variables)
        rows.append({name: _turtle_term(cell) for name, cell in zip(variables, cells, strict=True) if cell})
    return Solutions(variables, rows)


def _turtle_term(cell: str) -> Term:
    if cell.startswith("_:"):
        return BlankNode(cell.removeprefix("_:"))
    [quad] = list(parse(f"<a:a> <a:a> {cell} .", RdfFormat.TURTLE))
    term: Term = quad.object
    return term


def _csv(text: str, base: str) -> Result:
    variables, *lines = csv.reader(io.StringIO(text, newline=""))
    rows: list[dict[str, Term]] = []
    for cells in lines:
        assert len(cells) == len(variables)
        rows.append({name: _plain_term(cell) for name, cell in zip(variables, cells, strict=True) if cell})
    return Solutions(variables, rows)


def _plain_term(cell: str) -> Term:
    """CSV has no types (CSV and TSV Formats, 3.2): what looks like a number is compared as one."""
    cell = number_by_value(cell, exact=False)
    return BlankNode(cell.removeprefix("_:")) if cell.startswith("_:") else Literal(cell)


@dataclass
class _ResultGraph:
    """A graph that may describe a result in the vocabulary of the suites' `rs:ResultSet`."""

    triples: list[Quad]
    _values: dict[tuple[Term, Term], list[Term]] = field(default_factory=dict)

    def result(self) -> Result:
        """The result described, or the graph itself when it describes none."""
        for quad in self.triples:
            self._values.setdefault((quad.subject, quad.predicate), []).append(quad.object)
        node = next(
            (
                quad.subject
                for quad in self.triples
                if quad.predicate == _TYPE and quad.object == NamedNode(f"{RS}ResultSet")
            ),
            None,
        )
        if node is None:
            return self.triples
        for boolean in self._all(node, "boolean"):
            return {"true": True, "false": False}[_text(boolean)]
        solutions = list(self._all(node, "solution"))
        ordered = bool(solutions) and all(list(self._all(solution, "index")) for solution in solutions)
        if ordered:
            solutions.sort(key=lambda solution: int(_text(next(self._all(solution, "index")))))
        variables = [_text(name) for name in self._all(node, "resultVariable")]
        return Solutions(variables, [self._row(solution) for solution in solutions], ordered)

    def _row(self, solution: Term) -> dict[str, Term]:
        return {
            _text(next(self._all(binding, "variable"))): next(self._all(binding, "value"))
            for binding in self._all(solution, "binding")
        }

    def _all(self, node: Term, name: str) -> Iterator[Term]:
        yield from self._values.get((node, NamedNode(RS + name)), ())


def _text(term: Term) -> str:
    assert isinstance(term, Literal)
    return term.value
