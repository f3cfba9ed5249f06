"""qpgraph for Python: named queries as rows, the store as an rdflib data set.

>>> from qpgraph import api                                        # doctest: +SKIP
>>> api.query("compare-targets", theme="tfp")[0]["province"]       # doctest: +SKIP
'Bắc Ninh'
>>> len(api.dataset())                                             # doctest: +SKIP
28486
"""

from typing import TYPE_CHECKING

from pyoxigraph import QuerySolutions

from qpgraph.queries.named import named_query
from qpgraph.queries.once import results_of
from qpgraph.settings import Settings
from qpgraph.store.base import BadQueryError

if TYPE_CHECKING:
    from rdflib import Dataset

__all__ = ["dataset", "query", "sparql"]


def query(name: str, settings: Settings | None = None, **parameters: str) -> list[dict[str, str]]:
    """Runs a named query; a row is a mapping of column to text, unknown values left out.

    Raises `UnknownQueryError`, `ParameterError`, `StoreUnavailableError`.
    """
    return sparql(named_query(name).bind(parameters), settings)


def sparql(text: str, settings: Settings | None = None) -> list[dict[str, str]]:
    """Runs a SELECT query; rows as of `query`. Raises `BadQueryError`, `StoreUnavailableError`."""
    settings = settings or Settings()
    with results_of(text, settings, settings.timeout) as results:
        if not isinstance(results, QuerySolutions):
            raise BadQueryError("this takes a SELECT query; for a graph use `dataset`")
        names = [variable.value for variable in results.variables]
        return [{name: row[name].value for name in names if row[name] is not None} for row in results]


def dataset(settings: Settings | None = None) -> "Dataset":
    """The embedded store, read only, through rdflib's API (by oxrdflib); its default graph is the union.

    Raises `StoreUnavailableError` when there is no store.
    """
    from oxrdflib import OxigraphStore
    from rdflib import Dataset

    from qpgraph.graph.terms import PREFIXES
    from qpgraph.store.layout import open_read_only

    view = Dataset(
        store=OxigraphStore(store=open_read_only((settings or Settings()).store)), default_union=True
    )
    for prefix, address in PREFIXES.items():
        view.bind(prefix, address)
    return view
