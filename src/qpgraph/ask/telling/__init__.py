"""Answers and refusals in words, with the places in the documents."""
