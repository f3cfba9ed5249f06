"""The tokenizer: byte-level BPE of its own, whose last merges join syllables into words.

Vietnamese writes a word's syllables apart (`doanh nghiệp`), so merges within a syllable come first, and
then those that join the pairs of syllables that stand together most often.
"""

import json
import random
from collections import Counter
from collections.abc import Iterator

from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, trainers

__all__ = ["lossy_tokenizers", "train_tokenizer"]

_WORD_START = "Ġ"


def train_tokenizer(texts: list[str], *, vocabulary: int, compounds: int, folded: bool) -> Tokenizer:
    """A tokenizer with `vocabulary` tokens, `compounds` of which join two or more syllables."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.normalizer = _normalizer(folded)
    tokenizer.pre_tokenizer = _words()
    trainer = trainers.BpeTrainer(
        vocab_size=vocabulary - compounds,
        initial_alphabet=pre_tokenizers.ByteLevel.alphabet(),
        min_frequency=3,
        show_progress=False,
    )
    tokenizer.train_from_iterator(texts, trainer)
    if not compounds:
        return tokenizer
    return _with_compounds(tokenizer, texts, compounds)


def lossy_tokenizers(tokenizer: Tokenizer, share: float, count: int, rng: random.Random) -> list[Tokenizer]:
    """Tokenizers with the same tokens that each lack a share of the merges, drawn at random.

    They do what BPE dropout does (Provilkov et al. 2020), but a seed decides the outcome.
    """
    lossy = []
    for _ in range(count):
        data = json.loads(tokenizer.to_str())
        data["model"]["merges"] = [pair for pair in data["model"]["merges"] if rng.random() >= share]
        lossy.append(Tokenizer.from_str(json.dumps(data)))
    return lossy


def _normalizer(folded: bool) -> normalizers.Normalizer:
    steps: list[normalizers.Normalizer] = [normalizers.NFKC(), normalizers.Lowercase()]
    if folded:
        steps += [normalizers.NFD(), normalizers.StripAccents(), normalizers.Replace("đ", "d")]
    # A space before the first word makes it the same token there as elsewhere.
    steps += [normalizers.Replace(Regex(r"\s+"), " "), normalizers.Strip(), normalizers.Prepend(" ")]
    return normalizers.Sequence(steps)


def _words() -> pre_tokenizers.PreTokenizer:
    """Words with the space before them, numbers and marks of their own."""
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r" ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )


def _phrases() -> pre_tokenizers.PreTokenizer:
    """Runs of words without a mark or number between them."""
    return pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(r" ?\p{L}+(?: \p{L}+)*| ?\p{N}+| ?[^\s\p{L}\p{N}]+"), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )


def _with_compounds(tokenizer: Tokenizer, texts: list[str], count: int) -> Tokenizer:
    """Adds merges of whole words that stand side by side, the most frequent first, in two rounds."""
    for share in (count * 3 // 4, count - count * 3 // 4):
        data = json.loads(tokenizer.to_str())
        vocabulary, merges = data["model"]["vocab"], data["model"]["merges"]
        pairs = Counter(pair for text in texts for pair in _pairs(tokenizer, text))
        chosen = [pair for pair, _ in pairs.most_common(share * 2) if "".join(pair) not in vocabulary]
        for left, right in chosen[:share]:
            vocabulary[left + right] = len(vocabulary)
            merges.append([left, right])
        tokenizer = Tokenizer.from_str(json.dumps(data))
        tokenizer.pre_tokenizer = _phrases()
    return tokenizer


def _pairs(tokenizer: Tokenizer, text: str) -> Iterator[tuple[str, str]]:
    """Neighbouring tokens that both are whole words."""
    tokens = tokenizer.encode(text).tokens
    following = [*tokens[1:], _WORD_START]
    words = [
        token.startswith(_WORD_START) and token[-1].isalpha() and next_one.startswith(_WORD_START)
        for token, next_one in zip(tokens, following, strict=True)
    ]
    for place in range(len(tokens) - 1):
        if words[place] and words[place + 1]:
            yield tokens[place], tokens[place + 1]
