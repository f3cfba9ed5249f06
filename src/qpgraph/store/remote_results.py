"""Answers of a remote endpoint in the media type that was asked for, rewritten where it gave another."""

import http.client
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results, serialize

from qpgraph.graph.terms import PREFIXES
from qpgraph.sparql.media_types import Form
from qpgraph.store.base import StoreUnavailableError
from qpgraph.store.remote_servers import Server

__all__ = ["accept_header", "rewrite", "same_type"]

_ALIASES = {
    "solutions": {
        "application/json": "application/sparql-results+json",
        "application/xml": "application/sparql-results+xml",
        "text/xml": "application/sparql-results+xml",
    },
    "graph": {
        "application/json": "application/ld+json",
        "application/xml": "application/rdf+xml",
        "text/xml": "application/rdf+xml",
        "text/plain": "application/n-triples",
        "application/x-turtle": "text/turtle",
    },
}
_MEMORY_MAX = 1 << 20
_MARK = b"<bnode>nodeID://"


def accept_header(form: Form, wanted: str, server: Server) -> str:
    """The `Accept` header that gets `wanted`, or at least what can be rewritten into it."""
    if form == "graph":
        return server.graph_type or (
            f"{_canonical(form, wanted)}, application/n-triples;q=0.5, text/turtle;q=0.4"
        )
    return server.solution_type or (
        f"{_canonical(form, wanted)}, "
        "application/sparql-results+json;q=0.5, application/sparql-results+xml;q=0.4"
    )


def same_type(form: Form, given: str, wanted: str) -> bool:
    """Whether two media types are names of one format."""
    return _canonical(form, given) == _canonical(form, wanted)


def rewrite(response: IO[bytes], form: Form, given: str, wanted: str, address: str) -> IO[bytes]:
    """Reads an answer to its end and returns it in another format, from its beginning.

    Raises `StoreUnavailableError` when the answer is not what its media type says.
    """
    output = cast(IO[bytes], SpooledTemporaryFile(max_size=_MEMORY_MAX))  # noqa: SIM115
    try:
        if form == "graph":
            _rewrite_graph(response, output, _canonical(form, given), _canonical(form, wanted))
        else:
            _rewrite_solutions(response, output, _canonical(form, given), _canonical(form, wanted))
    except (SyntaxError, ValueError) as error:
        output.close()
        raise StoreUnavailableError(
            f"The SPARQL endpoint {address} answered with {given}, which can't be read as the query's "
            f"result ({' '.join(str(error).split())[:200]}). Is it a SPARQL 1.1 endpoint?"
        ) from error
    except (OSError, http.client.HTTPException):
        output.close()
        raise
    output.seek(0)
    return output


def _rewrite_graph(response: IO[bytes], output: IO[bytes], given: str, wanted: str) -> None:
    source, target = RdfFormat.from_media_type(given), RdfFormat.from_media_type(wanted)
    if source is None or target is None:
        raise ValueError("no format of RDF")
    prefixes = PREFIXES if target in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    triples = (quad.triple for quad in parse(response, source))
    serialize(triples, output, target, prefixes=prefixes)


def _rewrite_solutions(response: IO[bytes], output: IO[bytes], given: str, wanted: str) -> None:
    source, target = QueryResultsFormat.from_media_type(given), QueryResultsFormat.from_media_type(wanted)
    if source is None or target is None:
        raise ValueError("no format of SPARQL results")
    readable = cast(IO[bytes], _PlainBlankNodes(response)) if source == QueryResultsFormat.XML else response
    parse_query_results(readable, source).serialize(output, target)


def _canonical(form: Form, media_type: str) -> str:
    return _ALIASES["graph" if form == "graph" else "solutions"].get(media_type, media_type)


class _PlainBlankNodes:
    """Reads results in XML and makes Virtuoso's blank nodes (`nodeID://b1`) the labels they should be."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._kept = b""

    def read(self, size: int = -1) -> bytes:
        """Like a file's `read`; may give less than `size`, and nothing only at the end."""
        while True:
            part = self._source.read(max(1, size - len(self._kept)) if size >= 0 else -1)
            text = (self._kept + part).replace(_MARK, b"<bnode>")
            if not part or size < 0:
                self._kept = b""
                return text
            keep = next((n for n in range(len(_MARK) - 1, 0, -1) if text.endswith(_MARK[:n])), 0)
            self._kept = text[len(text) - keep :] if keep else b""
            text = text[: len(text) - keep]
            if text:
                return text
