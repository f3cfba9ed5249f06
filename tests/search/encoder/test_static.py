"""The shipped encoder: what it finds near, and that other loaders read the same from its folder."""

import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import numpy as np
import pytest

from qpgraph.search.encoder import EncoderError
from qpgraph.search.encoder.static import StaticEncoder, is_static

TEXTS = [
    "Bệnh viện áp dụng 5S và ISO 9001",
    "benh vien ap dung 5s",
    "BỆNH VIỆN",
    "which hospitals use Kaizen?",
    "1322/QĐ-TTg, ISO/IEC 17025; 50 chuyên gia (4.2)",
    "日本語 🙂 ñandú",
    "  khoảng   trắng \n và dòng\tmới ",
    "năng suất chất lượng " * 400,
    unicodedata.normalize("NFD", "truy xuất nguồn gốc ở Đồng Nai"),
]


def _cosine(encoder: StaticEncoder, one: str, other: str) -> float:
    left, right = encoder.encode([one, other], kind="query")
    return float(left @ right)


def test_rows_are_of_length_one_in_order(shipped: StaticEncoder) -> None:
    vectors = shipped.encode(TEXTS, kind="passage")
    assert vectors.shape == (len(TEXTS), shipped.dimensions)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    alone = np.vstack([shipped.encode([text], kind="passage") for text in TEXTS])
    assert np.array_equal(alone, vectors)


def test_no_text_gives_no_row_and_an_empty_text_zeros(shipped: StaticEncoder) -> None:
    assert shipped.encode([], kind="query").shape == (0, shipped.dimensions)
    assert not shipped.encode([""], kind="query").any()


def test_sentence_transformers_gives_equal_vectors(shipped: StaticEncoder, shipped_folder: Path) -> None:
    sentence_transformers = pytest.importorskip(
        "sentence_transformers", reason="needs the extra transformers"
    )
    model = sentence_transformers.SentenceTransformer(str(shipped_folder), device="cpu")
    assert np.allclose(model.encode(TEXTS), shipped.encode(TEXTS, kind="passage"), atol=2e-6)


def test_model2vec_gives_equal_vectors(shipped: StaticEncoder, shipped_folder: Path) -> None:
    model2vec = pytest.importorskip("model2vec", reason="needs model2vec")
    model = model2vec.StaticModel.from_pretrained(shipped_folder)
    assert np.allclose(model.encode(TEXTS), shipped.encode(TEXTS, kind="passage"), atol=2e-6)


@pytest.mark.parametrize(
    "typed",
    [
        "truy xuat nguon goc",
        "TRUY XUẤT NGUỒN GỐC",
        unicodedata.normalize("NFD", "truy xuất nguồn gốc"),
        " truy  xuất nguồn gốc ",
    ],
)
def test_forms_of_vietnamese_input_are_one(shipped: StaticEncoder, typed: str) -> None:
    assert _cosine(shipped, "truy xuất nguồn gốc", typed) > 0.999


@pytest.mark.parametrize(
    ("text", "near", "far"),
    [
        ("bệnh viện", "hospital", "ngân sách"),
        ("traceability", "truy xuất nguồn gốc", "đào tạo chuyên gia"),
        ("trường học", "schools", "hospitals"),
        ("kinh phí", "budget", "câu lạc bộ"),
        ("nhà thương", "cơ sở khám bệnh, chữa bệnh", "trường học"),
        ("carbon footprint", "khí nhà kính", "giải thưởng chất lượng"),
    ],
)
def test_meaning_goes_across_words_and_languages(
    shipped: StaticEncoder, text: str, near: str, far: str
) -> None:
    assert _cosine(shipped, text, near) > _cosine(shipped, text, far) + 0.2


def test_name_changes_with_the_weights(shipped: StaticEncoder, shipped_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / shipped_folder.name
    shutil.copytree(shipped_folder, copy)
    assert StaticEncoder(copy).name == shipped.name
    weights = bytearray((copy / "model.safetensors").read_bytes())
    weights[-1] ^= 1
    (copy / "model.safetensors").write_bytes(weights)
    assert StaticEncoder(copy).name != shipped.name


def test_folder_is_small_enough_to_ship(shipped_folder: Path) -> None:
    assert sum(file.stat().st_size for file in shipped_folder.iterdir()) < 10_500_000


def test_a_broken_folder_is_named_in_one_line(shipped_folder: Path, tmp_path: Path) -> None:
    copy = tmp_path / "broken"
    shutil.copytree(shipped_folder, copy)
    (copy / "model.safetensors").write_bytes(b"no weights")
    with pytest.raises(EncoderError, match=r"model\.safetensors: no weights can be read"):
        StaticEncoder(copy)
    (copy / "tokenizer.json").write_text("{}")
    with pytest.raises(EncoderError, match=r"tokenizer\.json: not a tokenizer"):
        StaticEncoder(copy)


def test_only_a_static_model_is_taken_for_one(shipped_folder: Path, tmp_path: Path) -> None:
    assert is_static(shipped_folder)
    assert not is_static(tmp_path)


def test_opening_and_encoding_needs_no_torch(shipped_folder: Path) -> None:
    code = (
        "import sys\n"
        "from qpgraph.search.encoder import open_encoder\n"
        "open_encoder().encode(['x'], kind='query')\n"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
