"""The parts of a report: each makes its tables from rows of the graph, without a word of either language."""
