"""Which encoder it is: the shipped one, a static model in a folder, or a transformer."""

from pathlib import Path

from qpgraph.search.encoder.base import Encoder, EncoderError
from qpgraph.search.encoder.settings import EncoderSettings
from qpgraph.settings import data_directory

__all__ = ["open_encoder"]


def open_encoder(name: str | None = None, settings: EncoderSettings | None = None) -> Encoder:
    """The encoder of that name: a folder in `models/`, a path, or a sentence-transformers model.

    Without a name, what `QPGRAPH_ENCODER` says, and by default the one that the project ships.
    Raises `EncoderError` when there is no such encoder, or when its extra is not installed.
    """
    from qpgraph.search.encoder.static import StaticEncoder, is_static

    settings = settings or EncoderSettings()
    name = name or settings.name
    for folder in (data_directory("models") / name, Path(name).expanduser()):
        if is_static(folder):
            return StaticEncoder(folder.resolve())
    if _is_path(name) and not Path(name).expanduser().is_dir():
        raise EncoderError(f"{name}: no such folder; give a folder with a model, or a model's name")
    from qpgraph.search.encoder.transformer import TransformerEncoder

    return TransformerEncoder(name, settings)


def _is_path(name: str) -> bool:
    return name.startswith(("/", "./", "../", "~"))
