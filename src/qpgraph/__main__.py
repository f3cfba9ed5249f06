"""`python -m qpgraph` is the command `qpgraph`."""

from qpgraph.cli import main

main(prog_name="qpgraph")
