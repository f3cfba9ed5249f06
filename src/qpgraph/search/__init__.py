"""Search over the graph: what is findable, how a question is read, how hits are ranked."""
