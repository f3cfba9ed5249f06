"""As many passages as asked for: the graph's own, varied over 34 provinces, ten years, numbers and agencies."""

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
_PROVINCE = re.compile("|".join([*_OWN, *map(fold, _OWN)]))
_YEAR = re.compile(r"\b20[23]\d\b")
_NUMBER = re.compile(r"(?<![\w./-])\d{1,4}(?![\w./-])")


def many_passages(passages: Sequence[Passage], count: int, seed: int = 7) -> Iterator[str]:
    """`count` texts; the same seed gives the same."""
    rng = random.Random(seed)
    agencies = [passage.own["vi"][0] for passage in passages if passage.kind == "Agency"]
    settings = [(province, year) for province in _provinces() for year in _YEARS]
    order = [(passage.full(), *setting) for setting in settings for passage in passages]
    rng.shuffle(order)
    for made, (text, province, year) in zip(range(count), cycle(order), strict=False):
        varied = _moved(text, province, year)
        if made >= len(passages):
            varied = _NUMBER.sub(lambda found: str(max(1, int(found[0]) + rng.randrange(-9, 90))), varied)
            varied = f"{varied}. {rng.choice(agencies)} {province}"
        yield varied


def many_queries(texts: Sequence[str], count: int, seed: int = 8) -> list[str]:
    """Queries as people write them, each about one of the provinces and years."""
    rng = random.Random(seed)
    provinces = _provinces()
    return [
        f"{_moved(rng.choice(texts), rng.choice(provinces), 2026)} {rng.choice(provinces)} {rng.choice(_YEARS)}"
        for _ in range(count)
    ]


def _provinces() -> list[str]:
    return (Path(__file__).parent / "provinces.txt").read_text(encoding="utf-8").split("\n")[:-1]


def _moved(text: str, province: str, year: int) -> str:
    """The text as if it were of another province and other years."""
    shift = year - 2026
    text = _PROVINCE.sub(province, text)
    return _YEAR.sub(lambda found: str(int(found[0]) + shift), text)
