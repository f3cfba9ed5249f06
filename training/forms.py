"""`python -m training.forms`: learns which forms of answer questions ask for, and writes the model.

The questions are those of `evaluation/ask` and `evaluation/loose` but the part `test`; what a question asks
for is the form by which the engine answered it rightly. `--measure` trains five times without a fifth of the
questions and tells how often the form is the most likely one, and how often it would be refused.
"""

import argparse
import dataclasses
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from evaluation.ask import questions as exact
from evaluation.ask.verdicts import verdict
from evaluation.loose.judge import verdict as loose_verdict
from evaluation.loose.questions import loose, loose_parts
from evaluation.parts import TEST, parts
from qpgraph.ask.answer import Answer
from qpgraph.ask.checks import forms_asked
from qpgraph.ask.checks.forms_asked import UNASKED, FormsAsked, form_name, traits
from qpgraph.ask.engine import Ask
from qpgraph.settings import Settings

__all__ = ["Answered", "answered", "learn", "write"]

_ROOT = Path(__file__).parent.parent
_FOLDS = 5
_FEWEST = 20
"""A form that fewer questions ask for is not learned."""
_RARE = 2
"""A trait that fewer questions have is not used."""
_STRENGTH = 30.0
"""The inverse of the penalty on weights."""
_STEPS = 127
"""A weight is kept in so many steps on either side of 0."""


@dataclass(frozen=True)
class Answered:
    """A question that was rightly answered: its traits and the form of its answer."""

    text: str
    traits: tuple[Counter[str], ...]
    form: str


def answered(store: Path) -> list[Answered]:
    """The questions that may be tuned on and are rightly answered from a store."""
    forms_asked.UNASKED = 0.0  # the model has no say in what it is learned from
    ask = Ask.open(store)
    found = []
    for text, right in _judged(ask):
        question, form = ask.planned(text)
        if right and form is not None:
            found.append(Answered(text, traits(question), form_name(form)))
    return found


def _judged(ask: Ask) -> Iterator[tuple[str, bool]]:
    """Each question, and whether it is answered, and rightly."""
    for part in parts(Path(exact.__file__).parent):
        for one in exact.questions(part) if part != TEST else ():
            answer = ask.ask(one.text)
            yield one.text, answer.answered and verdict(one, _fields(answer)).right
    for part in loose_parts():
        for loosely in loose(part):
            answer = ask.ask(loosely.text)
            yield loosely.text, answer.answered and loose_verdict(loosely, _fields(answer)) == "right"


def _fields(answer: Answer) -> dict[str, object]:
    return {"hits": [], **dataclasses.asdict(answer)}


def learn(asked: Sequence[Answered]) -> FormsAsked:
    """The model learned from answered questions."""
    often = Counter(each.form for each in asked)
    asked = [each for each in asked if often[each.form] >= _FEWEST]
    having = Counter(name for each in asked for group in each.traits for name in group)
    names = sorted(name for name, count in having.items() if count >= _RARE)
    rarity = np.array([1 + np.log((1 + len(asked)) / (1 + having[name])) for name in names], np.float32)
    empty = np.zeros((0, 0), np.float32)
    model = FormsAsked({name: row for row, name in enumerate(names)}, rarity, empty, empty, ())
    learned = LogisticRegression(C=_STRENGTH, max_iter=400)
    learned.fit(_matrix(model, asked), [each.form for each in asked])
    weights = np.ascontiguousarray(learned.coef_.T, np.float32)
    bias = learned.intercept_.astype(np.float32)
    return dataclasses.replace(model, weights=weights, bias=bias, forms=tuple(learned.classes_))


def _matrix(model: FormsAsked, asked: Sequence[Answered]) -> csr_matrix:
    vectors = [model.vector(each.traits) for each in asked]
    ends = np.cumsum([0, *(len(rows) for rows, _ in vectors)])
    rows = np.concatenate([rows for rows, _ in vectors])
    values = np.concatenate([values for _, values in vectors])
    return csr_matrix((values, rows, ends), shape=(len(vectors), len(model.features)))


def write(model: FormsAsked, file: Path) -> None:
    """Writes a model as `FormsAsked.read` reads it, its weights in single bytes."""
    scale = np.abs(model.weights).max(axis=0) / _STEPS
    np.savez_compressed(
        file,
        features=np.array(list(model.features)),
        rarity=model.rarity,
        weights=np.round(model.weights / scale).astype(np.int8),
        scale=scale,
        bias=model.bias,
        forms=np.array(model.forms),
    )


def measure(asked: Sequence[Answered]) -> str:
    """How questions fare that the model was learned without."""
    fold = np.random.default_rng(0).integers(0, _FOLDS, len(asked))
    shares: list[tuple[float, bool]] = []
    for number in range(_FOLDS):
        model = learn([each for at, each in enumerate(asked) if fold[at] != number])
        for at in np.flatnonzero(fold == number).tolist():
            if asked[at].form in model.forms:
                shares.append(_share(model, asked[at]))
    known = np.array(shares)
    first, refused = float(known[:, 1].mean()), float((known[:, 0] < UNASKED).mean())
    return f"{len(known)} questions of a known form: most likely {first:.3f}, refused {refused:.4f}"


def _share(model: FormsAsked, one: Answered) -> tuple[float, bool]:
    shares = model.shares(one.traits)
    return shares[one.form], max(shares, key=shares.__getitem__) == one.form


def main(arguments: Sequence[str] | None = None) -> None:
    """Reads the options and runs."""
    parser = argparse.ArgumentParser(prog="python -m training.forms", description=__doc__)
    parser.add_argument("-o", "--output", type=Path, default=_ROOT / "models" / "qpgraph-forms")
    parser.add_argument("--store", type=Path, default=Settings().store, help="a built store")
    parser.add_argument("--measure", action="store_true", help="measure on questions held back")
    options = parser.parse_args(arguments)
    asked = answered(options.store)
    print(f"training: {len(asked)} questions", file=sys.stderr)
    if options.measure:
        print(measure(asked))
        return
    options.output.mkdir(parents=True, exist_ok=True)
    model = learn(asked)
    write(model, options.output / "forms.npz")
    print(f"{options.output / 'forms.npz'}: {len(model.forms)} forms, {len(model.features)} traits")


if __name__ == "__main__":
    main()
