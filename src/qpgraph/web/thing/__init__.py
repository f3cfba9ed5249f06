"""`/id/…`: a page for everything at its own address."""

from qpgraph.web.thing.page import thing

__all__ = ["thing"]
