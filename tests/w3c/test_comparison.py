"""The comparison of results: what counts as the same, and what doesn't."""

import pytest

from tests.w3c.comparison import assert_same
from tests.w3c.results import read_result

_XSD = "http://www.w3.org/2001/XMLSchema#"


def same(one: str, other: str, suffix: str = "tsv", **options: bool) -> bool:
    """Whether two result documents say the same."""
    documents = (read_result(text.encode(), suffix, "http://example.org/") for text in (one, other))
    try:
        assert_same(*documents, **options)
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("?x\n1\n2\n", "?x\n2\n1\n", True),
        ("?x\n1\n1\n", "?x\n1\n", False),
        ("?x\n1\n", "?y\n1\n", False),
        ("?x\t?y\n1\t\n", "?x\t?y\n\t1\n", False),
        ("?x\n1.0e0\n", '?x\n"1"^^<http://www.w3.org/2001/XMLSchema#double>\n', True),
        ("?x\n1.0\n", "?x\n1\n", False),
        ('?x\n"a"\n', f'?x\n"a"^^<{_XSD}string>\n', True),
        ('?x\n"a"\n', '?x\n"a"@en\n', False),
        ('?x\n"01"\n', '?x\n"1"\n', False),
        ("?x\t?y\n_:a\t_:a\n", "?x\t?y\n_:b\t_:b\n", True),
        ("?x\t?y\n_:a\t_:a\n", "?x\t?y\n_:a\t_:b\n", False),
        ("?x\n_:a\n_:a\n", "?x\n_:a\n_:b\n", False),
        ("?x\n_:a\n", "?x\n<http://example.org/a>\n", False),
    ],
)
def test_solutions(one: str, other: str, expected: bool) -> None:
    """Solutions are a multiset; blank nodes' names don't count, unbound variables do."""
    assert same(one, other) is expected


def test_order_counts_when_asked_for() -> None:
    """`ordered` compares place by place."""
    assert same("?x\n1\n2\n", "?x\n1\n2\n", ordered=True)
    assert not same("?x\n1\n2\n", "?x\n2\n1\n", ordered=True)


def test_reduced_solutions_may_come_less_often() -> None:
    """`lax` takes one to all of equal solutions, and no others."""
    assert same("?x\n1\n1\n2\n", "?x\n2\n1\n", lax=True)
    assert not same("?x\n1\n1\n2\n", "?x\n1\n1\n", lax=True)
    assert not same("?x\n1\n", "?x\n1\n1\n", lax=True)


def test_graphs() -> None:
    """Graphs are the same up to the names of blank nodes."""
    graph = "<a:a> <a:p> _:a . _:a <a:p> _:b ."
    assert same(graph, "<a:a> <a:p> _:b . _:b <a:p> _:a .", "ttl")
    assert not same(graph, "<a:a> <a:p> _:a . _:a <a:p> _:a .", "ttl")
    assert not same(graph, "<a:a> <a:p> _:a .", "ttl")


def test_booleans() -> None:
    """A boolean is the same as itself only."""
    assert same('{"boolean": true}', '{"head": {}, "boolean": true}', "srj")
    assert not same('{"boolean": true}', '{"boolean": false}', "srj")
