"""A third opinion: which forms of answer questions like this one ask for, learned from answered questions.

The subjects read a question by rules, and a word that they misread makes a form of answer that nobody asked
for: a date of issue where the dates of reports were wanted. A linear model over the question's words, with
names of things replaced by their kind, judges the form in another way (`training/forms.py`). It is only
believed about forms that it has often seen, and only where it is nearly sure that one is not asked for.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from qpgraph.ask.planning.form import Form
from qpgraph.ask.planning.question import Proposal, Question
from qpgraph.errors import QpgraphError
from qpgraph.settings import data_directory

__all__ = ["UNASKED", "FormsAsked", "form_name", "traits", "unasked"]

_KINDS = ("province", "agency", "standard", "family", "legal", "theme", "unit", "synonym", "place", "plan")
_LONGEST = 3
"""Words of a run."""
_LETTERS = range(2, 6)
"""Letters of a part of a word."""
_YEAR = 4
"""Digits of a year."""
UNASKED = 0.002
"""A form that is asked for less likely than this is not."""


_ALIKE = {"acts": "bases"}
"""Shows that are asked for alike: acts as such, and as what plans stand on."""


def form_name(form: Form) -> str:
    """What the model calls a form: what is shown, and how it is told."""
    return f"{_ALIKE.get(form.show.name, form.show.name)}/{form.aggregate}"


def traits(question: Question) -> tuple[Counter[str], ...]:
    """What a question is judged by, counted: runs of words, parts of words, and what was read."""
    words = _masked(question)
    read = [*(f"cue:{cue.name}" for cue in question.asked.cues), f"for:{question.focus.what}"]
    read.append(f"of:{question.focus.noun}")
    runs = (" ".join(words[at : at + size]) for size in range(1, _LONGEST + 1) for at in _starts(words, size))
    pairs = (f"{one} {other}" for one, other in pairwise(read))
    parts = (f"~{part}" for part in _parts(question.folded))
    return Counter(runs), Counter(parts), Counter([*read, *pairs])


def _starts(words: list[str], size: int) -> range:
    return range(len(words) - size + 1)


def _masked(question: Question) -> list[str]:
    """The words of a question by their keys; names of things, numbers and years by what they are."""
    asked = question.asked
    kinds: dict[int, str] = {}
    for mention in asked.mentions:
        if kind := next((kind for kind in _KINDS if mention.is_a(kind)), ""):
            kinds |= dict.fromkeys(range(mention.first, mention.last + 1), "")
            kinds[mention.first] = f"<{kind}>"
    found = []
    for place, word in enumerate(asked.words):
        shown = kinds.get(place, _figure(word.exact) or word.key)
        found += ["|", shown] if shown and word.after_break else [shown]
    return [word for word in found if word]


def _figure(word: str) -> str:
    """What a word with digits is: a reference, a year, a number; empty for others."""
    if word.isdigit():
        return "<year>" if len(word) == _YEAR else "<number>"
    return "<ref>" if "." in word and any(letter.isdigit() for letter in word) else ""


def _parts(text: str) -> Iterator[str]:
    """The parts of each word of a text, with its bounds."""
    for word in text.split():
        bounded = f" {word} "
        for size in _LETTERS:
            yield from (bounded[at : at + size] for at in range(max(1, len(bounded) - size + 1)))


@dataclass(frozen=True)
class FormsAsked:
    """A linear model from traits to forms."""

    features: Mapping[str, int]
    """The row of each trait."""
    rarity: NDArray[np.float32]
    """What a trait counts for, by how few questions have it."""
    weights: NDArray[np.float32]
    """Traits by forms."""
    bias: NDArray[np.float32]
    forms: tuple[str, ...]

    @classmethod
    def read(cls, file: Path) -> "FormsAsked":
        """The model in a file. Raises `QpgraphError` if it can't be read."""
        try:
            with np.load(file, allow_pickle=False) as held:
                names, forms = held["features"].tolist(), tuple(held["forms"].tolist())
                weights = held["weights"].astype(np.float32) * held["scale"]
                return cls(
                    {name: row for row, name in enumerate(names)},
                    held["rarity"],
                    weights,
                    held["bias"],
                    forms,
                )
        except (OSError, ValueError, KeyError) as error:
            raise QpgraphError(f"{file}: no model of forms ({error}); `python -m training.forms`") from None

    def vector(self, found: Iterable[Counter[str]]) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        """The rows of the known traits and their values; each group of traits has the length 1."""
        rows, values = [], []
        for group in found:
            known = {self.features[name]: count for name, count in group.items() if name in self.features}
            at = np.fromiter(known, dtype=np.intp, count=len(known))
            counts = np.fromiter(known.values(), dtype=np.float32, count=len(known))
            value = (1 + np.log(counts)) * self.rarity[at]
            rows.append(at)
            values.append(value / max(float(np.linalg.norm(value)), 1e-9))
        return np.concatenate(rows), np.concatenate(values).astype(np.float32)

    def shares(self, found: Iterable[Counter[str]]) -> dict[str, float]:
        """How likely each form that the model knows is asked for with some traits, from 0 to 1."""
        rows, values = self.vector(found)
        scores = values @ self.weights[rows] + self.bias
        shares = np.exp(scores - scores.max())
        return dict(zip(self.forms, (shares / shares.sum()).tolist(), strict=True))


@cache
def _shipped() -> FormsAsked:
    """The model that the project ships."""
    return FormsAsked.read(data_directory("models") / "qpgraph-forms" / "forms.npz")


def unasked(question: Question, proposal: Proposal) -> list[str]:
    """The name of an answer's form where questions like this one ask for another."""
    name = form_name(proposal.form)
    model = _shipped()
    known = name in model.forms and proposal.form.aggregate == "list"
    return [name] if known and model.shares(traits(question))[name] < UNASKED else []
