"""One run from the data to the rows."""

import random
import sys
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from qpgraph.graph.assemble import Sources, assemble
from training.batches import Batches
from training.loop import train
from training.noise import fold
from training.passages import Passage, read_passages
from training.queries import Lexicon, read_questions
from training.settings import TrainingSettings
from training.tokens import train_tokenizer
from training.wiki import read_pairs

__all__ = ["run", "the_passages"]

_DOMAIN_TIMES = 8
_WIKI_TEXTS = 30_000


@cache
def the_passages() -> list[Passage]:
    """The passages of the project's graph."""
    return read_passages(assemble(Sources.default()))


def run(settings: TrainingSettings, chosen: Callable[[str], bool]) -> tuple[Tokenizer, NDArray[np.float32]]:
    """Trains on the passages whose key is chosen; gives the tokenizer and a row a token."""
    passages = [passage for passage in the_passages() if chosen(passage.key)]
    everywhere = [passage.key for passage in the_passages()]
    questions = [q for q in read_questions(everywhere) if all(chosen(key) for key in q.keys)]
    wiki = read_pairs(settings.text, settings.wiki_pairs, random.Random(settings.seed))
    _say(f"{len(wiki)} pairs of Wikipedia, {len(passages)} passages, {len(questions)} written queries")
    tokenizer = _tokenizer(settings, wiki, passages, [q.text for q in questions])
    _say(f"a tokenizer of {tokenizer.get_vocab_size()} tokens")

    def report(step: int, loss: float) -> None:
        if step % 250 == 0 or step == settings.steps - 1:
            _say(f"step {step}: loss {loss:.3f}")

    batches = Batches(tokenizer, wiki, passages, questions, settings)
    rows = train(tokenizer, batches, settings, report)
    return tokenizer, rows.numpy()


def _tokenizer(
    settings: TrainingSettings, wiki: list[tuple[str, str]], passages: list[Passage], questions: list[str]
) -> Tokenizer:
    lexicon = [word for row in Lexicon.read().rows for words in row.values() for word in words]
    domain = [passage.full() for passage in passages] + questions + lexicon
    texts = [paragraph for _, paragraph in wiki[:_WIKI_TEXTS]] + domain * _DOMAIN_TIMES
    if not settings.folded:
        texts += [fold(text) for text in texts]
    return train_tokenizer(
        texts, vocabulary=settings.vocabulary, compounds=settings.compounds, folded=settings.folded
    )


def _say(text: str) -> None:
    print(f"training: {text}", file=sys.stderr)
