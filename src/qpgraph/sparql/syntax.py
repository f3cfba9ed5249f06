"""Reads just so much of a query or update as the service must know before it runs it.

A lexer of SPARQL 1.1's terminals (Query, 19.8): enough to tell keywords from names, strings and
comments, and to change an update where the Protocol asks for it. The engine does the real parsing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qpgraph.store.base import BadQueryError, Dataset

__all__ = [
    "Clauses",
    "dataset_clauses",
    "query_form",
    "refuse_service",
    "with_base",
    "with_dataset",
    "without_loads",
]

_TOKEN = re.compile(
    r"""(?P<comment>\#[^\r\n]*)
      | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
      | (?P<string>\"{3}(?:[^"\\]|\\.|"(?!""))*\"{3}|'{3}(?:[^'\\]|\\.|'(?!''))*'{3}
                  |"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<language>@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*)
      | (?P<name>(?:\w[\w.\-]*)?:(?:[\w:%.\-]|\\.)*)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<open>\{) | (?P<close>\}) | (?P<semicolon>;)
      | (?P<other>\S)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(r"\\\\|\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_SERVICE = re.compile(r"service", re.IGNORECASE)
_DISGUISED = re.compile(r"\).*service", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_LOAD = re.compile(r"\bload\b", re.IGNORECASE)
_FORMS = {"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"}
_NOTHING = "DROP SILENT GRAPH <urn:qpgraph:nothing>"


@dataclass(frozen=True)
class _Token:
    kind: str
    text: str
    start: int
    end: int
    depth: int

    @property
    def keyword(self) -> str:
        """The word in capitals; empty for what is no word."""
        return self.text.upper() if self.kind == "word" else ""


@dataclass(frozen=True)
class Clauses:
    """A query's data set as it is written: names as they stand, to be read with the prologue."""

    prologue: str
    default: tuple[str, ...]
    named: tuple[str, ...]


def refuse_service(text: str) -> None:
    """Raises `BadQueryError` when the query or update would call another endpoint by SERVICE."""
    text = _unescape(text)
    if not _SERVICE.search(text):
        return
    for token in _tokens(text):
        # `?a<1)SERVICE#>` reads as an address here but as a comparison in the engine.
        if token.keyword == "SERVICE" or (token.kind == "iri" and _DISGUISED.search(token.text)):
            raise BadQueryError(
                "SERVICE is off: this endpoint sends no requests to other endpoints. "
                "Ask the other endpoint itself and join the answers on your side."
            )


def dataset_clauses(text: str) -> Clauses | None:
    """The FROM and FROM NAMED clauses of a query (Query, 13.2); None when it has none."""
    if not _FROM.search(text):
        return None
    tokens = [token for token in _tokens(text) if token.depth == 0]
    start = next((token.start for token in tokens if token.keyword in _FORMS), len(text))
    default, named = [], []
    for position, token in enumerate(tokens):
        if token.keyword != "FROM":
            continue
        after = tokens[position + 1 : position + 3]
        if after and after[0].keyword == "NAMED":
            named += [name.text for name in after[1:]]
        else:
            default += [name.text for name in after[:1]]
    return Clauses(text[:start], tuple(default), tuple(named)) if default or named else None


def query_form(text: str) -> str:
    """`SELECT`, `ASK`, `CONSTRUCT` or `DESCRIBE`; empty when the text is no query.

    >>> query_form("PREFIX ask: <http://example.org/ask#> select * { ?s ask:construct ?o }")
    'SELECT'
    """
    return next((token.keyword for token in _tokens(text) if token.keyword in _FORMS), "")


def with_base(text: str, base: str | None) -> str:
    """The text with a BASE in front, where it has none itself; line numbers stay as they are."""
    if not base or any(token.keyword == "BASE" for token in _tokens(text)):
        return text
    return f"BASE <{base}> {text}"


def without_loads(text: str) -> str:
    """The update with each LOAD SILENT made to do nothing; `BadQueryError` on a LOAD without SILENT.

    LOAD would fetch a document from elsewhere; SILENT asks to go on when that fails (Update, 3.1.4).
    """
    text = _unescape(text)
    if not _LOAD.search(text):
        return text
    tokens = list(_tokens(text))
    for position in reversed([i for i, token in enumerate(tokens) if token.keyword == "LOAD"]):
        words = [token.keyword for token in tokens[position : position + 5]]
        if words[1:2] != ["SILENT"]:
            raise BadQueryError(
                "LOAD is off: this endpoint fetches no documents from elsewhere. "
                "Send the document itself with PUT or POST to /data."
            )
        last = position + (5 if words[3:5] == ["INTO", "GRAPH"] else 2)
        if last < len(tokens):
            text = text[: tokens[position].start] + _NOTHING + text[tokens[last].end :]
    return text


def with_dataset(text: str, dataset: Dataset) -> str:
    """The update with the Protocol's `using-graph-uri` and `using-named-graph-uri` as USING clauses.

    Raises `BadQueryError` when the update has USING or WITH itself (Protocol, 2.2.3).
    """
    using = "".join(f" USING <{graph}>" for graph in dataset.default_graphs)
    using += "".join(f" USING NAMED <{graph}>" for graph in dataset.named_graphs)
    if not using:
        return text
    text = _unescape(text)
    tokens = list(_tokens(text))
    if any(token.keyword in {"USING", "WITH"} and token.depth == 0 for token in tokens):
        raise BadQueryError(
            "The update has USING or WITH, and the request has using-graph-uri or using-named-graph-uri: "
            "only one of them may name the data set (SPARQL 1.1 Protocol, 2.2.3). Leave one out."
        )
    for operation in reversed(list(_operations(tokens))):
        text = _put_using(text, operation, using)
    return text


def _put_using(text: str, operation: list[_Token], using: str) -> str:
    where = next(
        (i for i, token in enumerate(operation) if token.keyword == "WHERE" and not token.depth), None
    )
    if where is None:
        return text
    start = operation[where].start
    template = ""
    if operation[where - 1].keyword == "DELETE":
        # DELETE WHERE is short for a template that is its own pattern, and has no room for USING.
        template = text[operation[where].end : operation[-1].end]
    return f"{text[:start]}{template}{using} {text[start:]}"


def _operations(tokens: list[_Token]) -> Iterator[list[_Token]]:
    operation: list[_Token] = []
    for token in tokens:
        if token.kind == "semicolon" and token.depth == 0:
            yield operation
            operation = []
        else:
            operation.append(token)
    yield operation


def _tokens(text: str) -> Iterator[_Token]:
    depth = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        if kind == "comment":
            continue
        if kind == "close":
            depth -= 1
        yield _Token(kind, match.group(), match.start(), match.end(), depth)
        if kind == "open":
            depth += 1


def _unescape(text: str) -> str:
    r"""The text with escaped ASCII letters (`\u0053ERVICE`) plain, so that keywords show (Query, 19.2)."""
    return _ESCAPE.sub(_character, text) if "\\" in text else text


def _character(match: re.Match[str]) -> str:
    digits = match.group(1) or match.group(2)
    code = int(digits, 16) if digits else 0
    return chr(code) if code < 128 and chr(code).isalpha() else match.group()
