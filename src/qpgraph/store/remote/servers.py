"""What servers do in their own way, by the `Server` header of their answers."""

from dataclasses import dataclass
from http.client import HTTPMessage

__all__ = ["OTHER", "OXIGRAPH", "VIRTUOSO", "Server", "recognise"]


@dataclass(frozen=True)
class Server:
    """A kind of server and what to ask of it."""

    name: str
    solution_type: str | None = None
    """The one media type of solutions that it writes well; None: whatever is asked for."""
    graph_type: str | None = None
    """The same for graphs."""
    timeout_parameter: str | None = None
    """The parameter of a query that sets its deadline in milliseconds."""
    system_graphs: tuple[str, ...] = ()
    """Beginnings of the names of graphs that are its own."""

    cut_mark: bytes | None = None
    """What it writes at the end of an answer that it had to cut off, after status 200."""

    def owns(self, graph: str) -> bool:
        """Whether a graph is one of the server's own."""
        return graph.startswith(self.system_graphs)

    def rows_max(self, headers: HTTPMessage) -> int | None:
        """The number of rows at which the server may have cut an answer off, if it tells one."""
        value = headers.get("X-SPARQL-MaxRows") or ""
        return int(value) if value.isdecimal() else None

    def limits(self, seconds: float) -> list[tuple[str, str]]:
        """The parameters that make the server itself stop a query after some seconds."""
        milliseconds = max(1, int(seconds * 1000))
        return [(self.timeout_parameter, str(milliseconds))] if self.timeout_parameter else []

    def is_partial(self, state: str | None) -> bool:
        """Whether an answer is only what there was when the server's deadline came.

        Virtuoso gives that with status 200 and S1TAT in its header `X-SQL-State`.
        """
        return self.timeout_parameter is not None and state == "S1TAT"


OTHER = Server("SPARQL 1.1 endpoint")

OXIGRAPH = Server("Oxigraph", cut_mark=b"The SPARQL operation has been cancelled")

VIRTUOSO = Server(
    "Virtuoso",
    # Its JSON writes true as "1", its CSV and TSV quote all, its JSON-LD drops languages and types.
    solution_type="application/sparql-results+xml",
    graph_type="application/n-triples",
    timeout_parameter="timeout",
    system_graphs=(
        "http://www.openlinksw.com/",
        "http://localuriqaserver/",
        "http://localhost:8890/",
        "http://www.w3.org/ns/ldp#",
        "http://www.w3.org/2002/07/owl#",
        "urn:activitystreams-owl:",
        "urn:core:services:",
        "urn:rules.skos",
        "urn:virtuoso:",
    ),
)


def recognise(header: str | None) -> Server:
    """The kind of server behind a `Server` header."""
    name = header or ""
    return next((server for server in (VIRTUOSO, OXIGRAPH) if name.startswith(server.name)), OTHER)
