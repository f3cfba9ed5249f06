"""Many passages: the graph's own, varied over 34 provinces, ten years, numbers and agencies."""

import random
import re
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path

from training.noise import fold
from training.passages import Passage

__all__ = ["many_passages", "many_queries"]

_OWN = ("Hải Phòng", "Bắc Ninh", "Cần Thơ", "Đồng Nai")
_YEARS = range(2021, 2031)
_SLOT = re.compile(rf"({'|'.join([*_OWN, *map(fold, _OWN)])}|\b20[23]\d\b|(?<![\w./-])\d{{1,4}}(?![\w./-]))")


def many_passages(passages: Sequence[Passage], count: int, seed: int = 7) -> Iterator[str]:
    """`count` texts; the same seed gives the same."""
    rng = random.Random(seed)
    agencies = [passage.own["vi"][0] for passage in passages if passage.kind == "Agency"]
    parts = [_SLOT.split(passage.full()) for passage in passages]
    order = [(at, province, year) for province in _provinces() for year in _YEARS for at in range(len(parts))]
    rng.shuffle(order)
    for made, (at, province, year) in zip(range(count), cycle(order), strict=False):
        change = 0 if made < len(passages) else rng.randrange(-9, 90)
        text = _filled(parts[at], province, year, change)
        yield f"{text}. {rng.choice(agencies)} {province}" if change else text


def many_queries(texts: Sequence[str], count: int, seed: int = 8) -> list[str]:
    """Queries as people write them, each about one of the provinces and years."""
    rng = random.Random(seed)
    provinces = _provinces()
    return [
        f"{_filled(_SLOT.split(rng.choice(texts)), province, 2026, 0)} {province} {rng.choice(_YEARS)}"
        for province in rng.choices(provinces, k=count)
    ]


def _provinces() -> list[str]:
    return (Path(__file__).parent / "provinces.txt").read_text(encoding="utf-8").split("\n")[:-1]


def _filled(parts: Sequence[str], province: str, year: int, change: int) -> str:
    """The text as if it were of another province, other years and other numbers."""
    filled = list(parts)
    for at in range(1, len(parts), 2):
        found = parts[at]
        if not found.isdigit():
            filled[at] = province
        elif len(found) == 4 and found.startswith("20"):
            filled[at] = str(int(found) + year - 2026)
        else:
            filled[at] = str(max(1, int(found) + change))
    return "".join(filled)
