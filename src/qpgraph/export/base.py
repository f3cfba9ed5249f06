"""What an export format is, and what it is given to write."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from typing import BinaryIO, Literal

from pyoxigraph import BlankNode, NamedNode, Quad

from qpgraph.errors import QpgraphError
from qpgraph.export.network import Network
from qpgraph.export.selection import Selection, SelectionError
from qpgraph.export.source import Source
from qpgraph.export.spool import key
from qpgraph.export.track import Track, untracked
from qpgraph.export.views import NETWORK

__all__ = ["ExportError", "Format", "FormatKind", "Part", "ToolMissingError", "Writer"]

FormatKind = Literal["rdf", "network", "picture", "table", "report"]


class ExportError(QpgraphError):
    """An export can't be written: a tool is missing, or the part is too large for the format."""


class ToolMissingError(ExportError):
    """A program or package that draws is not installed (HTTP 501)."""


@dataclass(frozen=True)
class Format:
    """A format by the name that users say."""

    name: str
    title: str
    media_type: str
    ending: str
    kind: FormatKind
    module: str
    """The module of `qpgraph.export` that writes it."""

    @property
    def binary(self) -> bool:
        """Whether it is nothing for a terminal."""
        return (
            not (self.media_type.startswith("text/") or self.kind in ("rdf", "network"))
            or self.ending == "zip"
        )


class Part:
    """The part of the graph that an export holds; read when a format asks for it."""

    def __init__(
        self, source: Source, selection: Selection, default_view: str, track: Track = untracked
    ) -> None:
        """`default_view` counts when the selection names no view. Raises `SelectionError`."""
        self.source = source
        self.selection = selection.checked()
        self.track = track
        self._default_view = default_view

    @property
    def language(self) -> str:
        """`vi` or `en`."""
        return self.selection.language

    @cached_property
    def network(self) -> Network:
        """The network, of the view that was asked for."""
        view = self.selection.view or self._default_view
        network = Network(self.source, self.selection, view, self.track)
        if self.selection.measures:
            from qpgraph.export.measures import measure

            network.measured = measure(network)
        return network

    @cached_property
    def things(self) -> Network:
        """The network of all links, whatever the format's own view is; raises if another view was named."""
        if self.selection.view not in (None, NETWORK):
            raise SelectionError(
                f"the view '{self.selection.view}' is for networks and pictures; leave --view out"
            )
        plain = replace(self.selection, view=None, measures=False)
        return Network(self.source, plain, NETWORK, self.track)

    def close(self) -> None:
        """Frees disk and memory."""
        for name in ("network", "things"):
            if name in self.__dict__:
                self.__dict__[name].close()

    def statements(self) -> Iterator[Quad]:
        """The statements: all, or those of the network of all links: its nodes' facts and its edges."""
        statements = self.track(self.source.statements(), None, "statements")
        if self.selection.everything:
            yield from statements
            return
        nodes = {node for (node,) in self.things.spool.rows("SELECT node FROM member")}
        edges = set(self.things.spool.rows("SELECT source, predicate, target FROM edge"))
        facts = {node for (node,) in self.things.spool.rows("SELECT DISTINCT node FROM fact")}
        linked = nodes | facts
        for quad in statements:
            subject, target = _name(quad.subject), _name(quad.object)
            if subject in nodes and (
                target not in linked or (subject, quad.predicate.value, target) in edges
            ):
                yield quad


def _name(term: object) -> str | None:
    return key(term) if isinstance(term, NamedNode | BlankNode) else None


Writer = Callable[[Part, BinaryIO, str], None]
"""`write(part, output, name)` of a format's module; `name` is the format's."""
