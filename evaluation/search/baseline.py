"""The baseline: BM25 over the folded titles of everything that can be a hit, and nothing else."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from pathlib import Path

import bm25s  # type: ignore[import-untyped]

from evaluation.search.judgments import Key, key

__all__ = ["baseline", "fold", "things"]

NAMED_BY_REF = {"catalogue", "legal-basis", "standard"}
"""Kinds whose ref is their name; that of the others is a number within a plan."""


def fold(text: str) -> list[str]:
    """The words of a text in lower case without diacritics: "Đo lường" gives `do`, `luong`."""
    bare = unicodedata.normalize("NFD", text.casefold().replace("đ", "d"))
    return re.findall(r"\w+", "".join(letter for letter in bare if not unicodedata.combining(letter)))


def things(store: Path) -> list[tuple[Key, str]]:
    """Everything that can be a hit, with its title in both languages. Raises `StoreUnavailableError`."""
    from qpgraph import api
    from qpgraph.settings import Settings

    rows = api.sparql(
        Path(__file__).with_name("things.rq").read_text(encoding="utf-8"), Settings(store=store)
    )
    found = []
    for row in rows:
        name = row["ref"] if row["kind"] in NAMED_BY_REF else ""
        found.append(
            (key(row["kind"], row["where"], row["ref"]), f"{name} {row['title_vi']} {row['title_en']}")
        )
    return found


def baseline(store: Path) -> Callable[[str, int], Sequence[Key]]:
    """Searches titles: from a query and a number of hits to their keys, best first."""
    keys, titles = zip(*things(store), strict=True)
    index = bm25s.BM25()
    index.index([fold(title) for title in titles], show_progress=False)

    def search(text: str, k: int) -> Sequence[Key]:
        words = [word for word in fold(text) if word in index.vocab_dict]
        if not words:
            return []
        found = index.retrieve([words], k=k, show_progress=False)
        return [
            keys[place] for place, score in zip(found.documents[0], found.scores[0], strict=True) if score > 0
        ]

    return search
