"""Which suites of the W3C run here, and how a test that is excepted is judged."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from rdflib import Graph, URIRef
from rdflib.collection import Collection

from tests.w3c.manifest import MF, Entry, entries, exceptions, suites

__all__ = ["EVALUATION", "SYNTAX", "UPDATE", "judge", "selected"]

EVALUATION = {MF.QueryEvaluationTest, MF.CSVResultFormatTest}
UPDATE = {MF.UpdateEvaluationTest}
SYNTAX = {
    MF.PositiveSyntaxTest,
    MF.NegativeSyntaxTest,
    MF.PositiveSyntaxTest11,
    MF.NegativeSyntaxTest11,
    MF.PositiveUpdateSyntaxTest11,
    MF.NegativeUpdateSyntaxTest11,
}
_MANIFESTS = (
    "sparql10/manifest-evaluation.ttl",
    "sparql10/manifest-syntax.ttl",
    "sparql11/manifest-all.ttl",
)
_OUT_OF_SCOPE = {"entailment", "service", "syntax-fed"}
_REASONS = exceptions()


def selected(kinds: set[URIRef]) -> list[Entry]:
    """The tests of some types, ids such as `sparql11/aggregates/agg01`."""
    return [
        replace(entry, suite=folder)
        for folder in _folders()
        for entry in entries(folder)
        if entry.kind in kinds
    ]


def judge(entry: Entry, run: Callable[[], None]) -> None:
    """Runs a test. One that is excepted must fail: then the list of exceptions stays true."""
    reason = _REASONS.get(entry.id)
    if reason is None:
        run()
        return
    with pytest.raises(AssertionError):
        run()
    pytest.xfail(reason)


def _folders() -> Iterator[str]:
    root = suites()
    if root is None:
        return
    for name in _MANIFESTS:
        manifest = root / name
        graph = Graph().parse(manifest, publicID=manifest.as_uri(), format="turtle")
        head = graph.value(URIRef(manifest.as_uri()), MF.include)
        assert head is not None
        for included in Collection(graph, head):
            folder = PurePosixPath(str(included)).parent.name
            if folder not in _OUT_OF_SCOPE:
                yield f"{name.partition('/')[0]}/{folder}"
