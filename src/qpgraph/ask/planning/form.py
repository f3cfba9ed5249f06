"""What a question asks, between words and SPARQL: what is shown, of which points, on which conditions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from qpgraph.ask.words.words import Language

__all__ = ["COMPARED", "Aggregate", "Condition", "Form", "Show", "shows"]

Aggregate = Literal[
    "list",
    "count",
    "count-each",
    "most",
    "least",
    "best",
    "worst",
    "sum",
    "sum-each",
    "sum-most",
    "sum-least",
    "difference",
    "ratio",
    "exists",
    "denied",
    "everywhere",
    "without",
]
"""`list`: all that fits. `count`: how many; `count-each`: how many of each key. `most`, `least`: the keys
with the most or fewest points. `sum`: the total of a measure; `sum-each`: that of each (of `by`);
`sum-most`, `sum-least`: the largest or smallest of these. `best`, `worst`: the highest or lowest measure.
`difference`, `ratio`: between the highest and the lowest. `exists`: yes or no.
`denied`: yes or no, where what is found denies it. `everywhere`: whether no
province lacks it. `without`: the provinces that have none."""

COMPARED = ("higher-than", "lower-than", "same-as", "none-higher", "none-lower", "total-compared")
"""The pieces that compare the number of a point with those of others."""

Value = str | int | float


@dataclass(frozen=True)
class Show:
    """What an answer shows: its columns, the pieces that bind them, what is counted or compared."""

    name: str
    columns: tuple[str, ...]
    pieces: tuple[str, ...]
    key: str = "point"
    measure: str | None = None
    counted: str = "point"
    """What "the most" counts."""
    by: tuple[str, ...] = ()
    """The columns that sums are told apart by."""
    told: tuple[str, ...] = ()
    """The columns that the sentence tells besides the first."""


@dataclass(frozen=True)
class Condition:
    """A condition by the name of its piece, its values, and the words of the question that ask for it."""

    piece: str
    values: Mapping[str, Sequence[Value]] = field(default_factory=dict)
    words: str = ""


@dataclass(frozen=True)
class Form:
    """A question in typed form."""

    show: Show
    language: Language
    classes: tuple[str, ...] = ()
    """The ontology's names of the classes of points (`Task`); none for plans and acts."""
    conditions: tuple[Condition, ...] = ()
    aggregate: Aggregate = "list"
    limit: int | None = None


@cache
def shows() -> Mapping[str, Show]:
    """All that can be shown, by name, from `forms.yaml`."""
    text = (Path(__file__).parent / "forms.yaml").read_text(encoding="utf-8")
    return {
        name: Show(
            name=name,
            columns=tuple(entry["columns"]),
            pieces=tuple(entry["pieces"]),
            key=entry.get("key", "point"),
            measure=entry.get("measure"),
            counted=entry.get("counted", "point"),
            by=tuple(entry.get("by", ())),
        )
        for name, entry in yaml.load(text, Loader=yaml.CSafeLoader).items()
    }
