"""Which encoder a name stands for."""

import shutil
import sys
from pathlib import Path

import pytest

from qpgraph.search.encoder import EncoderError, open_encoder
from qpgraph.search.encoder.settings import SHIPPED
from qpgraph.search.encoder.static import StaticEncoder


def test_default_is_the_shipped_one(shipped: StaticEncoder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QPGRAPH_ENCODER", raising=False)
    assert open_encoder().name == shipped.name
    assert open_encoder(SHIPPED).name == shipped.name


def test_environment_names_another(
    shipped_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(shipped_folder, tmp_path / "mine")
    monkeypatch.setenv("QPGRAPH_ENCODER", str(tmp_path / "mine"))
    assert open_encoder().name.startswith("mine@")


def test_path_that_is_not_there_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="no such folder"):
        open_encoder(str(tmp_path / "missing"))


def test_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(EncoderError, match=r"pip install 'qpgraph\[transformers\]'"):
        open_encoder("some/model")


def test_unknown_model_is_one_clear_line() -> None:
    pytest.importorskip("sentence_transformers", reason="needs the extra transformers")
    with pytest.raises(EncoderError, match="nobody/nothing: no such model") as caught:
        open_encoder("nobody/nothing")
    assert "\n" not in str(caught.value)
