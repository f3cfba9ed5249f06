"""The named queries: `.rq` files whose header says what they answer and which parameters they take.

A header is YAML in lines that begin with `#+` (the convention of grlc, https://grlc.io). A parameter
`theme` is the variable `?_theme`, which the query itself leaves open with `VALUES ?_theme { UNDEF }`:
every file runs as it is in any SPARQL 1.1 engine. Binding puts the value, written as an RDF term,
in the place of UNDEF, so that no value can become a part of the query.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory, on_base

__all__ = ["NamedQuery", "Parameter", "ParameterError", "UnknownQueryError", "load_queries", "named_query"]

ParameterType = Literal["string", "integer", "iri"]
_HEADER = re.compile(r"^#\+ ?(.*)$", re.MULTILINE)


class UnknownQueryError(QpgraphError):
    """No query of this name (HTTP 404)."""


class ParameterError(QpgraphError):
    """A parameter is missing, unknown or of the wrong type (HTTP 400)."""


@dataclass(frozen=True)
class Parameter:
    """A parameter: what it means in both languages, its type, whether it must be given."""

    name: str
    vi: str
    en: str
    type: ParameterType = "string"
    required: bool = False
    default: str | None = None
    example: str | None = None

    def term(self, value: str) -> str:
        """The value as an RDF term in SPARQL; raises `ParameterError` if it isn't of the type."""
        from pyoxigraph import Literal as Term
        from pyoxigraph import NamedNode

        text = unicodedata.normalize("NFC", value.strip())
        if self.type == "integer":
            if not re.fullmatch(r"[+-]?\d{1,18}", text):
                raise ParameterError(f"{self.name}: '{value}' is not a whole number")
            return str(int(text))
        if self.type == "iri":
            try:
                return str(NamedNode(text))
            except ValueError as error:
                raise ParameterError(f"{self.name}: '{value}' is not an IRI: {error}") from error
        return str(Term(text))


@dataclass(frozen=True)
class NamedQuery:
    """A query of the project: its name, summary in both languages, parameters and text."""

    name: str
    vi: str
    en: str
    parameters: tuple[Parameter, ...]
    text: str

    def bind(self, values: Mapping[str, str]) -> str:
        """The query with its parameters bound; a value that is empty counts as not given.

        Raises `ParameterError` naming the parameter that is unknown, missing or wrong.
        """
        known = {parameter.name: parameter for parameter in self.parameters}
        for name in values:
            if name not in known:
                takes = f"it takes {', '.join(known)}" if known else "it takes none"
                raise ParameterError(f"query '{self.name}' has no parameter '{name}'; {takes}")
        text = self.text
        for parameter in self.parameters:
            value = values.get(parameter.name) or parameter.default
            if value:
                text = _put(text, parameter.name, parameter.term(value))
            elif parameter.required:
                example = f", for example {parameter.name}={parameter.example}" if parameter.example else ""
                raise ParameterError(f"query '{self.name}' needs the parameter '{parameter.name}'{example}")
        return text


def load_queries(folder: Path | None = None) -> dict[str, NamedQuery]:
    """All named queries by name, in order; raises `QpgraphError` on a header that can't be read."""
    paths = sorted((folder or data_directory("queries")).glob("*.rq"))
    return {path.stem: _read(path) for path in paths}


def named_query(name: str, folder: Path | None = None) -> NamedQuery:
    """One named query; raises `UnknownQueryError` with the names that come near."""
    folder = folder or data_directory("queries")
    path = folder / f"{name}.rq"
    if not re.fullmatch(r"[\w-]+", name) or not path.is_file():
        names = sorted(each.stem for each in folder.glob("*.rq"))
        raise UnknownQueryError(f"no query is called '{name}'; there are {', '.join(names)}")
    return _read(path)


def _read(path: Path) -> NamedQuery:
    import yaml

    text = on_base(path.read_text(encoding="utf-8"))
    try:
        header: dict[str, Any] = yaml.load("\n".join(_HEADER.findall(text)), Loader=yaml.CSafeLoader)
        summary = header["summary"]
        parameters = tuple(
            Parameter(name, **{field: _scalar(value) for field, value in fields.items()})
            for name, fields in (header.get("params") or {}).items()
        )
        query = NamedQuery(
            path.stem, summary["vi"], summary["en"], parameters, _HEADER.sub("", text).lstrip()
        )
    except (yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise QpgraphError(f"{path}: the header (lines that begin with #+) can't be read: {error}") from error
    for parameter in parameters:
        if not _place(parameter.name).search(query.text):
            raise QpgraphError(
                f"{path}: parameter '{parameter.name}' has no VALUES ?_{parameter.name} {{ UNDEF }}"
            )
    return query


def _scalar(value: Any) -> Any:
    return value if isinstance(value, bool) else str(value)


def _place(name: str) -> re.Pattern[str]:
    return re.compile(rf"(VALUES\s+\?_{re.escape(name)}\s*\{{\s*)UNDEF(\s*\}})")


def _put(text: str, name: str, term: str) -> str:
    return _place(name).sub(lambda match: match[1] + term + match[2], text)
