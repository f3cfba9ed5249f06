"""The remote store: any SPARQL 1.1 endpoint, asked and written over HTTP."""

from qpgraph.store.remote.store import Options, RemoteStore, connect

__all__ = ["Options", "RemoteStore", "connect"]
