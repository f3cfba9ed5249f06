"""Whether two results are the same: up to the names of blank nodes, and numbers by value."""

from collections import Counter
from collections.abc import Iterable

from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Literal, NamedNode, Quad

from tests.w3c.results import Result, Solutions
from tests.w3c.terms import Term, by_value

__all__ = ["assert_same", "same_quads"]

_TIMES, _PLACE = NamedNode("urn:row:times"), NamedNode("urn:row:place")


def assert_same(expected: Result, actual: Result, *, ordered: bool = False, lax: bool = False) -> None:
    """Raises `AssertionError` with both results when they differ.

    `ordered`: solutions come in one order (also when the expected result says so itself). `lax`:
    a solution may come less often than expected, but once at least (`mf:LaxCardinality`).
    """
    if isinstance(expected, Solutions):
        assert isinstance(actual, Solutions), actual
        _assert_same_solutions(expected, actual, ordered=ordered or expected.ordered, lax=lax)
    elif isinstance(expected, bool):
        assert actual is expected
    else:
        assert isinstance(actual, list)
        assert same_quads(expected, actual), _difference(map(str, expected), map(str, actual))


def same_quads(expected: Iterable[Quad], actual: Iterable[Quad]) -> bool:
    """Whether two data sets are isomorphic (RDF 1.1 Concepts, 3.6 and 4.1)."""
    return _canonical(expected) == _canonical(actual)


def _assert_same_solutions(expected: Solutions, actual: Solutions, *, ordered: bool, lax: bool) -> None:
    assert sorted(expected.variables) == sorted(actual.variables)
    want, have = _rows(expected), _rows(actual)
    if lax:
        assert len(have) <= len(want)
        want, have = list(dict.fromkeys(want)), list(dict.fromkeys(have))
    if _row_quads(want, ordered=ordered) != _row_quads(have, ordered=ordered):
        raise AssertionError(_difference(map(_readable, want), map(_readable, have)))


_Row = tuple[tuple[str, Term], ...]


def _rows(solutions: Solutions) -> list[_Row]:
    return [tuple(sorted((name, by_value(term)) for name, term in row.items())) for row in solutions.rows]


def _row_quads(rows: list[_Row], *, ordered: bool) -> Dataset:
    """The solutions as a graph, a node each, so that one canonical form serves graphs and solutions."""
    quads = []
    numbered = list(enumerate(rows)) if ordered else [(times, row) for row, times in Counter(rows).items()]
    for number, row in numbered:
        node = BlankNode()
        quads.append(Quad(node, _PLACE if ordered else _TIMES, Literal(str(number))))
        quads += [Quad(node, NamedNode(f"urn:variable:{name}"), term) for name, term in row]
    return _canonical(quads)


def _canonical(quads: Iterable[Quad]) -> Dataset:
    dataset = Dataset(
        Quad(quad.subject, quad.predicate, by_value(quad.object), quad.graph_name) for quad in quads
    )
    dataset.canonicalize(CanonicalizationAlgorithm.UNSTABLE)
    return dataset


def _readable(row: _Row) -> str:
    return "  ".join(f"?{name} {term}" for name, term in row)


def _difference(expected: Iterable[str], actual: Iterable[str]) -> str:
    return "\n".join(["expected", *sorted(expected), "actual", *sorted(actual)])
