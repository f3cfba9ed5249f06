"""JSON-LD 1.1 (https://www.w3.org/TR/json-ld11/) in the project's own context, one subject at a time.

The context is in the file, so that a reader needs no network; the service serves it too.
"""

import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path
from typing import Any, BinaryIO

from pyoxigraph import Literal, NamedNode, Triple

from qpgraph.export.base import Part
from qpgraph.export.json_stream import encode, write_items
from qpgraph.export.spool import TYPE, key
from qpgraph.graph.terms import PREFIXES
from qpgraph.settings import on_base

__all__ = ["context", "write"]

_XSD = PREFIXES["xsd"]


@cache
def context() -> dict[str, Any]:
    """The published context: a document with the one member `@context`."""
    text = on_base(Path(__file__).with_name("context.jsonld").read_text(encoding="utf-8"))
    found: dict[str, Any] = json.loads(text)
    return found


def write(part: Part, output: BinaryIO, name: str) -> None:
    """Writes the statements as one graph. A subject may come more than once, as JSON-LD allows."""
    output.write(b'{"@context": ' + encode(context()["@context"]) + b',\n"@graph": [')
    triples = (quad.triple for quad in part.statements())
    subjects = groupby(triples, key=lambda triple: triple.subject)
    write_items(output, (encode(_Subject(key(subject), rows).content) for subject, rows in subjects))
    output.write(b"]}\n")


class _Subject:
    """A node object (JSON-LD 1.1, 9.2)."""

    def __init__(self, address: str, triples: Iterator[Triple]) -> None:
        self.content: dict[str, Any] = {"@id": address}
        for triple in triples:
            self._add(triple.predicate.value, triple.object)

    def _add(self, predicate: str, value: Any) -> None:
        if predicate == TYPE and isinstance(value, NamedNode):
            self._append(self.content, "@type", _short(value.value))
            return
        term, coercion, by_language = _terms().get(predicate, (_short(predicate), None, False))
        if by_language:
            if isinstance(value, Literal) and value.language:
                self._append(self.content.setdefault(term, {}), value.language, value.value)
                return
            term, coercion = _short(predicate), None
        self._append(self.content, term, _value(value, coercion))

    @staticmethod
    def _append(content: dict[str, Any], name: str, value: object) -> None:
        """A single value stands for itself, several in an array."""
        before = content.get(name)
        if before is None:
            content[name] = value
        elif isinstance(before, list):
            before.append(value)
        else:
            content[name] = [before, value]


def _value(value: Any, coercion: str | None) -> object:
    if not isinstance(value, Literal):
        return key(value) if coercion == "@id" else {"@id": key(value)}
    if value.language:
        return {"@language": value.language, "@value": value.value}
    datatype = _short(value.datatype.value)
    if coercion == datatype or (coercion is None and datatype == "xsd:string"):
        return value.value
    native = _native(value.value, datatype) if coercion is None else None
    return {"@type": datatype, "@value": value.value} if native is None else native


_WHOLE = re.compile(r"0|-?[1-9]\d{0,15}")
_EXACT = 2**53
"""JSON readers keep larger whole numbers only roughly."""


def _native(text: str, datatype: str) -> int | bool | None:
    """A number or boolean of JSON, if it stands for exactly this literal."""
    if datatype == "xsd:boolean" and text in ("true", "false"):
        return text == "true"
    if datatype == "xsd:integer" and _WHOLE.fullmatch(text) and abs(int(text)) < _EXACT:
        return int(text)
    return None


@cache
def _terms() -> dict[str, tuple[str, str | None, bool]]:
    """Property to its term, the type that the term stands for, and whether it is a map of languages."""
    found = {}
    for name, definition in context()["@context"].items():
        if name in PREFIXES or name.startswith("@"):
            continue
        full = definition if isinstance(definition, str) else definition["@id"]
        coercion = None if isinstance(definition, str) else definition.get("@type")
        prefix, _, rest = full.partition(":")
        address = PREFIXES[prefix] + rest if prefix in PREFIXES else full
        found[address] = (name, coercion, not isinstance(definition, str) and "@container" in definition)
    return found


def _short(address: str) -> str:
    """The address by a prefix of the context, in full where none fits."""
    for prefix, start in PREFIXES.items():
        if address.startswith(start) and len(address) > len(start):
            return f"{prefix}:{address.removeprefix(start)}"
    return address
