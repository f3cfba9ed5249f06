"""What one step of training is given, drawn at random from the data."""

import random
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from qpgraph.search.asked import AskedQuery
from training.noise import fold, spoil
from training.passages import Passage
from training.queries import Lexicon, QueryMaker
from training.settings import TrainingSettings
from training.tokens import lossy_tokenizers

__all__ = ["Batches", "Tokens"]

Tokens = list[NDArray[np.int32]]
"""The tokens of each text."""

_LOSSY = 4
"""Tokenizers with merges left out."""
_FORMS = 6
"""Forms in which each passage is kept."""


class Batches:
    """Draws batches: neighbours of Wikipedia, words for one thing, queries and passages."""

    def __init__(
        self,
        tokenizer: Tokenizer,
        wiki: Sequence[tuple[str, str]],
        passages: Sequence[Passage],
        questions: Sequence[AskedQuery],
        settings: TrainingSettings,
    ) -> None:
        """Takes what the batches are drawn from; the seed decides what is drawn.

        Long texts are cut into tokens here once, queries each time anew.
        """
        rng = random.Random(settings.seed)
        self._rng = rng
        self._tokenizers = [tokenizer, *lossy_tokenizers(tokenizer, settings.merges_dropped, _LOSSY, rng)]
        self._left = self._tokens([spoil(text, rng) for text, _ in wiki])
        self._right = self._tokens([text for _, text in wiki])
        self._passages, self._questions = passages, questions
        self._settings = settings
        self._lexicon = Lexicon.read()
        self._maker = QueryMaker(self._lexicon)
        self._place = {passage.key: at for at, passage in enumerate(passages)}
        self._words = _WordTable(passages)
        self._forms = [self._tokens([p.varied(rng) for _ in range(_FORMS)]) for p in passages]

    def wiki_batch(self) -> tuple[Tokens, Tokens]:
        """Neighbours."""
        drawn = self._rng.sample(range(len(self._left)), self._settings.wiki_batch)
        return [self._left[at] for at in drawn], [self._right[at] for at in drawn]

    def lexicon_batch(self) -> tuple[Tokens, Tokens]:
        """Two words of a row each, often one in each language; no row twice."""
        rows = self._rng.sample(
            self._lexicon.rows, min(self._settings.lexicon_batch, len(self._lexicon.rows))
        )
        left, right = [], []
        for row in rows:
            words = [word for group in row.values() for word in group]
            one, other = self._rng.sample(words, 2) if len(words) > 1 else words * 2
            if row.get("vi") and row.get("en") and self._rng.random() < 0.5:
                one, other = self._rng.choice(row["vi"]), self._rng.choice(row["en"])
            left.append(spoil(one, self._rng))
            right.append(other)
        return self._tokens(left), self._tokens(right)

    def all_passages(self) -> Tokens:
        """All passages, each in one of its forms."""
        return [self._rng.choice(forms) for forms in self._forms]

    def domain_batch(self) -> tuple[Tokens, np.ndarray, np.ndarray]:
        """Queries, which passages answer each, and which may and so don't count."""
        queries: list[str] = []
        positive = np.zeros((self._settings.domain_batch, len(self._passages)), dtype=np.float32)
        for row in range(self._settings.domain_batch):
            if self._questions and self._rng.random() < self._settings.questions_share:
                question = self._rng.choice(self._questions)
                queries.append(question.text)
                positive[row, [self._place[key] for key in question.keys]] = 1
            else:
                at = self._rng.randrange(len(self._passages))
                queries.append(self._maker.make(self._passages[at], self._rng))
                positive[row, at] = 1
        ignored = (self._words.share_held(queries) > 0.85) & (positive == 0)
        return self._tokens([spoil(query, self._rng) for query in queries]), positive, ignored

    def _tokens(self, texts: list[str]) -> Tokens:
        """The tokens of each text, half of the texts with some merges left out."""
        tokens: Tokens = [np.zeros(0, dtype=np.int32)] * len(texts)
        chosen = [max(0, self._rng.randrange(-_LOSSY, _LOSSY + 1)) for _ in texts]
        for which, tokenizer in enumerate(self._tokenizers):
            places = [place for place, choice in enumerate(chosen) if choice == which]
            found = tokenizer.encode_batch_fast([texts[at] for at in places], add_special_tokens=False)
            for at, each in zip(places, found, strict=True):
                tokens[at] = np.asarray(each.ids, dtype=np.int32)
        return tokens


class _WordTable:
    """Which passages hold which words, folded."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        words = [set(fold(p.full()).lower().split()) for p in passages]
        self._column = {word: at for at, word in enumerate(sorted(set().union(*words)))}
        self._held = np.zeros((len(passages), len(self._column)), dtype=np.float32)
        for row, held in enumerate(words):
            self._held[row, [self._column[word] for word in held]] = 1

    def share_held(self, queries: Sequence[str]) -> np.ndarray:
        """The share of each query's words that each passage holds."""
        asked = np.zeros((len(queries), len(self._column)), dtype=np.float32)
        counts = np.ones((len(queries), 1), dtype=np.float32)
        for row, query in enumerate(queries):
            words = set(fold(query).lower().split())
            counts[row] = max(len(words), 1)
            asked[row, [self._column[word] for word in words if word in self._column]] = 1
        return asked @ self._held.T / counts
