"""Pairs from the Vietnamese Wikipedia: a heading with its paragraph, a paragraph with the next."""

import json
import lzma
import random
import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["read_pairs", "read_texts"]

_HEADING = re.compile(r"^=+\s*(.*?)\s*=+$")
_LONGEST = 400


def read_texts(file: Path) -> Iterator[tuple[str, str]]:
    """Title and text of each article."""
    with lzma.open(file, "rt", encoding="utf-8") as lines:
        for line in lines:
            article = json.loads(line)
            yield article["title"], article["text"]


def read_pairs(file: Path, count: int, rng: random.Random) -> list[tuple[str, str]]:
    """At most `count` pairs, drawn evenly."""
    pairs = [pair for title, text in read_texts(file) for pair in _pairs(title, text)]
    rng.shuffle(pairs)
    return pairs[:count]


def _pairs(title: str, text: str) -> Iterator[tuple[str, str]]:
    heading, before, first = "", "", True
    for line in filter(None, map(str.strip, text.split("\n"))):
        found = _HEADING.match(line)
        if found:
            heading, before = found.group(1), ""
            continue
        paragraph = line[:_LONGEST]
        if len(paragraph) < 80:
            continue
        if first or heading:
            yield (title if first else f"{heading} {title}"), paragraph
        if before:
            yield before, paragraph
        heading, before, first = "", paragraph, False
