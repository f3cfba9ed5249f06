"""Any sentence-transformers model as an encoder; needs the extra `transformers` (torch)."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import yaml

from qpgraph.search.encoder.base import EncoderError, Kind, Vectors
from qpgraph.search.encoder.settings import EncoderSettings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

__all__ = ["TransformerEncoder", "prefixes"]


class TransformerEncoder:
    """An `Encoder` over `SentenceTransformer(name)`, with the prefixes that its kind of model wants."""

    def __init__(self, name: str, settings: EncoderSettings | None = None) -> None:
        """Loads the model by name or path; raises `EncoderError` with what is missing."""
        self._settings = settings or EncoderSettings()
        self._model = _load(name, self._settings.device)
        self._prefixes = prefixes(name, self._model.prompts, self._settings)
        self._name = f"{name}@{self._digest()}"

    @property
    def name(self) -> str:
        """The model's name or path, with a digest of its weights, its length limit and its prefixes."""
        return self._name

    @property
    def dimensions(self) -> int:
        """The length of a vector."""
        return self._model.get_embedding_dimension() or 0

    def encode(self, texts: Sequence[str], *, kind: Kind) -> Vectors:
        """A unit-length row a text; a long text is cut at the model's limit."""
        prefix = self._prefixes[kind]
        return np.asarray(
            self._model.encode(
                [prefix + text for text in texts],
                prompt="",
                batch_size=self._settings.batch,
                show_progress_bar=self._settings.progress,
                normalize_embeddings=True,
                convert_to_numpy=True,
            ),
            dtype=np.float32,
        ).reshape(len(texts), self.dimensions)

    def _digest(self) -> str:
        import torch

        digest = hashlib.sha256(repr((self._prefixes, self._model.max_seq_length)).encode())
        for key, tensor in sorted(self._model.state_dict().items()):
            digest.update(key.encode())
            digest.update(tensor.detach().cpu().contiguous().flatten().view(torch.uint8).numpy().tobytes())
        return digest.hexdigest()[:12]


def prefixes(name: str, prompts: dict[str, str], settings: EncoderSettings) -> dict[Kind, str]:
    """What goes before a query and a passage: as set, as the model's prompts say, or by its name."""
    known = yaml.safe_load((Path(__file__).parent / "prefixes.yaml").read_text(encoding="utf-8"))
    last_part = Path(name).name.lower()
    by_name = next((row for row in known if row["model"] in last_part), {"query": "", "passage": ""})
    query = prompts.get("query") or by_name["query"]
    passage = prompts.get("passage") or prompts.get("document") or by_name["passage"]
    return {
        "query": query if settings.query_prefix is None else settings.query_prefix,
        "passage": passage if settings.passage_prefix is None else settings.passage_prefix,
    }


def _load(name: str, device: str | None) -> "SentenceTransformer":
    try:
        from sentence_transformers import SentenceTransformer
    except ImportError as error:
        raise EncoderError(
            f"{name}: this encoder needs sentence-transformers, which is not installed; "
            "run `pip install 'qpgraph[transformers]'`"
        ) from error
    try:
        return SentenceTransformer(name, device=device)
    except (OSError, ValueError, RuntimeError) as error:
        reason = next(iter(str(error).splitlines()), type(error).__name__)
        raise EncoderError(f"{name}: no such model here, and none could be fetched: {reason}") from error
