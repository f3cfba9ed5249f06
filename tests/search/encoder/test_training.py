"""Training: its data fit the graph, what it does to queries, and that a seed decides its outcome."""

import json
import random
import unicodedata
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from pyoxigraph import Quad

from qpgraph.search.encoder.static import StaticEncoder
from training.noise import fold, spoil
from training.passages import Passage, read_passages
from training.queries import Lexicon, QueryMaker, read_questions
from training.settings import TrainingSettings
from training.tokens import train_tokenizer


@pytest.fixture(scope="module")
def passages(quads: list[Quad]) -> list[Passage]:
    """The passages of the project's graph."""
    return read_passages(quads)


def test_every_written_query_names_passages_that_are_there(passages: list[Passage]) -> None:
    questions = read_questions([passage.key for passage in passages])
    assert len(questions) > 1_000
    assert all(question.keys for question in questions)
    assert {question.language for question in questions} == {"vi", "en"}


def test_no_passage_is_without_text(passages: list[Passage]) -> None:
    rng = random.Random(1)
    assert [passage.key for passage in passages if not passage.full() or not passage.varied(rng)] == []


def test_fold() -> None:
    assert fold("Truy xuất nguồn gốc ở Đồng Nai") == "Truy xuat nguon goc o Dong Nai"
    assert fold(unicodedata.normalize("NFD", "Cần Thơ")) == "Can Tho"


def test_queries_are_spoilt_as_people_spoil_them() -> None:
    rng = random.Random(2)
    seen = {spoil("doanh nghiệp", rng) for _ in range(2_000)}
    assert {"doanh nghiệp", "doanh nghiep", "doanh nghieepj", "DOANH NGHIỆP"} <= seen
    assert unicodedata.normalize("NFD", "doanh nghiệp") in seen
    assert "danh nghiệp" in seen, "a slip of the keyboard"


def test_lexicon_puts_other_words_of_a_language() -> None:
    lexicon = Lexicon([{"vi": ["bệnh viện", "nhà thương"], "en": ["hospital"]}])
    rng = random.Random(3)
    replaced = {lexicon.replace("Mọi bệnh viện công", rng, "vi", 1.0) for _ in range(20)}
    assert replaced == {"Mọi bệnh viện công", "Mọi nhà thương công"}
    assert lexicon.replace("Mọi bệnh viện công", rng, "en", 1.0) == "Mọi hospital công"
    assert lexicon.keywords("Mọi nhà thương công", rng, "en") == "hospital"


def test_made_queries_are_filled_in(passages: list[Passage]) -> None:
    maker, rng = QueryMaker(Lexicon.read()), random.Random(4)
    queries = [maker.make(rng.choice(passages), rng) for _ in range(500)]
    assert all(query.strip() for query in queries)
    assert not [query for query in queries if "{" in query]
    assert len(set(queries)) > 400


def test_compounds_are_tokens_and_nothing_is_unknown() -> None:
    texts = ["Mọi doanh nghiệp nâng cao năng suất, chất lượng", "hai doanh nghiệp", "năng suất cao"] * 20
    tokenizer = train_tokenizer(texts, vocabulary=330, compounds=4, folded=True)
    assert "Ġdoanh" + "Ġnghiep" in tokenizer.get_vocab()
    assert tokenizer.encode("DOANH NGHIỆP").ids == tokenizer.encode("doanh nghiep").ids
    assert tokenizer.encode("日本").ids
    assert json.loads(tokenizer.to_str())["model"]["unk_token"] is None


def test_a_seed_decides_the_outcome(passages: list[Passage], tmp_path: Path) -> None:
    pytest.importorskip("sentence_transformers", reason="needs the extra transformers")
    pytest.importorskip("model2vec", reason="needs model2vec")
    from training.batches import Batches
    from training.export import write_model
    from training.loop import train

    few = passages[:40]
    pairs = [(passage.own["vi"][0], passage.full()) for passage in few]
    settings = replace(
        TrainingSettings(), steps=3, dimensions=16, wiki_batch=8, domain_batch=8, lexicon_batch=8
    )
    for name in ("one", "two"):
        tokenizer = train_tokenizer([text for _, text in pairs], vocabulary=500, compounds=20, folded=True)
        rows = train(tokenizer, Batches(tokenizer, pairs, few, [], settings), settings)
        write_model(tmp_path / name, tokenizer, rows.numpy())
    one, two = StaticEncoder(tmp_path / "one"), StaticEncoder(tmp_path / "two")
    assert one.name.split("@")[1] == two.name.split("@")[1]
    vectors = one.encode([text for text, _ in pairs], kind="passage")
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
