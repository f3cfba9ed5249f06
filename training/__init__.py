"""Training of the shipped encoder: `python -m training` makes `models/qpgraph-vi-en` anew."""
