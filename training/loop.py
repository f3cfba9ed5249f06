"""The training itself: multiple negatives ranking (Henderson et al. 2017) over three kinds of pairs.

A step takes a batch of neighbours from Wikipedia, a batch of words that mean the same, and a batch of
queries against all passages at once: every sibling is a hard negative there, except those that hold all
the words of the query and so may answer it as well.
"""

from collections.abc import Callable

import numpy as np
import torch
from sentence_transformers.sentence_transformer.modules import StaticEmbedding
from tokenizers import Tokenizer
from torch.nn.functional import cross_entropy, log_softmax, normalize

from training.batches import Batches, Tokens
from training.settings import TrainingSettings

__all__ = ["train"]

Report = Callable[[int, float], None]


def train(
    tokenizer: Tokenizer,
    data: Batches,
    settings: TrainingSettings,
    report: Report = lambda step, loss: None,
) -> torch.Tensor:
    """The trained rows, one a token."""
    torch.set_num_threads(1)  # one thread adds up in one order: the same seed gives the same rows
    torch.manual_seed(settings.seed)
    model = StaticEmbedding(tokenizer, embedding_dim=settings.dimensions)
    torch.nn.init.normal_(model.embedding.weight, std=settings.spread)
    optimizer = torch.optim.Adam(model.parameters(), lr=settings.learning_rate)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, settings.learning_rate, total_steps=settings.steps, pct_start=0.1
    )
    for step in range(settings.steps):
        loss = _step_loss(model, data, settings)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        schedule.step()
        report(step, float(loss.detach()))
    return model.embedding.weight.detach()


def _step_loss(model: StaticEmbedding, data: Batches, settings: TrainingSettings) -> torch.Tensor:
    total = _both_ways(model, *data.wiki_batch(), settings)
    total = total + settings.lexicon_weight * _both_ways(model, *data.lexicon_batch(), settings)
    queries, positive, ignored = data.domain_batch()
    scores = settings.scale * _encode(model, queries) @ _encode(model, data.all_passages()).T
    scores = scores.masked_fill(torch.from_numpy(ignored), -1e4)
    wanted = torch.from_numpy(positive / positive.sum(axis=1, keepdims=True))
    domain = -(wanted * log_softmax(scores, dim=1)).sum(dim=1).mean()
    return total + settings.domain_weight * domain


def _encode(model: StaticEmbedding, tokens: Tokens) -> torch.Tensor:
    starts = np.cumsum([0, *(len(each) for each in tokens[:-1])])
    features = {
        "input_ids": torch.from_numpy(np.concatenate(tokens)).long(),
        "offsets": torch.from_numpy(starts).long(),
    }
    return normalize(model(features)["sentence_embedding"], dim=-1)


def _both_ways(
    model: StaticEmbedding, left: Tokens, right: Tokens, settings: TrainingSettings
) -> torch.Tensor:
    scores = settings.scale * _encode(model, left) @ _encode(model, right).T
    own = torch.arange(len(left))
    return (cross_entropy(scores, own) + cross_entropy(scores.T, own)) / 2
