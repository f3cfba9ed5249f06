"""Answers of a remote endpoint in the media type that was asked for, rewritten where it gave another."""

from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import IO, cast

from pyoxigraph import QueryResultsFormat, RdfFormat, parse, parse_query_results, serialize

from qpgraph.graph.terms import PREFIXES
from qpgraph.sparql.media_types import Form
from qpgraph.store.base import ResourcesError, StoreUnavailableError
from qpgraph.store.remote.servers import Server

__all__ = ["Rewriting", "accept_header", "rewrite", "same_type"]

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
_NODE = b"<bnode>nodeID://"
_ROW = b"<result>"


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


@dataclass(frozen=True)
class Rewriting:
    """How one answer is to become another."""

    form: Form
    given: str
    wanted: str
    address: str
    """The endpoint, as messages name it."""
    rows_max: int | None = None
    """The number of rows at which the server cuts an answer off without a word."""


def rewrite(response: IO[bytes], how: Rewriting) -> IO[bytes]:
    """Reads an answer to its end and returns it in another format, from its beginning.

    Raises `StoreUnavailableError` when the answer is not what its media type says, `ResourcesError`
    when the server has cut it off.
    """
    output = cast(IO[bytes], SpooledTemporaryFile(max_size=_MEMORY_MAX))  # noqa: SIM115
    try:
        if how.form == "graph":
            _rewrite_graph(response, output, how)
        else:
            _rewrite_solutions(response, output, how)
    except (SyntaxError, ValueError) as error:
        output.close()
        raise StoreUnavailableError(
            f"The SPARQL endpoint {how.address} answered with {how.given}, which can't be read as the "
            f"query's result ({' '.join(str(error).split())[:200]}). Is it a SPARQL 1.1 endpoint?"
        ) from error
    except BaseException:
        output.close()
        raise
    output.seek(0)
    return output


def _rewrite_graph(response: IO[bytes], output: IO[bytes], how: Rewriting) -> None:
    source = RdfFormat.from_media_type(_canonical(how.form, how.given))
    target = RdfFormat.from_media_type(_canonical(how.form, how.wanted))
    if source is None or target is None:
        raise ValueError("no format of RDF")
    prefixes = PREFIXES if target in (RdfFormat.TURTLE, RdfFormat.TRIG) else None
    triples = (quad.triple for quad in parse(response, source))
    serialize(triples, output, target, prefixes=prefixes)


def _rewrite_solutions(response: IO[bytes], output: IO[bytes], how: Rewriting) -> None:
    source = QueryResultsFormat.from_media_type(_canonical(how.form, how.given))
    target = QueryResultsFormat.from_media_type(_canonical(how.form, how.wanted))
    if source is None or target is None:
        raise ValueError("no format of SPARQL results")
    if source != QueryResultsFormat.XML:
        parse_query_results(response, source).serialize(output, target)
        return
    reader = _XmlReader(response)
    parse_query_results(cast(IO[bytes], reader), source).serialize(output, target)
    if how.rows_max is not None and reader.rows >= how.rows_max:
        raise ResourcesError(
            f"The SPARQL endpoint {how.address} cuts answers off after {how.rows_max} rows. Use LIMIT, or "
            "raise that limit at the server (Virtuoso: ResultSetMaxRows)."
        )


def _canonical(form: Form, media_type: str) -> str:
    return _ALIASES["graph" if form == "graph" else "solutions"].get(media_type, media_type)


class _XmlReader:
    """Reads results in XML, counts the rows, and mends Virtuoso's labels of blank nodes (`nodeID://b1`)."""

    def __init__(self, source: IO[bytes]) -> None:
        self._source = source
        self._kept = b""
        self.rows = 0

    def read(self, size: int = -1) -> bytes:
        """Like a file's `read`; may give less than `size`, and nothing only at the end."""
        while True:
            part = self._source.read(max(1, size - len(self._kept)) if size >= 0 else -1)
            text = self._kept + part
            keep = _unfinished(text) if part and size >= 0 else 0
            self._kept = text[len(text) - keep :]
            text = text[: len(text) - keep]
            if text or not part:
                self.rows += text.count(_ROW)
                return text.replace(_NODE, b"<bnode>")


def _unfinished(text: bytes) -> int:
    """How many of the last bytes may be the beginning of a mark."""
    return max(
        (n for mark in (_NODE, _ROW) for n in range(1, len(mark)) if text.endswith(mark[:n])), default=0
    )
