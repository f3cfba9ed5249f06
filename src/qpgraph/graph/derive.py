"""What follows from the statements: the CONSTRUCT rules of `ontology/rules`, run to the end.

Each rule sees the union of all named graphs; what it concludes and no graph says yet goes into the
derived graph. Rules are repeated until none says anything new, so that their order doesn't matter.
"""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import Quad, Store

from qpgraph.errors import QpgraphError
from qpgraph.graph.terms import DERIVED_GRAPH
from qpgraph.settings import on_base

__all__ = ["derive"]

_ROUNDS = 10
"""More rounds than this mean rules that feed each other without end."""


def derive(quads: Iterable[Quad], rules: Path) -> list[Quad]:
    """The derived statements; raises `QpgraphError` naming a rule that can't be read or doesn't end."""
    store = Store()
    store.bulk_extend(quads)
    texts = {path: on_base(path.read_text(encoding="utf-8")) for path in sorted(rules.glob("*.rq"))}
    derived: list[Quad] = []
    for _ in range(_ROUNDS):
        new = [quad for path, text in texts.items() for quad in _conclude(store, path, text)]
        if not new:
            return derived
        derived += new
    raise QpgraphError(
        f"{rules}: the rules still derive new statements after {_ROUNDS} rounds; one feeds itself"
    )


def _conclude(store: Store, path: Path, text: str) -> list[Quad]:
    try:
        triples = set(store.query(text, use_default_graph_as_union=True))  # type: ignore[arg-type]
    except (SyntaxError, TypeError) as error:
        raise QpgraphError(f"{path}: not a CONSTRUCT query: {error}") from error
    new = [
        Quad(triple.subject, triple.predicate, triple.object, DERIVED_GRAPH)
        for triple in triples
        if not any(
            True for _ in store.quads_for_pattern(triple.subject, triple.predicate, triple.object, None)
        )
    ]
    store.extend(new)
    return new
