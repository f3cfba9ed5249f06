"""What a page is: who visits, what is shown, which scripts make it livelier."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal
from urllib.parse import quote, urlencode

from qpgraph.settings import BASE
from qpgraph.web.reader import Reader
from qpgraph.wording.language import Language, Translator

__all__ = ["Data", "Page", "PageFunction", "Shade", "Visit", "local_address"]

Data = Callable[[str, Sequence[tuple[str, str]]], Awaitable[Any]]

Shade = Literal["light", "dark", ""]
"""The colours of a page; `""` as the visitor's system has them."""


@dataclass(frozen=True)
class Visit:
    """A request for a page, without anything of HTTP."""

    path: str
    parameters: Mapping[str, tuple[str, ...]]
    """All values of each parameter, without language and shade."""
    language: Language
    shade: Shade
    t: Translator
    reader: Reader
    matched: Mapping[str, str] = field(default_factory=dict)
    """The parts of the path that its route leaves open."""
    documents: Path | None = None
    data: Data | None = None
    """What programs get at a path of this service, such as `/search`."""
    origin: str = ""
    """Scheme and host, such as `http://127.0.0.1:8000`."""

    def parameter(self, name: str) -> str:
        """A parameter's first value without blanks around it; `""` when it isn't given."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> tuple[str, ...]:
        """A parameter's values that aren't blank."""
        return tuple(value.strip() for value in self.parameters.get(name, ()) if value.strip())

    def address(self, **changes: str | Sequence[str]) -> str:
        """This page with some parameters changed; an empty one is left out."""
        return self.path + _query({**self.parameters, **changes})

    def toggled(self, name: str, value: str) -> str:
        """This page with a value added to a parameter's, or taken away; from the first result on."""
        had = self.all(name)
        now = tuple(each for each in had if each != value) if value in had else (*had, value)
        return self.address(**{name: now, "offset": ""})


@dataclass(frozen=True)
class Page:
    """A page ready to be rendered."""

    template: str
    """A file of `templates/`."""
    title: str
    data: Mapping[str, object] = field(default_factory=dict)
    scripts: tuple[str, ...] = ()
    """Entries of `web/src/`: `graph` is `web/src/graph.ts`."""
    description: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict)
    policy: Mapping[str, str] = field(default_factory=dict)
    """Content security directives that this page needs beside the usual ones."""


def _query(parameters: Mapping[str, str | Sequence[str]]) -> str:
    pairs = [
        (name, value)
        for name, values in parameters.items()
        for value in ([values] if isinstance(values, str) else values)
        if value
    ]
    return f"?{urlencode(pairs)}" if pairs else ""


PageFunction = Callable[[Visit], Awaitable[Page]]


def local_address(iri: str) -> str:
    """Where this service shows a thing; addresses of elsewhere stay as they are.

    >>> local_address("https://w3id.org/qpgraph/id/task-đ1")
    '/id/task-%C4%911'
    """
    if not iri.startswith(f"{BASE}id/"):
        return iri
    return "/" + quote(iri.removeprefix(BASE), safe="/:@!$&'()*+,;=~-._")
