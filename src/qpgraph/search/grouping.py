"""Hits that say nearly the same, such as one duty in three plans, put together under the best of them."""

from collections.abc import Callable, Iterable

from rapidfuzz import fuzz

from qpgraph.search.text import fold

__all__ = ["group_rows"]

_ALIKE = 82.0
Hit = dict[str, object]


def group_rows(rows: Iterable[int], hit: Callable[[int], Hit], wanted: int) -> list[list[int]]:
    """The first `wanted` groups of rows in order of rank; the first row of a group stands for it.

    Two are alike when they are of one kind and their Vietnamese titles share nearly all their words.
    """
    groups: list[list[int]] = []
    titles: list[tuple[object, str]] = []
    for row in rows:
        found = hit(row)
        kind, title = found["kind"], fold(str(found["label_vi"]))
        for place, (other_kind, other) in enumerate(titles):
            if kind == other_kind and fuzz.token_sort_ratio(title, other, score_cutoff=_ALIKE):
                groups[place].append(row)
                break
        else:
            if len(groups) < wanted:
                groups.append([row])
                titles.append((kind, title))
    return groups
