"""English words to their stems (Porter's, as the full-text engine has it)."""

from functools import lru_cache

import tantivy

__all__ = ["stem"]

_ANALYZER = (
    tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.raw()).filter(tantivy.Filter.stemmer("english")).build()
)


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The stem of a word in lower case; what is no English word comes back (nearly) as it is."""
    found = _ANALYZER.analyze(word)
    return found[0] if found else word
