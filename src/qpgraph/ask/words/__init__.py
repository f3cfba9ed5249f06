"""The words of a question as typed: written out, mended, and linked to what is known."""
