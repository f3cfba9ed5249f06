"""qpgraph: an open knowledge graph of Vietnam's provincial productivity and quality plans."""

__version__ = "0.1.0"
