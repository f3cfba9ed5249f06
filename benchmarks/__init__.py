"""Benchmarks: each runs side by side with its peers and prints a table; none is a test."""
