"""The words and colours of exports, from `words.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["colour", "known_classes", "known_properties", "line_colour", "word"]


def word(name: str, language: str) -> str:
    """A word on a picture or a page."""
    found: str = _words()["texts"][name][language]
    return found


def known_properties() -> dict[str, dict[str, str]]:
    """Labels of other vocabularies' properties: address to language to label."""
    found: dict[str, dict[str, str]] = _words()["properties"]
    return found


def known_classes() -> dict[str, dict[str, str]]:
    """Labels of other vocabularies' classes: address to language to label."""
    found: dict[str, dict[str, str]] = _words()["classes"]
    return found


def colour(name: str) -> str:
    """The fill colour of a class, `#rrggbb`."""
    words = _words()
    found: str = words["colours"].get(name, words["other_colour"])
    return found


def line_colour(rank: int) -> str:
    """The colour of the lines of the predicate with that rank, from 0, `#rrggbb`."""
    words = _words()
    lines: list[str] = words["lines"]
    return lines[rank] if rank < len(lines) else str(words["other_line"])


@cache
def _words() -> dict[str, Any]:
    import yaml

    text = Path(__file__).with_name("words.yaml").read_text(encoding="utf-8")
    words: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return words
