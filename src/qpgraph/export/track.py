"""How far an export is: rows pass through something that may show it."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

__all__ = ["Track", "untracked"]

T = TypeVar("T")


class Track(Protocol):
    """Hands rows through and shows how far it is."""

    def __call__(self, rows: Iterable[T], total: int | None, words: str) -> Iterable[T]:
        """`total` is None when nobody knows; `words` say what the rows are."""
        ...


def untracked(rows: Iterable[T], total: int | None, words: str) -> Iterable[T]:
    """Shows nothing."""
    return rows
