"""The named graphs of a remote endpoint: what its default graph is the union of.

qpgraph promises that a query's default graph is the union of the named graphs. Servers differ:
Virtuoso adds graphs of its own, `oxigraph serve` has an empty default graph. So each query names
the graphs (SPARQL 1.1 Protocol, 2.1.4), from a list that is read again now and then.
"""

import time

import anyio
from pyoxigraph import NamedNode, QueryResultsFormat, QuerySolutions, parse_query_results

from qpgraph.store.remote.calls import Calls
from qpgraph.store.remote.deadline import Deadline
from qpgraph.store.remote.endpoint import Parameter
from qpgraph.store.remote.errors import plain_address
from qpgraph.store.remote.results import Rewriting, rewrite
from qpgraph.store.remote.servers import OTHER, Server, recognise

__all__ = ["Graphs"]

# GROUP BY, not DISTINCT: Virtuoso 7 takes seconds for the latter on 30,000 triples, 3 ms for this.
_LIST = "SELECT ?graph WHERE { GRAPH ?graph { ?subject ?predicate ?object } } GROUP BY ?graph"
_JSON = "application/sparql-results+json"
_ACCEPT = f"{_JSON}, application/sparql-results+xml;q=0.9"
_NO_GRAPH = "urn:qpgraph:no-graph"


class Graphs:
    """The list of named graphs, and what kind of server it is."""

    def __init__(self, calls: Calls, lasts: float) -> None:
        """`lasts`: seconds after which another's writes are seen; our own are seen at once."""
        self._calls = calls
        self._lasts = lasts
        self._lock = anyio.Lock()
        self._names: tuple[str, ...] = ()
        self._stale_at = 0.0
        self._changes = 0
        self.server: Server = OTHER

    def forget(self) -> None:
        """Something was written: the next query reads the list anew."""
        self._changes += 1
        self._stale_at = 0.0

    async def known(self, deadline: Deadline) -> tuple[str, ...]:
        """The names of all graphs but the server's own, sorted."""
        async with self._lock:
            if time.monotonic() >= self._stale_at:
                changes = self._changes
                self._names = await self._read(deadline)
                if changes == self._changes:
                    self._stale_at = time.monotonic() + self._lasts
            return self._names

    async def union(self, deadline: Deadline) -> list[Parameter]:
        """The parameters of a query that make its default graph the union of the named graphs."""
        names = await self.known(deadline) or (_NO_GRAPH,)
        return [(parameter, name) for parameter in ("default-graph-uri", "named-graph-uri") for name in names]

    async def _read(self, deadline: Deadline) -> tuple[str, ...]:
        endpoint = self._calls.endpoint

        def read() -> tuple[Server, tuple[str, ...]]:
            with endpoint.query(_LIST, _ACCEPT, [], deadline.left) as response:
                server = recognise(response.headers.get("Server"))
                given = response.headers.get_content_type()
                how = Rewriting("solutions", given, _JSON, plain_address(endpoint.query_url))
                with rewrite(response, how) as content:
                    solutions = parse_query_results(content, QueryResultsFormat.JSON)
                    assert isinstance(solutions, QuerySolutions)
                    names = [solution["graph"] for solution in solutions]
            return server, tuple(
                sorted(
                    name.value
                    for name in names
                    if isinstance(name, NamedNode) and not server.owns(name.value)
                )
            )

        self.server, names = await self._calls.run(read, endpoint.query_url, deadline, again=True)
        return names
