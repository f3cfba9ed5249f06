"""What a page is: who visits, what is shown, which scripts make it livelier."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal
from urllib.parse import quote, urlencode

from qpgraph.settings import BASE
from qpgraph.web.language import Language, Translator
from qpgraph.web.reader import Reader

__all__ = ["Page", "PageFunction", "Shade", "Visit", "local_address"]

Shade = Literal["light", "dark", ""]
"""The colours of a page; `""` as the visitor's system has them."""


@dataclass(frozen=True)
class Visit:
    """A request for a page, without anything of HTTP."""

    path: str
    parameters: Mapping[str, str]
    language: Language
    shade: Shade
    t: Translator
    reader: Reader
    matched: Mapping[str, str] = field(default_factory=dict)
    """The parts of the path that its route leaves open."""
    documents: Path | None = None
    origin: str = ""
    """Scheme and host, such as `http://127.0.0.1:8000`."""

    def parameter(self, name: str) -> str:
        """A parameter's value without blanks around it; `""` when it isn't given."""
        return self.parameters.get(name, "").strip()

    def address(self, **changes: str) -> str:
        """This page with some parameters changed; an empty one is left out."""
        kept = {name: value for name, value in {**self.parameters, **changes}.items() if value}
        return self.path + (f"?{urlencode(kept)}" if kept else "")


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


PageFunction = Callable[[Visit], Awaitable[Page]]


def local_address(iri: str) -> str:
    """Where this service shows a thing; addresses of elsewhere stay as they are.

    >>> local_address("https://w3id.org/qpgraph/id/task-đ1")
    '/id/task-%C4%911'
    """
    if not iri.startswith(f"{BASE}id/"):
        return iri
    return "/" + quote(iri.removeprefix(BASE), safe="/:@!$&'()*+,;=~-._")
